"""The sources of every figure and quote in the report, in the order they are first used."""

from __future__ import annotations

from datetime import date as Date

from report_builder.document.blocks import Block, Heading, ListBlock, Paragraph, Run, Runs, SectionBlock
from report_builder.problems import Where
from report_builder.sections.body import blocks_of
from report_builder.sections.composition import Composition
from report_builder.sections.view import SectionText


def sources(section: SectionText, c: Composition) -> SectionBlock:
    """The author's words and the list; it is composed last, when everything has been cited."""
    own = blocks_of(section.parts, section.notes, c)
    blocks: list[Block] = list(own)
    if not any(isinstance(b, Heading) for b in own):
        blocks.insert(0, Heading(1, (Run(c.view.language.say("sources")),), c.anchor(), section.where))
    if cited := source_list(c, section.where):
        blocks.append(cited)
    return SectionBlock("sources", tuple(blocks))


def source_list(c: Composition, where: Where | None = None) -> ListBlock | None:
    """Everything cited so far; None where that is nothing."""
    cited = tuple((Paragraph(_told(s, c), "note"),) for s in c.cited)
    return ListBlock(True, cited, where) if cited else None


def _told(source: str, c: Composition) -> Runs:
    """The citation, the address as a link and the day it was read there, as far as they are known."""
    words, language = c.citation(source), c.view.language
    told = c.view.cited.get(source)
    out = [Run(words)]
    if told is not None and told.url:
        link = told.url if told.url.startswith(("https://", "http://")) else ""
        out += [Run(", "), Run(told.url, url=link, hint=words if link else "")]
    if told is not None and told.retrieved:
        out.append(Run(", " + language.say("retrieved", date=language.date(Date.fromisoformat(told.retrieved)))))
    return tuple(out)
