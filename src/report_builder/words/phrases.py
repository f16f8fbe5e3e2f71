"""The strongest wording that a fact carries."""

from __future__ import annotations

from fractions import Fraction

from report_builder.facts.claims import check, quantity_of
from report_builder.facts.fact import Fact
from report_builder.facts.family import Facts
from report_builder.facts.meanings import MEANINGS
from report_builder.words.language import Language

_MULTIPLES = ("quintupled", "quadrupled", "trebled", "doubled")
_PARTS = ("three-quarters", "two-thirds", "half", "third", "quarter", "fifth", "tenth")
_RANKS = ("ranked-first", "joint-first", "ranked-second", "ranked-third")

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
STRONGEST_FIRST = {"growth": GROWTH, "fraction": FRACTION, "rank": _RANKS, "level": ()}


def holding(fact: Fact, language: Language, facts: Facts) -> tuple[str, ...]:
    """The wordings that hold for a fact, the strongest first; a rise or fall in per cent is always among them."""
    found = quantity_of(fact)
    if found is None:
        return ()
    kind, value, _ = found
    names = [n for n in STRONGEST_FIRST[kind] if check(fact, MEANINGS[n], facts).holds]
    said = [w for n in names if (w := language.words_for(n))]
    if kind == "growth" and value != 1:
        said.append(_by_percent(value, language))
    return tuple(dict.fromkeys(said))


def _by_percent(growth: Fraction, language: Language) -> str:
    percent = (growth - 1) * 100
    n = language.units["percent", "prose"].format(n=language.number(abs(percent), 0))
    return language.say("rise" if percent > 0 else "fall", n=n)


def phrase(fact: Fact, language: Language, facts: Facts) -> str:
    """The strongest wording that holds (the plain figure where none does)."""
    said = holding(fact, language, facts)
    if said:
        return said[0]
    return (
        language.ordinal(int(fact.value))
        if fact.kind == "rank" and fact.value is not None
        else one_in(fact, language, facts)
    )


def one_in(fact: Fact, language: Language, facts: Facts) -> str:
    """ "one in four": the nearest whole N for a share in per cent."""
    share = fact.value or Fraction(0)
    n = round(100 / share) if share else 0
    return language.say("one in", n=language.in_words(n)) if n else language.say("no figure")
