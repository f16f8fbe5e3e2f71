"""The whole story of a fact as text: the computation as a tree down to the cell, what is missing, what it can carry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from report_builder.cli.whereabouts import Told, line_of, printed
from report_builder.facts.claims import Verdict, check
from report_builder.facts.fact import Fact
from report_builder.facts.interval import Interval
from report_builder.facts.meanings import find_meaning
from report_builder.sections.composition import Composition
from report_builder.sections.parts import caveat_of
from report_builder.sections.view import View
from report_builder.tables.dataset import Standing
from report_builder.words import in_english
from report_builder.words.among_years import records
from report_builder.words.forms import figure
from report_builder.words.margins import computed, margins
from report_builder.words.phrases import holding
from report_builder.words.reading import meaning_of


def story(fact: Fact, told: Told) -> str:
    """Everything known of a fact, in lines of plain text."""
    view = told.view
    lines = (*_head(fact, view), "", *_tree(fact, view, ""), *_doubts(fact, view), *_claims(fact, view))
    return "\n".join((*lines, *_claimed(fact, told), "", *printed(fact.id, told)))


def _head(fact: Fact, view: View) -> Iterator[str]:
    yield f"{fact.id} = {figure(fact, view.language, 'prose')}"
    when = f"{fact.from_period} to {fact.period}" if fact.from_period else fact.period
    yield f"  {fact.label}; {', '.join(x for x in (fact.kind, fact.place_name or view.place.name, when) if x)}"
    if fact.interval and not fact.interval.exact:
        cause = "the published figures allow" if fact.wording else "rounding leaves"
        yield f"  {cause} {_interval(fact.interval, view)}"
    if fact.base:
        yield f"  base: {fact.base}{f' ({fact.base_size})' if fact.base_size else ''}"
    if fact.published is not None:
        which = "printed" if fact.published.printed else "agrees with ours" if fact.computed is None else "not printed"
        source = view.sources.get(fact.published.source, fact.published.source)
        yield f"  published: {view.language.number(fact.published.value, 0)} ({source}), {which}"
        if fact.computed is not None:
            yield f"  computed by us: {view.language.number(fact.computed, 0)}. {fact.published.because}"
    for source in fact.sources:
        yield f"  source: {view.sources.get(source, source)}"


def _interval(interval: Interval, view: View) -> str:
    low, high = ("no bound" if x is None else f"{float(x):,.6g}" for x in (interval.low, interval.high))
    return f"{low} to {high}"


def _tree(fact: Fact, view: View, indent: str) -> Iterator[str]:
    reason = f"  ({fact.reason})" if fact.reason else ""
    side = ""
    if fact.published is not None and fact.computed is not None and fact.published.printed:
        side = f" as published; our own {fact.kind} is {view.language.number(fact.computed, 0)}"
    yield f"{indent}{fact.id}: {fact.kind} = {figure(fact, view.language, 'compact')}{side}{reason}"
    if fact.inputs:
        for name in fact.inputs:
            yield from _tree(view.facts.by_id(name), view, indent + "  ")
        return
    for cell in fact.cells:
        sheet = f" [{cell.sheet}]" if cell.sheet else ""
        yield f'{indent}  {cell.file}{sheet} {cell.column}{cell.row}: "{cell.text}"'


def _doubts(fact: Fact, view: View) -> Iterator[str]:
    said = caveat_of(fact, Composition(view))
    if said:
        yield ""
        yield f"caveat: {said}"
    for s in fact.shortfalls:
        covers = f", covers {s.covers}" if s.covers else ""
        why = f" ({s.reason or s.note})" if s.reason or s.note else ""
        yield f"  {s.name}, {s.period}: {s.standing.value}{covers}{why}"
    like = fact.like_for_like
    if like is not None and like.ratio is not None:
        yield f"like for like ({', '.join(like.who)}): {float(like.ratio):.2f} times, {like.from_} to {like.to}"
    for a in fact.accepted:
        yield f"accepted: {a.problem}, by {a.by} on {a.date}: {a.because}"


def _claims(fact: Fact, view: View) -> Iterator[str]:
    said = holding(fact, view.language, view.facts)
    years = records(fact, view.language, view.facts)
    if said or years:
        yield ""
    if said:
        yield f"it carries: {'; '.join(said)}"
        yield from _verdicts(fact, said, view)
    if years:
        yield f"among its years: {'; '.join(years)}"
        yield from _verdicts(fact, years, view)


def _verdicts(fact: Fact, said: Iterable[str], view: View) -> Iterator[str]:
    for words in said:
        meaning = find_meaning(meaning_of(words, view.language))
        if meaning is not None:
            verdict = check(fact, meaning, view.facts)
            yield f'  "{words}": {computed(verdict, in_english(view.language), view.facts)}'
            if near := margins(verdict, in_english(view.language)):
                yield f"    {near}"
            yield from overturned(verdict, "    ")


def _claimed(fact: Fact, told: Told) -> Iterator[str]:
    made = [c for c in told.composed.claimed if c.verdict.fact.id == fact.id]
    if made:
        yield ""
        yield "claimed"
    for c in made:
        fails = "" if c.verdict.holds or c.in_place_of else ", which does not hold"
        yield f"  “{c.words}”{fails}  {line_of(c.where, told)}"


def overturned(verdict: Verdict, indent: str) -> Iterator[str]:
    """How many cases in what is missing would make the claim false."""
    for margin in verdict.margins:
        for s in verdict.fact.shortfalls:
            partial = s.standing is Standing.PART_PERIOD and margin.subject == s.period
            if partial and margin.more and margin.gap.denominator == 1:
                n = "one more" if margin.gap == 1 else f"{margin.gap} more"
                yield f"{indent}{n} in the part of {s.period} that is missing for {s.name} would overturn it"
