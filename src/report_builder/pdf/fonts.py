"""TrueType faces ready to set: widths, coverage, and subsets whose every character can be read back."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFStream, PDFZCompress
from reportlab.pdfbase.ttfonts import TTFont

from report_builder.brand.fonts import Face, Faces

_KEPT_SUBSETS = 256


class EmbeddedFont(TTFont):
    """ReportLab's font with two changes to what it embeds: its ToUnicode map, and subsets kept between documents."""

    def addObjects(self, doc: Any) -> None:
        """Embeds the subsets; only the codes in use are mapped to characters.

        ReportLab maps unused codes to U+0000 (ISO 14289-1, 7.21.7 forbids that) in blocks longer than the hundred
        entries a CMap may have.
        """
        before = set(doc.idToObject)
        super().addObjects(doc)
        for name in doc.idToObject.keys() - before:
            if name.startswith("toUnicodeCMap:"):
                stream: PDFStream = doc.idToObject[name]
                stream.content = _only_what_is_used(stream.content)
                stream.filters = [PDFZCompress]


class Font:
    """A face as the layout uses it: `name` in ReportLab, advance widths, the characters it can draw."""

    __slots__ = ("_widths", "characters", "face", "font", "kept", "name")

    def __init__(self, face: Face) -> None:
        self.face = face
        self.name = face.name
        self.font = EmbeddedFont(face.name, str(face.path), asciiReadable=0)
        inner: Any = self.font.face
        make = inner.makeSubset
        kept = lru_cache(maxsize=_KEPT_SUBSETS)(lambda codes: make(list(codes)))
        inner.makeSubset = lambda codes: kept(tuple(codes))
        self._widths: dict[str, float] = {
            chr(code): width for code, width in self.font.face.charWidths.items() if isinstance(code, int)
        }
        self.characters = frozenset(self._widths)
        self.kept: dict[str, float] = {}
        pdfmetrics.registerFont(self.font)

    def width(self, text: str, size_pt: float) -> float:
        """How far `text` advances, in points; a character without a glyph counts as half an em."""
        units = self.kept.get(text)
        if units is None:
            widths = self._widths
            units = self.kept[text] = sum(widths.get(c, 500.0) for c in text)
        return units * size_pt / 1000


@lru_cache(maxsize=64)
def font(face: Face) -> Font:
    """The face, loaded once in a process. Its name is made from its content, so a name never changes its meaning."""
    return Font(face)


def choose(faces: Faces, weight: str, bold: bool, italic: bool) -> Face:
    """The face of a family for a style's weight ("regular", "semibold", "bold") and the words' own emphasis."""
    if italic:
        return faces.bold_italic if bold or weight != "regular" else faces.italic
    if bold or weight == "bold":
        return faces.bold
    return faces.semibold if weight == "semibold" else faces.regular


def _only_what_is_used(cmap: str) -> str:
    head, _, tail = re.split(r"\d+ beginbfchar\n(.*)\nendbfchar", cmap, flags=re.S)
    pairs = re.findall(r"<(\w+)> <(\w+)>", cmap[len(head) :])
    lines = [
        f"<{code}> <{chr(int(point, 16)).encode('utf-16-be').hex().upper()}>" for code, point in pairs if int(point, 16)
    ]
    blocks = (lines[i : i + 100] for i in range(0, len(lines), 100))
    return head + "\n".join("\n".join([f"{len(b)} beginbfchar", *b, "endbfchar"]) for b in blocks) + tail
