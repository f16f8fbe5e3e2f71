"""Prose in one piece for looking through: words with their places, and marks for all that is checked elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from report_builder.problems import Where
from report_builder.text.spans import ClaimSpan, Emphasis, FactRef, LangSpan, LinkSpan, NoteMark, PlainSpan, Span, Words
from report_builder.text.walk import FACT_MARK, Flat

CLAIMED = "\ue000"  # stands for each letter of a claim (private use area)
HIDDEN = "\ue001"  # for each letter of what is marked plain, or in another language


class Prose(Struct, frozen=True):
    """`flat` has each fact as one FACT_MARK and each letter of a claim, or of hidden words, as a mark of its own.

    `sourced`: whether a footnote or a link stands in it.
    """

    flat: Flat
    sourced: bool

    def found(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Where]]:
        """Everything that fits, with its place."""
        for match in pattern.finditer(self.flat.text):
            yield match, self.flat.where(match.start(), len(match[0]))

    def fact_at(self, position: int) -> FactRef | None:
        """The fact that stands at a position."""
        if self.flat.text[position : position + 1] != FACT_MARK:
            return None
        at = self.flat.starts.index(position)
        piece = self.flat.pieces[at]
        return piece if isinstance(piece, FactRef) else None

    def sentence(self, position: int) -> str:
        """The sentence around a position."""
        ends = [m.end() for m in re.finditer(r"[.!?](?=\s)", self.flat.text)]
        start = max((e for e in ends if e <= position), default=0)
        return self.flat.text[start : min((e for e in ends if e > position), default=len(self.flat.text))]


@lru_cache(maxsize=256)  # the same patterns are looked for in every paragraph of every edition
def whole_words(*patterns: str) -> re.Pattern[str]:
    """A pattern of the whole words or phrases that fit one of some patterns, letters of any case."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns) or '(?!)'})(?!\w)", re.IGNORECASE)


def prose_of(spans: Sequence[Span], language: str) -> Prose:
    """The prose of some spans written in `language` (a code)."""
    pieces: list[Words | FactRef] = []
    starts: list[int] = []
    text = ""
    for piece in _pieces(spans, language, ""):
        pieces.append(piece)
        starts.append(len(text))
        text += piece.text if isinstance(piece, Words) else FACT_MARK
    return Prose(Flat(text, tuple(starts), tuple(pieces)), _sourced(spans))


def _pieces(spans: Iterable[Span], language: str, mark: str) -> Iterator[Words | FactRef]:
    for span in spans:
        match span:
            case Words():
                yield replace(span, text=mark * len(span.text)) if mark else span
            case FactRef():
                yield span
            case ClaimSpan():
                yield from _pieces(span.words, language, mark or CLAIMED)
            case PlainSpan():
                yield from _pieces(span.words, language, HIDDEN)
            case LangSpan():
                same = span.language.split("-")[0] == language.split("-")[0]
                yield from _pieces(span.words, language, mark if same else HIDDEN)
            case LinkSpan() | Emphasis():
                yield from _pieces(span.words, language, mark)
            case NoteMark():
                pass


def _sourced(spans: Iterable[Span]) -> bool:
    inner = (ClaimSpan, PlainSpan, LangSpan, Emphasis)
    return any(isinstance(s, NoteMark | LinkSpan) or (isinstance(s, inner) and _sourced(s.words)) for s in spans)
