"""The method section: it writes itself from the datasets, facts and acceptances that the report uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from report_builder.document.blocks import Block, Heading, ListBlock, Paragraph, Run, Runs, SectionBlock
from report_builder.facts.fact import Fact, Shortfall
from report_builder.sections.body import blocks_of
from report_builder.sections.captions import (
    base_of,
    capital,
    dimension_name,
    mean_of,
    member_name,
    period_of,
    place_of,
    unpublished,
)
from report_builder.sections.composition import Composition
from report_builder.sections.parts import caveat_of
from report_builder.sections.tables import difference_sentence
from report_builder.sections.view import SectionText
from report_builder.tables.dataset import Dataset, Standing
from report_builder.words import LANGUAGES
from report_builder.words.forms import figure
from report_builder.words.language import Language
from report_builder.words.survey import survey_base, survey_interval
from report_builder.words.years import run_in_words


def method(section: SectionText, c: Composition) -> SectionBlock:
    """The author's words, then what was counted, who gave figures, what is missing, what cannot be said."""
    own = blocks_of(section.parts, section.notes, c)
    say = c.view.language.say
    blocks: list[Block] = list(own)
    if not any(isinstance(b, Heading) for b in own):
        blocks.insert(0, Heading(1, (Run(say("method")),), c.anchor(), section.where))
    used = [c.view.facts.by_id(i) for i in c.printed]
    for title, items in method_items(used, c):
        blocks.append(Heading(2, (Run(say(title)),), c.anchor()))
        listed = ListBlock(False, tuple((Paragraph(runs),) for runs in items))
        blocks.append(listed if len(items) > 1 else Paragraph(items[0]))
    return SectionBlock("method", tuple(blocks))


def method_items(used: list[Fact], c: Composition) -> Iterator[tuple[str, list[Runs]]]:
    """What has to be told of the facts used, under the name of each title; titles without an item are left out."""
    for title, items in (
        ("method data", [*_counted(used, c), *_standing(used, c)]),
        ("method returns" if any(f.shortfalls for f in used) else "method complete", _said(returns(used, c))),
        ("method caveats", _said(_caveats(used, c))),
        ("method bases", _said(bases(used, c))),
    ):
        if items:
            yield title, items


def _said(sentences: Iterator[str]) -> list[Runs]:
    return [(Run(s),) for s in dict.fromkeys(sentences)]


def _datasets(used: list[Fact], c: Composition) -> list[Dataset]:
    ids = dict.fromkeys(ref.dataset for f in used for ref in f.cells)
    return [c.view.facts.datasets[i] for i in ids if i in c.view.facts.datasets]


def _counted(used: list[Fact], c: Composition) -> list[Runs]:
    """Each dataset once: what it counts in bold, then everything that is to be known of it."""
    out: list[Runs] = []
    for d in _datasets(used, c):
        c.cite(d.source)
        out.append((Run(f"{d.what.rstrip('.')}.", bold=True), Run(" " + " ".join(_of_dataset(d, c)))))
    return out


def _of_dataset(d: Dataset, c: Composition) -> Iterator[str]:
    say = c.view.language.say
    source = c.citation(d.source)
    if d.publisher:
        yield say("method publisher", publisher=d.publisher, source=source)
    else:
        yield say("method source", source=source)
    if d.run:
        yield say("method run", run=run_in_words(d.run, c.view.language))
    if d.notes:
        yield f"{d.notes.rstrip('.')}."
    step = d.protection.round_to if d.protection else 0
    if step < 2:
        yield from rounded(d, c.view.language)
    if d.protection:
        yield say("method withheld", n=d.protection.smaller_than)
    if step > 1:
        yield say("method rounded to", n=step)
    for dimension in d.dimensions:
        if dimension.overlapping and dimension.name not in d.notes:
            yield say("method overlap", dimension=dimension_name(dimension.name, c))
        if not dimension.complete:
            yield say("method some", dimension=dimension_name(dimension.name, c))


def rounded(d: Dataset, language: Language) -> Iterator[str]:
    """How the figures were rounded before we had them; of each column, where some were and others not."""
    steps = {m.step for m in d.measures}
    if not any(steps):
        yield language.say("method exact")
    for measure in d.measures if len(steps) > 1 else d.measures[:1]:
        if step := measure.step:
            of = ", of" if len(steps) > 1 else ""
            nearest = ", nearest" if step > 1 else ""
            n, half = language.number(step, 0), language.number(step / 2, 0 if step % 2 == 0 else 1)
            name = measure.id.replace("_", " ")
            yield language.say(f"method rounded{of}{nearest}", measure=name, n=n, half=half)


def _standing(used: list[Fact], c: Composition) -> list[Runs]:
    """Cautions that hold for a type of data as such."""
    crimes = "|".join(language.watched.crime for language in LANGUAGES)  # of data whose words are not translated too
    if any(re.search(crimes, d.what.lower()) for d in _datasets(used, c)):
        return [(Run(c.view.language.say("recorded crime")),)]
    return []


def returns(used: list[Fact], c: Composition) -> Iterator[str]:
    language = c.view.language
    datasets = _datasets(used, c)
    for d in datasets:
        by = next((x for x in d.dimensions if x.name != "year"), None)
        years = next((x for x in d.dimensions if x.name == "year"), None)
        if by and years and d.complete and by.make_up:
            first, last = years.members[0].name, years.members[-1].name
            n = language.in_words(sum(not m.total for m in by.members))
            said = "method all returned, of" if len(datasets) > 1 else "method all returned"
            yield language.say(said, what=d.what.rstrip("."), place=by.make_up, n=n, start=first, end=last)
    shortfalls = list(dict.fromkeys(s for f in used for s in f.shortfalls))
    missing: dict[str, list[str]] = {}
    for s in shortfalls:
        if s.standing is Standing.MISSING:
            who = language.say("who and when", name=s.name, period=c.year(s.period))
            missing.setdefault("" if unpublished(s, language) else s.reason, []).append(who)
    for reason, whose in missing.items():
        said = "method gap" if reason else "method none for, one" if len(whose) == 1 else "method none for"
        yield language.say(said, who=language.listed(tuple(whose)), reason=reason)
    for s in shortfalls:
        c.cite(s.source)
        if sentence := _shortfall(s, c):
            yield sentence


def _shortfall(s: Shortfall, c: Composition) -> str:
    say = c.view.language.say
    if s.standing is Standing.PART_PERIOD:
        source = f" ({c.citation(s.source)})" if s.source else ""
        return say("method part", name=s.name, period=c.year(s.period), covers=s.covers, source=source)
    if s.standing is Standing.IN_DOUBT:
        return say("method doubt", name=s.name, period=c.year(s.period), note=s.note).strip()
    if s.standing is Standing.OTHER_DEFINITION:
        return say("other definition", name=s.name, period=c.year(s.period))
    return ""


def _caveats(used: list[Fact], c: Composition) -> Iterator[str]:
    language = c.view.language
    for fact in used:
        if fact.computed is not None and fact.published is not None and fact.published.printed:
            family = c.view.facts.families[fact.name]
            parts = max((len(a.parts()) for a in family.axes if a.whole), default=0)
            yield difference_sentence("method differ", fact, parts, c)
        compared = fact.like_for_like is not None and fact.kind in ("ratio", "change", "difference")
        if compared and (caveat := caveat_of(fact, c)):
            years = {"period": c.year(fact.period), "start": c.year(fact.from_period)}
            yield language.say("method growth", **years, caveat=caveat)
        if fact.kind == "published" and fact.wording and fact.interval:
            yield _wording(fact, c)


def _wording(fact: Fact, c: Composition) -> str:
    language = c.view.language
    tested = ""
    if fact.interval and fact.interval.low is not None and fact.interval.high is not None:
        low, high = (_plain(x, c) for x in (fact.interval.low, fact.interval.high))
        tested = language.say("method tested", low=low, high=_percent(high, c))
    source = c.citation(fact.sources[0]) if fact.sources else ""
    return language.say(
        "method published", wording=fact.wording, label=fact.label, source=source, tested=tested
    ).strip()


def _plain(value: Fraction, c: Composition) -> str:
    return c.view.language.number(value, 0 if value.denominator == 1 else 1)


def _percent(number: str, c: Composition) -> str:
    return c.view.language.units["percent", "prose"].format(n=number)


def bases(used: list[Fact], c: Composition) -> Iterator[str]:
    language = c.view.language
    for fact in used:
        if fact.unit != "percent" or not fact.base or fact.kind == "share" or fact.wording:
            continue
        where = ", ".join(x for x in (place_of(fact, c), period_of((fact,), c)) if x)
        if fact.base_fact:
            share = _share_of_all(fact, c)
            base = base_of(fact, c)
            yield language.say("method base", label=capital(fact.label), base=base, where=where, share=share)
        elif fact.base_size in ("", "not published") and fact.asked is None:
            yield language.say("method base unknown", label=capital(fact.label), base=fact.base, where=where)
    yield from _estimates(used, c)
    if any(f.kind in ("share", "ratio", "change", "rate") and f.published is None for f in used):
        yield language.say("method percent")


def _estimates(used: list[Fact], c: Composition) -> Iterator[str]:
    """How far the estimates of surveys can be trusted, and which means count large and small alike."""
    language = c.view.language
    datasets = {ref.dataset: c.view.facts.datasets.get(ref.dataset) for f in used if f.estimate for ref in f.cells}
    for dataset in datasets.values():
        if dataset is not None:
            yield language.say("method survey", what=dataset.what.rstrip("."))
    for fact in used:
        sure = ", ".join(x for x in (survey_base((fact,), language), survey_interval(fact, language)) if x)
        mean = mean_of(fact, c)
        if not sure and not mean:
            continue
        where = ", ".join(x for x in (member_name(fact, c), place_of(fact, c), period_of((fact,), c)) if x)
        label, number = capital(fact.label), figure(fact, language, "prose")
        if sure:
            yield language.say("method survey figure", label=label, where=where, figure=number, detail=sure)
        if mean:
            yield language.say("method mean", label=label, where=where, detail=mean)


def _share_of_all(fact: Fact, c: Composition) -> str:
    """What part of the whole the base is, where some share fact of the report says so."""
    for other in c.view.facts:
        if other.kind == "share" and other.inputs[:1] == (fact.base_fact,) and other.value is not None:
            whole = c.view.facts.by_id(other.inputs[1])
            language = c.view.language
            of_all = figure(whole, language, "compact")
            return language.say("method share of all", share=figure(other, language, "prose"), whole=of_all)
    return ""
