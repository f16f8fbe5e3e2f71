"""Parsed text: inline spans and the blocks that hold them, each with its offset in the passage it came from."""

from __future__ import annotations

from msgspec import Struct

from report_builder.problems import Where
from report_builder.text.source import Passage


class Words(Struct, frozen=True):
    """Text as typed (entities and escapes resolved; a soft line end is one space)."""

    text: str
    where: Where


class FactRef(Struct, frozen=True):
    """`{name[index, index].part:form}`: a fact, which member of its family, which part of it, in which form."""

    name: str
    index: tuple[str, ...]
    part: str
    form: str
    where: Where


class ClaimSpan(Struct, frozen=True):
    """`[words](claim:name[index]=meaning "or phrase")`: wording that must hold for a fact."""

    words: tuple[Span, ...]
    name: str
    index: tuple[str, ...]
    meaning: str  # named meaning, "" where the words say it
    or_phrase: bool
    where: Where


class PlainSpan(Struct, frozen=True):
    """`[words](plain "reason")`: holds a number that is no figure of the report."""

    words: tuple[Span, ...]
    reason: str
    where: Where


class LangSpan(Struct, frozen=True):
    """`[words](lang:cy)`: words in another language."""

    words: tuple[Span, ...]
    language: str
    where: Where


class LinkSpan(Struct, frozen=True):
    words: tuple[Span, ...]
    url: str
    title: str
    where: Where


class Emphasis(Struct, frozen=True):
    words: tuple[Span, ...]
    strong: bool
    where: Where


class NoteMark(Struct, frozen=True):
    """`[^label]`: refers to a footnote."""

    label: str
    where: Where


Span = Words | FactRef | ClaimSpan | PlainSpan | LangSpan | LinkSpan | Emphasis | NoteMark


class HeadingText(Struct, frozen=True):
    level: int
    words: tuple[Span, ...]
    where: Where


class ParagraphText(Struct, frozen=True):
    words: tuple[Span, ...]
    where: Where


class ListText(Struct, frozen=True):
    ordered: bool
    items: tuple[tuple[TextBlock, ...], ...]
    where: Where


class Fence(Struct, frozen=True):
    """A fenced block: `kind` is the word after the fence, `body` the passage inside it."""

    kind: str
    body: Passage
    where: Where


TextBlock = HeadingText | ParagraphText | ListText | Fence


class Body(Struct, frozen=True):
    """A parsed section body: its blocks in order and its footnotes by label."""

    blocks: tuple[TextBlock, ...]
    notes: dict[str, tuple[TextBlock, ...]]
