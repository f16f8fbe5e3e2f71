"""The strongest wording that a fact carries."""

from __future__ import annotations

from fractions import Fraction

from report_builder.facts.claims import check, quantity_of
from report_builder.facts.fact import Fact
from report_builder.facts.family import Facts
from report_builder.facts.meanings import MEANINGS, Meaning
from report_builder.words.figures import decimals_that_show, figure, place_in_order
from report_builder.words.language import Language

_MULTIPLES = ("quintupled", "quadrupled", "trebled", "doubled")
_PARTS = ("three-quarters", "two-thirds", "half", "third", "quarter", "fifth", "tenth")
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
STRONGEST_FIRST = {"growth": GROWTH, "fraction": FRACTION, "rank": RANK, "level": ()}


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
    said = holding(fact, language, facts)
    if said:
        return said[0]
    found = quantity_of(fact)
    if found is not None and found[0] == "growth" and len(fact.inputs) == 2:
        to, from_ = (figure(facts.by_id(i), language, "compact") for i in fact.inputs)
        return language.say("went", start=from_, end=to)
    if found is not None and found[0] == "rank":
        return _between(fact, language)
    return figure(fact, language, "prose")


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
    return language.say("one in", n=language.in_words(round(100 / share)))
