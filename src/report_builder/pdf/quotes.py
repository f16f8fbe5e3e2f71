"""A person's words: a pull quote or a quieter one, its quotation marks hung left of the text."""

from __future__ import annotations

from report_builder.document.blocks import QuoteBlock, Run
from report_builder.pdf.flowables import Bar, Item, Text, items, total_height
from report_builder.pdf.lines import break_lines
from report_builder.pdf.setting import Setting, baseline
from report_builder.pdf.structure import Element
from report_builder.pdf.styles import Type

_LONG = 420  # characters from which a pull quote is set in the quieter size


def quote(block: QuoteBlock, parent: Element, setting: Setting) -> list[Item]:
    """The words, who said them, where they were published, and under them the translation with its label."""
    styles, colours = setting.styles, setting.styles.theme.colours
    element = parent.add("BlockQuote")
    large = block.large and sum(map(len, block.paragraphs)) < _LONG
    style = styles.quote_large if large else styles.quote
    bar = Item(Bar(styles.short_bar, styles.bar, colours.accent), styles.hang, after=styles.space(0.5))
    out = [bar]
    for n, words in enumerate(block.paragraphs):
        last = n == len(block.paragraphs) - 1
        owner = element.add("P", language=_other(block.language, setting))
        text, x = _quoted(words, last, style, owner, setting, block)
        out += items(text, x, before=styles.space(0.5) if n else 0.0, keep=True, whole=True)
    if total_height(out) > styles.divisible:
        for item in out[2:]:
            item.keep = item.before == 0.0  # a page may end between two paragraphs of a long quote
    out += _attribution(block, element, setting)
    out += _translation(block, element, setting)
    for item in out:
        item.where = block.where
    out[0].before, out[-1].after = styles.space(1.75), styles.space(1.75)
    return out


def _quoted(
    words: str, last: bool, style: Type, owner: Element, setting: Setting, block: QuoteBlock
) -> tuple[Text, float]:
    """One paragraph between its marks. The opening mark takes no room on the measure, so the words stand flush."""
    wording, styles = setting.document.wording, setting.styles
    mark = setting.pieces(wording.open_quote, style, owner)
    hung = sum(p.font.width(p.text, p.size) for p in mark)
    words = words.strip()
    pieces = setting.pieces((Run(wording.open_quote + words + (wording.close_quote if last else "")),), style, owner)
    broken = break_lines(pieces, styles.measure, balanced=style.balanced)
    setting.too_wide(broken, block.where)
    return Text(broken.lines, style.leading, baseline(style), indent=hung), styles.hang - hung


def _attribution(block: QuoteBlock, element: Element, setting: Setting) -> list[Item]:
    styles = setting.styles
    runs = (Run(block.speaker, bold=True), *((Run(f", {block.role}"),) if block.role else ()))
    said = setting.text(runs, styles.body, element.add("P"), styles.measure, block.where)
    out = items(said, styles.hang, before=styles.space(0.5), keep=True, whole=True)
    if block.source:
        words = f"{setting.document.wording.source}: {block.source}"
        text = setting.text(words, styles.small, element.add("P"), styles.measure, block.where)
        out += items(text, styles.hang, keep=True, whole=True)
    if block.status:
        runs = (Run(block.status, flag=block.status),)
        text = setting.text(runs, styles.small_ink, element.add("P"), styles.measure, block.where)
        out += items(text, styles.hang, before=styles.space(0.25), keep=True, whole=True)
    return out


def _translation(block: QuoteBlock, element: Element, setting: Setting) -> list[Item]:
    if not block.translation:
        return []
    styles = setting.styles
    label = setting.text(block.translation_label, styles.label, element.add("P"), styles.measure, block.where)
    out = items(label, styles.hang, before=styles.space(0.75), keep=True, whole=True)
    for words in block.translation:
        owner = element.add("P", language=_other(block.translation_language, setting))
        text = setting.text(words, styles.body, owner, styles.measure, block.where)
        out += items(text, styles.hang, before=styles.space(0.125), after=styles.space(0.25), keep=True, whole=True)
    return out


def _other(language: str, setting: Setting) -> str:
    return "" if language == setting.document.language else language
