"""The running header and footer, and the draft or embargo mark: artifacts in the margins, where text never stands."""

from __future__ import annotations

from msgspec import Struct

from report_builder.document.blocks import Furniture
from report_builder.pdf.canvas import TaggedCanvas
from report_builder.pdf.fonts import choose, font
from report_builder.pdf.lines import Line, Piece, Segment
from report_builder.pdf.styles import Styles, Type

_HALF_CAPITAL = 0.34  # of the size: half the height of a capital letter


class Furnisher(Struct, frozen=True):
    """Draws the furniture of every page after the cover; `headed` is the number of one without a running header."""

    words: Furniture
    styles: Styles
    pages: int
    headed: int = 0

    def paint(self, canvas: TaggedCanvas, page: int) -> None:
        styles, geometry = self.styles, self.styles.theme.page
        left, right = geometry.left, geometry.width - geometry.right
        style = styles.small
        top, foot = geometry.height - styles.header_baseline, styles.footer_baseline
        numbered = self.words.page_of.replace("{pages}", str(self.pages)).replace("{page}", str(page))
        number = _line(numbered, style, styles.column)
        if self.words.header and page != self.headed:
            canvas.lines([(left, top, _line(self.words.header, style, styles.column))], "Header")
        if self.words.mark:
            ribbon(canvas, self.words.mark, styles)
        if self.words.copy:
            recipient(canvas, self.words.copy, styles, styles.theme.colours.ink)
        footer = _line(self.words.footer, style, styles.column - number.width - styles.gutter)
        canvas.lines([(left, foot, footer), (right - number.width, foot, number)], "Footer")


def ribbon(canvas: TaggedCanvas, words: str, styles: Styles) -> None:
    """The mark on a strip along the top edge of the page, where nothing else stands, the cover's too."""
    geometry, height = styles.theme.page, styles.ribbon
    style = styles.mark
    canvas.rectangle(0.0, geometry.height - height, geometry.width, height, styles.flag_ground, "Watermark")
    baseline = geometry.height - height / 2 - style.size * _HALF_CAPITAL
    canvas.lines([(geometry.left, baseline, _line(words, style, styles.column))], "Watermark")


def recipient(canvas: TaggedCanvas, words: str, styles: Styles, colour: str) -> None:
    """Whose copy it is, below everything else at the foot of the page."""
    line = _line(words, styles.small.coloured(colour), styles.column)
    canvas.lines([(styles.theme.page.left, styles.copy_baseline, line)], "Watermark")


def mark_fits(words: str, styles: Styles) -> bool:
    """Whether the mark stands on its one line."""
    face = font(choose(styles.mark.faces, styles.mark.weight, False, False))
    return face.width(words, styles.mark.size) <= styles.column


def _line(words: str, style: Type, width: float) -> Line:
    """One line; words that do not fit are left off at an ellipsis (they are a repeat of the title)."""
    face = font(choose(style.faces, style.weight, False, False))
    if face.width(words, style.size) > width:
        parts = words.split(" ")
        while len(parts) > 1 and face.width(" ".join(parts) + "…", style.size) > width:
            parts.pop()
        words = " ".join(parts) + "…"
    advance = face.width(words, style.size)
    return Line([Segment(Piece(words, face, style.size, style.colour, None), words, advance)], advance)
