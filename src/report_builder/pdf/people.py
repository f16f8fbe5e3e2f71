"""Support lines and contacts: a title in the hanging column, the lines beside it."""

from __future__ import annotations

from report_builder.document.blocks import ContactBlock, Run, Runs, Support, SupportLines
from report_builder.pdf.flowables import Bar, Item, items, stacked
from report_builder.pdf.setting import Setting, flags
from report_builder.pdf.structure import Element
from report_builder.pdf.styles import Type
from report_builder.pdf.text import flagged


def support(block: SupportLines, parent: Element, setting: Setting) -> list[Item]:
    """Each line's name, its number large and a link that rings it, and its note."""
    styles = setting.styles
    group = parent.add("Div")
    title = group.add("P")
    listed = group.add("L", attributes={"List": {"ListNumbering": "None"}})
    column: list[Item] = []
    for line in block.lines:
        body = listed.add("LI").add("LBody")
        for words, style, before in _support(line, setting):
            text = setting.text(words, style, body.add("P"), styles.measure, block.where)
            column += items(text, styles.hang, before=styles.space(before))
    return _titled(block.title, title, column, setting, block)


def _support(line: Support, setting: Setting) -> list[tuple[Runs, Type, float]]:
    styles = setting.styles
    ring = f"tel:{''.join(c for c in line.phone if c.isdigit() or c == '+')}"
    phone = Run(line.phone, url=ring, hint=f"{line.name}, {line.phone}")
    out: list[tuple[Runs, Type, float]] = [
        ((Run(line.name),), styles.body, 0.5),
        ((phone,), styles.phone, 0.0),
    ]
    return [*out, ((Run(line.note),), styles.small, 0.0)] if line.note else out


def contact(block: ContactBlock, parent: Element, setting: Setting) -> list[Item]:
    """The lines as they come."""
    styles = setting.styles
    group = parent.add("Div")
    title = group.add("P")
    column: list[Item] = []
    for runs in block.lines:
        column += items(setting.text(runs, styles.body, group.add("P"), styles.measure, block.where), styles.hang)
    return [
        *_titled(block.title, title, column, setting, block),
        *flagged(flags(*block.lines), parent, setting, block.where),
    ]


def _titled(
    words: str, owner: Element, column: list[Item], setting: Setting, block: SupportLines | ContactBlock
) -> list[Item]:
    """The block whole, under a light rule, its title left of its lines."""
    styles = setting.styles
    rule = Item(Bar(styles.column, styles.rule_light, styles.theme.colours.primary), after=styles.space(0.5))
    title = setting.text(words, styles.label, owner, styles.hang - styles.gutter, block.where)
    if column:
        column[0].beside = ((0.0, title),)
    else:
        column = items(title)
    box = stacked([rule, *column])
    box.height = max(box.height, title.height + styles.space(0.5))
    # whom to ask, alone on the last page, looks left over
    return [Item(box, before=styles.space(1.25), after=styles.space(1.25), keep=True, where=block.where)]
