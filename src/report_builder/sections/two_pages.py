"""The report on two pages: its first words, headline cards and a chart; then a quote, the asks, sources and contact."""

from __future__ import annotations

from msgspec.structs import replace

from report_builder.document.blocks import (
    Block,
    Cover,
    FigureBlock,
    Heading,
    Paragraph,
    Run,
    SectionBlock,
    Support,
    SupportLines,
)
from report_builder.sections.ask import all_asks
from report_builder.sections.body import blocks_of
from report_builder.sections.cards import cards_for
from report_builder.sections.composition import Composition
from report_builder.sections.contact import contact_block
from report_builder.sections.cover import cover
from report_builder.sections.fences import ChartFence, Part, Placed, QuoteFence
from report_builder.sections.model import CaseStudySection, CoverSection, QuotesSection, SummarySection
from report_builder.sections.quote import quote_block
from report_builder.sections.sources import source_list
from report_builder.sections.view import SectionText
from report_builder.text.spans import HeadingText

_CHART_PT = 120.0


def two_pages(sections: list[SectionText], c: Composition) -> tuple[Cover | None, tuple[SectionBlock, ...]]:
    """The head of the first page, and the two pages, each of which must hold what is on it."""
    front = next((cover(s, s.options, c) for s in sections if isinstance(s.options, CoverSection)), None)
    first = (*_opening(sections, front, c), *_chart(sections, c))
    second = (*_quote(sections, c), *_foot(front, c))
    pages = tuple(SectionBlock("summary", blocks, new_page=True, whole_page=True) for blocks in (first, second))
    return front and replace(front, hero=None, lines=(), above_text=True), pages


def _opening(sections: list[SectionText], front: Cover | None, c: Composition) -> tuple[Block, ...]:
    """The words of the summary without their heading, which the head of the page stands for, and its cards."""
    out: list[Block] = [] if front else [Heading(1, (Run(c.view.report.title),), c.anchor())]
    for section in sections:
        if isinstance(section.options, SummarySection):
            words = tuple(p for p in section.parts if not (front and isinstance(p, HeadingText)))
            out += blocks_of(words, section.notes, c, lead=True)
            out += cards_for(section.options.figures, section.at("figures"), c)
    return tuple(out)


def _chart(sections: list[SectionText], c: Composition) -> tuple[Block, ...]:
    """The first chart of the report, lower than on a page of its own."""
    for section, part in _placed(sections):
        if isinstance(part.fence, ChartFence):
            made = blocks_of((part,), section.notes, c)
            return tuple(replace(b, height_pt=_CHART_PT) for b in made if isinstance(b, FigureBlock))
    return ()


def _quote(sections: list[SectionText], c: Composition) -> tuple[Block, ...]:
    """The first paragraph of the first quote that a section places or lists, or of the first there is."""
    named = [(p.fence.quote, p.where) for _, p in _placed(sections) if isinstance(p.fence, QuoteFence)]
    for section in sections:
        if isinstance(section.options, QuotesSection):
            named += [(id_, section.where) for id_ in section.options.quotes or c.view.quotes.quotes]
    return quote_block(QuoteFence(quote=named[0][0], paragraphs=(1,)), named[0][1], c) if named else ()


def _placed(sections: list[SectionText]) -> list[tuple[SectionText, Placed]]:
    whole = [s for s in sections if not isinstance(s.options, CaseStudySection)]  # told whole, or not at all
    parts: list[tuple[SectionText, Part]] = [(s, part) for s in whole for part in s.parts]
    return [(section, part) for section, part in parts if isinstance(part, Placed)]


def _foot(front: Cover | None, c: Composition) -> tuple[Block, ...]:
    """The asks in brief, what the figures come from, where to find help, whom to ask, and the imprint."""
    report, say = c.view.report, c.view.language.say
    out: list[Block] = []
    if c.view.asks:
        out.append(Heading(1, (Run(say("summary asks")),), c.anchor()))
        out += all_asks((), c.view.asks[0].where, c, brief=True)
    if listed := source_list(c):
        out += [Heading(1, (Run(say("sources")),), c.anchor()), listed]
    if report.support:
        out.append(SupportLines(say("support"), tuple(Support(s.name, s.phone, s.note) for s in report.support)))
    out.append(contact_block(c))
    return (*out, *(Paragraph((Run(line),), "note") for line in (front.lines if front else ())))
