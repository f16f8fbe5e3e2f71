"""The jigsaw: age, sex and place together can name a child although no one figure does."""

from __future__ import annotations

from report_builder.facts.choice import chosen
from report_builder.facts.family import Facts, Family
from report_builder.facts.forms import is_count, own_value
from report_builder.facts.spec import FromData
from report_builder.problems import Problem, Where, problem
from report_builder.tables.dataset import Dataset
from report_builder.tables.protection import Protection

_AGE = frozenset(("age", "ages", "aged"))
_SEX = frozenset(("sex", "sexes", "gender", "genders"))
JIGSAW = "jigsaw"


def jigsaws(facts: Facts, file: str) -> tuple[Problem, ...]:
    """A problem for each family of small counts by age, sex and place that nobody has accepted on record."""
    out = []
    for family in facts.families.values():
        dataset = facts.datasets.get(family.dataset)
        if dataset is None or not isinstance(family.spec, FromData) or not _three(family, family.spec, dataset):
            continue
        small = (dataset.protection or Protection()).small
        measure = next((m for m in dataset.measures if m.id == family.spec.column), dataset.measures[0])
        values = [own_value(f) for f in family.facts.values() if f.kind != "count"]
        if not is_count(measure) or not any(v is not None and v.denominator == 1 and small(int(v)) for v in values):
            continue
        if any(a.problem == JIGSAW for a in family.spec.accept):
            continue
        message = f'"{family.name}" has small counts by age, sex and place together'
        hint = "leave one of the three out, or accept it on record: `accept:` with problem jigsaw"
        out.append(problem("V006", message, Where(file, key=(family.name,), on_key=True), help=hint))
    return tuple(out)


def _three(family: Family, spec: FromData, dataset: Dataset) -> bool:
    """Whether single members of all three are told apart: along an axis, or chosen alone."""
    told = set()
    for dimension in dataset.dimensions:
        alone = dimension.name in spec.where and len(chosen(spec, dimension)) == 1
        if family.axis(dimension.name) is None and not alone:
            continue
        words = set(dimension.name.casefold().split("_"))
        told |= {"age"} if words & _AGE else set()
        told |= {"sex"} if words & _SEX else set()
        told |= {"place"} if dimension.name == "place" else set()
    if dataset.place:
        told.add("place")
    return told == {"age", "sex", "place"}
