"""The records that a figure is, in words: what of its run of years can be said of it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from report_builder.facts.claims import check, quantity_of
from report_builder.facts.fact import Fact
from report_builder.facts.family import Facts
from report_builder.facts.meanings import MEANINGS, find_meaning
from report_builder.facts.series import full_years, run_of
from report_builder.words.language import Language

_WHOLE = ("record-high", "record-low", "rose-every-year", "fell-every-year")


def records(fact: Fact, language: Language, facts: Facts) -> tuple[str, ...]:
    """The wordings about its other years that hold for a fact, the strongest first."""
    found = quantity_of(fact)
    if found is None or found[0] not in ("level", "fraction"):
        return ()
    named = [(name, language.words_for(name)) for name in _WHOLE]
    wordings = [
        *named,
        *_since(fact, language, facts),
        *_of_full(fact, language, facts),
        *_running(fact, language, facts),
    ]
    return tuple(dict.fromkeys(words for name, words in wordings if words and _holds(fact, name, facts)))


def _holds(fact: Fact, name: str, facts: Facts) -> bool:
    meaning = MEANINGS.get(name) or find_meaning(name)
    return meaning is not None and check(fact, meaning, facts).holds


def _since(fact: Fact, language: Language, facts: Facts) -> Iterator[tuple[str, str]]:
    for end in ("highest", "lowest"):
        for year in run_of(fact, facts):
            if year.id != fact.id:
                yield f"{end}-since-{year.period}", language.say(f"{end} since", year=year.period)


def _of_full(fact: Fact, language: Language, facts: Facts) -> Iterator[tuple[str, str]]:
    n = len(full_years(fact, facts))
    if 2 < n < len(run_of(fact, facts)):
        for end in ("highest", "lowest"):
            yield f"{end}-of-{n}-full-years", language.say(f"{end} of full years", n=language.in_words(n))


def _running(fact: Fact, language: Language, facts: Facts) -> Iterator[tuple[str, str]]:
    years = len(run_of(fact, facts)) - 1
    for way in ("rose", "fell"):
        for n in range(years, 1, -1):
            name = f"{way}-{n}-years-running"
            if _holds(fact, name, facts):
                yield (
                    name,
                    language.say(f"{way} years running", n=language.number(Fraction(n), 0), nth=language.ordinal(n)),
                )
                break
