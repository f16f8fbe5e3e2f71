"""From a sheet to one observation for each figure, whichever way the sheet lies; the only home of pandas.

Sheets of the usual size are walked row by row: that costs a millisecond, and importing pandas some 350. pandas is
imported for CSV files from 16 MB (`delimited.LARGE_BYTES`), such as open data with a row for every force, quarter and
outcome of a whole country. There it keeps only the columns and rows that the description asks for, and is faster, its
import included: 3.7 seconds against 8.4 for 79 MB in 400,000 rows; equal at about 16 MB. Both ways give the same
observations.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from report_builder.tables.delimited import rows_of
from report_builder.tables.grid import Grid, LargeText, letter
from report_builder.tables.layout import Layout
from report_builder.tables.periods import Period

Row = tuple[int, tuple[str, ...]]  # its number in the sheet, its cells


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure as typed, with the names of its row, its year where a heading says it, and its row and column.

    `year_text` is the year's cell where years stand in a column.
    """

    measure: str
    names: tuple[str, ...]
    period: Period | None
    year_text: str
    text: str
    row: int
    column: int


def observations(grid: Grid, layout: Layout) -> Iterator[Observation]:
    """Every figure below the headings, row by row. PackageError where a large file turns out to be broken."""
    for number, cells in _body(grid, layout):
        names = tuple(_name(cells, first, second) for first, second in layout.names)
        year_text = _at(cells, layout.year_column)
        for column, period in layout.year_columns:
            yield Observation("", names, period, "", _at(cells, column), number, column)
        for measure, column in layout.value_columns.items():
            yield Observation(measure, names, None, year_text, _at(cells, column), number, column)


def _body(grid: Grid, layout: Layout) -> Iterator[Row]:
    """The rows of the table that are not blank and pass the filters."""
    rows = enumerate(grid.rows, start=1) if grid.large is None else _large(grid.large, layout, len(grid.rows[0]))
    for number, cells in rows:
        if number < layout.first_row or (layout.last_row is not None and number > layout.last_row):
            continue
        if any(cell.strip() for cell in cells) and all(_tidy(_at(cells, c)) in texts for c, texts in layout.where):
            yield number, cells


def _large(large: LargeText, layout: Layout, width: int) -> Iterator[Row]:
    """The rows that pass the filters, with the needed columns filled in and the others blank."""
    import pandas as pd

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", pd.errors.ParserWarning)  # rows longer than the headings are cut off
            frame = pd.read_csv(
                io.StringIO(large.text),
                sep=large.delimiter,
                header=None,
                names=[letter(column) for column in range(1, width + 1)],
                usecols=[letter(column) for column in layout.needed],
                index_col=False,
                dtype="category",
                na_filter=False,
                skip_blank_lines=False,
            )
    except (pd.errors.ParserError, ValueError):
        yield from enumerate(rows_of(large.text, large.delimiter), start=1)  # which says what is broken, if anything is
        return
    for column, texts in layout.where:
        values = frame[letter(column)].cat.categories
        frame = frame[frame[letter(column)].isin([value for value in values if _tidy(value) in texts])]
    blank = [""] * width
    positions = [column - 1 for column in layout.needed]  # in order, as pandas keeps its columns
    for index, *cells in frame.itertuples(name=None):
        row = blank.copy()
        for position, cell in zip(positions, cells, strict=True):
            row[position] = cell
        yield index + 1, tuple(row)


def _at(cells: tuple[str, ...], column: int) -> str:
    return cells[column - 1] if 0 < column <= len(cells) else ""


def _name(cells: tuple[str, ...], first: int, second: int) -> str:
    return _tidy(_at(cells, first)) or _tidy(_at(cells, second))


def _tidy(text: str) -> str:
    return " ".join(text.split())
