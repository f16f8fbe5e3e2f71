"""Boxes of known height that draw themselves, and the items a column of them is made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from report_builder.drawing import Drawing
from report_builder.pdf.canvas import TaggedCanvas
from report_builder.pdf.drawing import replay
from report_builder.pdf.lines import Line
from report_builder.pdf.structure import Element
from report_builder.problems import Where


class Box(Protocol):
    """Something of a height, in points. `repeat` draws it as an artifact: it has been read out before."""

    @property
    def height(self) -> float: ...

    def paint(self, canvas: TaggedCanvas, x: float, top: float, repeat: bool = False) -> None: ...


class Text(Struct, eq=False):
    """Broken lines. `rise` is where a baseline stands below the top of its line; `right` aligns to that x.

    Lines after the first are set in by `indent`, so that what the first begins with hangs.
    """

    lines: Sequence[Line]
    leading: float
    rise: float
    right: float | None = None
    indent: float = 0.0

    @property
    def height(self) -> float:
        return len(self.lines) * self.leading

    @property
    def width(self) -> float:
        return max((line.width for line in self.lines), default=0.0)

    def paint(self, canvas: TaggedCanvas, x: float, top: float, repeat: bool = False) -> None:
        self.paint_lines(canvas, x, top, 0, len(self.lines), "Layout" if repeat else "")

    def paint_lines(self, canvas: TaggedCanvas, x: float, top: float, first: int, last: int, kind: str = "") -> None:
        """Draws some of the lines, the first of them at `top`."""
        placed: list[tuple[float, float, Line]] = []
        for n, line in enumerate(self.lines[first:last]):
            left = x + self.indent if first + n else x
            if self.right is not None:
                left = x + self.right - line.width
            placed.append((left, top - self.rise - n * self.leading, line))
        if placed:
            canvas.lines(placed, kind)


class Slice(Struct, eq=False):
    """Some lines of a text."""

    text: Text
    first: int
    last: int

    @property
    def height(self) -> float:
        return (self.last - self.first) * self.text.leading

    def paint(self, canvas: TaggedCanvas, x: float, top: float, repeat: bool = False) -> None:
        self.text.paint_lines(canvas, x, top, self.first, self.last, "Layout" if repeat else "")


class Group(Struct, eq=False):
    """Boxes at fixed places, measured right and down from the group's top left corner."""

    parts: list[tuple[float, float, Box]]
    height: float

    def paint(self, canvas: TaggedCanvas, x: float, top: float, repeat: bool = False) -> None:
        for dx, dy, box in self.parts:
            box.paint(canvas, x + dx, top - dy, repeat)


class Bar(Struct, eq=False):
    """A filled rectangle: a rule, a panel. An artifact."""

    width: float
    height: float
    colour: str

    def paint(self, canvas: TaggedCanvas, x: float, top: float, repeat: bool = False) -> None:
        canvas.rectangle(x, top - self.height, self.width, self.height, self.colour)


class Space(Struct, eq=False):
    height: float

    def paint(self, canvas: TaggedCanvas, x: float, top: float, repeat: bool = False) -> None:
        return None


class Picture(Struct, eq=False):
    """A drawing at a scale; the content of `element`, a Figure. `facts` are the ids of what it prints."""

    element: Element
    drawing: Drawing
    scale: float = 1.0
    facts: tuple[str, ...] = ()

    @property
    def width(self) -> float:
        return self.drawing.width_pt * self.scale

    @property
    def height(self) -> float:
        return self.drawing.height_pt * self.scale

    def paint(self, canvas: TaggedCanvas, x: float, top: float, repeat: bool = False) -> None:
        canvas.check_text(self.drawing)
        canvas.boxes[self.element] = (x, top - self.height, x + self.width, top)
        with canvas.tagged(self.element) as pdf:
            pdf.saveState()
            replay(pdf, self.drawing, x, top - self.height, self.scale)
            pdf.restoreState()
        for fact in self.facts:
            canvas.prints(fact)


class Panel(Struct, frozen=True, eq=False):
    """What stands behind a run of items: a ground, and a bar at its left edge. Offsets from the column."""

    x: float
    width: float
    ground: str = ""
    bar: str = ""
    bar_width: float = 0.0
    pad: float = 0.0


class Item(Struct, eq=False):
    """A box in the flow. Spaces collapse to the larger and vanish at the head of a page.

    `keep` forbids a page to end before it. `beside` is drawn at its top without taking height. `head` is drawn again
    where a page begins with this item. `ground` lies under the panels of a run of items. `anchor` is what links lead
    to; `entry` its line in the outline: words, level. `floats` lets what is kept together from here on stand at the
    head of the next page, behind text that follows it.
    """

    box: Box
    x: float = 0.0
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    floats: bool = False
    notes: tuple[int, ...] = ()
    beside: tuple[tuple[float, Box], ...] = ()
    head: Box | None = None
    panel: Panel | None = None
    ground: Panel | None = None
    anchor: str = ""
    entry: tuple[str, int] | None = None
    where: Where | None = None
    facts: tuple[str, ...] = ()


def items(
    text: Text,
    x: float = 0.0,
    *,
    before: float = 0.0,
    after: float = 0.0,
    keep: bool = False,
    whole: bool = False,
    panel: Panel | None = None,
    where: Where | None = None,
) -> list[Item]:
    """A text as items of one line each. Two lines stand together at either end; `whole` keeps them all together."""
    count = len(text.lines)
    out = [
        Item(
            Slice(text, n, n + 1),
            x,
            keep=keep if n == 0 else whole or n == 1 or n == count - 1,
            notes=line.notes,
            panel=panel,
            where=where,
        )
        for n, line in enumerate(text.lines)
    ]
    if out:
        out[0].before, out[-1].after = before, after
    return out


def total_height(column: Sequence[Item]) -> float:
    """The height of items set one below the other, from the top of a page."""
    height, gap = 0.0, 0.0
    for n, item in enumerate(column):
        height += (max(gap, item.before) if n else 0.0) + item.box.height
        gap = item.after
    return height


def stacked(column: Sequence[Item], head: float = 0.0) -> Group:
    """Items as one group that no page divides; `head` is the space above them inside it."""
    parts: list[tuple[float, float, Box]] = []
    y, gap = head, 0.0
    for n, item in enumerate(column):
        y += max(gap, item.before) if n else 0.0
        parts += [(dx, y, box) for dx, box in item.beside]
        box = item.box
        previous = parts[-1][2] if parts else None
        if isinstance(box, Slice) and isinstance(previous, Slice) and _continues(previous, box):
            previous.last = box.last
        else:
            parts.append((item.x, y, Slice(box.text, box.first, box.last) if isinstance(box, Slice) else box))
        y += box.height
        gap = item.after
    return Group(parts, y)


def _continues(before: Slice, after: Slice) -> bool:
    return before.text is after.text and before.last == after.first
