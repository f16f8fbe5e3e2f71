"""Painting a Drawing on a ReportLab canvas: vectors and real text, with no more operators than it takes."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import cos, radians, sin
from typing import TYPE_CHECKING, Any

from report_builder.drawing import Drawing, Path, Shape, TextRun

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_DECIMALS = 3
_RECTANGLE = ("m", "l", "l", "l", "h")


def replay(canvas: Canvas, drawing: Drawing, x_pt: float = 0.0, y_pt: float = 0.0, scale: float = 1.0) -> None:
    """Paints the drawing with its bottom left corner at x, y, in device RGB. Faces must be registered by their names.

    The canvas's state is the same afterwards. Transparency is written only where an opacity is below 1: readers
    handle a page with none of it faster, and PDF/A asks for a blending space where there is some (ISO 19005-3, 6.2.10).
    """
    if not drawing.operations:
        return
    brush = _Brush(canvas, x_pt, y_pt, scale)
    canvas.saveState()
    for operation in drawing.operations:
        if isinstance(operation, TextRun):
            brush.write(operation)
        else:
            brush.paint(operation)
    brush.stop_writing()
    canvas.restoreState()


class _Brush:
    """Remembers what the canvas is set to, so that nothing is set twice, and keeps words in one text object."""

    def __init__(self, canvas: Canvas, x: float, y: float, scale: float) -> None:
        self._canvas, self._x, self._y, self._scale = canvas, x, y, scale
        self._set: dict[str, object] = {}
        self._text: Any = None

    def write(self, run: TextRun) -> None:
        """Adds a run to the text object that is open, or to a new one."""
        x, y = self._at(run.x, run.y)
        self._opacity(1.0)
        if self._text is None:
            self._text = self._canvas.beginText(x, y)
            self._set.pop("font", None)
        elif not run.angle:
            self._text.setTextOrigin(x, y)
        if run.angle:
            c, s = round(cos(radians(run.angle)), 6), round(sin(radians(run.angle)), 6)
            self._text.setTextTransform(c, s, -s, c, x, y)
        self._once("fill", _rgb(run.colour), self._text.setFillColor)
        font = run.face, round(run.size_pt * self._scale, _DECIMALS)
        self._once("font", font, lambda of: self._text.setFont(*of))
        self._text.textOut(run.text)

    def stop_writing(self) -> None:
        """Closes the text object, if one is open: only state and words may stand in it."""
        if self._text is not None:
            self._canvas.drawText(self._text)
            self._text = None

    def paint(self, shape: Shape) -> None:
        """Fills and strokes a shape, inside its clip where it has one."""
        if not shape.path or (shape.fill is None and shape.stroke is None):
            return
        self.stop_writing()
        if shape.clip is None:
            self._paint(shape)
            return
        before = dict(self._set)
        self._canvas.saveState()
        self._canvas.clipPath(self._path(shape.clip), stroke=0, fill=0, fillMode=1)
        self._paint(shape)
        self._canvas.restoreState()
        self._set = before

    def _paint(self, shape: Shape) -> None:
        canvas = self._canvas
        self._opacity(shape.opacity)
        if shape.fill is not None:
            self._once("fill", _rgb(shape.fill), canvas.setFillColor)
        if shape.stroke is not None:
            self._once("stroke", _rgb(shape.stroke), canvas.setStrokeColor)
            self._once("width", self._size(shape.line_width), canvas.setLineWidth)
            self._once("cap", shape.cap, canvas.setLineCap, start=0)
            self._once("join", shape.join, canvas.setLineJoin, start=0)
            dash = [self._size(d) for d in shape.dash], self._size(shape.dash_offset) if shape.dash else 0
            self._once("dash", dash, lambda of: canvas.setDash(*of), start=([], 0))
        canvas.drawPath(
            self._path(shape.path),
            stroke=int(shape.stroke is not None),
            fill=int(shape.fill is not None),
            fillMode=0 if shape.even_odd else 1,
        )

    def _opacity(self, opacity: float) -> None:
        if self._set.get("opacity", 1.0) != opacity:
            self.stop_writing()
            self._canvas.setFillAlpha(opacity)
            self._canvas.setStrokeAlpha(opacity)
            self._set["opacity"] = opacity

    def _once(self, name: str, value: object, setter: Callable[[Any], None], start: object = None) -> None:
        if self._set.get(name, start) != value:
            setter(value)
            self._set[name] = value

    def _path(self, path: Path) -> Any:
        """The path on the page; an upright rectangle as one operator."""
        out = self._canvas.beginPath()
        at = 0
        while at < len(path):
            if box := self._rectangle(path[at : at + 5]):
                out.rect(*box)
                at += 5
                continue
            kind, *numbers = path[at]
            placed = [v for i in range(0, len(numbers), 2) for v in self._at(numbers[i], numbers[i + 1])]
            match kind:
                case "m":
                    out.moveTo(*placed)
                case "l":
                    out.lineTo(*placed)
                case "c":
                    out.curveTo(*placed)
                case _:
                    out.close()
            at += 1
        return out

    def _rectangle(self, part: Path) -> tuple[float, float, float, float] | None:
        """x, y, width and height on the page where the segments are the four sides of an upright rectangle."""
        if tuple(segment[0] for segment in part) != _RECTANGLE:
            return None
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = (segment[1:] for segment in part[:4])
        if not (y0 == y1 and x1 == x2 and y2 == y3 and x3 == x0):
            return None
        (left, low), (right, top) = self._at(x0, y0), self._at(x2, y2)
        return left, low, round(right - left, _DECIMALS), round(top - low, _DECIMALS)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return round(self._x + x * self._scale, _DECIMALS), round(self._y + y * self._scale, _DECIMALS)

    def _size(self, length: float) -> float:
        return round(length * self._scale, _DECIMALS)


@lru_cache(maxsize=256)
def _rgb(colour: str) -> tuple[float, float, float]:
    """Channels from 0 to 1; a tuple rather than ReportLab's Color, which brings an alpha of its own."""
    r, g, b = (round(int(colour[i : i + 2], 16) / 255, 4) for i in (1, 3, 5))
    return r, g, b
