"""The strongest wording that a fact carries."""

from __future__ import annotations

from fractions import Fraction

from report_builder.facts.claims import check, quantity_of
from report_builder.facts.fact import Fact
from report_builder.facts.family import Facts
from report_builder.facts.meanings import MEANINGS, Meaning, Quantity
from report_builder.words.figures import decimals_that_show, figure, place_in_order, with_unit
from report_builder.words.language import Language
from report_builder.words.round_wordings import round_wordings

_MULTIPLES = ("quintupled", "quadrupled", "trebled", "doubled")
_PARTS = ("three-quarters", "two-thirds", "half", "third", "quarter", "fifth", "tenth")
_AS_MANY = ("five-times", "four-times", "three-times", "two-times")
_MEDIAN = ("above-median", "below-median", "at-median")
_PLACES = ("ranked-first", "joint-first", "ranked-second", "ranked-third")

GROWTH = (
    *(name for m in _MULTIPLES for name in (f"more-than-{m}", m, f"almost-{m}")),
    "unchanged",
    "more-than-halved",
    "halved",
    "almost-halved",
)
FRACTION = (
    *(f"almost-{p}" for p in _PARTS),
    *(f"about-{p}" for p in _PARTS),
    *(f"more-than-{p}" for p in _PARTS),
    "less-than-tenth",
)
RANK = (*_PLACES, *(f"lowest-{place}" for place in _PLACES))
COMPARISON = (
    *(name for m in _AS_MANY for name in (f"more-than-{m}", m, f"almost-{m}")),
    "as-many",
    "half-as-many",
    *_MEDIAN,
    "more-than-other",
    "fewer-than-other",
)
RISE = ("unchanged", "rose", "fell")
GAP = ("as-many", *_MEDIAN, "more-than-other", "fewer-than-other")
STRONGEST_FIRST: dict[Quantity, tuple[str, ...]] = {
    "growth": GROWTH,
    "comparison": COMPARISON,
    "rise": RISE,
    "gap": GAP,
    "fraction": FRACTION,
    "rank": RANK,
    "level": (),
}


def holding(fact: Fact, language: Language, facts: Facts) -> tuple[str, ...]:
    """The wordings that hold for a fact, the strongest first (of fractions: the nearest); last a rise or fall in per
    cent, where the figure carries its direction."""
    found = quantity_of(fact)
    if found is None:
        return ()
    kind, value, _ = found
    meanings = [MEANINGS[name] for name in STRONGEST_FIRST[kind]]
    if kind == "fraction":
        meanings.sort(key=lambda m: _distance(m, value))
    said = [w for m in meanings if (w := language.words_for(m.name)) and check(fact, m, facts).holds]
    if kind == "growth" and check(fact, MEANINGS["rose" if value > 1 else "fell"], facts).holds:
        said.append(by_percent(value, language))
    if kind == "comparison" and said and len(fact.inputs) == 2:
        said.append(compared(fact, value, language, facts))
    if kind == "level":
        said += round_wordings(fact, language, facts)
    if kind == "rise" and said:
        said.append(by_difference(fact, language))
    return tuple(dict.fromkeys(said))


def _distance(meaning: Meaning, share: Fraction) -> Fraction:
    """How far a share lies from the fraction that a meaning names."""
    low, high = meaning.region.low, meaning.region.high
    named = (low + high) / 2 if meaning.name.startswith("about-") and low is not None and high is not None else None
    if named is None:
        named = low if meaning.name.startswith("more-than-") else high
    return abs(share - (named or Fraction(0)))


def by_percent(growth: Fraction, language: Language, decimals: int = 0) -> str:
    """ "rose by 52 per cent", from a growth of 1.52; with more decimals where it would be 0 per cent."""
    percent = (growth - 1) * 100
    if percent == 0:
        return language.say("unchanged")
    number = language.number(abs(percent), decimals_that_show(percent, decimals))
    n = language.units["percent", "prose"].format(n=number)
    return language.say("rise" if percent > 0 else "fall", n=n)


def phrase(fact: Fact, language: Language, facts: Facts) -> str:
    """The strongest wording that holds; where none does, the plain figures and no more."""
    found = quantity_of(fact)
    if found is not None and found[0] == "comparison":
        return compared(fact, found[1], language, facts)
    if found is not None and found[0] == "rise" and carries_direction(fact, facts):
        return by_difference(fact, language)
    said = holding(fact, language, facts)
    if said and found is not None and found[0] != "gap":
        return said[0]
    if found is not None and found[0] in ("growth", "rise") and len(fact.inputs) == 2:
        to, from_ = (figure(facts.by_id(i), language, "compact") for i in fact.inputs)
        return language.say("went", start=from_, end=to)
    if found is not None and found[0] == "rank":
        return _between(fact, language)
    return figure(fact, language, "prose")


def by_difference(fact: Fact, language: Language) -> str:
    """ "rose by 3 percentage points", from a difference of two periods."""
    value = fact.value or Fraction(0)
    if value == 0:
        return language.say("unchanged")
    return language.say("rise" if value > 0 else "fall", n=with_unit(abs(value), fact, language, "prose"))


def compared(fact: Fact, times: Fraction, language: Language, facts: Facts) -> str:
    """ "89 per cent more than Gwent", from 1.89 times; both figures where rounding leaves open which is more."""
    to, from_ = (facts.by_id(i) for i in fact.inputs)
    other = other_name(to, from_, facts)
    percent = (times - 1) * 100
    if percent == 0:
        return language.say("same as other", other=other)
    more = percent > 0
    if not check(fact, MEANINGS["more-than-other" if more else "fewer-than-other"], facts).holds:
        sides = {"to": figure(to, language, "compact"), "from_": figure(from_, language, "compact")}
        return language.say("against other", **sides, other=other)
    decimals = fact.decimals if fact.unit.startswith("percent") else None
    number = language.number(abs(percent), decimals_that_show(percent, decimals or 0))
    n = language.units["percent", "prose"].format(n=number)
    counted = to.unit not in ("percent", "points", "times", "GBP", "EUR", "USD") and not to.unit.startswith("per ")
    which = ("more" if more else "fewer") if counted else ("higher" if more else "lower")
    return language.say(f"{which} than other", n=n, other=other)


def other_name(to: Fact, from_: Fact, facts: Facts) -> str:
    """What tells the other side of a comparison: its place, its category or what it counts, else its period."""
    if from_.place_name and from_.place_name != to.place_name:
        return from_.place_name
    family = facts.families.get(from_.name)
    if from_.name == to.name and family is not None:
        for axis in family.axes:
            member = axis.find(from_.member(axis.name))
            if member is not None and from_.member(axis.name) != to.member(axis.name):
                return member.name
    return from_.label if from_.label != to.label else from_.period or from_.id


def carries_direction(fact: Fact, facts: Facts) -> bool:
    return any(check(fact, MEANINGS[name], facts).holds for name in RISE)


def _between(fact: Fact, language: Language) -> str:
    """A place in the order, or the best and the worst that rounding leaves."""
    interval = fact.interval
    if interval is None or interval.exact or interval.low is None or interval.high is None:
        return place_in_order(fact, language)
    best, worst = (language.ordinal(int(end)) for end in (interval.low, interval.high))
    return language.say("between", low=best, high=worst)


def one_in(fact: Fact, language: Language, facts: Facts) -> str:
    """ "one in four" where a share is as near to that as its meaning asks, else the plain figure."""
    share = fact.value or Fraction(0)
    meaning = MEANINGS.get(f"one-in-{round(100 / share)}") if share else None
    if meaning is None or not check(fact, meaning, facts).holds:
        return figure(fact, language, "prose")
    return language.say("one in", n=language.alone(round(100 / share)))
