"""Breaks words into lines: ragged right, no hyphens, nothing wider than its measure."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct, field

from report_builder.pdf.fonts import Font
from report_builder.pdf.structure import Element

_TOKEN = re.compile(r"[ \n\t]+|[^ \n\t]+")
_AFTER_HYPHEN = re.compile(r"(?<=[^\W\d_]-)(?=[^\W\d_])|(?<=[—/])(?=[^\W\d_])")
_UNEVEN = re.compile(r"^ | $|  |[\n\t]")
_IN_ADDRESS = re.compile(r"(?<=[/.?&=@_-])(?=\w)")
_SLACK_PT = 0.01
_LONELY_EM = 3.0  # a last word shorter than this takes the word before it along
_WORDS_TO_TIE = 7


class Piece(Struct, eq=False):
    """Words of one look and one owner. Sizes in points; `link` is the element whose annotation lies over them."""

    text: str
    font: Font
    size: float
    colour: str
    owner: Element | None
    rise: float = 0.0
    ground: str = ""
    link: Element | None = None
    underline: bool = False
    note: int = 0
    fact: str = ""


class Segment(Struct, eq=False):
    piece: Piece
    text: str
    width: float


class Line(Struct, eq=False):
    """`soft` says that a space was dropped at its end."""

    segments: list[Segment]
    width: float
    soft: bool = False

    @property
    def notes(self) -> tuple[int, ...]:
        return tuple(s.piece.note for s in self.segments if s.piece.note)


class _Word(Struct, eq=False):
    """What no line may end inside, and the space after it."""

    segments: list[Segment]
    width: float
    space: Segment | None = None


class Broken(Struct):
    """Lines, and the words that had to be broken because they are wider than the measure."""

    lines: list[Line]
    too_wide: list[str] = field(default_factory=list)

    @property
    def width(self) -> float:
        return max((line.width for line in self.lines), default=0.0)


def natural_width(pieces: list[Piece]) -> float:
    """The width of the words on one line, in points."""
    return sum(piece.font.width(piece.text, piece.size) for piece in pieces)


def widest_word(pieces: list[Piece]) -> float:
    """The narrowest measure that needs no word broken, in points."""
    if len(pieces) == 1:  # as in most cells of a table
        (piece,) = pieces
        words = (sum(piece.font.width(part, piece.size) for part in parts) for parts in _parts_of(piece.text))
        return max(words, default=0.0)
    return max((word.width for word in _words(pieces)), default=0.0)


def break_lines(pieces: list[Piece], measure: float, *, balanced: int = 0) -> Broken:
    """The words in lines no wider than `measure` points.

    Where there are no more than `balanced` lines, as in a title, they are made alike in length.
    """
    if not balanced and (line := _one_line(pieces, measure)) is not None:
        return Broken([line])
    words = _words(pieces)
    if not balanced:
        _tie_last(words, measure)
    broken = _fill(words, measure)
    if 1 < len(broken.lines) <= balanced:
        low, high, wanted = measure / 2, measure, len(broken.lines)
        for _ in range(7):
            middle = (low + high) / 2
            trial = _fill(words, middle)
            if len(trial.lines) > wanted or trial.too_wide:
                low = middle
            else:
                high, broken = middle, trial
    return broken


def _one_line(pieces: list[Piece], measure: float) -> Line | None:
    """The line of a few words of one look, as most cells of a table are, where they need no more than one."""
    if len(pieces) != 1 or _UNEVEN.search(pieces[0].text):
        return None
    (piece,) = pieces
    width = piece.font.width(piece.text, piece.size)
    return Line([Segment(piece, piece.text, width)], width) if piece.text and width <= measure + _SLACK_PT else None


@lru_cache(maxsize=1 << 14)  # the same words come again in every edition
def _parts_of(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of a text, each in the parts that a line may end between; () for the space between two."""
    return tuple(
        () if token.isspace() and not token.startswith("\xa0") else tuple(_AFTER_HYPHEN.split(token))
        for token in _TOKEN.findall(text)
    )


def _words(pieces: list[Piece]) -> list[_Word]:
    words: list[_Word] = []
    joined = False
    for piece in pieces:
        for parts in _parts_of(piece.text):
            if not parts:
                if words and words[-1].space is None:
                    words[-1].space = Segment(piece, " ", piece.font.width(" ", piece.size))
                joined = False
                continue
            for part in parts:
                segment = Segment(piece, part, piece.font.width(part, piece.size))
                if joined and words:
                    words[-1].segments.append(segment)
                    words[-1].width += segment.width
                else:
                    words.append(_Word([segment], segment.width))
                joined = False
            joined = True
    return words


def _tie_last(words: list[_Word], measure: float) -> None:
    """Keeps a short last word from standing on a line of its own."""
    if len(words) < _WORDS_TO_TIE:
        return
    before, last = words[-2:]
    if last.width < _LONELY_EM * last.segments[0].piece.size and before.space and before.width * 3 < measure:
        before.segments += [before.space, *last.segments]
        before.width += before.space.width + last.width
        before.space = last.space
        words.pop()


def _fill(words: list[_Word], measure: float) -> Broken:
    broken = Broken([])
    line: list[_Word] = []
    width = 0.0
    for word in words:
        for part in _parts(word, measure, broken.too_wide):
            gap = line[-1].space.width if line and line[-1].space else 0.0
            if line and width + gap + part.width > measure + _SLACK_PT:
                broken.lines.append(_line(line, width))
                line, width, gap = [], 0.0, 0.0
            line.append(part)
            width += gap + part.width
    if line:
        last = _line(line, width)
        last.soft = False
        broken.lines.append(last)
    return broken


def _line(words: list[_Word], width: float) -> Line:
    segments: list[Segment] = []
    for at, word in enumerate(words):
        gap = [word.space] if word.space and at < len(words) - 1 else []
        for part in (*word.segments, *gap):
            if segments and segments[-1].piece is part.piece:
                segments[-1].text += part.text
                segments[-1].width += part.width
            else:
                segments.append(Segment(part.piece, part.text, part.width))
    return Line(segments, width, soft=words[-1].space is not None)


def _parts(word: _Word, measure: float, too_wide: list[str]) -> list[_Word]:
    """The word, or where it is wider than the measure, what it has to be broken into."""
    if word.width <= measure + _SLACK_PT:
        return [word]
    whole = "".join(s.text for s in word.segments)
    is_address = any(mark in whole for mark in ("/", "@", "www."))
    parts: list[_Word] = []
    for segment in word.segments:
        pieces = _IN_ADDRESS.split(segment.text) if is_address else [segment.text]
        for text in pieces:
            width = segment.piece.font.width(text, segment.piece.size)
            if width > measure:
                too_wide.append(whole)
                parts += _letters(segment.piece, text, measure)
            else:
                parts.append(_Word([Segment(segment.piece, text, width)], width))
    parts[-1].space = word.space
    return parts


def _letters(piece: Piece, text: str, measure: float) -> list[_Word]:
    parts: list[_Word] = []
    for letter in text:
        width = piece.font.width(letter, piece.size)
        if parts and parts[-1].width + width <= measure:
            parts[-1].segments[0].text += letter
            parts[-1].segments[0].width += width
            parts[-1].width += width
        else:
            parts.append(_Word([Segment(piece, letter, width)], width))
    return parts
