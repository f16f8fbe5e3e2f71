"""Claims: a fact and a meaning, checked over the whole interval, with both margins to false."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from msgspec import Struct

from report_builder.facts.fact import Fact
from report_builder.facts.family import Facts
from report_builder.facts.interval import Interval
from report_builder.facts.meaning import Meaning, Quantity, Region
from report_builder.facts.robustness import within_chance
from report_builder.facts.series import check_record
from report_builder.tables.dataset import Standing

_OWN_CAVEAT = (Standing.PART_PERIOD, Standing.OTHER_DEFINITION)
BLOCKING = ("part-year-base", "missing-parts", "overlapping-parts", "other-definition")


class Margin(Struct, frozen=True):
    """The claim is false if `subject` were `bound` or beyond (`more`: upward), `gap` away from what it is."""

    subject: str
    bound: Fraction
    more: bool
    gap: Fraction
    unit: str


class Verdict(Struct, frozen=True):
    """Whether a meaning holds for a fact.

    `at_value` for the printed value, `throughout` for all that rounding leaves, `like_for_like` over those complete in
    both periods (None where the raw comparison is that already). `quantity` is the number that was tested. `reason`
    says of a record why it does not hold.
    """

    fact: Fact
    meaning: Meaning
    applies: bool
    quantity: Fraction | None
    at_value: bool
    throughout: bool
    like_for_like: bool | None
    margins: tuple[Margin, ...]
    by_chance: bool = False  # a rise or fall of counts that chance alone may explain
    reason: str = ""

    @property
    def accepted(self) -> bool:
        """Whether what the claim rests on was accepted on record."""
        return all(self.fact.accepts(doubt) for doubt in blocking(self.fact))

    @property
    def holds(self) -> bool:
        """Whether the words may be printed (an accepted problem's caveat goes with them)."""
        certain = not self.by_chance or self.fact.accepts("chance") is not None
        return self.applies and self.at_value and self.throughout and self._sound and certain

    @property
    def _sound(self) -> bool:
        if self.like_for_like is not None and self.like_for_like:
            return True
        doubts = blocking(self.fact)
        return self.accepted if doubts else self.like_for_like is None

    @property
    def needs_caveat(self) -> bool:
        return self.holds and bool(blocking(self.fact))


def blocking(fact: Fact) -> tuple[str, ...]:
    """The doubts that a claim may not stand on without an acceptance."""
    return tuple(d for d in fact.doubts if d in BLOCKING)


def owes(fact: Fact) -> bool:
    """Whether something must stand beside the fact: a claim's caveat, or that its own figure is of part of the period
    or follows another definition."""
    return beside(fact) or any(s.standing in _OWN_CAVEAT for s in fact.shortfalls)


def beside(fact: Fact) -> bool:
    """Whether the fact's caveat has to stand beside it, and not in the method section only."""
    acceptances = [fact.accepts(doubt) for doubt in blocking(fact)]
    return any(a is None or a.caveat == "beside" for a in acceptances)


def quantity_of(fact: Fact) -> tuple[Quantity, Fraction, Interval] | None:
    """What of a fact a meaning is about: its kind, value and interval; None where the fact has no value."""
    if fact.value is None:
        return None
    interval = fact.interval or Interval(fact.value, fact.value)
    if fact.kind == "ratio":
        return ("growth" if over_time(fact) else "comparison"), fact.value, interval
    if fact.kind == "rank":
        return "rank", fact.value, interval
    if fact.kind == "change" or fact.unit == "percent change":
        times = interval.scaled(Fraction(1, 100)) + Interval(Fraction(1), Fraction(1))
        return ("growth" if over_time(fact) else "comparison"), 1 + fact.value / 100, times
    if fact.kind == "difference":
        return ("rise" if fact.from_period and over_time(fact) else "gap"), fact.value, interval
    if fact.unit == "percent":
        return "fraction", fact.value / 100, interval.scaled(Fraction(1, 100))
    return "level", fact.value, interval


def over_time(fact: Fact) -> bool:
    """Whether a comparison is of two periods of one thing, so that it can be said to have risen or fallen.

    Two places, categories or facts are not: one of them is larger than the other.
    """
    if len(fact.inputs) != 2:
        return True
    names = {fact_id.partition("[")[0] for fact_id in fact.inputs}
    return bool(fact.from_period) and len(names) == 1


def check(fact: Fact, meaning: Meaning, facts: Facts) -> Verdict:
    """The verdict on one claim."""
    if fact.bounded:
        return _of_bound(fact, meaning)
    found = quantity_of(fact)
    if meaning.record is not None and found is not None:
        return _record(fact, meaning, found, facts)
    region = meaning.region_for(found[0]) if found else None
    if found is None or region is None or not _fits(fact, meaning, facts):
        return Verdict(fact, meaning, False, found[1] if found else None, False, False, None, ())
    _, value, interval = found
    at_value = region.holds(value) and _in_order(fact, meaning)
    throughout = at_value and _all_in(region, interval, _top_is_never_true(fact))
    like: bool | None = None
    if fact.like_for_like is not None:
        sides = fact.like_for_like
        same = sides.to - sides.from_ if sides.to is not None and sides.from_ is not None else None
        tested = same if fact.kind == "difference" else sides.ratio
        like = tested is not None and region.holds(tested)
    level = {"growth": Fraction(1), "rise": Fraction(0)}.get(found[0])
    chance = level is not None and not region.holds(level) and _by_chance(fact, facts)
    return Verdict(fact, meaning, True, value, at_value, throughout, like, margins(fact, meaning, facts), chance)


def _of_bound(fact: Fact, meaning: Meaning) -> Verdict:
    """The verdict where there is no figure but a bound: the words have to hold of all that it leaves."""
    kind: Quantity = "fraction" if fact.unit == "percent" else "level"
    region = meaning.region_for(kind)
    if region is None or meaning.record is not None or meaning.unit not in ("", fact.unit) or fact.interval is None:
        return Verdict(fact, meaning, False, None, False, False, None, ())
    interval = fact.interval.scaled(Fraction(1, 100)) if kind == "fraction" else fact.interval
    holds = _all_in(region, interval, False)
    return Verdict(fact, meaning, True, None, holds, holds, None, ())


def _by_chance(fact: Fact, facts: Facts) -> bool:
    if len(fact.inputs) != 2:
        return False
    to, from_ = (facts.by_id(i) for i in fact.inputs)
    return within_chance(to, from_)


def _record(fact: Fact, meaning: Meaning, found: tuple[Quantity, Fraction, Interval], facts: Facts) -> Verdict:
    """The verdict on a record, which is about the fact's other years as well."""
    if meaning.record is None or found[0] not in ("level", "fraction"):
        return Verdict(fact, meaning, False, found[1], False, False, None, ())
    outcome = check_record(fact, meaning.record, facts)
    near = tuple(Margin(b.period, b.at, b.more, b.gap, fact.unit) for b in outcome.bounds)
    return Verdict(
        fact, meaning, True, found[1], outcome.at_value, outcome.throughout, None, near, reason=outcome.reason
    )


def _fits(fact: Fact, meaning: Meaning, facts: Facts) -> bool:
    """Whether the meaning's unit is the fact's, a likelihood is said of shares or rates, and "median" against one."""
    if meaning.unit and fact.unit != meaning.unit:
        return False
    if meaning.quantity == "level" and not meaning.unit and not _is_count(fact):
        return False
    if meaning.median:
        return len(fact.inputs) == 2 and facts.by_id(fact.inputs[1]).kind == "middle"
    if not meaning.chance:
        return True
    units = [facts.by_id(fact_id).unit for fact_id in fact.inputs]
    return bool(units) and all(unit == "percent" or unit.startswith("per ") for unit in units)


def _is_count(fact: Fact) -> bool:
    """Whether the figure is in no unit that has to be said with a number ("£", "per 10,000")."""
    return fact.unit not in ("GBP", "EUR", "USD", "points", "times") and not fact.unit.startswith("per ")


def _in_order(fact: Fact, meaning: Meaning) -> bool:
    """Whether a rank is counted from the end that the meaning speaks of, and shared or not as it says."""
    standings = fact.standings
    if meaning.quantity != "rank" or standings is None:
        return True
    tie = not meaning.tie or bool(standings.tied) == (meaning.tie == "joint")
    return tie and standings.lowest_first == meaning.lowest


def margins(fact: Fact, meaning: Meaning, facts: Facts) -> tuple[Margin, ...]:
    """How far each number behind the claim could move before it is false, over all that rounding leaves.

    `bound` is the nearest figure, in steps of its own rounding, at which the claim is false.
    """
    found = quantity_of(fact)
    region = meaning.region_for(found[0]) if found else None
    if region is None:
        return ()
    if fact.kind in ("ratio", "change", "share") and len(fact.inputs) == 2:
        to, from_ = (facts.by_id(i) for i in fact.inputs)
        return _quotient_margins(to, from_, region)
    if fact.kind == "difference" and len(fact.inputs) == 2:
        to, from_ = (facts.by_id(i) for i in fact.inputs)
        return _difference_margins(to, from_, region)
    if fact.kind == "rank":
        return () if meaning.tie == "joint" else _rank_margins(fact, facts)
    return _own_margins(fact, region, meaning.quantity)


def _difference_margins(to: Fact, from_: Fact, region: Region) -> tuple[Margin, ...]:
    """The same of one figure less another."""
    if to.value is None or from_.value is None:
        return ()
    top, bottom = _subject(to, from_), _subject(from_, to)
    (top_down, top_up), (bottom_down, bottom_up) = _doubt(to), _doubt(from_)
    out: list[Margin] = []
    if region.low is not None and top_down is not None and bottom_up is not None:
        slack = top_down + bottom_up
        at = _last_false_below(from_.value + region.low + slack, _step(to), region.low_open)
        out.append(Margin(top, at, False, to.value - at, to.unit))
        at = _last_false_above(to.value - region.low - slack, _step(from_), region.low_open)
        out.append(Margin(bottom, at, True, at - from_.value, from_.unit))
    if region.high is not None and top_up is not None and bottom_down is not None:
        slack = top_up + bottom_down
        at = _last_false_above(from_.value + region.high - slack, _step(to), region.high_open)
        out.append(Margin(top, at, True, at - to.value, to.unit))
        at = _last_false_below(to.value - region.high + slack, _step(from_), region.high_open)
        out.append(Margin(bottom, at, False, from_.value - at, from_.unit))
    return tuple(out)


def _quotient_margins(to: Fact, from_: Fact, region: Region) -> tuple[Margin, ...]:
    if to.value is None or not from_.value:
        return ()
    top, bottom = _subject(to, from_), _subject(from_, to)
    (top_down, top_up), (bottom_down, bottom_up) = _doubt(to), _doubt(from_)
    out: list[Margin] = []
    low, high = region.low, region.high
    if low is not None and low > 0 and top_down is not None and bottom_up is not None:
        bound = low * (from_.value + bottom_up) + top_down
        at = _last_false_below(bound, _step(to), region.low_open)
        out.append(Margin(top, at, False, to.value - at, to.unit))
        bound = (to.value - top_down) / low - bottom_up
        at = _last_false_above(bound, _step(from_), region.low_open)
        out.append(Margin(bottom, at, True, at - from_.value, from_.unit))
    if high is not None and top_up is not None and bottom_down is not None:
        bound = high * (from_.value - bottom_down) - top_up
        at = _last_false_above(bound, _step(to), region.high_open)
        out.append(Margin(top, at, True, at - to.value, to.unit))
        if high > 0:
            bound = (to.value + top_up) / high + bottom_down
            at = _last_false_below(bound, _step(from_), region.high_open)
            out.append(Margin(bottom, at, False, from_.value - at, from_.unit))
    return tuple(out)


def _own_margins(fact: Fact, region: Region, quantity: Quantity) -> tuple[Margin, ...]:
    value = fact.value or Fraction(0)
    down, up = _doubt(fact)
    out: list[Margin] = []
    if region.low is not None and down is not None:
        at = _last_false_below(_as_printed(region.low, fact, quantity) + down, _step(fact), region.low_open)
        out.append(Margin(fact.label, at, False, value - at, fact.unit))
    if region.high is not None and up is not None:
        is_open = region.high_open and not _top_is_never_true(fact)
        at = _last_false_above(_as_printed(region.high, fact, quantity) - up, _step(fact), is_open)
        out.append(Margin(fact.label, at, True, at - value, fact.unit))
    return tuple(out)


def _as_printed(bound: Fraction, fact: Fact, quantity: Quantity) -> Fraction:
    """A bound of a region in the fact's own unit."""
    if not fact.unit.startswith("percent"):
        return bound
    return (bound - 1) * 100 if quantity == "growth" else bound * 100


def _doubt(fact: Fact) -> tuple[Fraction | None, Fraction | None]:
    """How far the truth may lie below and above the printed value; None without end."""
    if fact.interval is None or fact.value is None:
        return Fraction(0), Fraction(0)
    low, high = fact.interval.low, fact.interval.high
    return (None if low is None else fact.value - low), (None if high is None else high - fact.value)


def _step(fact: Fact) -> Fraction:
    """The least by which the printed figure could have been another."""
    if fact.step:
        return fact.step
    return Fraction(1) if fact.value is None or fact.value.denominator == 1 else Fraction(1, 100)


def _subject(fact: Fact, other: Fact) -> str:
    """What tells a figure from the one it is compared with: its period, else its label, its place or its own name."""
    told = ((fact.period, other.period), (fact.label, other.label), (fact.place_name, other.place_name))
    return next((mine for mine, theirs in told if mine and mine != theirs), fact.id)


def _last_false_below(bound: Fraction, step: Fraction, is_false: bool) -> Fraction:
    """The largest multiple of `step` below `bound`, or `bound` itself where the claim is false there."""
    at = floor(bound / step) * step
    return at if is_false or at < bound else at - step


def _last_false_above(bound: Fraction, step: Fraction, is_false: bool) -> Fraction:
    """The smallest multiple of `step` above `bound`, or `bound` itself where the claim is false there."""
    at = ceil(bound / step) * step
    return at if is_false or at > bound else at + step


def _rank_margins(fact: Fact, facts: Facts) -> tuple[Margin, ...]:
    """How near the neighbours in the order are; the item keeps its place alone until one of them is level with it."""
    if fact.standings is None or not fact.inputs:
        return ()
    order, lowest = fact.standings.order, fact.standings.lowest_first
    mine = facts.by_id(fact.inputs[0]).member(fact.standings.among)
    at = next((i for i, (member, _, _) in enumerate(order) if member == mine), None)
    if at is None:
        return ()
    value, out = order[at][2], []
    if at + 1 < len(order):
        _, name, other = order[at + 1]
        out.append(Margin(name, value, not lowest, abs(value - other), ""))
    if at > 0:
        _, name, other = order[at - 1]
        out.append(Margin(name, value, lowest, abs(value - other), ""))
    return tuple(out)


def _top_is_never_true(fact: Fact) -> bool:
    """Whether the interval ends where rounding would have gone up, which is no possible truth of what was printed."""
    if fact.kind not in ("value", "published") or not fact.step or fact.value is None or fact.interval is None:
        return False
    return fact.interval.high == fact.value + fact.step / 2


def _all_in(region: Region, interval: Interval, top_is_never_true: bool) -> bool:
    """Whether the whole interval lies in the region."""
    low, high = interval.low, interval.high
    if region.low is not None and (low is None or low < region.low or (region.low_open and low == region.low)):
        return False
    if region.high is None:
        return True
    if high is None or high > region.high:
        return False
    return high < region.high or not region.high_open or top_is_never_true
