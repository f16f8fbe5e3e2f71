"""Blocks to items and structure: one match over the closed union of blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import assert_never

from msgspec import Struct

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
from report_builder.pdf.asks import asks
from report_builder.pdf.cards import cards
from report_builder.pdf.contents import contents
from report_builder.pdf.figures import figure
from report_builder.pdf.flowables import Box, Group, Item, Panel, items, stacked, total_height
from report_builder.pdf.pages import note_gap
from report_builder.pdf.people import contact, support
from report_builder.pdf.photos import photo
from report_builder.pdf.quotes import quote
from report_builder.pdf.setting import Setting, note_anchor
from report_builder.pdf.structure import Element
from report_builder.pdf.styles import TIGHTEST
from report_builder.pdf.tables import table
from report_builder.pdf.text import bullets, heading, hold, opens, paragraph
from report_builder.problems import Where, problem


class Section(Struct):
    """One section as items, and whether it starts a page of its own."""

    items: list[Item]
    new_page: bool


def block_items(block: Block, parent: Element, setting: Setting) -> list[Item]:
    """The items of one block, its structure added to `parent`."""
    match block:
        case Heading():
            return heading(block, parent, setting)
        case Paragraph():
            return paragraph(block, parent, setting)
        case ListBlock():
            return bullets(block, parent, setting)
        case Cards():
            return cards(block, parent, setting)
        case FigureBlock():
            return figure(block, parent, setting)
        case PictureBlock():
            return photo(block, parent, setting)
        case TableBlock():
            return table(block, parent, setting)
        case QuoteBlock():
            return quote(block, parent, setting)
        case Asks():
            return asks(block, parent, setting)
        case SupportLines():
            return support(block, parent, setting)
        case ContactBlock():
            return contact(block, parent, setting)
        case ContentsBlock():
            return contents(block, parent, setting)
        case _:
            assert_never(block)


def section(
    block: SectionBlock,
    root: Element,
    setting: Setting,
    height: float,
    notes: Mapping[int, Box],
    above: Sequence[Item] = (),
) -> Section:
    """A section's items, after those `above`. One that must stand on a single page is set tighter until it does."""
    element = root.add("Art" if block.apart else "Sect")
    if block.whole_page:
        out = _on_one_page(block, element, setting, height, notes, above)
    else:
        out = [*above, *_items(block, element, setting)]
    if block.apart:
        _set_apart(out[len(above) :], setting)
    _add_notes(out, element, notes)
    return Section(out, block.new_page or block.whole_page)


def _set_apart(column: list[Item], setting: Setting) -> None:
    """A tinted ground behind all of it that reaches into the margins: the words stay on the grid of the page."""
    styles = setting.styles
    pad = styles.gutter * 0.75
    ground = Panel(-pad, styles.column + 2 * pad, ground=styles.theme.colours.tint, pad=pad)
    for item in column:
        item.ground, item.floats = ground, False  # a story is read in its order, whom to ask for help last
    if column:
        column[0].before, column[-1].after = styles.space(2.5) + pad, styles.space(1.5) + pad


def _on_one_page(
    block: SectionBlock,
    element: Element,
    setting: Setting,
    height: float,
    notes: Mapping[int, Box],
    above: Sequence[Item],
) -> list[Item]:
    for step in range(TIGHTEST + 1):
        tighter = setting.tighter(step)
        element.children.clear()
        out = [*above, *_items(block, element, tighter)]
        over = total_height(out) + _notes_height(out, setting, notes) - height
        if over <= 0:
            break
    setting.problems.extend(tighter.problems)
    if over > 0:
        setting.problems.append(
            problem(
                "L007",
                f'the section "{block.kind}" must fit on one page and is {over:.0f} points too high',
                _where(out),
                f"about {over / setting.styles.body.leading:.0f} lines, with its spaces already at their smallest",
                help="shorten its words or leave out a block",
            )
        )
    return out


def _items(block: SectionBlock, element: Element, setting: Setting) -> list[Item]:
    out: list[Item] = []
    head: list[Item] = []
    for each in block.blocks:
        made = block_items(each, element, setting)
        hold(head, made)
        head = made if opens(each, made, bool(head)) else []
        out += made
    return out


def _notes_height(column: list[Item], setting: Setting, notes: Mapping[int, Box]) -> float:
    used = {n for item in column for n in item.notes if n in notes}
    return sum(notes[n].height for n in used) + note_gap(setting.styles) if used else 0.0


def _where(column: list[Item]) -> Where | None:
    return next((item.where for item in column if item.where), None)


class Note(Group, eq=False):
    """A footnote: its element joins the tree where it is first referred to."""

    element: Element


def footnotes(setting: Setting) -> dict[int, Note]:
    """The document's footnotes by number, ready to stand at the foot of a page."""
    styles = setting.styles
    out = {}
    for note in setting.document.notes:
        element = Element("Note", id=setting.half + note_anchor(note.number))
        label = setting.text(str(note.number), styles.small, element.add("Lbl"), styles.gutter)
        text = setting.text(note.runs, styles.small, element.add("P"), styles.measure)
        line = stacked(items(text))
        group = Note([(styles.hang - styles.gutter, 0.0, label), (styles.hang, 0.0, line)], text.height, element)
        out[note.number] = group
    return out


def _add_notes(column: list[Item], element: Element, notes: Mapping[int, Box]) -> None:
    """Footnotes are read at the end of the section that first refers to them."""
    for number in dict.fromkeys(n for item in column for n in item.notes):
        note = notes.get(number)
        if isinstance(note, Note) and note.element.parent is None:
            note.element.parent = element
            element.children.append(note.element)
