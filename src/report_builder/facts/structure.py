"""How the counts of a protected dataset hang together, whatever is printed: totals, bounds, what is public anyway."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, product

from msgspec import Struct, field

from report_builder.facts.family import Axis
from report_builder.facts.forms import Counts, is_count
from report_builder.facts.interval import Interval
from report_builder.facts.linear import Form, Row, Variable, count_of, row
from report_builder.facts.numbers_as_printed import parse_printed
from report_builder.problems import Problem, Where, problem
from report_builder.tables.dataset import Dataset, Dimension, Member
from report_builder.tables.ids import make_id
from report_builder.tables.protection import Protection, PublicTotal

MOST_MEASURES = 8  # of which every sum is tried


class Structure(Struct):
    """The rows found for one dataset, and what is wrong with its description."""

    counts: Counts
    dataset: Dataset
    protection: Protection
    file: str
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def find(self) -> None:
        """Everything that holds of the dataset's counts."""
        for measure in (m.id for m in self.dataset.measures if is_count(m)):
            self._bounds(measure)
            for at, dimension in enumerate(self.dataset.dimensions, start=2):
                for total, parts, whole in self._totals(dimension):
                    self._adds_up(measure, at, total, parts, whole)
        self._measures()
        for i, public in enumerate(self.protection.public_totals):
            self._public(public, Where(self.file, key=(self.dataset.id, "protect", "public_totals", i)))

    def variables(self, measure: str) -> tuple[Variable, ...]:
        """The counts of one measure."""
        return tuple((self.dataset.id, *key) for key in self.dataset.cells if key[0] == measure)

    def _holds(self, form: Form, low: Fraction | int | None, high: Fraction | int | None) -> None:
        """Notes a relation, moved by what our own figures are off: a reader may know by how much."""
        value = form.value(self.counts.truth)
        if value is not None and not Interval(_exact(low), _exact(high)).holds(value):
            low = high = value
        found = row(form, low, high)
        if found is not None:
            self.rows.append(found)

    def _bounds(self, measure: str) -> None:
        """What the publisher says of a figure that is withheld already, as "<5"."""
        for variable in self.variables(measure):
            cell = self.counts.cell(variable)
            if cell.value is None and (cell.low is not None or cell.high is not None):
                self._holds(count_of(variable), cell.low, cell.high)

    def _totals(self, dimension: Dimension) -> Iterator[tuple[Member, tuple[Member, ...], bool]]:
        """Each total row with the rows it adds up, and whether these are all of it."""
        parts = tuple(m for m in dimension.members if not m.total)
        totals = [m for m in dimension.members if m.total]
        axis = Axis(dimension.name, dimension.members)
        for total in totals:
            named = [m for word in self.protection.subtotals.get(total.id, ()) if (m := axis.find(word))]
            inside = tuple(named) or tuple(m for m in parts if m.part_of == total.id)
            if inside:
                yield total, inside, not dimension.overlapping
            elif total.id == make_id(dimension.make_up) or total.name == dimension.make_up or len(totals) == 1:
                yield total, parts, dimension.complete and not dimension.overlapping
            else:
                self._unknown(total, dimension)

    def _unknown(self, total: Member, dimension: Dimension) -> None:
        names = [m.id for m in dimension.members if not m.total][:2]
        where = Where(self.file, key=(self.dataset.id, "protect"))
        message = f'"{total.name}" is a total, but of which rows is not said'
        hint = f"list them: subtotals:, and under it {total.id}: [{', '.join(names)}, ...]"
        self.problems.append(problem("V005", message, where, help=hint))

    def _adds_up(self, measure: str, at: int, total: Member, parts: Sequence[Member], whole: bool) -> None:
        """The total is its parts; where some are not listed or overlap, it is at least their sum, or each of them."""
        for variable in self.variables(measure):
            if variable[at] != total.id:
                continue
            inside = [(*variable[:at], part.id, *variable[at + 1 :]) for part in parts]
            inside = [v for v in inside if v[1:] in self.dataset.cells]
            if not inside:
                continue
            if whole:
                self._equal(count_of(variable), count_of(*inside))
                continue
            self._at_least(count_of(variable), inside, self.dataset.dimensions[at - 2].overlapping)

    def _equal(self, total: Form, parts: Form) -> None:
        gap = (total - parts).value(self.counts.truth)
        self._holds(total - parts, gap or 0, gap or 0)

    def _at_least(self, total: Form, parts: Sequence[Variable], overlapping: bool) -> None:
        for form in [count_of(v) for v in parts] if overlapping else [count_of(*parts)]:
            value = (total - form).value(self.counts.truth)
            if value is None or value >= 0:
                self._holds(total - form, 0, None)

    def _measures(self) -> None:
        """Columns of figures that are the sum of others in every row, as boys and girls of all, whether said or not."""
        ids = [m.id for m in self.dataset.measures if is_count(m)]
        if not 2 < len(ids) <= MOST_MEASURES:
            return
        keys = list(dict.fromkeys(key[1:] for key in self.dataset.cells))
        for total in ids:
            others = [m for m in ids if m != total]
            for n in range(2, len(others) + 1):
                for parts in combinations(others, n):
                    self._measure_of(total, parts, keys)

    def _measure_of(self, total: str, parts: tuple[str, ...], keys: Sequence[tuple[str, ...]]) -> None:
        forms = [
            count_of((self.dataset.id, total, *key)) - count_of(*((self.dataset.id, part, *key) for part in parts))
            for key in keys
        ]
        gaps = [form.value(self.counts.truth) for form in forms]
        if len([g for g in gaps if g is not None]) > 2 and not any(gaps):
            for form in forms:
                self._holds(form, 0, 0)

    def _public(self, public: PublicTotal, where: Where) -> None:
        measures = [m.id for m in self.dataset.measures if is_count(m)]
        measure = public.measure or (measures[0] if len(measures) == 1 else "")
        choices: list[list[str]] = []
        for dimension in self.dataset.dimensions:
            members = self._selected(public, dimension, where)
            choices.append([m.id for m in members])
        unknown = [name for name in public.selectors if name not in {d.name for d in self.dataset.dimensions}]
        if unknown or measure not in measures:
            wrong = unknown[0] if unknown else f"measure: {public.measure}".rstrip(": ")
            hint = (
                f"it is by {', '.join(d.name for d in self.dataset.dimensions)}; its counts are {', '.join(measures)}"
            )
            self.problems.append(problem("V004", f'"{self.dataset.id}" has no "{wrong}"', where, help=hint))
            return
        form = count_of(*((self.dataset.id, measure, *key) for key in product(*choices)))
        printed = parse_printed(public.value) if public.value else None
        own = form.value(self.counts.truth)
        if public.value and printed is None:
            hint = 'write it as printed: "554", "1,824"'
            self.problems.append(problem("V004", f'"{public.value}" is not a number', where, help=hint))
            return
        value = printed[0] if printed else own
        if value is None:
            hint = "give the figure that was published: `value:`"
            self.problems.append(problem("V004", "a total with a part that is missing", where, help=hint))
            return
        half = Fraction(public.rounded_to, 2) if public.rounded_to > 1 else Fraction(0)
        if own is not None and not value - half <= own <= value + half:
            value, half = own, Fraction(0)
        self._holds(form, value - half, value + half)

    def _selected(self, public: PublicTotal, dimension: Dimension, where: Where) -> tuple[Member, ...]:
        words = public.selectors.get(dimension.name)
        parts = tuple(m for m in dimension.members if not m.total)
        if (
            words is None
            or words == (dimension.make_up,)
            or [make_id(w) for w in words] == [make_id(dimension.make_up)]
        ):
            return parts
        axis = Axis(dimension.name, dimension.members)
        found = [axis.find(word) for word in words]
        for word, member in zip(words, found, strict=True):
            if member is None:
                known = ", ".join(m.id for m in dimension.members[:12])
                message = f'"{self.dataset.id}" has no {dimension.name} "{word}"'
                self.problems.append(problem("V004", message, where, help=f"it has {known}"))
        return tuple(m for m in found if m is not None)


def _exact(bound: Fraction | int | None) -> Fraction | None:
    return None if bound is None else Fraction(bound)
