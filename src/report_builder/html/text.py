"""Headings, paragraphs, lists and figure cards."""

from __future__ import annotations

from typing import assert_never

from report_builder.document.blocks import Card, Cards, Heading, ListBlock, Paragraph
from report_builder.html.markup import Element, add, element
from report_builder.html.setting import Setting

_ROLES = {"lead": "lead", "caveat": "caveat", "note": "small", "warning": "caveat warning"}
_LOWEST = 6


def heading(block: Heading, setting: Setting) -> list[Element]:
    """A heading; the title of the report is the page's own of level 1, so that each stands one lower."""
    name = f"h{min(block.level + 1, _LOWEST)}"
    made = setting.block(name, block.runs, id=block.anchor, class_="wide" if block.level == 1 else "")
    return [made, *setting.flagged(block.runs)]


def paragraph(block: Paragraph, setting: Setting) -> list[Element]:
    """A paragraph of body text, a standfirst, a caution or warning set apart, or small print."""
    made = setting.block("p", block.runs, class_=_ROLES.get(block.role, ""))
    if block.role in ("caveat", "warning"):
        made.set("role", "note")
    return [made, *setting.flagged(block.runs)]


def bullets(block: ListBlock, setting: Setting) -> list[Element]:
    """A list, and lists inside it."""
    made = element("ol" if block.ordered else "ul")
    for entry in block.items:
        item = element("li")
        for part in entry:
            match part:
                case Paragraph():
                    add(item, paragraph(part, setting))
                case ListBlock():
                    add(item, bullets(part, setting))
                case _:
                    assert_never(part)
        made.append(item)
    return [made]


def cards(block: Cards, setting: Setting) -> list[Element]:
    """Figure cards: a list, each with its number large and what it counts."""
    made = element("ul", *(_card(card, setting) for card in block.cards), class_="cards wide")
    return [made, *setting.flagged(*(card.label for card in block.cards))]


def _card(card: Card, setting: Setting) -> Element:
    made = element("li", large(card.number, card.fact), setting.block("p", card.label, class_="label"))
    add(made, (element("p", words, class_="small") for words in (card.base, card.period) if words))
    return add(made, [element("p", card.caveat, class_="caution")] if card.caveat else [])


def large(number: str, fact: str) -> Element:
    """A number that is made smaller where its characters, counted here, would not fit on a line."""
    made = element("p", element("span", number, data_fact=fact), class_="number")
    made.set("style", f"--characters: {max(len(number), 1)}")
    return made
