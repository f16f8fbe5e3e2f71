"""The parts of a fact that a text may name after a dot: `{offences.period}`, `{growth.from}`, `{growth.caveat}`."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from report_builder.document.blocks import Paragraph, Run
from report_builder.facts.claims import owes
from report_builder.facts.complete import missing_periods
from report_builder.facts.fact import Fact
from report_builder.facts.orders import OF_ORDER
from report_builder.sections.composition import Composition
from report_builder.words.caveats import caveat_sentences, short_caveat
from report_builder.words.forms import figure


def _missing(fact: Fact, c: Composition) -> str:
    """The years without a figure and who gave none: "2020/21 (Gwent gave no figure)"."""
    language = c.view.language
    run = [
        f
        for f in c.view.facts.families[fact.name].facts.values()
        if all(f.member(d) == m for d, m in fact.key if d != "year")
    ]
    said = []
    for gap in missing_periods(run):
        who = language.listed(tuple(dict.fromkeys(s.name for s in gap.shortfalls if s.standing == "missing")))
        said.append(language.say("no national figure", period=c.year(gap.period), who=who))
    return language.listed(tuple(said))


def _base(fact: Fact, c: Composition) -> str:
    if fact.base_fact:
        of = c.view.facts.by_id(fact.base_fact)
        return c.view.language.say("counted", n=figure(of, c.view.language, "prose"), label=of.label)
    return fact.base


def caveat_of(fact: Fact, c: Composition) -> str:
    """The caveat of a fact in whole sentences, with the publisher of a wording named."""
    return " ".join(caveats_of(fact, c))


def caveats_beside(owed: Iterable[Fact], c: Composition) -> tuple[Paragraph, ...]:
    """The caveats of some facts, each as a paragraph to stand beside what prints them."""
    said = ((fact, caveat_of(fact, c)) for fact in owed)
    return tuple(Paragraph((Run(words, fact=fact.id),), "caveat") for fact, words in said if words)


def caveats_of(fact: Fact, c: Composition) -> tuple[str, ...]:
    """The sentences of a fact's caveat."""
    source = c.citation(fact.sources[0]) if fact.sources else ""
    return caveat_sentences(fact, c.view.language, c.view.facts, source)


def brief_caveat(fact: Fact, c: Composition) -> str:
    """What has to stand beside the fact where there is room for a line; "" where nothing has to."""
    return (short_caveat(fact, c.view.language) or caveat_of(fact, c)) if owes(fact) else ""


PARTS: dict[str, Callable[[Fact, Composition], str]] = {
    "period": lambda fact, c: c.year(fact.period),
    "from": lambda fact, c: c.year(fact.from_period),
    "to": lambda fact, c: c.year(fact.period),
    "base": _base,
    "base_size": lambda fact, c: fact.base_size,
    "place": lambda fact, c: fact.place_name or c.view.place.name,
    "label": lambda fact, c: fact.label,
    "caveat": caveat_of,
    "missing": _missing,
    "among": lambda fact, c: c.view.language.in_words(len(fact.inputs)) if fact.kind in OF_ORDER else "",
    "source": lambda fact, c: c.view.language.listed(tuple(c.citation(s) for s in fact.sources)),
}
