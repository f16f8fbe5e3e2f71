"""Claims: a fact and a meaning, checked over the whole interval, with both margins to false."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from report_builder.facts.fact import Fact
from report_builder.facts.family import Facts
from report_builder.facts.interval import Interval
from report_builder.facts.meanings import MEANINGS, Meaning, Quantity, Region


@dataclass(frozen=True, slots=True)
class Margin:
    """The claim is false if `subject` were `bound` or beyond (`more`: upward), `gap` away from what it is."""

    subject: str
    bound: Fraction
    more: bool
    gap: Fraction
    unit: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a meaning holds for a fact.

    `at_value` for the printed value, `throughout` for all that rounding leaves, `like_for_like` over those complete in
    both periods (None where the raw comparison is that already). `quantity` is the number that was tested.
    """

    fact: Fact
    meaning: Meaning
    applies: bool
    quantity: Fraction | None
    at_value: bool
    throughout: bool
    like_for_like: bool | None
    margins: tuple[Margin, ...]

    @property
    def accepted(self) -> bool:
        """Whether what the claim rests on was accepted on record."""
        return all(self.fact.accepts(doubt) for doubt in blocking(self.fact))

    @property
    def holds(self) -> bool:
        """Whether the words may be printed (an accepted problem's caveat goes with them)."""
        sound = self.like_for_like is not False or self.accepted
        return self.applies and self.at_value and self.throughout and sound

    @property
    def needs_caveat(self) -> bool:
        return self.holds and bool(blocking(self.fact))


def blocking(fact: Fact) -> tuple[str, ...]:
    """The doubts that a claim may not stand on without an acceptance."""
    return tuple(d for d in fact.doubts if d in ("part-year-base", "missing-parts", "overlapping-parts"))


def quantity_of(fact: Fact) -> tuple[Quantity, Fraction, Interval] | None:
    """What of a fact a meaning is about: its kind, value and interval; None where the fact has no value."""
    if fact.value is None:
        return None
    interval = fact.interval or Interval(fact.value, fact.value)
    if fact.kind == "ratio":
        return "growth", fact.value, interval
    if fact.kind == "change":
        return "growth", 1 + fact.value / 100, interval.scaled(Fraction(1, 100)) + Interval(Fraction(1), Fraction(1))
    if fact.kind == "rank":
        return "rank", fact.value, interval
    if fact.unit == "percent":
        return "fraction", fact.value / 100, interval.scaled(Fraction(1, 100))
    return "level", fact.value, interval


def check(fact: Fact, meaning: Meaning, facts: Facts) -> Verdict:
    """The verdict on one claim."""
    found = quantity_of(fact)
    if found is None or found[0] != meaning.quantity:
        return Verdict(fact, meaning, False, found[1] if found else None, False, False, None, ())
    _, value, interval = found
    region = meaning.region
    tie = not meaning.tie or fact.standings is None or bool(fact.standings.tied) == (meaning.tie == "joint")
    at_value = region.holds(value) and tie
    throughout = at_value and _all_in(region, interval)
    like: bool | None = None
    if fact.like_for_like is not None:
        ratio = fact.like_for_like.ratio
        like = ratio is not None and region.holds(ratio)
    return Verdict(fact, meaning, True, value, at_value, throughout, like, margins(fact, region, facts))


def margins(fact: Fact, region: Region, facts: Facts) -> tuple[Margin, ...]:
    """How far each number behind the claim could move before it is false, nearest bound first on each side."""
    if fact.kind in ("ratio", "change", "share") and len(fact.inputs) == 2:
        to, from_ = (facts.by_id(i) for i in fact.inputs)
        return _quotient_margins(to, from_, region)
    if fact.kind == "rank" and fact.standings:
        return _rank_margins(fact)
    factor = 100 if fact.unit == "percent" else 1
    step = fact.step or Fraction(1)
    return tuple(_beyond(fact, fact.label, region, factor, step))


def _quotient_margins(to: Fact, from_: Fact, region: Region) -> tuple[Margin, ...]:
    if to.value is None or not from_.value:
        return ()
    top, bottom = _subject(to, from_), _subject(from_, to)
    out: list[Margin] = []
    if region.low is not None and region.low > 0:
        at = _last_false_below(region.low * from_.value, to.step, region.low_open)
        out.append(Margin(top, at, False, to.value - at, to.unit))
        at = _last_false_above(to.value / region.low, from_.step, region.low_open)
        out.append(Margin(bottom, at, True, at - from_.value, from_.unit))
    if region.high is not None:
        at = _last_false_above(region.high * from_.value, to.step, region.high_open)
        out.append(Margin(top, at, True, at - to.value, to.unit))
        at = _last_false_below(to.value / region.high, from_.step, region.high_open)
        out.append(Margin(bottom, at, False, from_.value - at, from_.unit))
    return tuple(out)


def _subject(fact: Fact, other: Fact) -> str:
    return fact.period if fact.period and fact.period != other.period else fact.label


def _last_false_below(bound: Fraction, step: Fraction, is_false: bool) -> Fraction:
    """The largest figure at which the claim is false from below; the bound itself where that is false."""
    unit = step or Fraction(1)
    at = floor(bound / unit) * unit
    return at if is_false or at < bound else at - unit


def _last_false_above(bound: Fraction, step: Fraction, is_false: bool) -> Fraction:
    unit = step or Fraction(1)
    at = ceil(bound / unit) * unit
    return at if is_false or at > bound else at + unit


def _beyond(fact: Fact, subject: str, region: Region, factor: int, step: Fraction) -> list[Margin]:
    value = fact.value or Fraction(0)
    out = []
    if region.low is not None:
        at = _last_false_below(region.low * factor, step, region.low_open)
        out.append(Margin(subject, at, False, value - at, fact.unit))
    if region.high is not None:
        at = _last_false_above(region.high * factor, step, region.high_open)
        out.append(Margin(subject, at, True, at - value, fact.unit))
    return out


def _rank_margins(fact: Fact) -> tuple[Margin, ...]:
    if fact.standings is None:
        return ()
    order = fact.standings.order
    mine = fact.member(fact.standings.among) or fact.inputs[0].partition("[")[2].rstrip("]").split(",")[0].strip()
    at = next((i for i, (member, _, _) in enumerate(order) if member == mine), None)
    if at is None:
        return ()
    value, out = order[at][2], []
    if at + 1 < len(order):
        _, name, other = order[at + 1]
        out.append(Margin(name, value, not fact.standings.lowest_first, abs(value - other), ""))
    if at > 0:
        _, name, other = order[at - 1]
        out.append(Margin(name, value, fact.standings.lowest_first, abs(value - other), ""))
    return tuple(out)


def _all_in(region: Region, interval: Interval) -> bool:
    """Whether the whole interval lies in the region. The upper end of a rounding interval is not itself a possible
    truth of what was printed, so a bound that coincides with it is no failure."""
    low_in = region.low is None or (interval.low is not None and interval.low >= region.low)
    high_in = region.high is None or (interval.high is not None and interval.high <= region.high)
    if interval.exact and interval.low is not None:
        return region.holds(interval.low)
    return low_in and high_in


def strongest(fact: Fact, names: tuple[str, ...], facts: Facts) -> Meaning | None:
    """The first of `names` (strongest first) that holds for the fact, like for like as well unless accepted."""
    return next((MEANINGS[n] for n in names if check(fact, MEANINGS[n], facts).holds), None)
