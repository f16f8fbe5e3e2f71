"""Whether two PDFs are the same apart from their marks (draft, embargo, recipient): every sign in its place."""

from __future__ import annotations

import io
import re
from typing import Any

import pikepdf
from msgspec import Struct

from report_builder.verify.glyphs import Glyphs, glyphs_of
from report_builder.verify.reading import Reading, Unreadable, read

MARK = "/Watermark"  # the subtype of the artifacts that marks are
_SUBSET = re.compile(r"/[A-Z]{6}\+")


class Sameness(Struct, frozen=True):
    """What was compared, and in what the two differ; nothing where only their marks do."""

    pages: int
    signs: int  # operations drawn on the pages, marks left out
    passages: int
    differences: tuple[str, ...] = ()


def compare(marked: bytes, unmarked: bytes) -> Sameness:
    """Compares what is drawn and where, page by page, what is read by the tags, the links and the files inside."""
    try:
        before, after = _pages(marked), _pages(unmarked)
        one, other = read(marked), read(unmarked)
    except (Unreadable, pikepdf.PdfError) as error:
        return Sameness(0, 0, 0, (f"one of the two cannot be read: {error}",))
    found = [f"{len(before)} pages and {len(after)}"] if len(before) != len(after) else []
    for number, (old, new) in enumerate(zip(before, after, strict=False), 1):
        found += [f"page {number}: {why}" for why in _page_differs(old, new)]
    found += _read_differs(one, other)
    return Sameness(len(after), sum(len(p.drawn) for p in after), len(_passages(other)), tuple(found))


class _Page(Struct, frozen=True):
    """What is drawn on a page in order, and its links; `size` is that of the sheet."""

    size: tuple[str, ...]
    drawn: tuple[tuple[str, ...], ...]
    links: tuple[tuple[str, ...], ...]


def _pages(data: bytes) -> list[_Page]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [_page(page) for page in pdf.pages]


def _page(page: Any) -> _Page:
    fonts = page.obj.get("/Resources", pikepdf.Dictionary()).get("/Font", {})
    links = tuple(
        (*map(str, note.get("/Rect", ())), str(note.get("/Contents", ""))) for note in page.obj.get("/Annots", ())
    )
    return _Page(tuple(map(str, page.mediabox)), tuple(_drawn(page, fonts)), links)


def _drawn(page: Any, fonts: Any) -> list[tuple[str, ...]]:
    """The operations of a page without those of its marks, text as the characters that are seen."""
    out: list[tuple[str, ...]] = []
    inside: list[bool] = []  # of each marked sequence around it: whether it is of a mark
    glyphs: Glyphs = glyphs_of(None)
    for instruction in pikepdf.parse_content_stream(page):
        op = str(instruction.operator)
        operands: list[Any] = list(instruction.operands)
        if op in ("BDC", "BMC"):
            properties = operands[1] if len(operands) > 1 else None
            of_mark = isinstance(properties, pikepdf.Dictionary) and str(properties.get("/Subtype", "")) == MARK
            inside.append(of_mark or any(inside))
            if inside[-1]:
                continue
        elif op == "EMC" and inside:
            if inside.pop():
                continue
        elif op == "Tf":
            font = fonts.get(str(operands[0]))
            glyphs = glyphs_of(font)
            operands[0] = _SUBSET.sub("/", str(font.get("/BaseFont", "")) if font is not None else str(operands[0]))
        elif op == "Tj":
            operands = [glyphs.words(bytes(operands[0]))]
        if not any(inside):
            out.append((op, *map(str, operands)))
    return out


def _page_differs(old: _Page, new: _Page) -> list[str]:
    found = [] if old.size == new.size else ["another size"]
    at = next((n for n, (a, b) in enumerate(zip(old.drawn, new.drawn, strict=False)) if a != b), None)
    if at is not None:
        found.append(f"“{' '.join(old.drawn[at])}” was drawn, and “{' '.join(new.drawn[at])}” is")
    elif len(old.drawn) != len(new.drawn):
        found.append(f"{len(old.drawn)} operations were drawn, and {len(new.drawn)} are")
    return found if old.links == new.links else [*found, "links stand elsewhere"]


def _passages(reading: Reading) -> list[tuple[int, tuple[str, ...], str, str]]:
    return [(p.page, p.tags, p.text, p.alt) for p in reading.passages if p.tag != "Artifact"]


def _read_differs(one: Reading, other: Reading) -> list[str]:
    found = []
    old, new = _passages(one), _passages(other)
    at = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), None)
    if at is not None:
        found.append(f"page {new[at][0]}: it reads “{new[at][2]}”, and read “{old[at][2]}”")
    elif len(old) != len(new):
        found.append(f"{len(old)} passages were read, and {len(new)} are")
    changed = sorted(n for n in one.files.keys() | other.files.keys() if one.files.get(n) != other.files.get(n))
    return [*found, *(f"the file {name} inside it" for name in changed)]
