"""The questions that a hostile interviewer asks of a figure, as far as the facts let the tool foresee them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from report_builder.facts.claims import quantity_of
from report_builder.facts.fact import Fact
from report_builder.facts.robustness import within_chance
from report_builder.facts.series import run_of
from report_builder.sections.composition import Claimed, Composition
from report_builder.sections.method import bases, returns
from report_builder.sections.parts import caveat_of
from report_builder.sections.tables import difference_sentence, written
from report_builder.words.among_years import records
from report_builder.words.forms import figure
from report_builder.words.margins import computed, margins


class Question(Struct, frozen=True):
    """What may be asked, and what the figures say to it, a paragraph each."""

    asked: str
    said: tuple[str, ...]


def questions(fact: Fact, claimed: tuple[Claimed, ...], c: Composition) -> tuple[Question, ...]:
    """Every question that the facts have something to say to. `claimed` are the report's claims on this fact."""
    found = [question for ask in QUESTIONS for question in ask(fact, c)]
    sure = (
        Question(c.view.language.say("lines sure", words=claim.words), _sure(claim, c))
        for claim in dict.fromkeys(claimed)
    )
    return (*found, *{q.asked: q for q in sure}.values())


def _sure(claim: Claimed, c: Composition) -> tuple[str, ...]:
    said = (computed(claim.verdict, c.view.language, c.view.facts), margins(claim.verdict, c.view.language))
    return tuple(f"{words[:1].upper()}{words[1:]}." for words in said if words)


def _level(fact: Fact, c: Composition) -> Fact:
    """The figure that a comparison leads to; any other fact itself."""
    compared = fact.kind in ("ratio", "change", "difference") and fact.inputs
    return c.view.facts.by_id(fact.inputs[0]) if compared else fact


def _sides(fact: Fact, c: Composition) -> tuple[Fact, ...]:
    return (fact, *(c.view.facts.by_id(i) for i in fact.inputs))


def _adds_up(fact: Fact, c: Composition) -> Iterator[Question]:
    for side in _sides(fact, c):
        if side.computed is None or side.published is None:
            continue
        family = c.view.facts.families[side.name]
        parts = max((len(a.parts()) for a in family.axes if a.whole), default=0)
        language = c.view.language
        asked = language.say(
            "lines adds up",
            n=language.in_words(parts),
            sum=written(side.computed, language),
            published=written(side.published.value, language),
        )
        yield Question(asked, (difference_sentence("method differ", side, parts, c),))


def _like_for_like(fact: Fact, c: Composition) -> Iterator[Question]:
    if fact.like_for_like is not None and (said := caveat_of(fact, c)):
        yield Question(c.view.language.say("lines like for like"), (said,))


def _since_previous(fact: Fact, c: Composition) -> Iterator[Question]:
    level, language = _level(fact, c), c.view.language
    run = run_of(level, c.view.facts)
    at = next((i for i, f in enumerate(run) if f.id == level.id), 0)
    if not at or level.value is None:
        return
    before = run[at - 1]
    year = c.year(before.period)
    if before.value is None:
        missing = tuple(returns([before], c))
        yield Question(
            language.say("lines since", year=year),
            (language.say("lines no year", year=year), *missing),
        )
        return
    to, from_ = figure(level, language, "prose"), figure(before, language, "prose")
    said = [language.say("lines two years", start=year, from_=from_, end=c.year(level.period), to=to)]
    if within_chance(level, before):
        said.append(language.say("lines chance"))
    yield Question(language.say("lines since", year=year), tuple(said))


def _start_year(fact: Fact, c: Composition) -> Iterator[Question]:
    if not fact.from_period:
        return
    language, run = c.view.language, run_of(_level(fact, c), c.view.facts)
    if len(run) < 3:
        return
    first = fact.from_period == run[0].period
    year = c.year(fact.from_period)
    years = "; ".join(language.say("lines year", year=c.year(f.period), n=_figure(f, c)) for f in run)
    said = (language.say("lines first year", year=year),) if first else ()
    yield Question(language.say("lines start", year=year), (*said, language.say("lines all years", years=years)))


def _figure(fact: Fact, c: Composition) -> str:
    language = c.view.language
    return figure(fact, language, "compact") if fact.value is not None else language.say("no figure")


def _record(fact: Fact, c: Composition) -> Iterator[Question]:
    found, language = quantity_of(fact), c.view.language
    if found is None or found[0] not in ("level", "fraction") or len(run_of(fact, c.view.facts)) < 3:
        return
    said = records(fact, language, c.view.facts)
    words = tuple(f"{w[:1].upper()}{w[1:]}." for w in said) or (language.say("lines no record"),)
    yield Question(language.say("lines record"), words)


def _share(fact: Fact, c: Composition) -> Iterator[Question]:
    if fact.unit == "percent" and (said := tuple(bases([fact], c))):
        yield Question(c.view.language.say("lines share"), said)


def _missing(fact: Fact, c: Composition) -> Iterator[Question]:
    if said := tuple(returns(list(_sides(fact, c)), c)):
        yield Question(c.view.language.say("lines missing"), said)


def _overlap(fact: Fact, c: Composition) -> Iterator[Question]:
    say = c.view.language.say
    dataset = c.view.facts.datasets.get(fact.cells[0].dataset) if fact.cells else None
    for dimension in dataset.dimensions if dataset else ():
        if dimension.overlapping and fact.member(dimension.name):
            some = () if dimension.complete else (say("method some", dimension=dimension.name),)
            yield Question(say("lines overlap"), (say("method overlap", dimension=dimension.name), *some))


def _recorded(fact: Fact, c: Composition) -> Iterator[Question]:
    datasets = (c.view.facts.datasets.get(ref.dataset) for ref in fact.cells)
    if any(d is not None and "offence" in d.what.lower() for d in datasets) and fact.unit != "percent":
        yield Question(c.view.language.say("lines recorded"), (c.view.language.say("recorded crime"),))


def _published(fact: Fact, c: Composition) -> Iterator[Question]:
    if fact.kind == "published" and fact.sources:
        say = c.view.language.say
        yield Question(say("lines checked"), (say("lines only published", source=c.citation(fact.sources[0])),))


QUESTIONS: tuple[Callable[[Fact, Composition], Iterator[Question]], ...] = (
    _adds_up,
    _like_for_like,
    _since_previous,
    _start_year,
    _record,
    _share,
    _missing,
    _overlap,
    _recorded,
    _published,
)
