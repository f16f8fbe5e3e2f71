"""The asks of one decision-maker: numbered, each with its reasons, evidence and deadline; or in brief."""

from __future__ import annotations

from report_builder.document.blocks import Ask, Asks
from report_builder.html.markup import Element, element
from report_builder.html.setting import Setting


def asks(block: Asks, setting: Setting) -> list[Element]:
    """Who is asked, with what power, and the numbered asks, as one named group."""
    setting.pictures["asks"] += 1
    name = f"asks-{setting.pictures['asks']}"
    head = element("div", element("p", block.addressee, id=name, class_="addressee"), class_="whom")
    if block.power and not block.brief:
        head.append(element("p", block.power, class_="small"))
    listed = element("ol", *(_ask(ask, block, setting) for ask in block.asks))
    made = element("div", head, listed, role="group", class_=f"asks wide{' brief' if block.brief else ''}")
    made.set("aria-labelledby", name)
    printed = (ask.text if block.brief else (*ask.text, *ask.why, *sum(ask.evidence, ())) for ask in block.asks)
    return [made, *setting.flagged(*printed)]


def _ask(ask: Ask, block: Asks, setting: Setting) -> Element:
    made = element("li", setting.block("p", ask.text, class_="ask"), value=str(ask.number), data_number=str(ask.number))
    if block.brief:
        return made
    if ask.why:
        made.append(setting.block("p", ask.why))
    if ask.evidence:
        if block.evidence_label:
            made.append(element("p", block.evidence_label, class_="label"))
        made.append(element("ul", *(setting.block("li", line) for line in ask.evidence), class_="evidence"))
    if ask.deadline:
        label = [element("strong", f"{block.deadline_label}: ")] if block.deadline_label else []
        made.append(element("p", *label, ask.deadline, class_="deadline"))
    return made
