"""All the words of a document, line by line, in reading order: what is signed when a report is approved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from report_builder.document.blocks import (
    Asks,
    Block,
    Cards,
    ContactBlock,
    ContentsBlock,
    Cover,
    Document,
    FigureBlock,
    Heading,
    ListBlock,
    Paragraph,
    PictureBlock,
    QuoteBlock,
    Runs,
    SupportLines,
    TableBlock,
)
from report_builder.document.printed import text_of


def words_of(document: Document) -> tuple[str, ...]:
    """Every paragraph, card, row and description as one line. The marks of a draft or an embargo are not among them."""
    lines: list[str] = []
    if document.cover is not None:
        lines += _cover(document.cover)
    for section in document.sections:
        for block in section.blocks:
            lines += lines_of(block)
    lines += [f"{note.number} {text_of(note.runs)}" for note in document.notes]
    return tuple(line for line in lines if line)


def _joined(*parts: str) -> str:
    return " | ".join(part for part in parts if part)


def _texts(many: Iterable[Runs]) -> Iterator[str]:
    return (text_of(runs) for runs in many)


def _cover(cover: Cover) -> Iterator[str]:
    yield from (cover.kicker, text_of(cover.headline), *_texts(cover.standfirst))
    if cover.hero is not None:
        yield _joined(cover.hero.number, cover.hero.label, cover.hero.caveat)
        yield _joined(cover.hero.trend_alt, cover.hero.trend_caption)
    yield from (_joined(cover.publisher, cover.date), *cover.lines)


def lines_of(block: Block) -> Iterator[str]:
    """The same of one block."""
    match block:
        case Paragraph() if block.role == "embargo":
            return
        case Heading() | Paragraph():
            yield text_of(block.runs)
        case ListBlock():
            for item in block.items:
                for inner in item:
                    yield from lines_of(inner)
        case Cards():
            for c in block.cards:
                yield _joined(c.number, text_of(c.label), c.base, c.period, c.caveat)
        case FigureBlock():
            yield from (text_of(block.title), block.subtitle, block.alt, *block.caveats, block.source)
        case PictureBlock():
            yield from (block.alt, text_of(block.caption), _joined(block.credit, block.model))
        case TableBlock():
            yield from (text_of(block.title), block.subtitle)
            for row in (*block.head, *block.body):
                yield _joined(*_texts(cell.runs for cell in row))
            yield from (*_texts(block.notes), block.source)
        case QuoteBlock():
            yield from (f"“{paragraph}”" for paragraph in block.paragraphs)
            yield from (_joined(block.speaker, block.role, block.source), block.status)
            yield from (block.translation_label, *block.translation)
        case Asks():
            yield _joined(block.addressee, block.power)
            for ask in block.asks:
                yield _joined(f"{ask.number}", *_texts((ask.text, ask.why, *ask.evidence)), ask.deadline)
        case SupportLines():
            yield from (_joined(line.name, line.phone, line.note) for line in block.lines)
        case ContactBlock():
            yield from _texts(block.lines)
        case ContentsBlock():
            yield block.title
        case _:
            assert_never(block)
