"""Facts of order: a rank among the members of a dimension, ties said."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct

from report_builder.facts.fact import Fact, Key, Shortfall, Standings
from report_builder.facts.interval import Interval
from report_builder.facts.spec import Rank


class Field(Struct, frozen=True):
    """Facts that are ranked among each other, put in order once for all of them.

    `values`, `lows` and `highs` are sorted, of what each fact is and at least and at most is, with another sign where
    the lowest is first; so a greater one is always ahead. `boundless` have nothing above that bounds them.
    """

    ids: tuple[str, ...]
    order: tuple[tuple[str, str, Fraction], ...]
    reason: str
    shortfalls: tuple[Shortfall, ...]
    values: tuple[Fraction, ...]
    lows: tuple[Fraction, ...]
    highs: tuple[Fraction, ...]
    boundless: int


def field_of(spec: Rank, facts: Sequence[Fact]) -> Field:
    """The field of those facts; without an order where any of them has no figure."""
    lowest = spec.order == "lowest"
    values = [(f, f.value) for f in facts if f.value is not None]
    values.sort(key=lambda pair: pair[1], reverse=not lowest)
    intervals = [_signed(f, lowest) for f, _ in values]
    absent = [f for f in facts if f.value is None]
    return Field(
        ids=tuple(f.id for f in facts),
        order=() if absent else tuple((f.member(spec.among), named(f, spec.among), value) for f, value in values),
        reason="; ".join(f"{named(f, spec.among)}: {f.reason}" for f in absent),
        shortfalls=tuple(dict.fromkeys(s for f in facts for s in f.shortfalls)),
        values=tuple(sorted(-value if lowest else value for _, value in values)),
        lows=tuple(sorted(i.low for i in intervals if i.low is not None)),
        highs=tuple(sorted(i.high for i in intervals if i.high is not None)),
        boundless=sum(i.high is None for i in intervals),
    )


def rank(name: str, key: Key, spec: Rank, item: Fact, field: Field) -> Fact:
    """The place of `item` among a field that it is in, 1 first; missing where any of them has no figure.

    Equal values share the better place (standard competition ranking, as ONS publishes them).
    """
    value, interval, standings = None, None, None
    if field.order and item.value is not None:
        lowest = spec.order == "lowest"
        mine = -item.value if lowest else item.value
        first, after = bisect_left(field.values, mine), bisect_right(field.values, mine)
        value = Fraction(1 + len(field.values) - after)
        interval = _possible(_signed(item, lowest), field)
        start = len(field.values) - after
        equal = field.order[start : start + after - first]
        tied = tuple(words for member, words, _ in equal if member != item.member(spec.among))
        standings = Standings(field.order, tied, spec.among, lowest)
    return Fact(
        name=name,
        key=key,
        label=spec.label,
        kind="rank",
        unit="rank",
        value=value,
        interval=interval,
        reason=field.reason,
        place=item.place,
        place_name=item.place_name,
        period=item.period,
        base=spec.base,
        short=spec.short,
        note=spec.note,
        decimals=spec.decimals,
        inputs=(item.id, *(id_ for id_ in field.ids if id_ != item.id)),
        cells=item.cells,
        shortfalls=field.shortfalls,
        sources=item.sources,
        accepted=spec.accept,
        doubts=("missing-parts",) if field.reason else (),
        standings=standings,
    )


def _signed(fact: Fact, lowest: bool) -> Interval:
    interval = fact.interval or Interval(fact.value, fact.value)
    return -interval if lowest else interval


def _possible(mine: Interval, field: Field) -> Interval:
    """The best and the worst place the item can have within everyone's intervals."""
    best = 1 if mine.high is None else 1 + len(field.lows) - bisect_right(field.lows, mine.high)
    if mine.low is None:
        return Interval(Fraction(best), Fraction(len(field.ids)))
    maybe = len(field.highs) - bisect_right(field.highs, mine.low) + field.boundless
    itself = mine.high is None or mine.high > mine.low
    return Interval(Fraction(best), Fraction(1 + maybe - itself))


def named(fact: Fact, among: str) -> str:
    """What a fact's member of a dimension is called."""
    return fact.place_name if among == "place" else fact.member(among)
