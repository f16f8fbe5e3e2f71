"""The contents: each line, words and page number, is one link."""

from __future__ import annotations

from msgspec import Struct

from report_builder.document.blocks import ContentsBlock, Document, Heading
from report_builder.pdf.canvas import TaggedCanvas
from report_builder.pdf.flowables import Item, Text, items
from report_builder.pdf.lines import Line, Piece, Segment
from report_builder.pdf.setting import Setting, plain
from report_builder.pdf.structure import Element
from report_builder.pdf.styles import Type

_SHORT_LIST = 12


class ContentsLine(Struct, eq=False):
    """A line of the contents; its number is known when the pages are, before any is drawn."""

    words: Text
    link: Element
    number: Piece
    width: float
    rule: tuple[float, str]

    @property
    def height(self) -> float:
        return self.words.height

    def paint(self, canvas: TaggedCanvas, x: float, top: float, repeat: bool = False) -> None:
        last = self.words.lines[-1]
        page = str(canvas.page_of.get(self.link.href[1:], ""))
        self.number.text = page
        width = self.number.font.width(page, self.number.size)
        bottom = top - self.height
        if self.rule[0]:
            canvas.rectangle(x, bottom, self.width, *self.rule)
        last.soft = True
        self.words.paint(canvas, x, top)
        line = Line([Segment(self.number, page, width)], width)
        base = top - self.words.rise - (len(self.words.lines) - 1) * self.words.leading
        canvas.lines([(x + self.width - width, base, line)])
        canvas.annotate(self.link, (x, bottom, x + self.width, top))


def contents(block: ContentsBlock, parent: Element, setting: Setting) -> list[Item]:
    """A line for each heading that is listed."""
    styles = setting.styles
    toc = parent.add("TOC")
    title = setting.text(block.title, styles.h1, toc.add("Caption").add("P"), styles.column)
    out = items(title, before=styles.space(1.0), after=styles.space(1.0), whole=True)
    number = max((setting.pieces("000", styles.body, toc)), key=lambda p: p.size)
    reserve = number.font.width("000", number.size) + styles.gutter
    for entry in listed(setting.document):
        item = toc.add("TOCI")
        words = plain(entry.runs)
        link = item.add("Reference").add("Link", href=f"#{entry.anchor}", hint=words)
        style, x = _style(entry.level, setting)
        text = setting.text(words, style, link, styles.measure - x - reserve, entry.where)
        light = (styles.rule_light, styles.theme.colours.rule)
        line = ContentsLine(
            text,
            link,
            setting.pieces("0", style, link)[0],
            styles.measure - x,
            light if entry.level == 1 else (0.0, light[1]),
        )
        space = styles.space(0.25 if entry.level == 1 else 0.125)
        out.append(Item(line, styles.hang + x, before=space, keep=not out[1:]))
    out[-1].after = styles.space(1.5)
    return out


def listed(document: Document) -> list[Heading]:
    """The headings the contents list: of two levels where that is a short list, else the sections alone."""
    headings = [b for s in document.sections for b in s.blocks if isinstance(b, Heading) and b.level < 3 and b.anchor]
    return headings if len(headings) <= _SHORT_LIST else [b for b in headings if b.level == 1]


def _style(level: int, setting: Setting) -> tuple[Type, float]:
    styles = setting.styles
    return (styles.contents, 0.0) if level == 1 else (styles.body, styles.gutter)
