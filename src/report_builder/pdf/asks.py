"""The asks of one decision-maker: numbered, each with its reasons, evidence and deadline; or in brief."""

from __future__ import annotations

from report_builder.document.blocks import Ask, Asks, Run
from report_builder.pdf.flowables import Bar, Group, Item, items, stacked, total_height
from report_builder.pdf.setting import Setting, flags
from report_builder.pdf.structure import Element
from report_builder.pdf.text import flagged


def asks(block: Asks, parent: Element, setting: Setting) -> list[Item]:
    """Addressee and power under a rule, then the asks, none of them divided by a page."""
    styles = setting.styles
    group = parent.add("Div")
    out = _addressee(block, group, setting)
    listed = group.add("L", attributes={"List": {"ListNumbering": "Decimal"}})
    for n, ask in enumerate(block.asks):
        words = (ask.text, *(() if block.brief else (ask.why, *ask.evidence)))
        box = stacked((_brief if block.brief else _ask)(ask, block, listed, setting))
        item = Item(box, before=styles.space(0.375 if block.brief else 1.0), keep=n == 0, where=block.where)
        item.facts = tuple(run.fact for runs in words for run in runs if run.fact)
        item.notes = tuple(run.note for runs in words for run in runs if run.note)
        out += [item, *flagged(flags(*words), group, setting, block.where)]
    out[-1].after = styles.space(0.75 if block.brief else 1.25)
    if block.brief:
        below = out[0].after + sum(box.height for _, box in out[0].beside) - total_height(out)
        out[-1].after += max(below, 0.0)  # an addressee of more lines than the asks beside it
    return out


def _addressee(block: Asks, group: Element, setting: Setting) -> list[Item]:
    """Who is asked: in brief in the hanging column, otherwise as a heading with the power they have."""
    styles, colours = setting.styles, setting.styles.theme.colours
    rule = Item(Bar(styles.column, styles.rule_light, colours.rule if block.brief else colours.primary))
    rule.before, rule.after = styles.space(0.75 if block.brief else 1.25), styles.space(0.375)
    rule.where = block.where
    if block.brief:
        words = (Run(block.addressee, bold=True),)
        text = setting.text(words, styles.body, group.add("P"), styles.hang - styles.gutter, block.where)
        rule.beside = ((0.0, Group([(0.0, rule.after, text)], text.height)),)
        return [rule]
    text = setting.text(block.addressee, styles.h2, group.add("P"), styles.measure, block.where)
    out = [rule, *items(text, styles.hang, keep=True, whole=True, where=block.where)]
    if block.power:
        power = setting.text(block.power, styles.small, group.add("P"), styles.measure, block.where)
        out += items(power, styles.hang, keep=True, whole=True, where=block.where)
    return out


def _ask(ask: Ask, block: Asks, listed: Element, setting: Setting) -> list[Item]:
    styles = setting.styles
    li = listed.add("LI")
    numeral = setting.text(str(ask.number), styles.ask_numeral, li.add("Lbl"), styles.hang)
    body = li.add("LBody")
    x, measure, where = styles.hang, styles.measure, block.where
    out = items(setting.text(ask.text, styles.ask, body.add("P"), measure, where), x)
    if ask.why:
        out += items(setting.text(ask.why, styles.body, body.add("P"), measure, where), x, before=styles.space(0.375))
    if ask.evidence:
        if block.evidence_label:
            text = setting.text(block.evidence_label, styles.label, body.add("P"), measure, where)
            out += items(text, x, before=styles.space(0.5))
        for line in ask.evidence:
            text = setting.text(line, styles.small_ink, body.add("P"), measure, where)
            out += items(text, x, before=styles.space(0.125))
    if ask.deadline:
        label = (Run(f"{block.deadline_label}: ", bold=True),) if block.deadline_label else ()
        text = setting.text((*label, Run(ask.deadline)), styles.small_ink, body.add("P"), measure, where)
        out += items(text, x, before=styles.space(0.5))
    if out:
        out[0].beside = ((0.0, numeral),)
    return out


def _brief(ask: Ask, block: Asks, listed: Element, setting: Setting) -> list[Item]:
    styles = setting.styles
    li = listed.add("LI")
    label = setting.text((Run(f"{ask.number}", bold=True),), styles.ask_figure, li.add("Lbl"), styles.gutter)
    owner = li.add("LBody").add("P")
    text = setting.text(ask.text, styles.body, owner, styles.measure - styles.gutter, block.where)
    out = items(text, styles.hang + styles.gutter)
    if out:
        out[0].beside = ((styles.hang, label),)
    return out
