"""Headings, paragraphs and lists."""

from __future__ import annotations

from typing import assert_never

from report_builder.document.blocks import Heading, ListBlock, Paragraph, Runs
from report_builder.pdf.flowables import Bar, Item, Panel, Slice, items
from report_builder.pdf.setting import Setting, flags, plain
from report_builder.pdf.structure import Element
from report_builder.pdf.styles import Type
from report_builder.problems import Where

_SHORT_LEAD = 3  # lines
_BULLETS = ("•", "–")


def heading(block: Heading, parent: Element, setting: Setting) -> list[Item]:
    """A heading: of level 1 under a rule across the column, others above the text."""
    styles = setting.styles
    style = styles.heading(block.level)
    x, measure = (0.0, styles.column) if block.level == 1 else (styles.hang, styles.measure)
    element = parent.add(f"H{min(block.level, 6)}")
    text = setting.text(block.runs, style, element, measure, block.where)
    before, after = {1: (2.5, 0.75), 2: (1.5, 0.375)}.get(block.level, (1.0, 0.125))
    out = items(text, x, before=styles.space(before), after=styles.space(after), whole=True, where=block.where)
    if not out:
        return []
    if block.level == 1:
        rule = Item(Bar(styles.column, styles.rule_heavy, styles.theme.colours.primary), where=block.where)
        rule.before, rule.after = out[0].before, styles.space(0.625)
        out[0].before, out[0].keep = 0.0, True
        out.insert(0, rule)
    out[0].anchor, out[0].entry = block.anchor, (plain(block.runs), block.level - 1)
    return [*out, *flagged(flags(block.runs), parent, setting, block.where)]


def opens(block: object, made: list[Item], after_heading: bool) -> bool:
    """Whether a block only opens what follows: a heading, and right under one a short standfirst, a warning, a name."""
    if isinstance(block, Heading):
        return True
    if not after_heading or not isinstance(block, Paragraph):
        return False
    return block.role in ("warning", "person") or (block.role == "lead" and len(made) <= _SHORT_LEAD)


def hold(head: list[Item], following: list[Item]) -> None:
    """Keeps the first lines of what follows an opening, three where they are text, on its page.

    A chart or table may leave a standfirst behind, but never a bare heading.
    """
    if not head or not following or (following[0].floats and head[0].entry is None):
        return
    following[0].keep = True
    first = following[0].box
    if isinstance(first, Slice):
        for item in following[1:3]:
            if isinstance(item.box, Slice) and item.box.text is first.text:
                item.keep = True


def paragraph(block: Paragraph, parent: Element, setting: Setting) -> list[Item]:
    """A paragraph of body text, a standfirst, a caution or warning set apart by a bar, or small print."""
    styles, colours = setting.styles, setting.styles.theme.colours
    warning = block.role == "warning"
    if warning:  # a note is known by an id of its own (PDF/UA-1, 7.9)
        parent = parent.add("Note", id=f"{setting.half}warning-{next(setting.warnings)}")
    element = parent.add("P")
    if warning or block.role == "caveat":
        panel = Panel(styles.hang, styles.measure, bar=colours.accent, bar_width=styles.bar, ground="")
        indent = styles.gutter * 0.6
        style = styles.body if warning else styles.small_ink
        text = setting.text(block.runs, style, element, styles.measure - indent, block.where)
        out = items(text, styles.hang + indent, before=styles.space(0.75), after=styles.space(0.75), whole=True)
        for item in out:
            item.panel = panel
    else:
        style, after = _paragraph_style(block.role, setting)
        text = setting.text(block.runs, style, element, styles.measure, block.where)
        out = items(text, styles.hang, after=styles.space(after), keep=block.role == "help")
    for item in out:
        item.where = block.where
    return [*out, *flagged(flags(block.runs), parent, setting, block.where)]


def _paragraph_style(role: str, setting: Setting) -> tuple[Type, float]:
    styles = setting.styles
    if role == "lead":
        return styles.lead, 0.75
    return (styles.small, 0.5) if role == "note" else (styles.body, 0.5)


def flagged(reasons: tuple[str, ...], parent: Element, setting: Setting, where: Where | None) -> list[Item]:
    """The reasons why a draft marks words, on the same ground as the words themselves."""
    styles = setting.styles
    out: list[Item] = []
    for reason in reasons:
        pad = styles.space(0.375)
        panel = Panel(styles.hang, styles.measure, ground=styles.flag_ground, bar=styles.theme.colours.accent_text)
        panel = Panel(panel.x, panel.width, panel.ground, panel.bar, styles.bar, pad / 2)
        text = setting.text(
            f"{setting.document.wording.note}: {reason}",
            styles.small_ink,
            parent.add("P"),
            styles.measure - 2 * styles.bar - 2 * pad,
            where,
        )
        lines = items(text, styles.hang + styles.bar + pad, before=pad, after=styles.space(0.75), keep=True, whole=True)
        for line in lines:
            line.panel, line.where = panel, where
        out += lines
    return out


def bullets(block: ListBlock, parent: Element, setting: Setting, depth: int = 0) -> list[Item]:
    """A list, its marks hanging left of the words; lists inside it are set further in."""
    styles = setting.styles
    numbering = "Decimal" if block.ordered else "Disc"
    element = parent.add("L", attributes={"List": {"ListNumbering": numbering}})
    indent = styles.gutter * (depth + 1)
    out: list[Item] = []
    for n, entry in enumerate(block.items, 1):
        li = element.add("LI")
        mark = f"{n}." if block.ordered else _BULLETS[min(depth, 1)]
        label = setting.text(mark, styles.body, li.add("Lbl"), styles.gutter)
        body = li.add("LBody")
        lines: list[Item] = []
        for part in entry:
            match part:
                case Paragraph():
                    text = setting.text(part.runs, styles.body, body.add("P"), styles.measure - indent, part.where)
                    lines += items(text, styles.hang + indent, after=styles.space(0.25), where=part.where)
                    lines += flagged(flags(part.runs), body, setting, part.where)
                case ListBlock():
                    lines += bullets(part, body, setting, depth + 1)
                case _:
                    assert_never(part)
        if lines:
            lines[0].beside = (*lines[0].beside, (styles.hang + indent - styles.gutter, label))
        out += lines
    if out:
        out[-1].after = max(out[-1].after, styles.space(0.25 if depth else 0.5))
    return out


def small_print(
    words: Runs | str, parent: Element, setting: Setting, x: float, where: Where | None, *, caution: bool = False
) -> list[Item]:
    """A line of small print under a chart or table, kept with it; a caution is set in full ink."""
    styles = setting.styles
    style = styles.small_ink if caution else styles.small
    text = setting.text(words, style, parent.add("P"), styles.measure, where)
    return items(text, x, before=setting.styles.space(0.25), keep=True, whole=True, where=where)
