"""The sources of every figure and quote in the report, in the order they are first used."""

from __future__ import annotations

from report_builder.document.blocks import Block, Heading, ListBlock, Paragraph, Run, SectionBlock
from report_builder.sections.body import blocks_of
from report_builder.sections.composition import Composition
from report_builder.sections.view import SectionText


def sources(section: SectionText, c: Composition) -> SectionBlock:
    """The author's words and the list; it is composed last, when everything has been cited."""
    own = blocks_of(section.parts, section.notes, c)
    blocks: list[Block] = list(own)
    if not any(isinstance(b, Heading) for b in own):
        blocks.insert(0, Heading(1, (Run(c.view.language.say("sources")),), c.anchor(), section.where))
    cited = tuple((Paragraph((Run(c.citation(s)),), "note"),) for s in c.cited)
    if cited:
        blocks.append(ListBlock(True, cited, section.where))
    return SectionBlock("sources", tuple(blocks))
