"""A document as plain text that pastes clean into an e-mail: one line a paragraph, however long, and no markup."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from report_builder.document.blocks import (
    Ask,
    Asks,
    Block,
    Cards,
    ContactBlock,
    ContentsBlock,
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
    Wording,
)


def plain_text(document: Document) -> bytes:
    """The text in UTF-8. Lines end as Windows ends them, which every mail program reads; nothing is wrapped."""
    paragraphs = [
        p for section in document.sections for block in section.blocks for p in _block(block, document.wording)
    ]
    paragraphs += [f"[{note.number}] {_plain(note.runs)}" for note in document.notes]
    marks = [mark for mark in document.furniture.mark.split(" · ") if mark not in paragraphs[:1]]  # a release opens so
    paragraphs.insert(0, " · ".join(marks))
    text = "\n\n".join(p for p in paragraphs if p) + "\n"
    return text.replace("\u00a0", " ").replace("\u00ad", "").replace("\n", "\r\n").encode()


def _plain(runs: Runs) -> str:
    """Words as typed: a link that says another thing than its address is followed by it; a note is a number in
    brackets; what a draft marks is followed by the reason."""
    out = ""
    for run in runs:
        address = run.url.removeprefix("mailto:").removeprefix("tel:")
        hidden = address if address.startswith("http") and address != run.text else ""
        text = f"[{run.text}]" if run.note else run.text
        out += text + (f" ({hidden})" if hidden else "") + (f" [{run.flag}]" if run.flag else "")
    return " ".join(out.split())


def _block(block: Block, wording: Wording) -> Iterator[str]:
    """The paragraphs of a block; lines that belong together are one, with line ends in it."""
    match block:
        case Heading():
            yield _plain(block.runs).upper() if block.level == 2 else _plain(block.runs)
        case Paragraph():
            yield "" if block.role == "kicker" else _plain(block.runs)
        case ListBlock():
            yield "\n".join(_items(block, ""))
        case Cards():
            yield from (_lines(f"{c.number} {_plain(c.label)}", c.base, c.period, c.caveat) for c in block.cards)
        case FigureBlock():
            source = f"{wording.source}: {block.source}" if block.source else ""
            yield _lines(_plain(block.title), block.alt, *block.caveats, source)
        case PictureBlock():
            yield _lines(block.alt, _plain(block.caption), block.model, block.credit)
        case TableBlock():
            source = f"{wording.source}: {block.source}" if block.source else ""
            notes = (_plain(note) for note in block.notes)
            yield _lines(_plain(block.title), block.subtitle, *_rows(block), *notes, source)
        case QuoteBlock():
            yield from _quote(block, wording)
        case Asks():
            yield _lines(f"{block.addressee}:", *(line for ask in block.asks for line in _ask(ask, block)))
        case SupportLines():
            lines = (f"{s.name}: {s.phone}{f' ({s.note})' if s.note else ''}" for s in block.lines)
            yield _lines(block.title, *lines)
        case ContactBlock():
            yield _lines(block.title, *map(_plain, block.lines))
        case ContentsBlock():
            return
        case _:
            assert_never(block)


def _lines(*words: str) -> str:
    return "\n".join(w for w in words if w)


def _items(block: ListBlock, indent: str) -> Iterator[str]:
    for n, item in enumerate(block.items, 1):
        mark = f"{indent}{n}. " if block.ordered else f"{indent}- "
        for inner in item:
            if isinstance(inner, ListBlock):
                yield from _items(inner, f"{indent}   ")
            else:
                yield f"{mark}{_plain(inner.runs)}"
                mark = f"{indent}   "


def _rows(block: TableBlock) -> Iterator[str]:
    """Each row as "Gwent: 2017/18 44; 2018/19 26", which survives any mail program."""
    heads = [_plain(cell.runs) for cell in block.head[-1]] if block.head else []
    for row in block.body:
        cells = [_plain(cell.runs) for cell in row]
        named = len(heads) == len(cells)
        rest = [
            f"{head} {cell}" if named else cell for head, cell in zip(heads[1:] or cells[1:], cells[1:], strict=False)
        ]
        yield f"{cells[0]}: {'; '.join(rest)}"


def _quote(block: QuoteBlock, wording: Wording) -> Iterator[str]:
    if block.said:
        yield block.said
    for n, words in enumerate(block.paragraphs):
        last = n == len(block.paragraphs) - 1
        yield f"{wording.open_quote}{words.strip()}{wording.close_quote if last else ''}"
    if not block.said:
        yield ", ".join(x for x in (block.speaker, block.role) if x)
    if block.status:
        yield f"[{block.status}]"
    if block.translation:
        yield _lines(block.translation_label, *block.translation)


def _ask(ask: Ask, block: Asks) -> Iterator[str]:
    yield f"{ask.number}. {_plain(ask.text)}"
    if not block.brief:
        yield _plain(ask.why)
        yield from (_plain(line) for line in ask.evidence)
        yield f"{block.deadline_label}: {ask.deadline}" if ask.deadline else ""
