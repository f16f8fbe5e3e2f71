"""Lines to take: for each figure that leads the report a page with what has to go with it and what may be asked.

It stays in the office, and is a document of the same blocks as the report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from report_builder.document.blocks import (
    Block,
    Cards,
    Document,
    Furniture,
    Heading,
    Paragraph,
    Run,
    Runs,
    SectionBlock,
    TableBlock,
    TableCell,
)
from report_builder.facts.fact import Fact
from report_builder.problems import Where
from report_builder.sections.captions import capital, member_name, period_of, place_of, source_line
from report_builder.sections.cards import card
from report_builder.sections.compose import Composed
from report_builder.sections.composition import Claimed, Composition
from report_builder.sections.hostile import questions
from report_builder.sections.parts import brief_caveat, caveat_of
from report_builder.sections.view import View
from report_builder.sections.wording import wording_in
from report_builder.words.forms import figure

_FACTS = Where("report/facts.yml")
_ROOM = "\n\n\n"  # lines to write on


def compose_lines(view: View, composed: Composed, release: Composed | None) -> Document:
    """The lines to take of one edition, whose report and release are composed."""
    c, say = Composition(view), view.language.say
    claimed = (*composed.claimed, *(release.claimed if release else ()))
    facts = [view.facts.by_id(i) for i in _leading(composed.document, release.document if release else None)]
    first = SectionBlock(
        "lines",
        (
            Heading(1, (Run(f"{say('lines')}: {view.report.title}"),), c.anchor()),
            Paragraph((Run(say("lines use")),)),
            *(_glance(facts, c) if facts else ()),
        ),
    )
    pages = (SectionBlock("lines", tuple(_page(f, claimed, c)), new_page=True) for f in facts)
    title = f"{say('lines')}: {view.report.title}"
    page_of = say("page of", page="{page}", pages="{pages}")
    return Document(
        title=title,
        language=composed.document.language,
        author=view.report.publisher.name,
        subject=say("lines"),
        keywords=(),
        date=view.report.publish.isoformat(),
        cover=None,
        sections=(first, *pages),
        notes=(),
        furniture=Furniture(title, view.report.publisher.name, page_of, say("internal")),
        wording=wording_in(view.language),
    )


def _leading(document: Document, release: Document | None) -> Iterable[str]:
    """The ids of the facts that lead: the cover's, those of headlines, and those on cards, each once."""
    cover = document.cover
    ids = [cover.hero.fact] if cover and cover.hero else []
    headings: list[Runs] = [cover.headline] if cover else []
    for section in (*document.sections, *(release.sections if release else ())):
        headings += [b.runs for b in section.blocks if isinstance(b, Heading)]
        ids += [card.fact for b in section.blocks if isinstance(b, Cards) for card in b.cards]
    ids += [run.fact for runs in headings for run in runs]
    return dict.fromkeys(i for i in ids if i)


def _what(fact: Fact, c: Composition) -> str:
    """What the figure is, in full: the short label of a card goes on from its number, and says little alone."""
    name = member_name(fact, c)
    return capital(f"{fact.label} ({name})" if name else fact.label)


def _when(fact: Fact, c: Composition) -> str:
    return ", ".join(x for x in (place_of(fact, c), period_of((fact,), c)) if x)


def _glance(facts: list[Fact], c: Composition) -> tuple[Block, ...]:
    """All figures in one table, for whoever has the telephone in the other hand."""
    say = c.view.language.say
    head = tuple(
        TableCell((Run(say(name)),), "column") for name in ("lines figure", "lines what", "lines when", "lines caveat")
    )
    body = tuple(
        (
            TableCell((Run(figure(f, c.view.language, "compact"), fact=f.id),), "row"),
            *(TableCell((Run(words),)) for words in (_what(f, c), _when(f, c), capital(brief_caveat(f, c)))),
        )
        for f in facts
    )
    return (TableBlock(1, (Run(say("lines glance")),), "", (head,), body),)


def _page(fact: Fact, claimed: tuple[Claimed, ...], c: Composition) -> Iterator[Block]:
    language = c.view.language
    yield Heading(1, (Run(f"{_what(fact, c)}, {place_of(fact, c)}"),), c.anchor())
    yield Cards((card(fact, _FACTS, c),))
    if caveat := caveat_of(fact, c):
        yield Paragraph((Run(caveat, fact=fact.id),), "caveat")
    if source := source_line((fact,), c):
        yield Paragraph((Run(f"{language.say('source')}: {source}"),), "note")
    for question in questions(fact, tuple(x for x in claimed if x.verdict.fact.id == fact.id), c):
        yield Heading(2, (Run(question.asked),), c.anchor())
        yield from (Paragraph((Run(words),)) for words in question.said)
        yield Paragraph((Run(language.say("lines answer"), bold=True), Run(_ROOM)), "answer")
