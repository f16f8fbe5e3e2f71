"""Records: a fact among those of its other years, where only years with full figures count."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from msgspec import Struct

from report_builder.facts.fact import Fact
from report_builder.facts.family import Facts
from report_builder.facts.interval import Interval
from report_builder.facts.meaning import Record
from report_builder.tables.dataset import Standing
from report_builder.tables.periods import adjacent, parse_period

_NOT_FULL = (Standing.PART_PERIOD, Standing.OTHER_DEFINITION)


class Bound(Struct, frozen=True):
    """The claim is false if the figure of `period` were `at` or beyond (`more`: upward), `gap` away from what it is."""

    period: str
    at: Fraction
    more: bool
    gap: Fraction


class Outcome(Struct, frozen=True):
    """Whether a record holds at the printed figures, and over all that rounding leaves; `reason` says why not."""

    at_value: bool
    throughout: bool
    bounds: tuple[Bound, ...] = ()
    reason: str = ""


def run_of(fact: Fact, facts: Facts) -> tuple[Fact, ...]:
    """The facts that differ from this one by their year only, in order; () where it is not of a year."""
    family = facts.families.get(fact.name)
    years = family.axis("year") if family else None
    if family is None or years is None or not fact.member("year"):
        return ()
    found = (facts.find(fact.name, (), {**dict(fact.key), "year": year.id}) for year in years.members)
    return tuple(f for f in found if isinstance(f, Fact))


def is_full(fact: Fact) -> bool:
    """Whether there is a figure, for the whole of its period and everyone in it.

    A total that somebody else published lacks none of our missing parts.
    """
    if fact.value is None or fact.at_least:
        return False
    theirs = fact.published is not None and fact.published.printed
    short = _NOT_FULL if theirs else (*_NOT_FULL, Standing.MISSING)
    return not any(s.standing in short for s in fact.shortfalls)


def full_years(fact: Fact, facts: Facts) -> tuple[Fact, ...]:
    """The years of the fact's own run that have full figures."""
    return tuple(f for f in run_of(fact, facts) if is_full(f))


def check_record(fact: Fact, record: Record, facts: Facts) -> Outcome:
    """Whether the fact is the record that is claimed."""
    run = run_of(fact, facts)
    if len(run) < 2:
        return Outcome(False, False, reason="it does not stand in a run of years")
    at = next(i for i, f in enumerate(run) if f.id == fact.id)
    if record.kind == "run":
        return _one_way(run, at, record)
    if record.latest and at != len(run) - 1:
        return Outcome(False, False, reason=f"{fact.period} is not the latest year; that is {run[-1].period}")
    if record.years:
        return _among_full(fact, run, record)
    years = run
    if record.since:
        since = next((i for i, f in enumerate(run) if f.period == record.since), None)
        if since is None or since >= at:
            return Outcome(False, False, reason=f"there is no figure for {record.since} before {fact.period}")
        if at - since == 1:
            return Outcome(False, False, reason=f"no year lies between {record.since} and {fact.period}")
        years = run[since : at + 1]
    if reason := _gaps(years):
        return Outcome(False, False, reason=reason)
    others = [f for f in years if f.id != fact.id]
    first = others.pop(0) if record.since else None
    outcome = _extreme(fact, others, record.up)
    if first is not None and not _beyond(fact, first, record.up, strict=False):
        how = "as high" if record.up else "as low"
        return Outcome(False, False, outcome.bounds, f"{first.period} was not {how}: it was {_plain(first)}")
    return outcome


def _among_full(fact: Fact, run: Sequence[Fact], record: Record) -> Outcome:
    full = [f for f in run if is_full(f)]
    if not is_full(fact):
        return Outcome(False, False, reason=f"{fact.period} itself has no full figure")
    if len(full) != record.years:
        named = ", ".join(f.period for f in full)
        return Outcome(False, False, reason=f"{len(full)} years have full figures: {named}")
    return _extreme(fact, [f for f in full if f.id != fact.id], record.up)


def _extreme(fact: Fact, others: Sequence[Fact], up: bool) -> Outcome:
    if not others:
        return Outcome(True, True)
    nearest = (max if up else min)(others, key=lambda f: f.value or Fraction(0))
    ahead = all(_beyond(f, fact, up) for f in others)
    reason = "" if ahead else f"{nearest.period} had {_plain(nearest)}, this is {_plain(fact)}"
    return Outcome(ahead, ahead and all(_surely(f, fact, up) for f in others), _bounds(fact, nearest, up), reason)


def _one_way(run: Sequence[Fact], at: int, record: Record) -> Outcome:
    if record.years > at:
        return Outcome(False, False, reason=f"there are {at} years before {run[at].period}")
    years = run[at - record.years : at + 1] if record.years else run
    if reason := _gaps(years):
        return Outcome(False, False, reason=reason)
    steps = list(pairwise(years))
    wrong = next(((a, b) for a, b in steps if not _beyond(a, b, record.up)), None)
    if wrong is not None:
        return Outcome(
            False, False, reason=f"{wrong[0].period} had {_plain(wrong[0])}, {wrong[1].period} {_plain(wrong[1])}"
        )
    before, after = min(steps, key=_size)
    return Outcome(True, all(_surely(a, b, record.up) for a, b in steps), _bounds(after, before, record.up))


def _size(step: tuple[Fact, Fact]) -> Fraction:
    return abs((step[1].value or Fraction(0)) - (step[0].value or Fraction(0)))


def _gaps(years: Sequence[Fact]) -> str:
    """Which of the years lack a full figure, in words; "" where none does."""
    short = [f.period for f in years if not is_full(f)]
    for a, b in pairwise(years):
        first, second = parse_period(a.period), parse_period(b.period)
        if first and second and not adjacent(first, second):
            short.append(f"any year between {a.period} and {b.period}")
    return f"there is no full figure for {', '.join(short)}" if short else ""


def _beyond(low: Fact, high: Fact, up: bool, strict: bool = True) -> bool:
    """Whether `high` is above `low`, or below it where the order runs down."""
    a, b = low.value or Fraction(0), high.value or Fraction(0)
    if not strict and a == b:
        return True
    return b > a if up else b < a


def _surely(low: Fact, high: Fact, up: bool) -> bool:
    """The same over all that rounding leaves of both."""
    under, over = (_interval(low), _interval(high)) if up else (_interval(high), _interval(low))
    return under.high is not None and over.low is not None and over.low > under.high


def _bounds(fact: Fact, nearest: Fact, up: bool) -> tuple[Bound, ...]:
    """Where the claim is false: the figure at its nearest rival's, or the rival at the figure's, rounding included."""
    value, other = fact.value or Fraction(0), nearest.value or Fraction(0)
    mine, theirs = _interval(fact), _interval(nearest)
    if mine.low is None or mine.high is None or theirs.low is None or theirs.high is None:
        return ()
    slack = (value - mine.low) + (theirs.high - other) if up else (mine.high - value) + (other - theirs.low)
    ends = (other + slack, value - slack) if up else (other - slack, value + slack)
    return (
        Bound(fact.period, ends[0], not up, abs(value - ends[0])),
        Bound(nearest.period, ends[1], up, abs(ends[1] - other)),
    )


def _interval(fact: Fact) -> Interval:
    return fact.interval or Interval(fact.value, fact.value)


def _plain(fact: Fact) -> str:
    return f"{float(fact.value or 0):,.10g}"
