"""The method section: it writes itself from the datasets, facts and acceptances that the report uses."""

from __future__ import annotations

from collections.abc import Iterator

from report_builder.document.blocks import Block, Heading, ListBlock, Paragraph, Run, SectionBlock
from report_builder.facts.fact import Fact
from report_builder.sections.body import blocks_of
from report_builder.sections.captions import base_of, capital, period_of, place_of
from report_builder.sections.composition import Composition
from report_builder.sections.parts import caveat_of
from report_builder.sections.tables import difference_sentence
from report_builder.sections.view import SectionText
from report_builder.tables.dataset import Dataset, Standing
from report_builder.words.forms import figure


def method(section: SectionText, c: Composition) -> SectionBlock:
    """The author's words, then what was counted, who gave figures, what is missing, what cannot be said."""
    own = blocks_of(section.parts, section.notes, c)
    say = c.view.language.say
    blocks: list[Block] = list(own)
    if not any(isinstance(b, Heading) for b in own):
        blocks.insert(0, Heading(1, (Run(say("method")),), c.anchor(), section.where))
    used = [c.view.facts.by_id(i) for i in c.printed]
    for title, sentences in (
        ("method data", _data(used, c)),
        ("method returns", _returns(used, c)),
        ("method caveats", _caveats(used, c)),
        ("method rounding", _rounding(used, c)),
    ):
        said = tuple(dict.fromkeys(sentences))
        if said:
            blocks.append(Heading(2, (Run(say(title)),), c.anchor()))
            items = tuple((Paragraph((Run(s),)),) for s in said)
            blocks.append(ListBlock(False, items) if len(said) > 1 else Paragraph((Run(said[0]),)))
    return SectionBlock("method", tuple(blocks))


def _datasets(used: list[Fact], c: Composition) -> list[Dataset]:
    ids = dict.fromkeys(ref.dataset for f in used for ref in f.cells)
    return [c.view.facts.datasets[i] for i in ids if i in c.view.facts.datasets]


def _data(used: list[Fact], c: Composition) -> Iterator[str]:
    language = c.view.language
    for d in _datasets(used, c):
        name = (
            "method one"
            if d.run and d.publisher
            else "method one, no run"
            if d.publisher
            else "method one, no publisher"
        )
        text = language.say(
            name, what=d.what.rstrip("."), publisher=d.publisher, source=c.citation(d.source), run=d.run
        )
        yield f"{text} {d.notes.rstrip('.')}." if d.notes else text
    if any("offence" in d.what.lower() for d in _datasets(used, c)):
        yield language.say("recorded crime")


def _returns(used: list[Fact], c: Composition) -> Iterator[str]:
    language = c.view.language
    for d in _datasets(used, c):
        by = next((x for x in d.dimensions if x.name != "year"), None)
        years = next((x for x in d.dimensions if x.name == "year"), None)
        short = [cell for cell in d.cells.values() if cell.standing is not Standing.COMPLETE]
        if by and years and not short and by.make_up:
            yield language.say(
                "method all returned",
                place=by.make_up,
                n=language.in_words(len(by.members)),
                dimension=by.name,
                start=years.members[0].name,
                end=years.members[-1].name,
            )
    for s in dict.fromkeys(s for f in used for s in f.shortfalls):
        source = f" ({c.citation(s.source)})" if s.source else ""
        c.cite(s.source)
        if s.standing is Standing.MISSING:
            yield language.say("method none for", name=s.name, period=s.period, reason=s.reason)
        elif s.standing is Standing.PART_PERIOD:
            yield language.say("method part", name=s.name, period=s.period, covers=s.covers, source=source)
        elif s.standing is Standing.IN_DOUBT:
            yield language.say("method doubt", name=s.name, period=s.period, note=s.note).strip()


def _caveats(used: list[Fact], c: Composition) -> Iterator[str]:
    language = c.view.language
    for fact in used:
        if fact.computed is not None and fact.published is not None and fact.published.printed:
            family = c.view.facts.families[fact.name]
            parts = max((len(a.parts()) for a in family.axes if a.whole), default=0)
            yield difference_sentence("method differ", fact, parts, c)
        if fact.like_for_like is not None and fact.kind in ("ratio", "change", "difference") and caveat_of(fact, c):
            yield language.say("method growth", period=fact.period, start=fact.from_period, caveat=caveat_of(fact, c))
        if fact.kind == "published" and fact.wording and fact.interval:
            yield _wording(fact, c)
    for d in _datasets(used, c):
        for dimension in d.dimensions:
            if dimension.overlapping:
                yield language.say("method overlap", what=d.what)
            if not dimension.complete:
                yield language.say("method some", what=d.what, dimension=dimension.name)


def _wording(fact: Fact, c: Composition) -> str:
    language = c.view.language
    tested = ""
    if fact.interval and fact.interval.low is not None and fact.interval.high is not None:
        low, high = (
            language.units["percent", "prose"].format(n=language.number(x, 0 if x.denominator == 1 else 1))
            for x in (fact.interval.low, fact.interval.high)
        )
        tested = language.say("method tested", low=low, high=high)
    source = c.citation(fact.sources[0]) if fact.sources else ""
    return language.say(
        "method published", wording=fact.wording, label=fact.label, source=source, tested=tested
    ).strip()


def _rounding(used: list[Fact], c: Composition) -> Iterator[str]:
    language = c.view.language
    datasets = _datasets(used, c)
    if any(not m.step for d in datasets for m in d.measures):
        yield language.say("method exact")
    for d in datasets:
        if any(m.step for m in d.measures):
            yield language.say("method rounded", what=d.what)
    if any(f.kind in ("share", "ratio", "change", "rate") for f in used):
        yield language.say("method percent")
    seen: set[str] = set()
    for fact in used:
        if fact.unit != "percent" or fact.label in seen or not fact.base:
            continue
        seen.add(fact.label)
        label = f"{capital(fact.label)} ({', '.join(x for x in (place_of(fact, c), period_of((fact,), c)) if x)})"
        if fact.base_fact:
            yield f"{label}: {base_of(fact, c)}{_share_of_all(fact, c)}."
        elif fact.base_size in ("", "not published"):
            yield language.say("method base unknown", label=label, base=fact.base)


def _share_of_all(fact: Fact, c: Composition) -> str:
    """What part of the whole the base is, where some share fact of the report says so."""
    for other in c.view.facts:
        if other.kind == "share" and other.inputs[:1] == (fact.base_fact,) and other.value is not None:
            whole = c.view.facts.by_id(other.inputs[1])
            language = c.view.language
            return f", {figure(other, language, 'prose')} of all {figure(whole, language, 'compact')}"
    return ""
