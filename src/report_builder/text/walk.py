"""Going through spans: every one of them depth first, their plain text, and their text with its places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from report_builder.problems import Where
from report_builder.text.spans import (
    ClaimSpan,
    Emphasis,
    FactRef,
    Fence,
    HeadingText,
    LangSpan,
    LinkSpan,
    ListText,
    NoteMark,
    ParagraphText,
    PlainSpan,
    Span,
    TextBlock,
    Words,
)

FACT_MARK = "\ufffc"  # stands for a fact in text whose facts are not written out (U+FFFC, object replacement)

_Holder = ClaimSpan | PlainSpan | LangSpan | LinkSpan | Emphasis


def walk(spans: Iterable[Span]) -> Iterator[Span]:
    """Every span, outer before inner, in reading order."""
    for span in spans:
        yield span
        if isinstance(span, _Holder):
            yield from walk(span.words)


def walk_blocks(blocks: Iterable[TextBlock]) -> Iterator[TextBlock]:
    """Every block, lists before what is in them, in reading order."""
    for block in blocks:
        yield block
        if isinstance(block, ListText):
            for item in block.items:
                yield from walk_blocks(item)


def spans_of(blocks: Iterable[TextBlock]) -> Iterator[Span]:
    """Every span of every block, depth first; nothing of fenced blocks, which are no prose."""
    for block in walk_blocks(blocks):
        if isinstance(block, HeadingText | ParagraphText):
            yield from walk(block.words)


def fences_of(blocks: Iterable[TextBlock]) -> Iterator[Fence]:
    """Every fenced block, in reading order."""
    return (block for block in walk_blocks(blocks) if isinstance(block, Fence))


def plain(spans: Iterable[Span], fact: Callable[[FactRef], str] | None = None) -> str:
    """The words a reader sees. Facts are written by `fact`, else as `{name}`; note marks leave nothing."""
    write = fact or (lambda ref: "{" + ref.name + "}")
    return "".join(
        span.text if isinstance(span, Words) else write(span)
        for span in walk(spans)
        if isinstance(span, Words | FactRef)
    )


class Flat(Struct, frozen=True):
    """Text in one piece that still knows its places. `pieces`: where each begins in `text`, and the span it is of."""

    text: str
    starts: tuple[int, ...]
    pieces: tuple[Words | FactRef, ...]

    def where(self, start: int, length: int) -> Where:
        """The place in the file of `length` characters of `text`; all of a fact where they touch one."""
        first, begin = self._at(start)
        last, end = self._at(start + max(length, 1) - 1)
        at = _start(first) + (begin if _aligned(first) else 0)
        stop = _start(last) + (end + 1 if _aligned(last) else last.where.length)
        return Where(first.where.file, at, max(stop - at, 0))

    def _at(self, position: int) -> tuple[Words | FactRef, int]:
        number = max(bisect_right(self.starts, position) - 1, 0)
        return self.pieces[number], position - self.starts[number]


def flatten(spans: Iterable[Span]) -> Flat:
    """The text of spans in one piece, for looking through it across lines and emphasis; a fact is one FACT_MARK."""
    pieces: list[Words | FactRef] = []
    starts: list[int] = []
    text = ""
    for span in walk(spans):
        if isinstance(span, Words | FactRef):
            pieces.append(span)
            starts.append(len(text))
            text += span.text if isinstance(span, Words) else FACT_MARK
    return Flat(text, tuple(starts), tuple(pieces))


def notes_in(spans: Iterable[Span]) -> Iterator[NoteMark]:
    """The footnote marks, in reading order."""
    return (span for span in walk(spans) if isinstance(span, NoteMark))


def _start(span: Words | FactRef) -> int:
    return span.where.start or 0


def _aligned(span: Words | FactRef) -> bool:
    return isinstance(span, Words) and span.where.length == len(span.text)
