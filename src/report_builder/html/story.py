"""Blocks to elements: one match over the closed union of blocks."""

from __future__ import annotations

from typing import assert_never

from report_builder.document.blocks import (
    Asks,
    Block,
    Cards,
    ContactBlock,
    ContentsBlock,
    FigureBlock,
    Heading,
    ListBlock,
    Paragraph,
    PictureBlock,
    QuoteBlock,
    SectionBlock,
    SupportLines,
    TableBlock,
)
from report_builder.html.asks import asks
from report_builder.html.figures import figure
from report_builder.html.markup import Element, add, element
from report_builder.html.people import contact, quote, support
from report_builder.html.photos import photo
from report_builder.html.setting import Setting, plain, reference
from report_builder.html.tables import table
from report_builder.html.text import bullets, cards, heading, paragraph


def block_elements(block: Block, setting: Setting) -> list[Element]:
    """The elements of one block."""
    match block:
        case Heading():
            return heading(block, setting)
        case Paragraph():
            return paragraph(block, setting)
        case ListBlock():
            return bullets(block, setting)
        case Cards():
            return cards(block, setting)
        case FigureBlock():
            return figure(block, setting)
        case PictureBlock():
            return photo(block, setting)
        case TableBlock():
            return table(block, setting)
        case QuoteBlock():
            return quote(block, setting)
        case Asks():
            return asks(block, setting)
        case SupportLines():
            return support(block)
        case ContactBlock():
            return contact(block, setting)
        case ContentsBlock():
            return contents(block, setting)
        case _:
            assert_never(block)


def section(block: SectionBlock, setting: Setting) -> Element:
    """A section, named by its first heading; one without a heading is no region."""
    opening = next((b for b in block.blocks if isinstance(b, Heading) and b.anchor), None)
    fresh = " new-page" if block.new_page or block.whole_page else ""
    name = "article" if block.apart else "section" if opening else "div"
    made = element(name, class_=f"section of-{block.kind}{fresh}{' apart' if block.apart else ''}")
    if opening is not None:
        made.set("aria-labelledby", opening.anchor)
    for each in block.blocks:
        add(made, block_elements(each, setting))
    return made


def contents(block: ContentsBlock, setting: Setting) -> list[Element]:
    """Links to the sections, as navigation."""
    headings = [b for s in setting.document.sections for b in s.blocks if isinstance(b, Heading)]
    listed = [h for h in headings if h.level == 1 and h.anchor in setting.anchors]
    if not listed:
        return []
    lines = (element("li", element("a", plain(h.runs), href=f"#{h.anchor}")) for h in listed)
    title = element("h2", block.title, id="contents")
    nav = element("nav", title, element("ol", *lines), class_="contents wide")
    nav.set("aria-labelledby", "contents")
    return [nav]


def footnotes(setting: Setting) -> list[Element]:
    """The footnotes after the report, each with a way back to every place that refers to it."""
    notes = setting.document.notes
    if not notes:
        return []
    wording = setting.wording
    items = []
    for note in notes:
        item = element("li", *setting.words(note.runs), id=f"note-{note.number}", value=str(note.number))
        times = setting.references[note.number]
        for time in range(1, times + 1):
            back = element("a", "↩", href=f"#{reference(note.number, time)}", role="doc-backlink", class_="back")
            back.set("aria-label", wording.back + (f" ({time})" if times > 1 else ""))
            add(item, (" ", back))
        items.append(item)
    made = element(
        "section",
        element("h2", wording.notes, id="notes", class_="wide"),
        element("ol", *items),
        class_="section notes",
    )
    made.set("aria-labelledby", "notes")
    return [made]
