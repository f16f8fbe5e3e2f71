"""Figure cards: two to four in a row on the page's grid, equal in height, each under a coloured rule."""

from __future__ import annotations

from report_builder.document.blocks import Card, Cards, Run
from report_builder.pdf.flowables import Bar, Box, Group, Item, Text
from report_builder.pdf.lines import break_lines, natural_width
from report_builder.pdf.setting import Setting, baseline, flags
from report_builder.pdf.structure import Element
from report_builder.pdf.styles import steps_down
from report_builder.pdf.text import flagged
from report_builder.problems import Where

_ROW = 4


def cards(block: Cards, parent: Element, setting: Setting) -> list[Item]:
    """The cards in rows of at most four; five make a row of three and one of two."""
    styles = setting.styles
    element = parent.add("L", attributes={"List": {"ListNumbering": "None"}})
    rows = _rows(block.cards)
    columns = max((len(row) for row in rows), default=1)
    columns = max(columns, 2)
    out: list[Item] = []
    for n, row in enumerate(rows):
        group = _row(row, columns, element, setting, block.where)
        gap = styles.space(1.0)
        out.append(Item(group, before=gap if n == 0 else styles.space(1.25), after=styles.space(1.25)))
        out[-1].where, out[-1].facts = block.where, tuple(c.fact for c in row if c.fact)
    reasons = flags(*(card.label for card in block.cards))
    return [*out, *flagged(reasons, parent, setting, block.where)]


def _rows(listed: tuple[Card, ...]) -> list[tuple[Card, ...]]:
    count = -(-len(listed) // _ROW)
    size = -(-len(listed) // count) if count else 1
    return [listed[i : i + size] for i in range(0, len(listed), size)]


def _row(row: tuple[Card, ...], columns: int, element: Element, setting: Setting, where: Where | None) -> Group:
    styles = setting.styles
    width = (styles.column - styles.gutter * (columns - 1)) / columns
    size = _number_size(row, width, setting)
    parts: list[tuple[float, float, Box]] = []
    tallest = 0.0
    for n, card in enumerate(row):
        x = n * (width + styles.gutter)
        parts.append((x, 0.0, Bar(width, styles.bar, styles.theme.colours.accent)))
        y = styles.bar + styles.space(0.375)
        for text, gap in _card(card, width, size, element, setting, where):
            parts.append((x, y + gap, text))
            y += gap + text.height
        tallest = max(tallest, y)
    return Group(parts, tallest)


def _number_size(row: tuple[Card, ...], width: float, setting: Setting) -> float:
    """One size for the whole row: the largest step at which every number fits."""
    style = setting.styles.card_number
    owner = Element("P")
    sizes = steps_down(style.size, setting.styles.theme.scale.body)
    return next(
        (s for s in sizes if all(natural_width(setting.pieces(c.number, style.at(s), owner)) <= width for c in row)),
        sizes[-1],
    )


def _card(
    card: Card, width: float, size: float, parent: Element, setting: Setting, where: Where | None
) -> list[tuple[Text, float]]:
    styles = setting.styles
    body = parent.add("LI").add("LBody")
    style = styles.card_number
    number = (Run(card.number, fact=card.fact),)
    broken = break_lines(setting.pieces(number, style.at(size), body.add("P")), width)
    setting.too_wide(broken, where)
    out = [(Text(broken.lines, style.leading, baseline(style)), 0.0)]
    out.append((setting.text(card.label, styles.card_label, body.add("P"), width, where), styles.space(0.25)))
    small = [(words, styles.small) for words in (card.base, card.period) if words]
    small += [(card.caveat, styles.small_ink)] if card.caveat else []
    for words, look in small:
        out.append((setting.text(words, look, body.add("P"), width, where), styles.space(0.25)))
    return out
