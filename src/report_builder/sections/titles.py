"""The heading a section opens with."""

from __future__ import annotations

from report_builder.document.blocks import Block, Heading, Run
from report_builder.sections.composition import Composition
from report_builder.sections.view import SectionText

_OWN_TITLES = {"asks": "asks"}


def with_heading(section: SectionText, blocks: tuple[Block, ...], c: Composition) -> tuple[Block, ...]:
    """The blocks, opened by a heading of level 1; one is written where the author gave none and the kind has a name."""

    if blocks and isinstance(blocks[0], Heading):
        return blocks
    title = _OWN_TITLES.get(section.options.kind)
    if title is None:
        c.report(
            "P061",
            f'"{section.name}" does not begin with a heading',
            section.where,
            help="begin its words with a line like: # What we found",
        )
        return blocks
    return (Heading(1, (Run(c.view.language.say(title)),), c.anchor(), section.where), *blocks)
