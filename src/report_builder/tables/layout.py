"""Where in a sheet everything stands: the columns of names, years and figures that a dataset's description means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from report_builder.problems import Problem, Where, problem
from report_builder.tables.grid import Grid, letter
from report_builder.tables.headings import Fitting, Heading, by_parts, by_pattern, by_text, read_headings
from report_builder.tables.marks import Marks
from report_builder.tables.nearest import did_you_mean
from report_builder.tables.periods import Period, parse_period, parse_range
from report_builder.tables.row_numbers import said
from report_builder.tables.spec import DatasetSpec, RowsSpec

Key = tuple[str | int, ...]
NO_COLUMNS = (0, 0, 0, 0)


class Figures(Struct, frozen=True):
    """A column of figures (0: each row counts one): of which measure, year and member of the dimension in headings.

    `beside` are the columns of lower bound, upper bound, standard error and base, 0 for each that there is none of.
    """

    column: int
    measure: str = ""
    period: Period | None = None
    name: str = ""
    marks: tuple[str, ...] = ()
    beside: tuple[int, int, int, int] = NO_COLUMNS


class Names(Struct, frozen=True):
    """The columns that name rows: their own, the one that stands in for it (0: none), and that of the larger whole."""

    column: int
    or_column: int = 0
    within: int = 0
    as_above: bool = False


class Layout(Struct, frozen=True):
    """Columns are numbers from 1, rows likewise. Years are cells (`year_column`, 0: none) or stand with the figures."""

    first_row: int
    last_row: int | None  # None: to the end
    skipped: tuple[range, ...]
    names: tuple[Names, ...]
    year_column: int
    figures: tuple[Figures, ...]
    where: tuple[tuple[int, frozenset[str]], ...]

    @property
    def needed(self) -> tuple[int, ...]:
        """Every column that is read, in order."""
        columns = {c for n in self.names for c in (n.column, n.or_column, n.within)} | {self.year_column}
        columns |= {c for f in self.figures for c in (f.column, *f.beside)} | {c for c, _ in self.where}
        return tuple(sorted(columns - {0}))


class _Headings:
    """Finds columns by heading and collects what does not fit."""

    def __init__(self, id: str, spec: DatasetSpec, grid: Grid, spec_file: str) -> None:
        self.id, self.spec_file, self.file = id, spec_file, spec.path(spec_file)
        self.rows = spec.header_rows
        self.marks = Marks(spec.marks)
        self.all = read_headings(grid, self.rows, self.marks)
        self.problems: list[Problem] = []

    @property
    def texts(self) -> list[str]:
        return [heading.text for heading in self.all if heading.parts]

    def say(self, code: str, message: str, key: Key, *notes: str, help: str = "") -> None:
        self.problems.append(problem(code, message, Where(self.spec_file, key=(self.id, *key)), *notes, help=help))

    def twice(self, what: str, found: Sequence[Heading], key: Key) -> None:
        letters = " and ".join(letter(heading.column) for heading in found)
        help = "give one of them another heading in the file"
        if len(self.rows) > 1 or any(len(heading.parts) > 1 for heading in found):
            help = f'write it in full, "{found[0].text}"'
        self.say("D011", f"{what} stands over columns {letters} of {self.file}", key, help=help)

    def find(self, wanted: str, *key: str | int) -> int:
        """The column under `wanted`; 0, and a problem at `key`, where there is not exactly one; 0 for no heading."""
        found = by_text(self.all, wanted) if wanted else []
        if len(found) > 1:
            self.twice(f'the heading "{wanted}"', found, key)
        elif not found and wanted:
            message = f'{said(self.rows)} of {self.file} {_has(self.rows)} no heading "{wanted}"'
            self.say("D010", message, key, help=did_you_mean(wanted, self.texts))
        return found[0].column if len(found) == 1 else 0


def lay_out(id: str, spec: DatasetSpec, grid: Grid, spec_file: str) -> tuple[Layout | None, tuple[Problem, ...]]:
    """Where everything stands, None with the reasons where something that is needed does not exist."""
    headings = _Headings(id, spec, grid, spec_file)
    if not headings.texts:
        message = f"{said(headings.rows)} of {headings.file} {_hold(headings.rows)} no headings"
        headings.say("D010", message, ("header_row",), help="say with `header_row:` in which row they stand")
        return None, tuple(headings.problems)
    names = tuple(_names(headings, rows, _rows_key(spec, i)) for i, rows in enumerate(spec.dimensions))
    year_column = headings.find(spec.years.column, "years", "column") if spec.years else 0
    where = tuple((headings.find(h, "where", h), frozenset(_flat(texts))) for h, texts in spec.where.items())
    used = {c for n in names for c in (n.column, n.or_column, n.within)} | {c for c, _ in where} | {year_column}
    figures = _figures(headings, spec, used)
    if any(found.severity == "error" for found in headings.problems):
        return None, tuple(headings.problems)
    first = spec.first_row or headings.rows[-1] + 1
    layout = Layout(first, spec.last_row, spec.skipped, names, year_column, figures, where)
    return layout, tuple(headings.problems)


def _has(rows: Sequence[int]) -> str:
    return "has" if len(rows) == 1 else "have"


def _hold(rows: Sequence[int]) -> str:
    return "holds" if len(rows) == 1 else "hold"


def _flat(texts: tuple[str, ...]) -> list[str]:
    return [" ".join(text.split()) for text in texts]


def _rows_key(spec: DatasetSpec, index: int) -> Key:
    return ("rows",) if isinstance(spec.rows, RowsSpec) else ("rows", index)


def _names(headings: _Headings, rows: RowsSpec, key: Key) -> Names:
    second = headings.find(rows.or_column, *key, "or_column")
    column = headings.find(rows.column, *key, "column")
    return Names(column, second, headings.find(rows.within, *key, "within"), rows.blanks == "as above")


def _figures(headings: _Headings, spec: DatasetSpec, used: set[int]) -> tuple[Figures, ...]:
    if spec.count:
        return (Figures(0),)
    in_headings = spec.years.columns if spec.years else None
    if isinstance(in_headings, dict):
        return _named_years(headings, spec, in_headings)
    if not in_headings and not spec.columns:
        return _plain(headings, spec, used)
    free = [heading for heading in headings.all if heading.column not in used]
    found: list[Figures] = []
    for measure, pattern, key in _patterns(spec):
        fittings = _fittings(headings, spec, free, pattern)
        if in_headings:
            fittings = _of_declared_years(headings, spec, fittings)
        else:
            _once(headings, fittings, key)
        if not fittings and not headings.problems:
            help = did_you_mean(pattern, headings.texts)
            headings.say("D010", f'no heading of {headings.file} is like "{pattern or "NAME"}"', key, help=help)
        found += [_with_beside(headings, spec, measure, fitting, key) for fitting in fittings]
    return tuple(found)


def _patterns(spec: DatasetSpec) -> list[tuple[str, str, Key]]:
    """Measure, pattern of its headings ("" for any that fit) and key."""
    if spec.measures:
        return [(id, measure.column, ("measures", id, "column")) for id, measure in spec.measures.items()]
    key: Key = ("value",) if spec.value else ("columns",) if spec.columns else ("years", "columns")
    return [("", spec.value, key)]


def _fittings(headings: _Headings, spec: DatasetSpec, free: Sequence[Heading], pattern: str) -> list[Fitting]:
    run = spec.years.run if spec.years else ""
    if spec.columns and spec.columns.headings:
        wanted = [headings.find(text, "columns", "headings", i) for i, text in enumerate(spec.columns.headings)]
        free = [heading for heading in headings.all if heading.column in wanted]
    if pattern:
        return by_pattern(free, pattern, run, headings.marks)
    years = bool(spec.years and spec.years.columns)
    found = by_parts(free, years, spec.columns is not None, run, headings.marks)
    if spec.columns and len({(f.period, f.name) for f in found}) < len(found):
        found = [Fitting(f.heading, f.period, f.heading.text, f.marks) for f in found] if not years else found
    return found


def _of_declared_years(headings: _Headings, spec: DatasetSpec, fittings: list[Fitting]) -> list[Fitting]:
    """Those of the years that are declared, in that order, with a problem for each year that has no column."""
    assert spec.years is not None
    columns, run = spec.years.columns or "", spec.years.run
    wanted: list[Period] = []
    for i, text in enumerate((columns,) if isinstance(columns, str) else columns):
        at: Key = ("years", "columns") if isinstance(columns, str) else ("years", "columns", i)
        periods = parse_range(text, run)
        if not periods:
            runs = f" where years run {run}" if run else ""
            message = f'"{text}" names no year or range of years{runs}'
            headings.say("D031", message, at, help="write 2017/18 to 2023/24")
        for period in periods:
            of_period = [fitting for fitting in fittings if fitting.period == period]
            _once(headings, of_period, at)
            if not of_period:
                _no_column(headings, period, at)
        wanted += periods
    _left_out(headings, fittings, wanted)
    return [fitting for period in wanted for fitting in fittings if fitting.period == period]


def _no_column(headings: _Headings, period: Period, key: Key) -> None:
    there = ", ".join(f'"{text}"' for text in headings.texts)
    message = f"{headings.file} has no column for {period.id}"
    help = "correct `columns:`, or add the column"
    if marked := next((text for text in headings.texts if _year_with_mark(text) == period), ""):
        help = f'if "{marked}" is it, list the mark beside the year under `marks:`'
    headings.say("D032", message, key, f"its headings are {there}", help=help)


def _year_with_mark(text: str) -> Period | None:
    """The year that a heading begins with."""
    starts = (text[:end].strip() for end in range(len(text) - 1, 3, -1))
    return next((period for start in starts if (period := parse_period(start))), None)


def _left_out(headings: _Headings, fittings: Iterable[Fitting], wanted: list[Period]) -> None:
    for fitting in fittings:
        period = fitting.period
        if period and wanted and period not in wanted and period.form == wanted[0].form:
            where = Where(headings.file, row=headings.rows[-1], column=letter(fitting.heading.column))
            message = f"the file has a column {period.id} that datasets.yml leaves out"
            headings.problems.append(problem("D033", message, where, help="lengthen `columns:` if it belongs in"))


def _once(headings: _Headings, fittings: list[Fitting], key: Key) -> None:
    """A problem where two columns are for one year and name."""
    by_place: dict[tuple[str, str], list[Heading]] = {}
    for fitting in fittings:
        by_place.setdefault((fitting.period.id if fitting.period else "", fitting.name), []).append(fitting.heading)
    for place, found in by_place.items():
        if len(found) > 1:
            headings.twice(" ".join(filter(None, place)), found, key)


def _with_beside(headings: _Headings, spec: DatasetSpec, measure: str, fitting: Fitting, key: Key) -> Figures:
    found = [_beside(headings, spec, text, fitting, key) for text in spec.beside_of(measure)]
    beside = (found[0], found[1], found[2], found[3])
    return Figures(fitting.heading.column, measure, fitting.period, fitting.name, fitting.marks, beside)


def _beside(headings: _Headings, spec: DatasetSpec, text: str, fitting: Fitting, key: Key) -> int:
    """The column under `text`, with the year and name of the estimate's own where it has YEAR or NAME."""
    if "YEAR" not in text and "NAME" not in text:
        return headings.find(text, *key)
    alike = by_pattern(headings.all, text, spec.years.run if spec.years else "", headings.marks)
    fits = [f for f in alike if (f.period or fitting.period) == fitting.period and f.name in ("", fitting.name)]
    if len(fits) != 1:
        message = f'{len(fits) or "no"} headings of {headings.file} are "{text}" for "{fitting.heading.text}"'
        headings.say("D010" if not fits else "D011", message, key, help="write it as it stands in the file")
    return fits[0].heading.column if len(fits) == 1 else 0


def _named_years(headings: _Headings, spec: DatasetSpec, columns: Mapping[str, str]) -> tuple[Figures, ...]:
    found: list[Figures] = []
    for text, year in columns.items():
        period = parse_period(year, spec.years.run if spec.years else "")
        column = headings.find(text, "years", "columns", text)
        if period is None:
            headings.say("D031", f'"{year}" names no year', ("years", "columns", text), help="write it like 2017/18")
        elif column:
            heading = next(h for h in headings.all if h.column == column)
            fitting = Fitting(heading, period, "", heading.marks)
            found.append(_with_beside(headings, spec, "", fitting, ("years", "columns", text)))
    return tuple(found)


def _plain(headings: _Headings, spec: DatasetSpec, used: set[int]) -> tuple[Figures, ...]:
    """The columns of measures, of the one value, or the only one that is left."""
    if spec.measures or spec.value:
        wanted = [(measure, headings.find(text, *key), key) for measure, text, key in _patterns(spec)]
    else:
        used = used | {headings.find(text) for text in spec.beside if text}
        free = [heading for heading in headings.all if heading.parts and heading.column not in used]
        if len(free) != 1 and not headings.problems:
            listed = ", ".join(f'"{heading.text}"' for heading in free)
            message = f"which column of {headings.file} holds the figures is not clear"
            note = (f"it could be {listed}",) if free else ("every column is already names, years or a filter",)
            headings.say("D012", message, (), *note, help="add `value:` with the heading of the column of figures")
        wanted = [("", free[0].column, ())] if len(free) == 1 else []
    fittings = ((m, Fitting(h, marks=h.marks), k) for m, c, k in wanted for h in headings.all if h.column == c)
    return tuple(_with_beside(headings, spec, measure, fitting, key) for measure, fitting, key in fittings)
