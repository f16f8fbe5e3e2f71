"""What a document prints of each fact: the words, and the file of the project they come from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

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
    SectionBlock,
    SupportLines,
    TableBlock,
)

_DIGIT = re.compile(r"\d")


class Printing(Struct, frozen=True):
    """Words that print a fact. `chart`: the label of a mark, which the chart may leave out.

    `section` is the first heading of the section they stand in.
    """

    fact: str
    words: str
    file: str = ""
    chart: bool = False
    section: str = ""


def printings(document: Document) -> Iterator[Printing]:
    """Every printing of every fact, in reading order."""
    if document.cover is not None:
        yield from _cover(document.cover)
    for section in document.sections:
        yield from _section(section)
    for note in document.notes:
        yield from _runs(note.runs, "")


def _section(section: SectionBlock) -> Iterator[Printing]:
    file = next((w.file for b in section.blocks if (w := getattr(b, "where", None)) is not None), "")
    title = next((text_of(b.runs) for b in section.blocks if isinstance(b, Heading)), "")
    for block in section.blocks:
        where = getattr(block, "where", None)
        for one in _block(block, where.file if where is not None else file):
            yield replace(one, section=title)


def _runs(runs: Runs, file: str) -> Iterator[Printing]:
    for run in runs:
        if run.fact and run.text.strip():
            yield Printing(run.fact, " ".join(run.text.split()), file)


def _all(many: Iterable[Runs], file: str) -> Iterator[Printing]:
    for runs in many:
        yield from _runs(runs, file)


def _cover(cover: Cover) -> Iterator[Printing]:
    file = cover.where.file if cover.where else ""
    yield from _all((cover.headline, *cover.standfirst), file)
    hero = cover.hero
    if hero is not None and hero.fact:
        yield Printing(hero.fact, hero.number, file)
        if hero.trend is not None:
            yield from (Printing(p.fact, p.text, file, True) for p in hero.trend.points() if p.fact and p.text)


def _block(block: Block, file: str) -> Iterator[Printing]:
    match block:
        case Heading() | Paragraph():
            yield from _runs(block.runs, file)
        case ListBlock():
            for item in block.items:
                for inner in item:
                    yield from _block(inner, file)
        case Cards():
            for card in block.cards:
                if card.fact:
                    yield Printing(card.fact, card.number, file)
                yield from _runs(card.label, file)
        case FigureBlock():
            yield from _runs(block.title, file)
            yield from (Printing(p.fact, p.text, file, True) for p in block.chart.points() if p.fact and p.text)
        case PictureBlock():
            yield from _runs(block.caption, file)
        case TableBlock():
            cells = (cell.runs for row in (*block.head, *block.body) for cell in row)
            yield from _all((block.title, *cells, *block.notes), file)
        case Asks():
            for ask in block.asks:
                yield from _all((ask.text, ask.why, *ask.evidence), file)
        case ContactBlock():
            yield from _all(block.lines, file)
        case QuoteBlock() | SupportLines() | ContentsBlock():
            return
        case _:
            assert_never(block)


class Text(Struct, frozen=True):
    """Words that hold a number or print a fact, as one paragraph or one row of a table (`cells`)."""

    words: str
    file: str = ""
    cells: tuple[str, ...] = ()


def texts(document: Document) -> Iterator[Text]:
    """Every text with a number in it, in reading order; not quotes, contents, sources and telephones."""
    if document.cover is not None:
        cover, hero = document.cover, document.cover.hero
        file = cover.where.file if cover.where else ""
        said = (
            *(text_of(r) for r in (cover.headline, *cover.standfirst)),
            *((hero.number, hero.label) if hero else ()),
        )
        yield from (Text(words, file) for words in said if _counts(words))
    for section in document.sections:
        file = next((w.file for b in section.blocks if (w := getattr(b, "where", None)) is not None), "")
        for block in section.blocks:
            where = getattr(block, "where", None)
            yield from _texts(block, where.file if where is not None else file)
    for note in document.notes:
        yield from _said((text_of(note.runs),), "")


def _counts(words: str) -> bool:
    return _DIGIT.search(words) is not None


def _said(many: Iterable[str], file: str) -> Iterator[Text]:
    yield from (Text(words, file) for words in many if _counts(words))


def _texts(block: Block, file: str) -> Iterator[Text]:
    match block:
        case Heading() | Paragraph():
            yield from _said((text_of(block.runs),), file)
        case ListBlock():
            for item in block.items:
                for inner in item:
                    yield from _texts(inner, file)
        case Cards():
            for card in block.cards:
                yield from _said((card.number, text_of(card.label), card.base, card.period, card.caveat), file)
        case FigureBlock():
            yield from _said((text_of(block.title), block.subtitle, *block.caveats), file)
        case PictureBlock():
            yield from _said((text_of(block.caption), block.credit), file)
        case TableBlock():
            yield from _said((text_of(block.title), block.subtitle), file)
            for row in (*block.head, *block.body):
                cells = tuple(text_of(cell.runs) for cell in row)
                if any(map(_counts, cells)):
                    yield Text("", file, cells)
            yield from _said(map(text_of, block.notes), file)
        case Asks():
            for ask in block.asks:
                yield from _said(
                    (*map(text_of, (ask.text, ask.why, *ask.evidence)), _deadline(block, ask.deadline)), file
                )
        case QuoteBlock() | SupportLines() | ContactBlock() | ContentsBlock():
            return
        case _:
            assert_never(block)


def _deadline(block: Asks, deadline: str) -> str:
    return f"{block.deadline_label}: {deadline}" if deadline and block.deadline_label else deadline


def figures(document: Document) -> Iterator[FigureBlock]:
    """The charts of the sections, in reading order."""
    for section in document.sections:
        yield from (b for b in section.blocks if isinstance(b, FigureBlock))


def text_of(runs: Runs) -> str:
    """The words of runs, white space folded; the marks of notes are no words."""
    return " ".join("".join(run.text for run in runs if not run.note).split())
