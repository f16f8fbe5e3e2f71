"""One dataset put together from its observations: names to members, texts to cells, remarks and checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

from msgspec import Struct, field
from msgspec.structs import replace

from report_builder.problems import Problem, Where, problem
from report_builder.tables.clean import BLANK, NIL, Rule, clean
from report_builder.tables.complaints import Complaints
from report_builder.tables.dataset import Cell, Dataset, Dimension, Measure, Standing
from report_builder.tables.described_text import figures_of
from report_builder.tables.figure_cells import FigureCells, added
from report_builder.tables.grid import Grid, letter
from report_builder.tables.layout import Key, Layout, Names
from report_builder.tables.marks import Marks
from report_builder.tables.members import Found, Place, dimension_of, mixed_years, year_dimension
from report_builder.tables.periods import Period, parse_period
from report_builder.tables.remarks import with_remarks
from report_builder.tables.reshape import Observation
from report_builder.tables.spec import DatasetSpec, NamesSpec, RowsSpec
from report_builder.tables.totals import differing_totals, unsaid_totals
from report_builder.tables.units import parse_unit

MOST_COMBINATIONS = 500_000
NO_ROW = "no row in the file"
WHOLE = "whole numbers, exact"
_MAKE_HOLES = ("D030", "D031", "D045", "D046")  # problems that leave holes of their own

CellKey = tuple[str, ...]


class Named(Struct, frozen=True):
    """An observation with its names and year as they are without marks, and the marks of its row."""

    o: Observation
    names: tuple[str, ...]
    period: Period | None
    marks: tuple[str, ...]


class Assembly(Struct):
    """One dataset in the making."""

    id: str
    spec: DatasetSpec
    spec_file: str
    grid: Grid
    layout: Layout
    problems: list[Problem] = field(default_factory=list)

    @property
    def file(self) -> str:
        return self.spec.path(self.spec_file)

    @property
    def run(self) -> str:
        return self.spec.years.run if self.spec.years else ""

    @property
    def kinds(self) -> tuple[tuple[NamesSpec, Key, Names | None], ...]:
        """The dimensions but the years: how each is described, where, and the columns of its names."""
        several = not isinstance(self.spec.rows, RowsSpec)
        keys: list[Key] = [
            (self.id, "rows", i) if several else (self.id, "rows") for i in range(len(self.layout.names))
        ]
        found = tuple(zip(self.spec.dimensions, keys, self.layout.names, strict=True))
        return (*found, (self.spec.columns, (self.id, "columns"), None)) if self.spec.columns else found

    def dataset(self, kept: list[Observation]) -> Dataset:
        """The dataset without its digest; problems are gathered on the way."""
        spec = self.spec
        named = self._named(kept)
        dimensions, ids = self._dimensions(named)
        measures = self._measures()
        cells = self._with_holes(self._cells(named, ids, measures), measures, dimensions)
        cells, found = with_remarks(cells, spec.cells, dimensions, self.run, Where(self.spec_file, key=(self.id,)))
        self.problems += found
        self.problems += differing_totals(cells, dimensions, self.file)
        if not any(found.code == "D042" for found in self.problems):
            untold = [kind.totals is None for kind, _, _ in self.kinds]
            self.problems += unsaid_totals(cells, dimensions, untold, self.file)
        return Dataset(
            id=self.id, file=self.file, sheet=self.grid.sheet, what=spec.what, publisher=spec.publisher,
            source=spec.source, licence=spec.licence, retrieved=spec.retrieved, notes=spec.notes.strip(),
            place=spec.place, run=self.run, dimensions=dimensions, measures=tuple(measures.values()), cells=cells,
            codes=dict(spec.codes), year=self._year(), protection=spec.protect,
        )  # fmt: skip

    def _year(self) -> Period | None:
        if not self.spec.year:
            return None
        period = parse_period(self.spec.year, self.run)
        if period is None:
            where = Where(self.spec_file, key=(self.id, "year"))
            message = f'"{self.spec.year}" names no year'
            self.problems.append(problem("D049", message, where, help="write it like 2023/24"))
        return period

    def _named(self, kept: list[Observation]) -> list[Named]:
        """The observations that have all their names, and a year where the dataset has years."""
        marks, whole = Marks(self.spec.marks), list[Named]()
        complained: set[int] = set()
        bare: dict[str, tuple[str, tuple[str, ...]]] = {}
        for o in kept:
            for name in o.names:
                if name not in bare:
                    bare[name] = marks.of_name(name)
            period, beside_year = o.at.period, tuple[str, ...]()
            if self.layout.year_column:
                period, beside_year = marks.of_year(o.year_text, self.run)
            wrong = self._nameless(o) or (self._no_year(o) if self.layout.year_column and period is None else None)
            if wrong is None:
                found = (*(mark for name in o.names for mark in bare[name][1]), *beside_year)
                whole.append(Named(o, tuple(bare[name][0] for name in o.names), period, found))
            elif o.row not in complained:
                complained.add(o.row)
                self.problems.append(wrong)
        return whole

    def _nameless(self, o: Observation) -> Problem | None:
        if all(o.names):
            return None
        column = next(names.column for names, name in zip(self.layout.names, o.names, strict=False) if not name)
        where = Where(self.file, row=o.row, column=letter(column))
        help = (
            "write its name; `or_column:` can say where else it stands, `blanks: as above` that it is that of the row "
            "above, `last_row:` where the table ends"
        )
        return problem("D046", "the row has no name", where, help=help)

    def _no_year(self, o: Observation) -> Problem:
        where = Where(self.file, row=o.row, column=letter(self.layout.year_column))
        message = f'"{o.year_text.strip()}" names no year{f" that runs {self.run}" if self.run else ""}'
        return problem("D031", message, where, help="write it like 2017/18, 2018 or October 2023")

    def _dimensions(self, named: Sequence[Named]) -> tuple[tuple[Dimension, ...], list[dict[str, str]]]:
        dimensions: list[Dimension] = []
        ids: list[dict[str, str]] = []
        for i, (kind, key, columns) in enumerate(self.kinds):
            first: dict[str, Found] = {}
            for n in named:
                if n.names[i] not in first:
                    at = n.o.at.column if columns is None else columns.column
                    first[n.names[i]] = Found(n.o.row, at, n.o.within[i] if columns else "")
            dimension, member_ids, found = dimension_of(kind, first, Place(self.spec_file, key, self.file))
            dimensions.append(dimension)
            ids.append(member_ids)
            self.problems += found
        periods = [n.period for n in named if n.period is not None]
        if periods:
            self.problems += mixed_years(periods, Where(self.spec_file, key=(self.id, "years")))
            dimensions.append(year_dimension(periods))
        return tuple(dimensions), ids

    def _measures(self) -> dict[str, Measure]:
        spec, made = self.spec, dict[str, Measure]()
        for id in spec.measures or ("",):
            own = spec.measures.get(id)
            unit = parse_unit((own.unit if own else "") or spec.unit)
            step = figures_of((own.figures if own else "") or spec.figures or WHOLE).step * unit.factor
            what = (own.what or own.column) if own else spec.what
            made[id] = Measure(id, unit.name, step, what, estimate=any(spec.beside_of(id)[:3]))
        return made

    def _rule(self, id: str) -> Rule:
        own = self.spec.measures.get(id)
        unit = parse_unit((own.unit if own else "") or self.spec.unit)
        figures = figures_of((own.figures if own else "") or self.spec.figures or WHOLE)
        codes = {text if text == BLANK else text.strip(): why.strip() for text, why in self.spec.codes.items()}
        return Rule(unit.name, figures, codes, self.spec.allows_negative(unit.name), unit.factor)

    def _cells(
        self, named: Sequence[Named], ids: Sequence[Mapping[str, str]], measures: Mapping[str, Measure]
    ) -> dict[CellKey, Cell]:
        wrong = Complaints(self.file)
        spread = self.grid.spread(figures.column for figures in self.layout.figures)
        make = FigureCells(
            self.grid.faults, spread, Marks(self.spec.marks), {id: self._rule(id) for id in measures}, wrong
        )
        cells: dict[CellKey, Cell] = {}
        rows: dict[CellKey, int] = {}
        repeated: set[int] = set()
        for n in named:
            cell = make.cell(n.o, n.marks)
            member_ids = (ids[i][name] for i, name in enumerate(n.names))
            key = (n.o.at.measure, *member_ids, *((n.period.id,) if n.period else ()))
            rows[key] = rows.get(key, 0) + 1
            if key not in cells:
                cells[key] = cell
            elif self.spec.adds_up:
                cells[key] = added(cells[key], cell, rows[key])
            elif n.o.row not in repeated and not self._alike(n, ids):
                repeated.add(n.o.row)
                self.problems.append(self._repeats(key, cells[key], n.o))
        self.problems += wrong.problems(all_blank_is_a_row=len(named) > 1)
        return cells

    def _alike(self, n: Named, ids: Sequence[Mapping[str, str]]) -> bool:
        """Whether the row's name shares its id with another, which is a problem of its own."""
        return any(list(ids[i].values()).count(ids[i][name]) > 1 for i, name in enumerate(n.names))

    def _repeats(self, key: CellKey, first: Cell, o: Observation) -> Problem:
        named = ", ".join(filter(None, key)) or "the one figure"
        where = Where(self.file, row=o.row, column=letter(o.at.column))
        rows = f'row {first.row} ("{first.text.strip()}") and again in row {o.row} ("{o.text.strip()}")'
        help = "remove one, or add the column in which they differ to `rows:` or `where:`"
        return problem("D030", f"{named} stands in {rows}", where, help=help)

    def _with_holes(
        self, cells: dict[CellKey, Cell], measures: Mapping[str, Measure], dimensions: tuple[Dimension, ...]
    ) -> dict[CellKey, Cell]:
        """The cells in the order of measures and members, with one for each combination that has no row."""
        total = len(measures)
        for dimension in dimensions:
            total *= len(dimension.members)
        if total > MOST_COMBINATIONS:
            return cells
        no_row = self.spec.no_row or (NIL if self.spec.count else "")
        out: dict[CellKey, Cell] = {}
        holes: list[CellKey] = []
        for key in product(measures, *([m.id for m in d.members] for d in dimensions)):
            if key not in cells:
                holes.append(key)
            out[key] = cells[key] if key in cells else self._hole(key[0], no_row)
        if holes and not no_row and not any(p.code in _MAKE_HOLES for p in self.problems):
            first = ", ".join(filter(None, holes[0]))
            message = f"{len(holes)} of {total} combinations have no row in {self.file}, the first is {first}"
            where, help = Where(self.spec_file, key=(self.id,)), "say with `no_row:` what that means (nil for zero)"
            self.problems.append(problem("D047", message, where, help=help))
        return out

    def _hole(self, measure: str, no_row: str) -> Cell:
        if no_row == NIL:
            zero, _ = clean(NIL, 0, "", replace(self._rule(measure), codes={NIL: NIL}))
            return replace(zero, text="")
        return Cell(None, None, None, Standing.MISSING, "", 0, "", reason=no_row or NO_ROW)
