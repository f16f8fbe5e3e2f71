"""Words in a chart before they are placed: measured, broken into lines, with the room they take."""

from __future__ import annotations

from enum import StrEnum
from math import floor, inf

from msgspec import Struct
from msgspec.structs import replace

from report_builder.brand.fonts import Face
from report_builder.drawing import TextRun

LEADING = 1.2  # of the size
_ABOVE, _BELOW = 0.78, 0.23  # of the size: how far letters with accents rise above the baseline and tails hang below


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Box(Struct, frozen=True):
    """A rectangle in points, y upwards."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: Box) -> bool:
        """Whether the two share any area."""
        return (
            self.left < other.right and other.left < self.right and self.bottom < other.top and other.bottom < self.top
        )

    def grown(self, by_pt: float) -> Box:
        return Box(self.left - by_pt, self.bottom - by_pt, self.right + by_pt, self.top + by_pt)


class Style(Struct, frozen=True):
    """`least_pt` is the size down to which it may be set for the sake of a long word."""

    face: Face
    size_pt: float
    colour: str
    least_pt: float = inf

    @property
    def leading_pt(self) -> float:
        return self.size_pt * LEADING

    def width_pt(self, text: str) -> float:
        return self.face.width_pt(text, self.size_pt)


class Words(Struct, frozen=True):
    """Lines of text in one style. `width_pt` is that of the longest; `y` below always is the first line's baseline."""

    lines: tuple[str, ...]
    style: Style
    width_pt: float

    @property
    def height_pt(self) -> float:
        """From the top of the first line's letters to the foot of the last line's; 0 without words."""
        return room_pt(self.style, len(self.lines))

    def box(self, x: float, y: float, align: Align) -> Box:
        """The room taken when set at `x`, which is the left edge, the middle or the right edge."""
        left = x - self.width_pt * _SHIFT[align]
        top = y + self.style.size_pt * _ABOVE
        return Box(left, top - self.height_pt, left + self.width_pt, top)

    def runs(self, x: float, y: float, align: Align) -> tuple[TextRun, ...]:
        """One run a line, top to bottom."""
        style, shift = self.style, _SHIFT[align]
        return tuple(
            TextRun(
                x - (style.width_pt(line) * shift if shift else 0.0),
                y - i * style.leading_pt,
                line,
                style.face.name,
                style.size_pt,
                style.colour,
            )
            for i, line in enumerate(self.lines)
        )

    def under(self, top: float) -> float:
        """The baseline that puts the letters' tops at `top`."""
        return top - self.style.size_pt * _ABOVE

    def over(self, bottom: float) -> float:
        """The baseline that puts the foot of the last line at `bottom`."""
        return bottom + self.height_pt - self.style.size_pt * _ABOVE

    def centred(self, middle: float) -> float:
        """The baseline that centres the lines' capitals and figures on `middle`."""
        cap = self.style.face.cap_height / 1000 * self.style.size_pt
        return middle - cap / 2 + (len(self.lines) - 1) * self.style.leading_pt / 2


_SHIFT = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}


def room_pt(style: Style, lines: int) -> float:
    """The height of so many lines."""
    return (lines - 1) * style.leading_pt + style.size_pt * (_ABOVE + _BELOW) if lines else 0.0


def one_line(text: str, style: Style) -> Words:
    """The text as it is; no line at all where it is empty."""
    return Words((text,), style, style.width_pt(text)) if text else Words((), style, 0.0)


def broken(text: str, style: Style, width_pt: float) -> Words:
    """The text in lines of at most `width_pt`, set smaller where a word is wider than that.

    Only a word that is too wide at the smallest size is divided.
    """
    words = text.split()
    widest = max(map(style.width_pt, words), default=0.0)
    if widest > width_pt and style.least_pt < style.size_pt:
        size = floor(style.size_pt * width_pt / widest * 20) / 20
        style = replace(style, size_pt=max(size, style.least_pt))
    lines: list[str] = []
    for word in words:
        if lines and style.width_pt(f"{lines[-1]} {word}") <= width_pt:
            lines[-1] += f" {word}"
        else:
            lines += _pieces(word, style, width_pt)
    return Words(tuple(lines), style, max(map(style.width_pt, lines), default=0.0))


def whole_words(text: str, style: Style, width_pt: float, most_lines: int) -> Words | None:
    """The text in a few lines of at most `width_pt` with every word whole, or None where that cannot be."""
    if any(style.width_pt(word) > width_pt for word in text.split()):
        return None
    words = broken(text, style, width_pt)
    return words if len(words.lines) <= most_lines else None


def _pieces(word: str, style: Style, width_pt: float) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and style.width_pt(pieces[-1] + character) > width_pt:
            pieces.append("")
        pieces[-1] += character
    return pieces
