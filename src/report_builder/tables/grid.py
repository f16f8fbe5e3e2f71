"""A sheet as it was read: text in rows and columns, each counted from 1."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from msgspec import Struct, field

Spot = tuple[int, int]  # row, column, both from 1


class Span(Struct, frozen=True):
    """Merged cells, from the top left corner to the bottom right, both included."""

    top: int
    left: int
    bottom: int
    right: int

    def covers(self, row: int, column: int) -> bool:
        """Whether the cell lies under the merged one, that is, anywhere but in its corner."""
        inside = self.top <= row <= self.bottom and self.left <= column <= self.right
        return inside and (row, column) != (self.top, self.left)


class LargeText(Struct, frozen=True):
    """A CSV file too large to be cut into cells before it is known which of them are needed."""

    data: bytes
    encoding: str  # as Python calls it
    delimiter: str


class Grid(Struct, frozen=True):
    """`rows` holds what each cell shows: numbers unrounded ("12.4"), percentages with their sign ("48%"), dates ISO.

    `faults` are cells with no figure in them through a fault: an error such as "#DIV/0!", or "" for a formula that was
    never calculated. `hidden` are rows that the spreadsheet does not show, as after filtering. `sheet` is "" for a file
    that has none. Of a `large` file `rows` has only the beginning, headings included.
    """

    rows: tuple[tuple[str, ...], ...]
    sheet: str = ""
    faults: Mapping[Spot, str] = field(default_factory=dict)
    merged: tuple[Span, ...] = ()
    hidden: frozenset[int] = frozenset()
    large: LargeText | None = None

    def at(self, row: int, column: int) -> str:
        """What the cell shows; "" outside the sheet."""
        if not 1 <= row <= len(self.rows) or not 1 <= column <= len(self.rows[row - 1]):
            return ""
        return self.rows[row - 1][column - 1]

    def spread(self, columns: Iterable[int]) -> Spread:
        """What merged cells say in these columns, quick to look up."""
        return Spread(self, columns)


class Spread:
    """The text of merged cells, wherever they lie: a merged name or heading is that of every row and column under it.

    Spans do not overlap in a sound workbook; of those that do, the lower one counts.
    """

    def __init__(self, grid: Grid, columns: Iterable[int]) -> None:
        self._grid = grid
        self._spans = {
            column: sorted((s for s in grid.merged if s.left <= column <= s.right), key=lambda s: s.top)
            for column in set(columns)
        }

    def under(self, row: int, column: int) -> Span | None:
        """The merged cell that lies over this one."""
        spans = self._spans.get(column, [])
        place = bisect_right(spans, row, key=lambda span: span.top) - 1
        return spans[place] if place >= 0 and spans[place].covers(row, column) else None

    def at(self, row: int, column: int) -> str:
        """What the cell shows, or the merged one over it."""
        span = self.under(row, column)
        return self._grid.at(span.top, span.left) if span else self._grid.at(row, column)


def letter(column: int) -> str:
    """The letters over a column in a spreadsheet: 1 is "A", 27 is "AA"."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The number of the column under these letters: "A" is 1, "AA" is 27."""
    number = 0
    for c in letters.upper():
        number = number * 26 + ord(c) - 64
    return number
