"""The headings of a sheet, of one row or of several, and the column that one of them means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from report_builder.tables.grid import Grid, column_number
from report_builder.tables.marks import Marks
from report_builder.tables.periods import Period

JOINT = " > "
_SLOT = re.compile(r"(?<![A-Za-z])(YEAR|NAME)(?![A-Za-z])")
_BY_LETTER = re.compile(r"column ([A-Z]{1,3})")


class Heading(Struct, frozen=True, dict=True):
    """What stands over one column: `parts` from the top row to the bottom, and the same without declared marks."""

    column: int
    parts: tuple[str, ...]
    bare: tuple[str, ...]
    marks: tuple[str, ...]

    @property
    def text(self) -> str:
        return JOINT.join(self.parts)

    @cached_property
    def spellings(self) -> tuple[str, ...]:
        """The ways to write it, the fullest first."""
        ways = [JOINT.join(parts[i:]) for parts in (self.parts, self.bare) for i in range(len(parts))]
        return tuple(dict.fromkeys(ways))


class Fitting(Struct, frozen=True):
    """A heading that fits a pattern with YEAR and NAME in it, what stands for them, and the marks beside the year."""

    heading: Heading
    period: Period | None = None
    name: str = ""
    marks: tuple[str, ...] = ()


def read_headings(grid: Grid, rows: Sequence[int], marks: Marks) -> tuple[Heading, ...]:
    """The heading of each column, in order; columns without one have no parts."""
    width = max((len(grid.rows[row - 1]) for row in rows if row <= len(grid.rows)), default=0)
    lines = _lines(grid, rows, width)
    found = []
    for column in range(1, width + 1):
        texts = [line[column - 1] for line in lines]
        parts = tuple(text for i, text in enumerate(texts) if text and text not in texts[:i])
        stripped = [marks.of_name(part) for part in parts]
        found.append(
            Heading(column, parts, tuple(bare for bare, _ in stripped), tuple(m for _, ms in stripped for m in ms))
        )
    return tuple(found)


def _lines(grid: Grid, rows: Sequence[int], width: int) -> list[list[str]]:
    """The texts of the header rows, each spread over the columns that it is about.

    Merged cells say how far a text reaches. In a row that has none, as in a CSV file, it reaches to the next text, but
    not beyond a column that has no heading of its own below.
    """
    spread = grid.spread(range(1, width + 1))
    lines = [[_tidy(spread.at(row, column)) for column in range(1, width + 1)] for row in rows]
    merged = {row for span in grid.merged if span.left < span.right for row in rows if span.top <= row <= span.bottom}
    for i, row in enumerate(rows[:-1]):
        for column in range(1, width) if row not in merged else ():
            own = any(line[column] for line in lines[i + 1 :])
            if own and not lines[i][column]:
                lines[i][column] = lines[i][column - 1]
    return lines


def by_text(headings: Sequence[Heading], wanted: str) -> list[Heading]:
    """The headings that `wanted` can mean: the fullest spelling counts; "column E" means that column where none is."""
    plain = _tidy(wanted)
    for fits in (lambda h: plain == h.text, lambda h: plain == JOINT.join(h.bare), lambda h: plain in h.spellings):
        if found := [heading for heading in headings if heading.parts and fits(heading)]:
            return found
    if match := _BY_LETTER.fullmatch(plain):
        return [heading for heading in headings if heading.column == column_number(match[1])]
    return []


def by_pattern(headings: Sequence[Heading], pattern: str, run: str, marks: Marks) -> list[Fitting]:
    """The headings that fit a pattern such as "Book issues YEAR" or "NAME > Count"."""
    pieces = _SLOT.split(_tidy(pattern))
    slots = "".join("(.+)" if piece in ("YEAR", "NAME") else re.escape(piece) for piece in pieces)
    shape, kinds = re.compile(slots), [piece for piece in pieces if piece in ("YEAR", "NAME")]
    found = []
    for heading in headings:
        fittings = (_fitting(heading, shape.fullmatch(text), kinds, run, marks) for text in heading.spellings)
        if fitting := next((f for f in fittings if f), None):
            found.append(fitting)
    return found


def _fitting(heading: Heading, match: re.Match[str] | None, kinds: list[str], run: str, marks: Marks) -> Fitting | None:
    if match is None:
        return None
    slots = dict(zip(kinds, match.groups(), strict=True))
    period, beside_year = marks.of_year(slots["YEAR"], run) if "YEAR" in slots else (None, ())
    if "YEAR" in slots and period is None:
        return None
    return Fitting(heading, period, slots.get("NAME", ""), tuple(dict.fromkeys((*heading.marks, *beside_year))))


def by_parts(headings: Sequence[Heading], years: bool, names: bool, run: str, marks: Marks) -> list[Fitting]:
    """The headings of which some part is a year, if `years`, and some other part a name, if `names`."""
    found = []
    for heading in headings:
        parts = list(heading.parts)
        period, beside_year = None, tuple[str, ...]()
        for part in heading.parts if years else ():
            period, beside_year = marks.of_year(part, run)
            if period:
                parts.remove(part)
                break
        if parts if names else True:
            name = marks.of_name(parts[-1])[0] if names else ""
            if (period or not years) and heading.parts:
                found.append(Fitting(heading, period, name, tuple(dict.fromkeys((*heading.marks, *beside_year)))))
    return found


def _tidy(text: str) -> str:
    return " ".join(text.split())
