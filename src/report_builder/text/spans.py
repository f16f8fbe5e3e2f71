"""Parsed text: inline spans and the blocks that hold them, each with its offset in the passage it came from."""

from __future__ import annotations

from dataclasses import dataclass

from report_builder.problems import Where
from report_builder.text.source import Passage


@dataclass(frozen=True, slots=True)
class Words:
    """Text as typed (entities and escapes resolved; a soft line end is one space)."""

    text: str
    where: Where


@dataclass(frozen=True, slots=True)
class FactRef:
    """`{name[index, index].part:form}`: a fact, which member of its family, which part of it, in which form."""

    name: str
    index: tuple[str, ...]
    part: str
    form: str
    where: Where


@dataclass(frozen=True, slots=True)
class ClaimSpan:
    """`[words](claim:name[index]=meaning "or phrase")`: wording that must hold for a fact."""

    words: tuple[Span, ...]
    name: str
    index: tuple[str, ...]
    meaning: str  # named meaning, "" where the words say it
    or_phrase: bool
    where: Where


@dataclass(frozen=True, slots=True)
class PlainSpan:
    """`[words](plain "reason")`: holds a number that is no figure of the report."""

    words: tuple[Span, ...]
    reason: str
    where: Where


@dataclass(frozen=True, slots=True)
class LangSpan:
    """`[words](lang:cy)`: words in another language."""

    words: tuple[Span, ...]
    language: str
    where: Where


@dataclass(frozen=True, slots=True)
class LinkSpan:
    words: tuple[Span, ...]
    url: str
    title: str
    where: Where


@dataclass(frozen=True, slots=True)
class Emphasis:
    words: tuple[Span, ...]
    strong: bool
    where: Where


@dataclass(frozen=True, slots=True)
class NoteMark:
    """`[^label]`: refers to a footnote."""

    label: str
    where: Where


Span = Words | FactRef | ClaimSpan | PlainSpan | LangSpan | LinkSpan | Emphasis | NoteMark


@dataclass(frozen=True, slots=True)
class HeadingText:
    level: int
    words: tuple[Span, ...]
    where: Where


@dataclass(frozen=True, slots=True)
class ParagraphText:
    words: tuple[Span, ...]
    where: Where


@dataclass(frozen=True, slots=True)
class ListText:
    ordered: bool
    items: tuple[tuple[TextBlock, ...], ...]
    where: Where


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block: `kind` is the word after the fence, `body` the passage inside it."""

    kind: str
    body: Passage
    where: Where


TextBlock = HeadingText | ParagraphText | ListText | Fence


@dataclass(frozen=True, slots=True)
class Body:
    """A parsed section body: its blocks in order and its footnotes by label."""

    blocks: tuple[TextBlock, ...]
    notes: dict[str, tuple[TextBlock, ...]]
