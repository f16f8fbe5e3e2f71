"""The summary: the first page after the cover, complete in itself: headline, three figures, asks, contact."""

from __future__ import annotations

from report_builder.document.blocks import Block, Heading, Run, SectionBlock
from report_builder.sections.ask import all_asks
from report_builder.sections.body import blocks_of
from report_builder.sections.cards import cards_for
from report_builder.sections.composition import Composition
from report_builder.sections.contact import contact_block
from report_builder.sections.model import SummarySection
from report_builder.sections.view import SectionText


def summary(section: SectionText, options: SummarySection, c: Composition) -> SectionBlock:
    """The author's words, then cards, asks in brief and contact, on one page."""
    own = blocks_of(section.parts, section.notes, c, lead=True)
    if not any(isinstance(b, Heading) for b in own):
        own = (Heading(1, (Run(c.view.report.title),), c.anchor(), section.where), *own)
    language = c.view.language
    blocks: list[Block] = [*own, *cards_for(options.figures, section.at("figures"), c)]
    if c.view.asks:
        blocks.append(Heading(2, (Run(language.say("summary asks")),), c.anchor()))
        blocks += all_asks((), section.where, c, brief=True)
    blocks.append(contact_block(c))
    return SectionBlock("summary", tuple(blocks), new_page=True, whole_page=True)
