"""One dataset put together from its observations: names to members, texts to cells, remarks and checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

from report_builder.problems import Problem, Where, problem
from report_builder.tables.clean import BLANK, NIL, Complaint, Rule, clean
from report_builder.tables.complaints import Complaints
from report_builder.tables.dataset import Cell, Dataset, Dimension, Measure, Standing
from report_builder.tables.grid import Grid, letter
from report_builder.tables.layout import Key, Layout
from report_builder.tables.members import Place, mixed_years, row_dimension, year_dimension
from report_builder.tables.periods import Period, parse_period
from report_builder.tables.remarks import with_remarks
from report_builder.tables.reshape import Observation
from report_builder.tables.spec import DatasetSpec, RowsSpec, figures_of, unit_of
from report_builder.tables.totals import differing_totals

MOST_COMBINATIONS = 500_000
NO_ROW = "no row in the file"
_MAKE_HOLES = ("D030", "D031", "D045", "D046")  # problems that leave holes of their own

CellKey = tuple[str, ...]
Named = tuple[Observation, Period | None]


@dataclass(slots=True)
class Assembly:
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
        return Dataset(
            id=self.id, file=self.file, sheet=self.grid.sheet, what=spec.what, publisher=spec.publisher,
            source=spec.source, licence=spec.licence, retrieved=spec.retrieved, notes=spec.notes.strip(),
            place=spec.place, run=self.run, dimensions=dimensions, measures=tuple(measures.values()), cells=cells,
            codes=dict(spec.codes), year=self._year(),
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
        whole: list[Named] = []
        complained: set[int] = set()
        for o in kept:
            period = o.period or (parse_period(o.year_text, self.run) if self.layout.year_column else None)
            wrong = self._nameless(o) or (self._no_year(o) if self.layout.year_column and period is None else None)
            if wrong is None:
                whole.append((o, period))
            elif o.row not in complained:
                complained.add(o.row)
                self.problems.append(wrong)
        return whole

    def _nameless(self, o: Observation) -> Problem | None:
        for i, name in enumerate(o.names):
            if not name:
                column = self.layout.names[i][0]
                where = Where(self.file, row=o.row, column=letter(column))
                if self.grid.under(o.row, column):
                    help = "unmerge the cells and write the name in each row"
                    return problem("D027", "the row's name is hidden under merged cells", where, help=help)
                help = "write its name; `or_column:` can say where else it stands, `last_row:` where the table ends"
                return problem("D046", "the row has no name", where, help=help)
        return None

    def _no_year(self, o: Observation) -> Problem:
        where = Where(self.file, row=o.row, column=letter(self.layout.year_column))
        message = f'"{o.year_text.strip()}" names no year{f" that runs {self.run}" if self.run else ""}'
        return problem("D031", message, where, help="write it like 2017/18, 2018 or October 2023")

    def _dimensions(self, named: Sequence[Named]) -> tuple[tuple[Dimension, ...], list[dict[str, str]]]:
        dimensions: list[Dimension] = []
        ids: list[dict[str, str]] = []
        for i, rows in enumerate(self.spec.dimensions):
            first_rows: dict[str, int] = {}
            for o, _ in named:
                first_rows.setdefault(o.names[i], o.row)
            key: Key = (self.id, "rows") if isinstance(self.spec.rows, RowsSpec) else (self.id, "rows", i)
            place = Place(self.spec_file, key, self.file, self.layout.names[i][0])
            dimension, member_ids, found = row_dimension(rows, first_rows, place)
            dimensions.append(dimension)
            ids.append(member_ids)
            self.problems += found
        periods = [period for _, period in named if period is not None]
        if periods:
            self.problems += mixed_years(periods, Where(self.spec_file, key=(self.id, "years")))
            dimensions.append(year_dimension(periods))
        return tuple(dimensions), ids

    def _measures(self) -> dict[str, Measure]:
        spec = self.spec
        if not spec.measures:
            return {"": Measure("", unit_of(spec.unit), figures_of(spec.figures).step, spec.what)}
        steps = {id: figures_of(m.figures or spec.figures).step for id, m in spec.measures.items()}
        return {
            id: Measure(id, unit_of(m.unit or spec.unit), steps[id], m.what or m.column)
            for id, m in spec.measures.items()
        }

    def _cells(
        self,
        named: Sequence[Named],
        ids: Sequence[Mapping[str, str]],
        measures: Mapping[str, Measure],
    ) -> dict[CellKey, Cell]:
        rules = {id: self._rule(id, measure) for id, measure in measures.items()}
        cells: dict[CellKey, Cell] = {}
        wrong = Complaints(self.file)
        repeated: set[int] = set()
        for o, period in named:
            cell, complaint = clean(
                o.text, o.row, letter(o.column), rules[o.measure], self.grid.faults.get((o.row, o.column))
            )
            wrong.add(self._merged(o, complaint), cell)
            key = (o.measure, *(ids[i][name] for i, name in enumerate(o.names)), *((period.id,) if period else ()))
            if key not in cells:
                cells[key] = cell
            elif o.row not in repeated and not self._alike(o, ids):
                repeated.add(o.row)
                self.problems.append(self._repeats(key, cells[key], o))
        self.problems += wrong.problems(all_blank_is_a_row=len(named) > 1)
        return cells

    def _alike(self, o: Observation, ids: Sequence[Mapping[str, str]]) -> bool:
        """Whether the row's name shares its id with another, which is a problem of its own."""
        return any(list(ids[i].values()).count(ids[i][name]) > 1 for i, name in enumerate(o.names))

    def _rule(self, id: str, measure: Measure) -> Rule:
        described = self.spec.measures.get(id)
        figures = figures_of((described.figures if described else "") or self.spec.figures)
        codes = {text if text == BLANK else text.strip(): why.strip() for text, why in self.spec.codes.items()}
        return Rule(measure.unit, figures, codes, self.spec.allows_negative(measure.unit))

    def _merged(self, o: Observation, complaint: Complaint | None) -> Complaint | None:
        if complaint and complaint.code == "D021" and self.grid.under(o.row, o.column):
            return Complaint("D027", "the figure is hidden under merged cells", "unmerge the cells and fill in each")
        return complaint

    def _repeats(self, key: CellKey, first: Cell, o: Observation) -> Problem:
        named = ", ".join(filter(None, key)) or "the one figure"
        where = Where(self.file, row=o.row, column=letter(o.column))
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
        out: dict[CellKey, Cell] = {}
        holes: list[CellKey] = []
        for key in product(measures, *([m.id for m in d.members] for d in dimensions)):
            if key not in cells:
                holes.append(key)
            out[key] = cells[key] if key in cells else self._hole(measures[key[0]])
        if holes and not self.spec.no_row and not any(p.code in _MAKE_HOLES for p in self.problems):
            first = ", ".join(filter(None, holes[0]))
            message = f"{len(holes)} of {total} combinations have no row in {self.file}, the first is {first}"
            where, help = Where(self.spec_file, key=(self.id,)), "say with `no_row:` what that means (nil for zero)"
            self.problems.append(problem("D047", message, where, help=help))
        return out

    def _hole(self, measure: Measure) -> Cell:
        if self.spec.no_row == NIL:
            zero, _ = clean(NIL, 0, "", replace(self._rule(measure.id, measure), codes={NIL: NIL}))
            return replace(zero, text="")
        return Cell(None, None, None, Standing.MISSING, "", 0, "", reason=self.spec.no_row or NO_ROW)
