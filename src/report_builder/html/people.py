"""A person's words, support lines and contacts."""

from __future__ import annotations

from report_builder.document.blocks import ContactBlock, QuoteBlock, Support, SupportLines
from report_builder.html.markup import Element, add, element
from report_builder.html.setting import Setting

_LONG = 420  # characters from which a pull quote is set in the quieter size, as in the PDF


def quote(block: QuoteBlock, setting: Setting) -> list[Element]:
    """The words between their marks, who said them, where they were published; under them a labelled translation."""
    wording = setting.wording
    large = block.large and sum(map(len, block.paragraphs)) < _LONG
    said = element("blockquote", lang=setting.other(block.language))
    for n, words in enumerate(block.paragraphs):
        close = wording.close_quote if n == len(block.paragraphs) - 1 else ""
        said.append(element("p", wording.open_quote + words.strip() + close))
    who = element("p", element("strong", block.speaker), f", {block.role}" if block.role else "")
    caption = element("figcaption", who)
    if block.source:
        caption.append(element("p", f"{wording.source}: {block.source}", class_="small"))
    if block.status:
        caption.append(element("p", element("mark", block.status), class_="small"))
    made = element("figure", said, caption, class_="quote large" if large else "quote")
    if block.translation:
        words_of = (element("p", words) for words in block.translation)
        add(made, [element("p", block.translation_label, class_="label")])
        add(made, [element("div", *words_of, class_="translation", lang=setting.other(block.translation_language))])
        made.remove(caption)
        made.append(caption)  # a caption is the first or the last child of its figure
    return [made]


def support(block: SupportLines) -> list[Element]:
    """Each line's name, its number large and a link that rings it, and its note."""
    listed = element("ul", *map(_support, block.lines))
    return [element("div", element("p", block.title, class_="label"), listed, class_="people support wide")]


def _support(line: Support) -> Element:
    ring = f"tel:{''.join(c for c in line.phone if c.isdigit() or c == '+')}"
    phone = element("a", line.phone, href=ring)
    made = element("li", element("p", line.name), element("p", phone, class_="phone"))
    return add(made, [element("p", line.note, class_="small")] if line.note else [])


def contact(block: ContactBlock, setting: Setting) -> list[Element]:
    """Whom to ask, line by line."""
    address = element("address", *(setting.block("p", runs) for runs in block.lines))
    made = element("div", element("p", block.title, class_="label"), address, class_="people wide")
    return [made, *setting.flagged(*block.lines)]
