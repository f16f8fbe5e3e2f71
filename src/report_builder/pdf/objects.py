"""PDF objects written by hand where ReportLab has no class for them, or a slow one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject, PDFStream, PDFZCompress


class Raw(PDFObject):
    """An object that is already written; `body` may be set after others have referred to it."""

    def __init__(self, body: str = "null") -> None:
        self.body = body

    def format(self, document: object) -> bytes:
        return self.body.encode("latin-1")


@lru_cache(maxsize=256)  # roles and attributes of elements, hundreds of times
def name(text: str) -> str:
    """A PDF name (ISO 32000-1, 7.3.5)."""
    return "/" + "".join(
        c if "!" <= c <= "~" and c not in "%()<>{}[]#/" else "".join(f"#{b:02x}" for b in c.encode()) for c in text
    )


def text(value: str) -> str:
    """A text string (7.9.2.2): as it stands where it is ASCII, otherwise UTF-16 with a byte order mark, in hex."""
    if value.isascii() and value.isprintable():
        return "(" + value.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    return "<FEFF" + value.encode("utf-16-be").hex().upper() + ">"


def numbers(values: Iterable[float]) -> str:
    """An array of numbers."""
    return "[" + " ".join(number(v) for v in values) + "]"


@lru_cache(maxsize=1 << 14)  # most things stand at the same places in every edition
def number(value: float) -> str:
    """A number to a hundredth, without trailing zeros."""
    return f"{value + 0.0:.2f}".rstrip("0").rstrip(".")  # + 0.0: -0.0 is kept under the same key as 0.0


def stream(entries: dict[str, str | int], data: bytes, *, compress: bool = True) -> PDFStream:
    """A stream object."""
    return PDFStream(PDFDictionary(dict(entries)), data, [PDFZCompress] if compress else [])


def deflated(entries: dict[str, str | int], data: bytes) -> PDFStream:
    """A stream object whose data is compressed already."""
    return PDFStream(PDFDictionary({**entries, "Filter": "/FlateDecode"}), data, [])


def referred(doc: Any, thing: PDFObject, key: str | None = None) -> str:
    """Registers an object with ReportLab's document; its reference ("12 0 R")."""
    reference = doc.Reference(thing, key)
    return f"{doc.idToObjectNumberAndVersion[reference.name][0]} 0 R"


def page_reference(doc: Any, number: int) -> str:
    """The reference of a page that has been shown; `number` counts from 1."""
    return f"{doc.idToObjectNumberAndVersion[f'Page{number}'][0]} 0 R"
