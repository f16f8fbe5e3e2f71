"""Acceptances against what they accept: lapsed ones, and published wordings that nobody accepted."""

from __future__ import annotations

from report_builder.facts.fact import Fact
from report_builder.facts.family import Facts
from report_builder.facts.meanings import find_meaning
from report_builder.problems import Problem, Where, problem
from report_builder.words import LANGUAGES
from report_builder.words.forms import figure
from report_builder.words.reading import meaning_of


def check_acceptances(facts: Facts, file: str) -> tuple[Problem, ...]:
    """Each acceptance whose figure has changed, and each published wording that is neither proved nor accepted."""
    out: list[Problem] = []
    for family in facts.families.values():
        for fact in list(family.facts.values())[:1]:
            out += _wording(fact, facts, file)
        default = facts.find(family.name)
        if isinstance(default, Fact):
            out += _lapsed(default, file)
    return tuple(out)


def _wording(fact: Fact, facts: Facts, file: str) -> list[Problem]:
    if not fact.wording or fact.interval is None or fact.accepts("overlapping-parts"):
        return []
    meaning = find_meaning(next((m for w in LANGUAGES if (m := meaning_of(fact.wording, w))), ""))
    low, high = fact.interval.low, fact.interval.high
    if meaning is None or low is None or high is None:
        return []
    region = meaning.region
    if region.holds(low / 100) and region.holds(high / 100):
        return []
    where = Where(file, key=(fact.name, "wording"))
    bounds = f"our data put it between {float(low):g} and {float(high):g} per cent"
    return [
        problem(
            "F015",
            f'"{fact.wording}" is not proved by the figures it is tested with',
            where,
            bounds,
            help="accept it on record: `accept:` with problem overlapping-parts",
        )
    ]


def _lapsed(fact: Fact, file: str) -> list[Problem]:
    now = figure(fact, LANGUAGES[0], "compact")
    return [
        problem(
            "F014",
            f'"{fact.id}" is now {now}; the problem was accepted at {a.figure} on {a.date}',
            Where(file, key=(fact.name, "accept")),
            help="look at the new figure, then change `figure:` and `date:`",
        )
        for a in fact.accepted
        if a.figure and a.figure != now
    ]
