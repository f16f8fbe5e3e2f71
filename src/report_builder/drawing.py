"""A drawing: width, height and painting operations, as data.

Units are points (1/72 inch), x to the right, y up from the bottom left corner, as in PDF. Colours are "#rrggbb".
Charts are recorded into this form and logos parsed into it; each writer (PDF, SVG) replays it.
"""

from __future__ import annotations

from msgspec import Struct

# ("m", x, y) move, ("l", x, y) line, ("c", x1, y1, x2, y2, x, y) cubic curve, ("h",) close
Segment = tuple[str, *tuple[float, ...]]
Path = tuple[Segment, ...]


class Shape(Struct, frozen=True):
    """A path, filled, stroked or both, inside `clip` where there is one. Widths in points, opacity 0 to 1."""

    path: Path
    fill: str | None = None
    stroke: str | None = None
    line_width: float = 1.0
    dash: tuple[float, ...] = ()
    dash_offset: float = 0.0
    cap: int = 0  # 0 butt, 1 round, 2 projecting
    join: int = 0  # 0 mitre, 1 round, 2 bevel
    even_odd: bool = False
    opacity: float = 1.0
    clip: Path | None = None


class TextRun(Struct, frozen=True):
    """Words on a baseline that starts at x, y; `face` is the `name` of a brand Face; angle in degrees."""

    x: float
    y: float
    text: str
    face: str
    size_pt: float
    colour: str
    angle: float = 0.0


Operation = Shape | TextRun


class Drawing(Struct, frozen=True):
    width_pt: float
    height_pt: float
    operations: tuple[Operation, ...]
