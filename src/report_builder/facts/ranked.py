"""Facts of order: a rank among the members of a dimension, ties said."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from report_builder.facts.fact import Fact, Key, Standings
from report_builder.facts.interval import Interval
from report_builder.facts.spec import Rank


def rank(name: str, key: Key, spec: Rank, item: Fact, field: Sequence[Fact]) -> Fact:
    """The place of `item` among `field` (itself included), 1 first; missing where any of them has no figure.

    Equal values share the better place (standard competition ranking, as ONS publishes them).
    """
    absent = [f for f in field if f.value is None]
    members = {f.id: (f.member(spec.among), named(f, spec.among)) for f in field}
    reason = "; ".join(f"{members[f.id][1]}: {f.reason}" for f in absent)
    value, interval, standings = None, None, None
    if not absent and item.value is not None:
        lowest = spec.order == "lowest"
        ordered = sorted(field, key=lambda f: f.value or Fraction(0), reverse=not lowest)
        value = Fraction(1 + sum(_ahead(f, item, lowest) for f in field))
        interval = _possible(item, field, lowest)
        tied = tuple(members[f.id][1] for f in field if f.value == item.value and f.id != item.id)
        order = tuple((*members[f.id], f.value or Fraction(0)) for f in ordered)
        standings = Standings(order, tied, spec.among, lowest)
    return Fact(
        name=name,
        key=key,
        label=spec.label,
        kind="rank",
        unit="rank",
        value=value,
        interval=interval,
        reason=reason,
        place=item.place,
        place_name=item.place_name,
        period=item.period,
        base=spec.base,
        short=spec.short,
        note=spec.note,
        decimals=spec.decimals,
        inputs=(item.id, *(f.id for f in field if f.id != item.id)),
        cells=item.cells,
        shortfalls=tuple(dict.fromkeys(s for f in field for s in f.shortfalls)),
        sources=item.sources,
        accepted=spec.accept,
        doubts=("missing-parts",) if absent else (),
        standings=standings,
    )


def _ahead(other: Fact, item: Fact, lowest: bool) -> bool:
    if other.value is None or item.value is None:
        return False
    return other.value < item.value if lowest else other.value > item.value


def _possible(item: Fact, field: Sequence[Fact], lowest: bool) -> Interval:
    """The best and the worst place the item can have within everyone's intervals."""
    best = worst = 1
    mine = item.interval or Interval(item.value, item.value)
    for other in field:
        if other.id == item.id:
            continue
        theirs = other.interval or Interval(other.value, other.value)
        ahead, maybe = (
            (_below(theirs, mine), _below_maybe(theirs, mine))
            if lowest
            else (_below(mine, theirs), _below_maybe(mine, theirs))
        )
        best += ahead
        worst += maybe
    return Interval(Fraction(best), Fraction(worst))


def _below(a: Interval, b: Interval) -> bool:
    return a.high is not None and b.low is not None and a.high < b.low


def _below_maybe(a: Interval, b: Interval) -> bool:
    return a.low is None or b.high is None or a.low < b.high


def named(fact: Fact, among: str) -> str:
    """What a fact's member of a dimension is called."""
    return fact.place_name if among == "place" else fact.member(among)
