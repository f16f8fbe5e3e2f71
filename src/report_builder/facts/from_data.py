"""Facts read from the cells of a dataset: value, sum, count, mean, median, min, max."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import product
from statistics import median

from msgspec import Struct

from report_builder.facts.choice import chosen, wrong_choices
from report_builder.facts.fact import CellRef, Fact, Shortfall
from report_builder.facts.family import WORDS_FOR_YEARS, Axis
from report_builder.facts.interval import Interval, total
from report_builder.facts.spec import FromData
from report_builder.problems import Problem, Where, problem
from report_builder.tables.dataset import Cell, Dataset, Dimension, Member, Standing
from report_builder.tables.ids import make_id


class Found(Struct, frozen=True):
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
    if dimension.name in spec.where:
        return Axis(dimension.name, chosen(spec, dimension), "", dimension.overlapping, False)
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
    problems: list[Problem] = list(wrong_choices(name, spec, dataset, where))
    if problems:
        return out, problems
    folded = _folded(spec, dataset)
    for key in product(*(a.members for a in axes)):
        cells = tuple(_cells(spec, dataset, axes, key))
        if spec.kind == "value" and len(cells) != 1:
            problems.append(_not_one(name, spec, key, len(cells), folded, where))
            continue
        out[tuple(m.id for m in key)] = _fact(name, spec, dataset, axes, key, cells)
    return out, problems[:1]


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
        else:
            choices.append(chosen(spec, dimension))
    for members in product(*choices):
        cell = dataset.cells.get((measure, *(m.id for m in members)))
        if cell is not None:
            rest = [m for m, d in zip(members, dataset.dimensions, strict=True) if d.name != "year"]
            year = next((m.id for m, d in zip(members, dataset.dimensions, strict=True) if d.name == "year"), "")
            names = ", ".join(m.name for m in rest) or dataset.place
            yield Found(cell, ", ".join(m.id for m in rest), names, year)


def _fact(
    name: str, spec: FromData, dataset: Dataset, axes: tuple[Axis, ...], key: Sequence[Member], found: Sequence[Found]
) -> Fact:
    measure = next((m for m in dataset.measures if m.id == spec.column), dataset.measures[0])
    missing = [f for f in found if f.cell.value is None]
    accepted = bool(missing) and any(a.problem == "missing-parts" for a in spec.accept)
    value, interval = _computed(spec.kind, found, accepted)
    reason = "" if value is not None else _reasons(missing) or "no cell in the data"
    places = {a.name: m for a, m in zip(axes, key, strict=True)}
    place = places.get("place") or _only(spec, dataset, "place")
    place_name = place.name if place else (spec.place if spec.place not in ("", "here") else dataset.place)
    year = places.get("year")
    first, last = _period(spec, dataset, year, found)
    return Fact(
        name=name,
        key=tuple((a.name, m.id) for a, m in zip(axes, key, strict=True)),
        label=spec.label,
        kind=spec.kind,
        unit=spec.unit or ("" if spec.kind == "count" else measure.unit),
        value=value,
        interval=interval,
        reason=reason,
        place=make_id(place_name) if place is None else place.id,
        place_name=place_name,
        period=last,
        from_period=first if first != last else "",
        base=spec.base,
        base_size=spec.base_size,
        short=spec.short,
        note=spec.note,
        things=spec.counted == "things",
        decimals=spec.decimals,
        step=Fraction(0) if spec.kind == "count" else measure.step,
        cells=tuple(_ref(dataset, f.cell) for f in found),
        shortfalls=tuple(s for f in found if (s := _shortfall(f, year)) is not None),
        sources=(dataset.source,) if dataset.source else (),
        accepted=spec.accept,
        doubts=("missing-parts",) if missing and len(missing) < len(found) and spec.kind != "count" else (),
        at_least=accepted and value is not None and spec.kind == "sum",
        estimate=measure.estimate and spec.kind != "count",
        asked=found[0].cell.base if len(found) == 1 else None,
    )


def _computed(kind: str, found: Sequence[Found], accepted: bool) -> tuple[Fraction | None, Interval | None]:
    """Value and interval of what was found. A missing cell is never nil: it leaves no value, or where that is accepted
    the value of the rest, with bounds for the whole."""
    present = [f for f in found if f.cell.value is not None]
    missing = [f for f in found if f.cell.value is None]
    if kind == "count":
        return _count(present) if found else (None, None)
    if present and not missing:
        return AGGREGATES[kind](present)
    bounds = _bounds(kind, found)
    if not present or not accepted:
        return None, bounds if bounds.high is not None else None
    return AGGREGATES[kind](present)[0], bounds


def _bounds(kind: str, found: Sequence[Found]) -> Interval:
    """What can be said where some cells have no figure: those may hold anything from nil, or what "<5" leaves."""
    if not found or any(f.cell.value is not None and f.cell.value < 0 for f in found):
        return Interval(None, None)
    ranges = [_interval(f) for f in found]
    floors = [r.low if r.low is not None else Fraction(0) for r in ranges]
    tops = [r.high for r in ranges if r.high is not None]
    whole = len(tops) == len(ranges)
    if kind in ("value", "sum", "mean"):
        n = len(ranges) if kind == "mean" else 1
        return Interval(sum(floors, Fraction(0)) / n, sum(tops, Fraction(0)) / n if whole else None)
    pick = _PICKS[kind]
    if kind == "min":
        return Interval(min(floors), min(tops, default=None))
    return Interval(pick(floors), pick(tops) if whole else None)


def _only(spec: FromData, dataset: Dataset, name: str) -> Member | None:
    """The member that `where:` chooses alone."""
    dimension = next((d for d in dataset.dimensions if d.name == name), None)
    members = chosen(spec, dimension) if dimension and name in spec.where else ()
    return members[0] if len(members) == 1 else None


def _period(spec: FromData, dataset: Dataset, year: Member | None, found: Sequence[Found]) -> tuple[str, str]:
    """The first and the last period of a fact; the same where there is one."""
    if year is not None:
        return year.id, year.id
    years = list(dict.fromkeys(f.year for f in found if f.year))
    if years:
        return years[0], years[-1]
    typed = spec.period if spec.period not in WORDS_FOR_YEARS else ""
    only = typed or (dataset.year.id if dataset.year else "")
    return only, only


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


_PICKS: dict[str, Callable[[list[Fraction]], Fraction]] = {
    "median": lambda values: Fraction(median(values)),
    "min": min,
    "max": max,
}

AGGREGATES: dict[str, Callable[[Sequence[Found]], tuple[Fraction, Interval]]] = {
    "value": _sum,
    "sum": _sum,
    "count": _count,
    "mean": _mean,
} | {kind: _ordered(pick) for kind, pick in _PICKS.items()}
