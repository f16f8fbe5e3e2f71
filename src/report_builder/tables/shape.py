"""The shape of a sheet that nobody has described yet: where its headings, its table and its notes stand.

All of it is a guess, made to be read by a person: `describe` writes it down as a proposal.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from report_builder.tables import clean
from report_builder.tables.grid import Grid
from report_builder.tables.marks import likely_mark
from report_builder.tables.periods import Period, parse_period
from report_builder.tables.shorthand import stands_for_none

MOST_HEADER_ROWS = 4
_BESIDE_YEAR = (re.compile(r"(?<=/[0-9]{2})[0-9]$"), re.compile(r"\[[^\]]*\]$"), re.compile(r"\([^)]*\)$"))
LOOKED_AHEAD = 4  # rows between two of a heading's own


class Shape(Struct, frozen=True):
    """`skipped` are rows inside the table that name something and hold no figure; notes are the texts around it."""

    header_rows: tuple[int, ...]
    first_row: int
    last_row: int
    skipped: tuple[int, ...]
    title: str
    notes: tuple[str, ...]
    has_figures: bool


@lru_cache(4096)
def is_figure(text: str) -> bool:
    """Whether a text is a number, with or without its sign or mark, or states bounds by signs ("<5", "5+")."""
    bare = text.strip()
    if not bare or bare[0].isalpha():
        return False
    mark = likely_mark(bare)
    return clean.is_figure(bare) or bool(mark and clean.is_figure(bare.removesuffix(mark)))


def year_of(text: str, run: str = "") -> tuple[Period | None, str]:
    """The period that a text names, and the mark beside it that is not part of it."""
    if period := parse_period(text, run):
        return period, ""
    for mark in (likely_mark(text), *(match[0] for pattern in _BESIDE_YEAR if (match := pattern.search(text)))):
        if mark and (period := parse_period(text.removesuffix(mark).rstrip(), run)):
            return period, mark
    return None, ""


def shape_of(grid: Grid) -> Shape | None:
    """Where everything stands; None for a sheet that holds no table."""
    lines = _Lines(grid)
    bottom = _bottom_of_headings(lines)
    if bottom is None:
        return None
    headers = _more_headings(lines, bottom)
    below = [n for n in lines.all if n > headers[-1]]
    widest = max(len(lines.filled[n]) for n in headers)
    has_figures = any(lines.has_figures(n, only=True) for n in below)
    body = [n for n in below if (lines.has_figures(n) if has_figures else len(lines.filled[n]) * 2 >= widest)]
    body = [n for n in body if len(lines.filled[n]) > 1 or widest == 1]
    headed = {column for n in headers for column in lines.filled[n]}
    if not any(headed & set(lines.filled[n]) for n in body) or (widest == 1 and not has_figures):
        return None
    bare = tuple(n for n in below if n < body[-1] and n not in set(body)) if has_figures else ()
    notes = tuple(" ".join(grid.rows[n - 1]).strip() for n in below if n > body[-1])
    title = next((grid.at(n, lines.filled[n][0]).strip() for n in lines.all if n < headers[0]), "")
    return Shape(headers, headers[-1] + 1, body[-1], bare, title, notes, has_figures)


class _Lines:
    """The rows that hold something, and in which columns."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        rows = enumerate(grid.rows, start=1)
        every = {n: [c for c, cell in enumerate(row, start=1) if cell.strip()] for n, row in rows}
        self.filled = {n: columns for n, columns in every.items() if columns}
        self.all = list(self.filled)

    def has_figures(self, row: int, only: bool = False) -> bool:
        """Whether a row below the headings holds a figure (1940 is one there) or, if not `only`, shorthand for none."""
        texts = [(self._grid.at(row, c), (row, c) in self._grid.faults) for c in self.filled[row]]
        return any(is_figure(text) or fault or (not only and stands_for_none(text)) for text, fault in texts)

    def is_table(self, row: int) -> bool:
        """Whether a row among the headings cannot be one of them: it holds a figure that is no year."""
        texts = (self._grid.at(row, c) for c in self.filled[row])
        faulty = any((row, c) in self._grid.faults for c in self.filled[row])
        return faulty or any(is_figure(text) and year_of(text.strip())[0] is None for text in texts)


def _bottom_of_headings(lines: _Lines) -> int | None:
    """The last of the first rows that hold only texts and years, as wide as the table, with the table below it."""
    widths = Counter(len(lines.filled[n]) for n in lines.all if lines.has_figures(n))
    widths = widths or Counter(len(columns) for columns in lines.filled.values())
    usual = widths.most_common(1)[0][0] if widths else 0
    wide = max(1, min(2, usual), usual // 2)
    for n, below in pairwise(lines.all):
        begins = lines.is_table(below) or len(lines.filled[below]) > 1 or wide == 1
        if len(lines.filled[n]) >= wide and begins and not lines.is_table(n):
            return n
    return None


def _more_headings(lines: _Lines, bottom: int) -> tuple[int, ...]:
    """The rows of headings: those above the one found, those under it down to the figures, and one that adds names."""
    rows = [bottom]
    while (above := rows[0] - 1) in lines.filled and len(rows) < MOST_HEADER_ROWS and not lines.is_table(above):
        if lines.filled[above] == [1]:
            break
        rows.insert(0, above)
    near = [n for n in lines.all if bottom < n <= bottom + LOOKED_AHEAD]
    if any(lines.is_table(n) for n in near):
        for n in near:
            under = n == rows[-1] + 1 and lines.filled[n] != [1]
            if not lines.is_table(n) and (under or _adds(lines, rows, n)):
                rows.append(n)
    return tuple(rows)


def _adds(lines: _Lines, rows: list[int], row: int) -> bool:
    """Whether a row names the first column, which has no heading yet, and another beside it."""
    headed = {column for n in rows for column in lines.filled[n]}
    return 1 not in headed and 1 in lines.filled[row] and len(lines.filled[row]) > 1
