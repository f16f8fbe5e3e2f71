"""Which counts each fact is made of: facts as linear forms over the cells of protected datasets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product

from msgspec import Struct

from report_builder.facts.choice import chosen
from report_builder.facts.fact import Fact
from report_builder.facts.family import Facts, Family
from report_builder.facts.linear import Form, Variable, count_of
from report_builder.facts.spec import FromData
from report_builder.tables.dataset import Cell, Dataset, Measure
from report_builder.tables.protection import Protection

_NO_COUNTS = ("percent", "percent change", "points", "times", "GBP", "EUR", "USD")


def is_count(measure: Measure) -> bool:
    """Whether a measure counts people or cases, by its unit."""
    return measure.unit not in _NO_COUNTS and not measure.unit.startswith("per ") and not measure.estimate


class Counts(Struct, frozen=True):
    """The facts of a report, and the datasets among theirs that are protected."""

    facts: Facts

    def protected(self) -> Iterator[tuple[Dataset, Protection]]:
        for dataset in self.facts.datasets.values():
            if dataset.protection is not None:
                yield dataset, dataset.protection

    def protection(self, family: Family) -> Protection | None:
        """That of a family read from a count of a protected dataset; None for every other."""
        dataset = self.facts.datasets.get(family.dataset)
        if dataset is None or not isinstance(family.spec, FromData) or not is_count(_measure(family.spec, dataset)):
            return None
        return dataset.protection

    def cell(self, variable: Variable) -> Cell:
        """The cell that a count stands in."""
        return self.facts.datasets[variable[0]].cells[variable[1:]]

    def truth(self, variable: Variable) -> Fraction | None:
        """A count as our file has it; None where there is none, or where it stands behind a percentage only."""
        return self.cell(variable).value if variable[0] else None

    def variables(self, fact: Fact) -> tuple[Variable, ...]:
        """The cells that a fact of a protected dataset is read from, those without a figure included."""
        family = self.facts.families[fact.name]
        dataset = self.facts.datasets[family.dataset]
        if not isinstance(family.spec, FromData):
            return ()
        keys = product(*_choices(family, family.spec, dict(fact.key), dataset))
        measure = _measure(family.spec, dataset).id
        return tuple((dataset.id, measure, *key) for key in keys if (measure, *key) in dataset.cells)

    def form(self, fact: Fact) -> Form | None:
        """What a fact adds up; a constant where nothing of it is protected, None where it is no sum."""
        family = self.facts.families[fact.name]
        if self.protection(family) is None:
            return self._open(fact)
        variables = self.variables(fact)
        if fact.kind not in ("value", "sum", "mean"):
            return None
        if fact.at_least:
            variables = tuple(v for v in variables if self.truth(v) is not None)
        whole = count_of(*variables)
        return whole.scaled(Fraction(1, len(variables) or 1)) if fact.kind == "mean" else whole

    def _open(self, fact: Fact) -> Form | None:
        if fact.kind == "difference" and len(fact.inputs) == 2:
            top, bottom = (self.form(self.facts.by_id(i)) for i in fact.inputs)
            return top - bottom if top is not None and bottom is not None else None
        if fact.inputs or fact.value is None:
            return None
        return Form({}, fact.value)


def own_value(fact: Fact) -> Fraction | None:
    """What we compute ourselves, which may not be what is printed; None where nothing is."""
    if fact.computed is not None:
        return fact.computed
    return None if fact.published is not None and fact.published.printed else fact.value


def _measure(spec: FromData, dataset: Dataset) -> Measure:
    return next((m for m in dataset.measures if m.id == spec.column), dataset.measures[0])


def _choices(family: Family, spec: FromData, fixed: Mapping[str, str], dataset: Dataset) -> Iterator[tuple[str, ...]]:
    for dimension in dataset.dimensions:
        member, axis = fixed.get(dimension.name), family.axis(dimension.name)
        if member is None or axis is None:
            yield tuple(m.id for m in chosen(spec, dimension))
        elif member == axis.whole:
            yield tuple(m.id for m in dimension.members if not m.total)
        else:
            yield (member,)
