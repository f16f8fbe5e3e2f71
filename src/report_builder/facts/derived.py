"""Facts computed from other facts: change, difference, ratio, share, rate."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from msgspec.structs import replace

from report_builder.facts.estimates import around_difference
from report_builder.facts.fact import Fact, LikeForLike, Shortfall
from report_builder.facts.interval import Interval, exactly
from report_builder.facts.spec import Comparison, Rate, Share
from report_builder.tables.dataset import Standing

Numbers = tuple[Fraction, Interval]
# what must be accepted before a comparison with such a figure on either side may carry a claim
_DOUBTS = {
    Standing.PART_PERIOD: "part-year-base",
    Standing.MISSING: "missing-parts",
    Standing.OTHER_DEFINITION: "other-definition",
}


def comparison(
    name: str, key: tuple[tuple[str, str], ...], spec: Comparison, to: Fact, from_: Fact, like: LikeForLike | None
) -> Fact:
    """`to` against `from_` as a change (per cent), a difference or a ratio."""
    unit = {"change": "percent", "ratio": "times"}.get(spec.kind, "points" if to.unit == "percent" else to.unit)
    estimates = spec.kind == "difference" and to.estimate and from_.estimate
    combine = _difference_of_estimates if estimates else COMPARISONS[spec.kind]
    fact = _two(name, key, spec, to, from_, combine, unit)
    short = like.left_out if like else tuple(s for s in fact.shortfalls if s.standing is Standing.PART_PERIOD)
    return replace(
        fact,
        period=to.period,
        from_period=from_.period if from_.period != to.period else "",
        doubts=tuple(dict.fromkeys((*fact.doubts, *(_DOUBTS[s.standing] for s in short)))),
        like_for_like=like,
        step=to.step,
        base=spec.base,
    )


def share(name: str, key: tuple[tuple[str, str], ...], spec: Share, part: Fact, whole: Fact) -> Fact:
    """`part` of `whole` in per cent (0 to 100); the whole is its base."""
    fact = _two(name, key, spec, part, whole, _share, "percent")
    return replace(fact, base=spec.base or whole.label, base_fact=whole.id, period=part.period or whole.period)


def rate(name: str, key: tuple[tuple[str, str], ...], spec: Rate, part: Fact, population: Fact) -> Fact:
    """`part` for every `per` of the population."""
    fact = _two(
        name, key, spec, part, population, lambda a, b: _scaled(_ratio(a, b), Fraction(spec.per)), f"per {spec.per:,}"
    )
    return replace(fact, per=spec.per, base_fact=population.id, base=spec.base or population.label, period=part.period)


def _two(
    name: str,
    key: tuple[tuple[str, str], ...],
    spec: Comparison | Share | Rate,
    a: Fact,
    b: Fact,
    combine: Callable[[Numbers, Numbers], Numbers | None],
    unit: str,
) -> Fact:
    numbers, reason = None, a.reason or b.reason
    if a.value is not None and b.value is not None:
        left = (a.value, a.interval or exactly(a.value))
        numbers = combine(left, (b.value, b.interval or exactly(b.value)))
        reason = "" if numbers else f"{b.label} is nil, so there is nothing to divide by"
    return Fact(
        name=name,
        key=key,
        label=spec.label,
        kind=spec.kind,
        unit=spec.unit or unit,
        value=numbers[0] if numbers else None,
        interval=numbers[1] if numbers else None,
        reason=reason,
        place=a.place,
        place_name=a.place_name,
        base_size=spec.base_size,
        short=spec.short,
        note=spec.note,
        decimals=spec.decimals,
        inputs=(a.id, b.id),
        cells=(*a.cells, *b.cells),
        shortfalls=_once((*a.shortfalls, *b.shortfalls)),
        sources=tuple(dict.fromkeys((*a.sources, *b.sources))),
        accepted=(*spec.accept, *a.accepted, *b.accepted),
        doubts=tuple(dict.fromkeys((*a.doubts, *b.doubts))),
        at_least=False,
        estimate=a.estimate or b.estimate,
    )


def _ratio(a: Numbers, b: Numbers) -> Numbers | None:
    return (a[0] / b[0], a[1].over(b[1])) if b[0] else None


def _scaled(numbers: Numbers | None, factor: Fraction) -> Numbers | None:
    return (numbers[0] * factor, numbers[1].scaled(factor)) if numbers else None


def _share(a: Numbers, b: Numbers) -> Numbers | None:
    return _scaled(_ratio(a, b), Fraction(100))


def _change(a: Numbers, b: Numbers) -> Numbers | None:
    share_of = _share(a, b)
    return (share_of[0] - 100, share_of[1] - exactly(100)) if share_of else None


def _difference(a: Numbers, b: Numbers) -> Numbers:
    return a[0] - b[0], a[1] - b[1]


def _difference_of_estimates(a: Numbers, b: Numbers) -> Numbers:
    value = a[0] - b[0]
    return value, around_difference(value, (a[0], b[0]), (a[1], b[1]))


COMPARISONS: dict[str, Callable[[Numbers, Numbers], Numbers | None]] = {
    "change": _change,
    "difference": _difference,
    "ratio": _ratio,
}


def _once(shortfalls: tuple[Shortfall, ...]) -> tuple[Shortfall, ...]:
    return tuple(dict.fromkeys(shortfalls))
