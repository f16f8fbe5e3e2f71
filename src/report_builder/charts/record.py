"""Drawing a chart with Matplotlib's artists, recorded as a Drawing. The only module that knows Matplotlib.

Its artists and transforms are used without `matplotlib.figure`, whose import doubles the time (Axes, mathtext, the font
manager, which reads every font of the machine whenever its cache is missing). Words never pass through Matplotlib.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, cast

import matplotlib
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline
from matplotlib.transforms import Affine2D, Bbox, BboxTransform

from report_builder.brand.theme import Theme
from report_builder.charts.chart import Chart
from report_builder.charts.piece import Area, Bar, Dot, Line, Mark, Plot
from report_builder.charts.sheet import lay_out
from report_builder.drawing import Drawing, Path, Segment, Shape
from report_builder.problems import Problem, Where

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.backend_bases import RendererBase
    from matplotlib.transforms import Transform

_PLAIN: Any = {"path.sketch": None, "path.effects": [], "path.simplify": False, "lines.scale_dashes": False}
_CAPS = {"butt": 0, "round": 1, "projecting": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_MOVE, _LINE, _CLOSE = int(Outline.MOVETO), int(Outline.LINETO), int(Outline.CLOSEPOLY)
_HATCH_PT = 4.0
_OUTLINE_PT = 1.1


def record(
    chart: Chart, theme: Theme, width_pt: float, where: Where | None = None, height_pt: float | None = None
) -> tuple[Drawing, tuple[Problem, ...]]:
    """The chart drawn at a width in points, and what is wrong with it (reported at `where`).

    Where a height is given it is drawn as near to it as its kind can.
    """
    sheet = lay_out(chart, theme, width_pt, where, height_pt)
    recorder = _Recorder()
    with matplotlib.rc_context(_PLAIN):
        for artist in _artists(sheet.plots):
            artist.draw(cast("RendererBase", recorder))
    runs = tuple(
        # two decimals are a fiftieth of what a printer resolves
        type(run)(round(run.x, 2), round(run.y, 2), run.text, run.face, run.size_pt, run.colour, run.angle)
        for run in sheet.runs
    )
    return Drawing(round(width_pt, 2), round(sheet.height_pt, 2), (*recorder.shapes, *runs)), sheet.problems


def _artists(plots: Iterable[Plot]) -> Iterator[Artist]:
    """Bars and lines of one look as one artist, in the order of painting."""
    for plot in plots:
        frame = plot.frame
        transform = BboxTransform(
            Bbox.from_extents(plot.x[0], plot.y[0], plot.x[1], plot.y[1]),
            Bbox.from_extents(frame.left, frame.bottom, frame.right, frame.top),
        )
        for _, marks in groupby(plot.marks, key=_look):
            yield _artist(list(marks), transform)


def _look(mark: Mark) -> tuple[object, ...]:
    if isinstance(mark, Bar):
        return "bar", mark.fill, mark.outline, mark.hatch
    if isinstance(mark, Line):
        return "line", mark.colour, mark.width_pt, mark.dash_pt
    if isinstance(mark, Area):
        return "area", mark.fill, mark.outline, mark.width_pt, mark.hatch
    return "dot", mark.size_pt, mark.fill, mark.outline, mark.half


def _artist(marks: Sequence[Mark], transform: Transform) -> Artist:
    first = marks[0]
    if isinstance(first, Bar):
        return PathPatch(
            _outline([_corners(m) for m in marks if isinstance(m, Bar)], closed=True),
            transform=transform,
            facecolor=first.fill,
            edgecolor=first.outline or "none",
            linewidth=_OUTLINE_PT if first.outline else 0.0,
            hatch="/" if first.hatch else None,
            joinstyle="miter",
            capstyle="butt",
        )
    if isinstance(first, Line):
        return PathPatch(
            _outline([m.points for m in marks if isinstance(m, Line)], closed=False),
            transform=transform,
            fill=False,
            edgecolor=first.colour,
            linewidth=first.width_pt,
            linestyle=(0, first.dash_pt) if first.dash_pt else "solid",
            joinstyle="round",
            capstyle="butt",
        )
    if isinstance(first, Area):
        return PathPatch(
            _outline([m.points for m in marks if isinstance(m, Area)], closed=True),
            transform=transform,
            facecolor=first.fill,
            edgecolor=first.outline,
            linewidth=first.width_pt,
            hatch="/" if first.hatch else None,
            joinstyle="round",
            capstyle="butt",
        )
    dots = [m for m in marks if isinstance(m, Dot)]
    return Line2D(
        [m.x for m in dots],
        [m.y for m in dots],
        transform=transform,
        linestyle="none",
        marker="o",
        markersize=first.size_pt,
        markerfacecolor=first.fill,
        markerfacecoloralt=first.half or first.fill,
        fillstyle="left" if first.half else "full",
        markeredgecolor=first.outline or first.fill,
        markeredgewidth=_OUTLINE_PT * 1.4 if first.outline else 0.0,
    )


def _corners(bar: Bar) -> tuple[tuple[float, float], ...]:
    x, y, right, top = bar.x, bar.y, bar.x + bar.width, bar.y + bar.height
    return (x, y), (right, y), (right, top), (x, top)


def _outline(parts: Sequence[Sequence[tuple[float, float]]], closed: bool) -> Outline:
    vertices: list[tuple[float, float]] = []
    codes: list[int] = []
    for part in parts:
        vertices += part
        codes += [_MOVE, *[_LINE] * (len(part) - 1)]
        if closed:
            vertices.append(part[0])
            codes.append(_CLOSE)
    return Outline(vertices, codes)


class _Graphics:
    """What Matplotlib's artists tell a renderer about how to paint; the setters are those they call."""

    def __init__(self) -> None:
        self.colour: Sequence[float] = (0.0, 0.0, 0.0, 1.0)
        self.width = 1.0
        self.cap = self.join = 0
        self.dash: tuple[float, ...] = ()
        self.dash_offset = 0.0
        self.hatch = ""

    def set_foreground(self, colour: Sequence[float], isRGBA: bool = False) -> None:
        self.colour = colour

    def set_linewidth(self, width: float) -> None:
        self.width = float(width)

    def set_capstyle(self, style: str) -> None:
        self.cap = _CAPS[style]

    def set_joinstyle(self, style: str) -> None:
        self.join = _JOINS[style]

    def set_dashes(self, offset: float, dashes: Sequence[float] | None) -> None:
        self.dash_offset, self.dash = float(offset or 0.0), tuple(map(float, dashes or ()))

    def set_hatch(self, hatch: str) -> None:
        self.hatch = hatch

    def _unused(self, *_: object) -> None:
        """Antialiasing, snapping, links and clips: nothing of a chart sets them, or they mean nothing in vectors."""

    set_antialiased = set_snap = set_url = set_alpha = set_hatch_color = set_hatch_linewidth = _unused
    set_clip_rectangle = set_clip_path = _unused

    def restore(self) -> None:
        """Nothing to give back: each artist has its own."""


class _Recorder:
    """The renderer: what Matplotlib's artists draw becomes Shapes. Coordinates are points, y upwards.

    It derives from nothing, because RendererBase lives in a module that imports the font manager.
    """

    _raster_depth, _rasterizing = 0, False  # asked for by Artist.draw

    def __init__(self) -> None:
        self.shapes: list[Shape] = []

    def new_gc(self) -> _Graphics:
        return _Graphics()

    def open_group(self, name: str, gid: str | None = None) -> None:
        """Groups are not kept."""

    def close_group(self, name: str) -> None:
        """Groups are not kept."""

    def points_to_pixels(self, points: float) -> float:
        return points

    def draw_path(self, gc: _Graphics, path: Outline, transform: Transform, face: Any = None) -> None:
        """Records a path, and its hatching as diagonal lines clipped to it."""
        self._keep(gc, _segments(path, transform), face)

    def draw_markers(
        self,
        gc: _Graphics,
        marker: Outline,
        marker_transform: Transform,
        path: Outline,
        transform: Transform,
        face: Any,
    ) -> None:
        """Records every marker of a line as one path."""
        dots: list[Segment] = []
        for x, y in transform.transform(path.vertices):
            dots += _segments(marker, marker_transform + Affine2D().translate(x, y))
        self._keep(gc, tuple(dots), face)

    def _keep(self, gc: _Graphics, path: Path, face: Any) -> None:
        stroke = _hex(gc.colour) if gc.width > 0 else None
        fill = _hex(face) if face is not None else None
        if not path or (stroke is None and fill is None):
            return
        if gc.hatch and stroke:
            self.shapes.append(Shape(path, fill=fill))
            self.shapes.append(Shape(_diagonals(path), stroke=stroke, line_width=_OUTLINE_PT, clip=path))
            fill = None
        dash = tuple(round(d, 2) for d in gc.dash)
        self.shapes.append(
            Shape(path, fill, stroke, round(gc.width, 2) if stroke else 1.0, dash, gc.dash_offset, gc.cap, gc.join)
        )


def _segments(path: Outline, transform: Transform) -> Path:
    """A path in points, rounded; quadratic curves as cubic ones (a circle marker has none)."""
    out: list[Segment] = []
    for points, code in path.iter_segments(transform, simplify=False):
        at = tuple(round(float(p), 2) + 0.0 for p in points)
        if code == _MOVE:
            out.append(("m", *at))
        elif code == _LINE:
            out.append(("l", *at))
        elif code == Outline.CURVE4:
            out.append(("c", *at))
        elif code == _CLOSE:
            out.append(("h",))
        else:
            raise NotImplementedError(f"path code {code}")
    return tuple(out)


def _diagonals(path: Path) -> Path:
    """Lines rising to the right over the path's bounding box, at even steps from the drawing's own corner."""
    xs = [segment[i] for segment in path for i in range(1, len(segment), 2)]
    ys = [segment[i] for segment in path for i in range(2, len(segment), 2)]
    left, right, low, high = (float(v) for v in (min(xs), max(xs), min(ys), max(ys)))
    first, last = int((left - high) // _HATCH_PT), int((right - low) // _HATCH_PT) + 1
    out: list[Segment] = []
    for i in range(first, last + 1):
        out += (("m", round(low + i * _HATCH_PT, 2), low), ("l", round(high + i * _HATCH_PT, 2), high))
    return tuple(out)


def _hex(rgba: Sequence[float]) -> str | None:
    if len(rgba) > 3 and rgba[3] == 0:
        return None
    return "#" + "".join(f"{round(float(channel) * 255):02x}" for channel in rgba[:3])
