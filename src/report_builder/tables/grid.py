"""A sheet as it was read: text in rows and columns, each counted from 1."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Spot = tuple[int, int]  # row, column, both from 1


@dataclass(frozen=True, slots=True)
class Span:
    """Merged cells, from the top left corner to the bottom right, both included."""

    top: int
    left: int
    bottom: int
    right: int

    def covers(self, row: int, column: int) -> bool:
        """Whether the cell lies under the merged one, that is, anywhere but in its corner."""
        inside = self.top <= row <= self.bottom and self.left <= column <= self.right
        return inside and (row, column) != (self.top, self.left)


@dataclass(frozen=True, slots=True)
class LargeText:
    """A CSV file too large to be cut into cells before it is known which of them are needed."""

    text: str
    delimiter: str


@dataclass(frozen=True, slots=True)
class Grid:
    """`rows` holds what each cell shows: numbers unrounded ("12.4"), percentages with their sign ("48%"), dates ISO.

    `faults` are cells with no figure in them through a fault: an error such as "#DIV/0!", or "" for a formula that was
    never calculated. `sheet` is "" for a file that has none.
    Of a `large` file `rows` has only the beginning, headings included.
    """

    rows: tuple[tuple[str, ...], ...]
    sheet: str = ""
    faults: Mapping[Spot, str] = field(default_factory=dict)
    merged: tuple[Span, ...] = ()
    large: LargeText | None = None

    def at(self, row: int, column: int) -> str:
        """What the cell shows; "" outside the sheet."""
        if not 1 <= row <= len(self.rows) or not 1 <= column <= len(self.rows[row - 1]):
            return ""
        return self.rows[row - 1][column - 1]

    def under(self, row: int, column: int) -> Span | None:
        """The merged cell that lies over this one."""
        return next((span for span in self.merged if span.covers(row, column)), None)


def letter(column: int) -> str:
    """The letters over a column in a spreadsheet: 1 is "A", 27 is "AA"."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
