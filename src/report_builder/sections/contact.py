"""Contact and support lines."""

from __future__ import annotations

from report_builder.document.blocks import Block, ContactBlock, Heading, Run, Runs, SectionBlock, Support, SupportLines
from report_builder.sections.body import blocks_of
from report_builder.sections.composition import Composition
from report_builder.sections.view import SectionText


def contact(section: SectionText, c: Composition) -> SectionBlock:
    """The author's words, support lines first (a reader in need comes before a journalist), then whom to ask."""
    own = blocks_of(section.parts, section.notes, c)
    language = c.view.language
    blocks: list[Block] = list(own)
    if not any(isinstance(b, Heading) for b in own):
        blocks.insert(0, Heading(1, (Run(language.say("contact")),), c.anchor(), section.where))
    support = tuple(Support(s.name, s.phone, s.note) for s in c.view.report.support)
    if support:
        blocks.append(SupportLines(language.say("support"), support, section.where))
    blocks.append(contact_block(c, titled=not own))
    return SectionBlock("contact", tuple(blocks))


def contact_block(c: Composition, titled: bool = False) -> ContactBlock:
    """Who answers, with links that work in the PDF; without a label where a heading has just said the same."""
    contact = c.view.report.contact
    lines: list[Runs] = [(Run(contact.name, bold=True),)]
    if contact.email:
        lines.append((Run(contact.email, url=f"mailto:{contact.email}", hint=contact.email),))
    if contact.phone:
        lines.append((Run(contact.phone, url=f"tel:{contact.phone.replace(' ', '')}", hint=contact.phone),))
    if website := contact.website or c.view.report.publisher.website:
        lines.append((Run(website, url=website, hint=website),))
    return ContactBlock("" if titled else c.view.language.say("contact"), tuple(lines))
