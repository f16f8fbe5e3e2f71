"""The ledger of a composed report: its facts with what is printed of them, claims, asks, charts, and numbers apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from msgspec.structs import replace

from report_builder.charts.chart import Chart
from report_builder.document.blocks import Document, QuoteBlock
from report_builder.document.printed import figures, printings, text_of, texts
from report_builder.facts.entries import assertion, entry
from report_builder.facts.fact import Fact
from report_builder.facts.family import Facts
from report_builder.facts.ledger import (
    VERSION,
    About,
    Apart,
    Demand,
    Drawn,
    Entry,
    Ledger,
    Mark,
    Place,
    Words,
)
from report_builder.facts.spec import Rate
from report_builder.sections.compose import Composed
from report_builder.sections.correction import sentences
from report_builder.sections.fences import Placed
from report_builder.sections.marks import marks_known
from report_builder.sections.method import rounded
from report_builder.sections.view import AskText, SectionText, View
from report_builder.text.spans import ClaimSpan, FactRef, PlainSpan, Span
from report_builder.text.walk import plain, spans_of, walk
from report_builder.versions import TOOL
from report_builder.words.forms import figure
from report_builder.words.survey import survey_base, survey_interval
from report_builder.words.years import run_in_words

_DIGIT = re.compile(r"\d")


def ledger_of(view: View, composed: Composed) -> Ledger:
    """The ledger of a report, before its pages are known."""
    report, document = view.report, composed.document
    about = About(
        title=report.title,
        slug=report.slug,
        publisher=report.publisher.name,
        place=report.place,
        language=report.language,
        date=report.publish,
        version=report.version,
        headline=text_of(document.cover.headline) if document.cover else "",
    )
    places = _places(composed)
    claims = (assertion(c.verdict, c.words, c.in_place_of, c.where.file) for c in composed.claimed)
    return Ledger(
        ledger=VERSION,
        tool=f"report_builder {TOOL}",
        report=about,
        sources=dict(view.sources),
        facts=tuple(_told(view, composed, places)),
        claims=tuple(dict.fromkeys(claims)),
        asks=tuple(_demand(ask, view) for ask in view.asks),
        charts=tuple(_charts(document)),
        texts=tuple(Words(words=t.words, cells=t.cells, file=t.file) for t in texts(document)),
        apart=tuple(dict.fromkeys(a for a in _apart(view, document) if _DIGIT.search(a.words))),
    )


def _told(view: View, composed: Composed, places: Mapping[str, Sequence[Place]]) -> Iterator[Entry]:
    """Every fact; of one edition among many those that it prints, claims or shows, and what they come from."""
    asks = (_demand(ask, view) for ask in view.asks)
    said = {
        *places,
        *(c.verdict.fact.id for c in composed.claimed),
        *(i for a in asks for i in (*a.facts, *a.evidence)),
    }
    for fact in _in_their_order(_with_inputs(said, view.facts), view.facts) if view.one_of_many else view.facts:
        made = view.entries.get(fact.id)
        if made is None:
            made = view.entries[fact.id] = _entry(fact, view)
        printed = places.get(fact.id)
        yield replace(made, printed=tuple(printed)) if printed else made


def _in_their_order(ids: Iterable[str], facts: Facts) -> Iterator[Fact]:
    """The facts of these ids as they follow each other among all; an edition has few of them."""
    by_family: dict[str, list[str]] = {}
    for id_ in ids:
        by_family.setdefault(facts.by_id(id_).name, []).append(id_)
    for name, family in facts.families.items():
        yield from (family.by_id[id_] for id_ in sorted(by_family.get(name, ()), key=family.numbers.__getitem__))


def _with_inputs(ids: Iterable[str], facts: Facts) -> frozenset[str]:
    """These facts, their bases, and all that any of them was computed from."""
    found: set[str] = set()
    open_ = [id_ for id_ in ids if id_]
    while open_:
        id_ = open_.pop()
        if id_ not in found:
            found.add(id_)
            fact = facts.by_id(id_)
            open_ += [*fact.inputs, *([fact.base_fact] if fact.base_fact else [])]
    return frozenset(found)


def _entry(fact: Fact, view: View) -> Entry:
    has = fact.value is not None or bool(fact.wording)
    said = (figure(fact, view.language, "compact"), figure(fact, view.language, "prose")) if has else ("", "")
    return entry(fact, *said)


def _places(composed: Composed) -> dict[str, list[Place]]:
    """Where each fact is printed, by id: a place for each file, heading and kind, its words in reading order."""
    found: dict[tuple[str, str, str, bool], list[str]] = {}
    for one in printings(composed.document):
        found.setdefault((one.fact, one.file, one.section, one.chart), []).append(one.words)
    known = {(fact, file) for fact, file, *_ in found}
    for fact, wheres in composed.printed.items():
        for file in dict.fromkeys(w.file for w in wheres):
            if (fact, file) not in known:
                found[fact, file, "", False] = []
    out: dict[str, list[Place]] = {}
    for (fact, file, section, chart), words in found.items():
        out.setdefault(fact, []).append(Place(file=file, section=section, words=tuple(words), chart=chart))
    return out


def _demand(ask: AskText, view: View) -> Demand:
    evidence = (view.facts.reference(r.strip().strip("{}")) for r in ask.evidence)
    return Demand(
        id=ask.id,
        to=ask.to,
        facts=tuple(dict.fromkeys(_named((*ask.ask, *ask.why), view))),
        evidence=tuple(f.id for f in evidence if isinstance(f, Fact)),
    )


def _named(spans: Iterable[Span], view: View) -> Iterator[str]:
    for span in walk(spans):
        if isinstance(span, FactRef | ClaimSpan):
            found = view.facts.find(span.name, span.index)
            if isinstance(found, Fact):
                yield found.id


def _charts(document: Document) -> Iterator[Drawn]:
    hero = document.cover.hero if document.cover else None
    if hero is not None and hero.trend is not None:
        yield Drawn(title=hero.label, alt=hero.trend_alt, marks=tuple(_marks(hero.trend)))
    for block in figures(document):
        file = block.data.name if block.data else ""
        yield Drawn(title=text_of(block.title), alt=block.alt, file=file, marks=tuple(_marks(block.chart)))


def _marks(chart: Chart) -> Iterator[Mark]:
    for panel in chart.panels:
        for series in panel.series:
            for p in series.points:
                yield Mark(panel=panel.title, series=series.name, label=p.label, text=p.text, fact=p.fact)


def _apart(view: View, document: Document) -> Iterator[Apart]:
    """Words that hold numbers which are no figures, each with what it is."""
    report = view.report
    yield from (Apart(words=words, why="listed in plain_numbers") for words in report.plain_numbers)
    yield from (Apart(words=words, why="the mark of a draft or an embargo") for words in marks_known(view))
    yield from (Apart(words=words, why="the notice of a correction") for words in sentences(view))
    for section in view.sections:
        yield from _plain_spans(_spans(section))
    for ask in view.asks:
        yield from _plain_spans(walk((*ask.ask, *ask.why)))
    for line in report.support:
        yield from (Apart(words=words, why="support line") for words in (line.name, line.phone, line.note))
    contact = report.contact
    for words in (contact.name, contact.phone, contact.email, contact.website, report.publisher.website):
        yield Apart(words=words, why="contact")
    for words in (report.publisher.imprint, report.publisher.legal):
        yield Apart(words=" ".join(words.split()), why="imprint")
    for family in view.facts.families.values():
        if isinstance(family.spec, Rate):
            per = view.language.number(Fraction(family.spec.per), 0)
            yield Apart(
                words=view.language.say("rate", n="", per=per).strip(), why=f"what {family.name} is counted for"
            )
    yield from _of_surveys(view)
    for dataset in view.facts.datasets.values():
        for words in (dataset.what, run_in_words(dataset.run, view.language), dataset.notes, dataset.publisher):
            yield Apart(words=words.strip().rstrip("."), why=f"about the data of {dataset.id}")
        for sentence in rounded(dataset, view.language):
            yield Apart(words=sentence, why=f"how the data of {dataset.id} were rounded")
        if dataset.protection is not None:
            n, step = dataset.protection.smaller_than, dataset.protection.round_to
            for sentence in ("method withheld", "small cell", "small cells", "fewer than"):
                yield Apart(words=view.language.say(sentence, n=n), why="what is withheld")
            yield Apart(words=view.language.say("method rounded to", n=step), why="what is rounded")
    for section_block in document.sections:
        for block in section_block.blocks:
            if isinstance(block, QuoteBlock):
                paragraphs = (*block.paragraphs, *block.translation, block.role)
                yield from (Apart(words=p, why=f"quote of {block.speaker}") for p in paragraphs)


def _of_surveys(view: View) -> Iterator[Apart]:
    """How many answered, of one estimate and of a family, and the intervals."""
    for family in view.facts.families.values():
        members = family.surveyed
        told = {survey_base(members, view.language): None}
        told |= {survey_base((f,), view.language): None for f in members}
        told |= {survey_interval(f, view.language): None for f in members}
        yield from (Apart(words=words, why=f"how sure {family.name} is") for words in told if words)
        if members:
            yield Apart(words=view.language.say("method survey", what="").lstrip(": "), why="what an interval is")


def _plain_spans(spans: Iterable[Span]) -> Iterator[Apart]:
    for span in spans:
        if isinstance(span, PlainSpan):
            yield Apart(words=" ".join(plain(span.words).split()), why=span.reason)


def _spans(section: SectionText) -> Iterator[Span]:
    for part in section.parts:
        if isinstance(part, Placed):
            for spans in part.texts.values():
                yield from walk(spans)
        else:
            yield from spans_of((part,))
    for paragraphs in section.notes.values():
        yield from spans_of(paragraphs)
