"""Where in a sheet everything stands: the columns of names, years and figures that a dataset's description means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from report_builder.problems import Problem, Where, problem
from report_builder.tables.grid import Grid, letter
from report_builder.tables.nearest import did_you_mean
from report_builder.tables.periods import Period, parse_period, parse_range
from report_builder.tables.spec import DatasetSpec, RowsSpec

Key = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns are numbers from 1, rows likewise.

    `names` has for each dimension of rows its column and the one that stands in for it (0: none). Years are headings
    (`year_columns`) or cells (`year_column`, 0: none). `value_columns` maps measure ids to columns, unused where years
    are headings.
    """

    first_row: int
    last_row: int | None  # None: to the end
    names: tuple[tuple[int, int], ...]
    year_columns: tuple[tuple[int, Period], ...]
    year_column: int
    value_columns: Mapping[str, int]
    where: tuple[tuple[int, frozenset[str]], ...]

    @property
    def needed(self) -> tuple[int, ...]:
        """Every column that is read, in order."""
        columns = {c for pair in self.names for c in pair} | {c for c, _ in self.year_columns} | {self.year_column}
        return tuple(sorted((columns | set(self.value_columns.values()) | {c for c, _ in self.where}) - {0}))


class _Headings:
    """Finds columns by heading and collects what does not fit."""

    def __init__(self, id: str, spec: DatasetSpec, grid: Grid, spec_file: str) -> None:
        self.id, self.spec_file, self.file = id, spec_file, spec.path(spec_file)
        self.row = spec.header_row
        cells = grid.rows[spec.header_row - 1] if spec.header_row <= len(grid.rows) else ()
        self.texts = tuple(" ".join(cell.split()) for cell in cells)
        self.problems: list[Problem] = []

    def say(self, code: str, message: str, key: Key, *notes: str, help: str = "") -> None:
        self.problems.append(problem(code, message, Where(self.spec_file, key=(self.id, *key)), *notes, help=help))

    def find(self, heading: str, *key: str | int) -> int:
        """The column under `heading`; 0, and a problem at `key`, where there is not exactly one."""
        wanted = " ".join(heading.split())
        found = [i for i, text in enumerate(self.texts, start=1) if text == wanted]
        if len(found) > 1:
            letters = " and ".join(letter(column) for column in found)
            message = f'the heading "{wanted}" stands over columns {letters} of {self.file}'
            self.say("D011", message, key, help="give one of them another heading in the file")
        elif not found:
            message = f'row {self.row} of {self.file} has no heading "{wanted}"'
            self.say("D010", message, key, help=did_you_mean(wanted, filter(None, self.texts)))
        return found[0] if len(found) == 1 else 0


def lay_out(id: str, spec: DatasetSpec, grid: Grid, spec_file: str) -> tuple[Layout | None, tuple[Problem, ...]]:
    """Where everything stands, None with the reasons where something that is needed does not exist."""
    headings = _Headings(id, spec, grid, spec_file)
    if not any(headings.texts):
        message = f"row {spec.header_row} of {headings.file} holds no headings"
        headings.say("D010", message, ("header_row",), help="say with `header_row:` in which row they stand")
        return None, tuple(headings.problems)
    names = tuple(_name_columns(headings, rows, _rows_key(spec, i)) for i, rows in enumerate(spec.dimensions))
    year_columns = _year_columns(headings, spec)
    year_column = headings.find(spec.years.column, "years", "column") if spec.years and spec.years.column else 0
    where = tuple((headings.find(h, "where", h), frozenset(_flat(texts))) for h, texts in spec.where.items())
    used = {column for pair in names for column in pair} | {column for column, _ in where} | {year_column}
    values = {} if spec.years and spec.years.columns else _value_columns(headings, spec, used, year_column)
    if any(found.severity == "error" for found in headings.problems):
        return None, tuple(headings.problems)
    first = spec.first_row or spec.header_row + 1
    return Layout(first, spec.last_row, names, year_columns, year_column, values, where), tuple(headings.problems)


def _flat(texts: tuple[str, ...]) -> list[str]:
    return [" ".join(text.split()) for text in texts]


def _rows_key(spec: DatasetSpec, index: int) -> Key:
    return ("rows",) if isinstance(spec.rows, RowsSpec) else ("rows", index)


def _name_columns(headings: _Headings, rows: RowsSpec, key: Key) -> tuple[int, int]:
    second = headings.find(rows.or_column, *key, "or_column") if rows.or_column else 0
    return headings.find(rows.column, *key, "column"), second


def _year_columns(headings: _Headings, spec: DatasetSpec) -> tuple[tuple[int, Period], ...]:
    if spec.years is None or not spec.years.columns:
        return ()
    columns, run = spec.years.columns, spec.years.run
    if isinstance(columns, dict):
        return _named_columns(headings, columns, run)
    ranges = (columns,) if isinstance(columns, str) else columns
    by_period: dict[Period, list[int]] = {}
    for number, text in enumerate(headings.texts, start=1):
        if period := parse_period(text, run):
            by_period.setdefault(period, []).append(number)
    wanted: list[Period] = []
    declared: set[Period] = set()
    for i, text in enumerate(ranges):
        key: Key = ("years", "columns") if isinstance(columns, str) else ("years", "columns", i)
        periods = parse_range(text, run)
        if not periods:
            runs = f" where years run {run}" if run else ""
            message = f'"{text}" names no year or range of years{runs}'
            headings.say("D031", message, key, help="write 2017/18 to 2023/24")
        declared.update(periods)
        wanted += [period for period in periods if _has_column(headings, by_period, period, key)]
    for period, numbers in by_period.items():
        if wanted and period not in declared and period.form == wanted[0].form:
            where = Where(headings.file, row=headings.row, column=letter(numbers[0]))
            message = f"the file has a column {period.id} that datasets.yml leaves out"
            headings.problems.append(problem("D033", message, where, help="lengthen `columns:` if it belongs in"))
    return tuple((by_period[period][0], period) for period in wanted)


def _has_column(headings: _Headings, by_period: Mapping[Period, list[int]], period: Period, key: Key) -> bool:
    numbers = by_period.get(period, [])
    if len(numbers) > 1:
        letters = " and ".join(letter(number) for number in numbers)
        message = f"{period.id} stands over columns {letters} of {headings.file}"
        headings.say("D011", message, key, help="give one of them another heading in the file")
    elif not numbers:
        message = f"{headings.file} has no column for {period.id}"
        there = ", ".join(f'"{text}"' for text in headings.texts if text)
        headings.say("D032", message, key, f"its headings are {there}", help="correct `columns:`, or add the column")
    return len(numbers) == 1


def _named_columns(headings: _Headings, columns: Mapping[str, str], run: str) -> tuple[tuple[int, Period], ...]:
    found: list[tuple[int, Period]] = []
    for heading, text in columns.items():
        period = parse_period(text, run)
        column = headings.find(heading, "years", "columns", heading)
        if period is None:
            headings.say("D031", f'"{text}" names no year', ("years", "columns", heading), help="write it like 2017/18")
        elif column:
            found.append((column, period))
    return tuple(found)


def _value_columns(headings: _Headings, spec: DatasetSpec, used: set[int], year_column: int) -> dict[str, int]:
    if spec.measures:
        return {id: headings.find(m.column, "measures", id, "column") for id, m in spec.measures.items()}
    if spec.value:
        return {"": headings.find(spec.value, "value")}
    free = [i for i, text in enumerate(headings.texts, start=1) if text and i not in used]
    if len(free) != 1 and not headings.problems:
        listed = ", ".join(f'"{headings.texts[i - 1]}"' for i in free)
        message = f"which column of {headings.file} holds the figures is not clear"
        note = (f"it could be {listed}",) if free else ("every column is already names, years or a filter",)
        headings.say("D012", message, (), *note, help="add `value:` with the heading of the column of figures")
    return {"": free[0]} if len(free) == 1 else {}
