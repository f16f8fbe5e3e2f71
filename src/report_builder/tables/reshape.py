"""From a sheet to one observation for each figure, whichever way the sheet lies; the only home of pandas.

Sheets of the usual size are walked row by row: that costs a millisecond, and importing pandas some 350. pandas is
imported for CSV files from 16 MB (`delimited.LARGE_BYTES`), such as open data with a row for every force, quarter and
outcome of a whole country. There it reads a piece at a time and keeps only the columns and rows that the description
asks for, so that memory holds the file, one piece, and what is kept. Both ways give the same observations.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator

from msgspec import Struct

from report_builder.tables.delimited import rows_of_large
from report_builder.tables.grid import Grid, LargeText, Spread, letter
from report_builder.tables.layout import Figures, Layout

Row = tuple[int, tuple[str, ...]]  # its number in the sheet, its cells
CHUNK_ROWS = 100_000


class Observation(Struct, frozen=True):
    """One figure as typed, with the names of its row, the larger wholes they belong to, and its row.

    `year_text` is the year's cell where years stand in a column; `beside` are the texts of the columns beside it.
    """

    at: Figures
    names: tuple[str, ...]
    within: tuple[str, ...]
    year_text: str
    text: str
    row: int
    beside: tuple[str, ...] = ()


def observations(grid: Grid, layout: Layout) -> Iterator[Observation]:
    """Every figure below the headings, row by row. PackageError where a large file turns out to be broken."""
    spread = grid.spread(column for names in layout.names for column in (names.column, names.or_column, names.within))
    above = [""] * len(layout.names)
    for number, cells in _body(grid, layout):
        row = (number, cells)
        for i, names in enumerate(layout.names):
            name = _cell(row, names.column, spread) or _cell(row, names.or_column, spread)
            above[i] = name or (above[i] if names.as_above else "")
        within = tuple(_cell(row, names.within, spread) for names in layout.names)
        year_text = _at(cells, layout.year_column)
        for at in layout.figures:
            names_here = (*above, at.name) if at.name else tuple(above)
            text = _at(cells, at.column) if at.column else "1"
            beside = tuple(_at(cells, column) for column in at.beside) if any(at.beside) else ()
            yield Observation(at, names_here, within, year_text, text, number, beside)


def _body(grid: Grid, layout: Layout) -> Iterator[Row]:
    """The rows of the table that say something in a column that is read, and pass the filters."""
    rows = enumerate(grid.rows, start=1) if grid.large is None else _large(grid.large, layout, len(grid.rows[0]))
    needed = layout.needed
    for number, cells in rows:
        if number < layout.first_row or (layout.last_row is not None and number > layout.last_row):
            continue
        if any(number in run for run in layout.skipped):
            continue
        said = any(_at(cells, column).strip() for column in needed)
        if said and all(_tidy(_at(cells, c)) in texts for c, texts in layout.where):
            yield number, cells


def _large(large: LargeText, layout: Layout, width: int) -> Iterator[Row]:
    """The rows that pass the filters, with the needed columns filled in and the others blank."""
    import pandas as pd

    positions = [column - 1 for column in layout.needed]  # in order, as pandas keeps its columns
    blank, read = [""] * width, 0
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", pd.errors.ParserWarning)  # rows longer than the headings are cut off
            pieces = pd.read_csv(
                io.BytesIO(large.data),
                encoding=large.encoding,
                sep=large.delimiter,
                header=None,
                names=[letter(column) for column in range(1, width + 1)],
                usecols=[letter(column) for column in layout.needed],
                index_col=False,
                dtype=object,
                na_filter=False,
                skip_blank_lines=False,
                chunksize=CHUNK_ROWS,
            )
            for frame in pieces:
                read += len(frame)
                for column, texts in layout.where:
                    values = frame[letter(column)].unique()
                    frame = frame[frame[letter(column)].isin([value for value in values if _tidy(value) in texts])]
                for index, *cells in frame.itertuples(name=None):
                    row = blank.copy()
                    for position, cell in zip(positions, cells, strict=True):
                        row[position] = cell
                    yield index + 1, tuple(row)
    except (pd.errors.ParserError, ValueError):  # the plain way says what is broken, if anything is
        yield from ((n, cells) for n, cells in enumerate(rows_of_large(large), start=1) if n > read)


def _cell(row: Row, column: int, spread: Spread) -> str:
    """The text of a cell, or that of the merged one over it; "" for no column."""
    text = _tidy(_at(row[1], column))
    return text if text or not column or not spread.under(row[0], column) else _tidy(spread.at(row[0], column))


def _at(cells: tuple[str, ...], column: int) -> str:
    return cells[column - 1] if 0 < column <= len(cells) else ""


def _tidy(text: str) -> str:
    return " ".join(text.split())
