"""Facts read from the cells of a dataset: value, sum, count, mean, median, min, max."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from statistics import median

from report_builder.facts.fact import CellRef, Fact, Shortfall
from report_builder.facts.family import Axis
from report_builder.facts.interval import Interval, total
from report_builder.facts.spec import FromData
from report_builder.problems import Problem, Where, problem
from report_builder.tables.dataset import Cell, Dataset, Dimension, Member, Standing
from report_builder.tables.ids import make_id


@dataclass(frozen=True, slots=True)
class Found:
    """A cell, and the members that name it outside the year ("Gwent") with its year."""

    cell: Cell
    who: str
    name: str
    year: str


def axes_of(spec: FromData, dataset: Dataset) -> tuple[tuple[Axis, ...], tuple[str, ...]]:
    """The axes of a family in the order of `each`, and the words of `each` that the dataset does not have."""
    axes, unknown = [], []
    for name in spec.each:
        dimension = next((d for d in dataset.dimensions if d.name == name), None)
        if dimension is None:
            unknown.append(name)
            continue
        axes.append(_axis(spec, dimension))
    return tuple(axes), tuple(unknown)


def _axis(spec: FromData, dimension: Dimension) -> Axis:
    members = dimension.members
    whole = make_id(dimension.make_up) if dimension.make_up and dimension.complete else ""
    adds = whole and spec.kind != "value" and not dimension.overlapping
    if adds and not any(m.id == whole for m in members):
        members = (*members, Member(whole, dimension.make_up, total=True))
    return Axis(dimension.name, members, whole if adds else "", dimension.overlapping, dimension.complete)


def family_facts(
    name: str, spec: FromData, dataset: Dataset, axes: tuple[Axis, ...], where: Where
) -> tuple[dict[tuple[str, ...], Fact], list[Problem]]:
    """Every fact of the family, by member ids in the order of `axes`, and what is wrong with any."""
    out: dict[tuple[str, ...], Fact] = {}
    problems: list[Problem] = []
    folded = _folded(spec, dataset)
    for key in product(*(a.members for a in axes)):
        cells = tuple(_cells(spec, dataset, axes, key))
        if spec.kind == "value" and len(cells) != 1:
            problems.append(_not_one(name, spec, key, len(cells), folded, where))
            continue
        out[tuple(m.id for m in key)] = _fact(name, spec, dataset, axes, key, cells)
    overlapping = [d for d in folded if d.overlapping]
    if overlapping and spec.kind in ("sum", "mean", "median"):
        words = f'"{name}" adds up {overlapping[0].name}s that overlap: one case can count in several of them'
        problems.append(problem("F012", words, where, help="use `each:` to print them apart; they cannot be added"))
    return out, problems[:1] if spec.kind == "value" else problems


def _folded(spec: FromData, dataset: Dataset) -> list[Dimension]:
    return [d for d in dataset.dimensions if d.name not in spec.each and d.name not in spec.where]


def _not_one(
    name: str, spec: FromData, key: Sequence[Member], n: int, folded: list[Dimension], where: Where
) -> Problem:
    member = f" for {', '.join(m.name for m in key)}" if key else ""
    dims = " and ".join(d.name for d in folded) or "row"
    hint = f"add `each: [{', '.join((*spec.each, *(d.name for d in folded)))}]`, or `where:` to choose, or `kind: sum`"
    return problem("F011", f'"{name}" is one value, but {n} cells were found{member} (by {dims})', where, help=hint)


def _cells(spec: FromData, dataset: Dataset, axes: tuple[Axis, ...], key: Sequence[Member]) -> Iterator[Found]:
    measure = spec.column or (dataset.measures[0].id if dataset.measures else "")
    choices: list[tuple[Member, ...]] = []
    fixed = dict(zip((a.name for a in axes), key, strict=True))
    for dimension in dataset.dimensions:
        member = fixed.get(dimension.name)
        axis = next((a for a in axes if a.name == dimension.name), None)
        if member is not None and axis is not None and member.id == axis.whole:
            choices.append(tuple(m for m in dimension.members if not m.total))
        elif member is not None:
            choices.append((member,))
        elif dimension.name in spec.where:
            wanted = {make_id(w) for w in spec.where[dimension.name]} | set(spec.where[dimension.name])
            choices.append(tuple(m for m in dimension.members if m.id in wanted or m.name in wanted))
        else:
            choices.append(tuple(m for m in dimension.members if not m.total))
    for members in product(*choices):
        cell = dataset.cells.get((measure, *(m.id for m in members)))
        if cell is not None:
            rest = [m for m, d in zip(members, dataset.dimensions, strict=True) if d.name != "year"]
            year = next((m.id for m, d in zip(members, dataset.dimensions, strict=True) if d.name == "year"), "")
            yield Found(cell, ", ".join(m.id for m in rest), ", ".join(m.name for m in rest), year)


def _fact(
    name: str, spec: FromData, dataset: Dataset, axes: tuple[Axis, ...], key: Sequence[Member], found: Sequence[Found]
) -> Fact:
    measure = next((m for m in dataset.measures if m.id == spec.column), dataset.measures[0])
    missing = [f for f in found if f.cell.value is None]
    present = [f for f in found if f.cell.value is not None]
    at_least = bool(missing) and any(a.problem == "missing-parts" for a in spec.accept)
    value, interval, reason = None, None, _reasons(missing) or ("" if found else "no cell in the data")
    if present and (not missing or at_least):
        value, interval = AGGREGATES[spec.kind](present)
        reason = ""
        if at_least and spec.kind == "sum":
            interval = Interval(interval.low, None)
    elif len(found) == 1 and found[0].cell.low is not None:
        interval = Interval(found[0].cell.low, found[0].cell.high)
    places = {a.name: m for a, m in zip(axes, key, strict=True)}
    place = places.get("place")
    place_name = place.name if place else (spec.place if spec.place not in ("", "here") else dataset.place)
    year = places.get("year")
    return Fact(
        name=name,
        key=tuple((a.name, m.id) for a, m in zip(axes, key, strict=True)),
        label=spec.label,
        kind=spec.kind,
        unit=spec.unit or measure.unit,
        value=value,
        interval=interval,
        reason=reason,
        place=make_id(place_name) if place is None else place.id,
        place_name=place_name,
        period=year.id if year else (spec.period if spec.period not in ("latest", "first", "previous") else ""),
        base=spec.base,
        base_size=spec.base_size,
        short=spec.short,
        note=spec.note,
        decimals=spec.decimals,
        step=measure.step,
        cells=tuple(_ref(dataset, f.cell) for f in found),
        shortfalls=tuple(s for f in found if (s := _shortfall(f, year)) is not None),
        sources=(dataset.source,) if dataset.source else (),
        accepted=spec.accept,
        doubts=("missing-parts",) if missing and present else (),
        at_least=at_least and value is not None,
    )


def _reasons(missing: Sequence[Found]) -> str:
    return "; ".join(f"{f.name}: {f.cell.reason}" if f.name else f.cell.reason for f in missing)


def _ref(dataset: Dataset, cell: Cell) -> CellRef:
    return CellRef(dataset.id, dataset.file, dataset.sheet, cell.row, cell.column, cell.text)


def _shortfall(found: Found, year: Member | None) -> Shortfall | None:
    cell = found.cell
    if cell.standing is Standing.COMPLETE:
        return None
    period = found.year or (year.id if year else "")
    return Shortfall(found.who, found.name, period, cell.standing, cell.reason, cell.covers, cell.note, cell.source)


def _interval(found: Found) -> Interval:
    return Interval(found.cell.low, found.cell.high)


def _values(present: Sequence[Found]) -> list[Fraction]:
    return [f.cell.value for f in present if f.cell.value is not None]


def _sum(present: Sequence[Found]) -> tuple[Fraction, Interval]:
    return sum(_values(present), Fraction(0)), total(_interval(f) for f in present)


def _count(present: Sequence[Found]) -> tuple[Fraction, Interval]:
    n = Fraction(len(present))
    return n, Interval(n, n)


def _mean(present: Sequence[Found]) -> tuple[Fraction, Interval]:
    value, interval = _sum(present)
    return value / len(present), interval.scaled(Fraction(1, len(present)))


def _ordered(pick: Callable[[list[Fraction]], Fraction]) -> Callable[[Sequence[Found]], tuple[Fraction, Interval]]:
    """An order statistic: it rises with each of its values, so the bounds' statistic bounds it."""

    def of(present: Sequence[Found]) -> tuple[Fraction, Interval]:
        values = _values(present)
        lows = [f.cell.low if f.cell.low is not None else v for f, v in zip(present, values, strict=True)]
        highs = [f.cell.high if f.cell.high is not None else v for f, v in zip(present, values, strict=True)]
        return pick(values), Interval(pick(lows), pick(highs))

    return of


AGGREGATES: dict[str, Callable[[Sequence[Found]], tuple[Fraction, Interval]]] = {
    "value": _sum,
    "sum": _sum,
    "count": _count,
    "mean": _mean,
    "median": _ordered(lambda v: Fraction(median(v))),
    "min": _ordered(min),
    "max": _ordered(max),
}
