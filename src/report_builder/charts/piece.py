"""A chart laid out: marks in the units of their data, words in points, one piece a panel, put together on a sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import inf

from msgspec import Struct, field
from msgspec.structs import replace

from report_builder.charts.chart import Chart, State
from report_builder.charts.ink import Ink
from report_builder.charts.lettering import Align, Box, Words
from report_builder.drawing import TextRun


class Bar(Struct, frozen=True):
    """A rectangle in data units. `hatch` draws its inside in diagonal lines of its outline's colour."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    outline: str = ""
    hatch: bool = False


class Line(Struct, frozen=True):
    """A line through points in data units."""

    points: tuple[tuple[float, float], ...]
    colour: str
    width_pt: float
    dash_pt: tuple[float, ...] = ()


class Dot(Struct, frozen=True):
    """A dot at a point in data units, its diameter in points; `half` leaves its right half empty."""

    x: float
    y: float
    size_pt: float
    fill: str
    outline: str = ""
    half: str = ""


class Area(Struct, frozen=True):
    """A polygon in data units. `hatch` draws its inside in diagonal lines of its outline's colour."""

    points: tuple[tuple[float, float], ...]
    fill: str
    outline: str
    width_pt: float
    hatch: bool = False


Mark = Bar | Line | Dot | Area


class Plot(Struct, frozen=True):
    """Marks inside a frame: `frame` in points, `x` and `y` what its edges stand for in data units."""

    frame: Box
    x: tuple[float, float]
    y: tuple[float, float]
    marks: tuple[Mark, ...]

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A data point in points. A plot without anything in it may be of no extent."""
        (x0, x1), (y0, y1), f = self.x, self.y, self.frame
        return (
            f.left + (x - x0) / ((x1 - x0) or 1.0) * (f.right - f.left),
            f.bottom + (y - y0) / ((y1 - y0) or 1.0) * (f.top - f.bottom),
        )


class Piece(Struct, frozen=True):
    """One panel. Its origin is its top left corner, y upwards, so what is in it lies below 0.

    `notes` are marks that found no room and go into the key; `unnamed` are states that nothing on the panel names;
    `dropped` counts values, `nameless` categories that are not printed; `crowded` counts words that do not fit.
    """

    height_pt: float
    plots: tuple[Plot, ...] = ()
    runs: tuple[TextRun, ...] = ()
    notes: tuple[str, ...] = ()
    unnamed: frozenset[State] = frozenset()
    dropped: int = 0
    nameless: int = 0
    crowded: int = 0

    def moved(self, x: float, y: float) -> Piece:
        return replace(
            self,
            plots=tuple(replace(p, frame=_moved(p.frame, x, y)) for p in self.plots),
            runs=tuple(replace(r, x=r.x + x, y=r.y + y) for r in self.runs),
        )


def in_points(marks: Iterable[Mark]) -> Plot:
    """Marks whose coordinates are points already."""
    return Plot(Box(0, 0, 1, 1), (0, 1), (0, 1), tuple(marks))


class Room(Struct, frozen=True):
    """What a panel is laid out in: a width in points, and how high its plot is to be, as far as the kind can.

    A kind's own height where that is None.
    """

    width_pt: float
    plot_pt: float | None = None


LayOut = Callable[[Chart, Room, Ink], tuple[Piece, ...]]


class Kind(Struct, frozen=True):
    """One kind of chart: `lay_out` gives a piece for each panel, each in that room; at most `abreast` in a row."""

    lay_out: LayOut
    abreast: int


class Desk(Struct):
    """Where a piece is made up: remembers which room is taken, and that words stay between its four edges."""

    left: float
    right: float
    bottom: float = -inf
    taken: list[Box] = field(default_factory=list)
    runs: list[TextRun] = field(default_factory=list)

    def copy(self) -> Desk:
        return Desk(self.left, self.right, self.bottom, list(self.taken), list(self.runs))

    def inside(self, words: Words, x: float, align: Align = Align.CENTRE) -> float:
        """`x`, moved as little as it takes for the words to lie between left and right."""
        box = words.box(x, 0, align)
        return x + max(self.left - box.left, 0.0) - max(box.right - self.right, 0.0)

    def free(self, box: Box) -> bool:
        return (
            box.left >= self.left - 0.01
            and box.right <= self.right + 0.01
            and self.bottom - 0.01 <= box.bottom
            and box.top <= 0.01
            and not any(box.meets(other) for other in self.taken)
        )

    def write(self, words: Words, x: float, y: float, align: Align = Align.LEFT) -> None:
        """Sets the words, whatever is there."""
        if words.lines:
            self.taken.append(words.box(x, y, align).grown(0.5))
            self.runs += words.runs(x, y, align)

    def try_write(self, words: Words, x: float, y: float, align: Align = Align.LEFT) -> bool:
        """Sets the words where there is room for them; whether there was."""
        if not self.free(words.box(x, y, align)):
            return False
        self.write(words, x, y, align)
        return True


def grouped(bars: Iterable[Bar]) -> tuple[Bar, ...]:
    """Bars with those of one look together, so that they are painted as one."""
    return tuple(sorted(bars, key=lambda bar: (bar.fill, bar.outline, bar.hatch)))


def _moved(box: Box, x: float, y: float) -> Box:
    return Box(box.left + x, box.bottom + y, box.right + x, box.top + y)
