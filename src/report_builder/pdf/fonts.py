"""TrueType faces ready to set: widths, coverage, and subsets whose every character can be read back."""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import Any, cast

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import FF_NONSYMBOLIC, FF_SYMBOLIC, SUBSETN, TTFont

from report_builder.brand.fonts import Face, Faces
from report_builder.pdf.objects import Raw, deflated, number, numbers, referred

_SPACE = 32
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <{last}>
endcodespacerange
{body}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
_KEPT = 256  # subsets of a face that are kept in a process


class EmbeddedFont(TTFont):
    """ReportLab's font but for what it embeds: its maps to characters are exact, and its subsets are kept.

    ReportLab's own ToUnicode maps unused codes to U+0000, which ISO 14289-1, 7.21.7 forbids, in a block longer than
    the hundred entries a CMap may have.
    """

    def __init__(self, name: str, path: str) -> None:
        options: dict[str, Any] = {"asciiReadable": 0}
        super().__init__(name, path, **options)
        self.program = lru_cache(maxsize=_KEPT)(self._program)

    def _program(self, codes: tuple[int, ...]) -> tuple[bytes, int, bytes]:
        """The compressed font program of a subset, its length before, and its compressed map to characters."""
        face: Any = self.face
        program = face.makeSubset(list(codes))
        return zlib.compress(program, 9), len(program), zlib.compress(_to_unicode(codes), 9)

    def addObjects(self, doc: Any) -> None:
        """Embeds the subsets a document uses."""
        face, state = cast(Any, self.face), self.state[doc]
        state.frozen = 1
        for n, codes in enumerate(state.subsets):
            internal = self.getSubsetInternalName(n, doc)[1:]
            name = f"/{SUBSETN(n).decode()}+{face.name.decode('latin-1')}"
            program, length, characters = self.program(tuple(codes))
            file = referred(doc, deflated({"Length1": length}, program))
            flags = face.flags & ~FF_NONSYMBOLIC | FF_SYMBOLIC
            descriptor = referred(
                doc,
                Raw(
                    f"<</Type /FontDescriptor /FontName {name} /Flags {flags} /FontBBox {numbers(face.bbox)} "
                    f"/ItalicAngle {number(face.italicAngle)} /Ascent {number(face.ascent)} "
                    f"/Descent {number(face.descent)} /CapHeight {number(face.capHeight)} "
                    f"/StemV {number(face.stemV)} /MissingWidth {number(face.defaultWidth)} /FontFile2 {file}>>"
                ),
            )
            font = Raw(
                f"<</Type /Font /Subtype /TrueType /Name /{internal} /BaseFont {name} /FirstChar 0 "
                f"/LastChar {len(codes) - 1} /Widths {numbers(map(face.getCharWidth, codes))} "
                f"/ToUnicode {referred(doc, deflated({}, characters))} /FontDescriptor {descriptor}>>"
            )
            doc.idToObject["BasicFonts"].dict[internal] = referred(doc, font, internal)
        del self.state[doc]


class Font:
    """A face as the layout uses it: `name` in ReportLab, advance widths, the characters it can draw."""

    __slots__ = ("_widths", "characters", "face", "font", "kept", "name")

    def __init__(self, face: Face) -> None:
        self.face = face
        self.name = face.name
        self.font = EmbeddedFont(face.name, str(face.path))
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


def _to_unicode(codes: tuple[int, ...]) -> bytes:
    """A CMap from the codes of a subset to characters (ISO 32000-1, 9.10.3), at most a hundred to a block."""
    pairs = [
        f"<{n:02X}> <{chr(code).encode('utf-16-be').hex().upper()}>"
        for n, code in enumerate(codes)
        if code and (n == _SPACE or code != _SPACE)
    ]
    blocks = [pairs[i : i + 100] for i in range(0, len(pairs), 100)]
    body = "\n".join("\n".join([f"{len(b)} beginbfchar", *b, "endbfchar"]) for b in blocks)
    return _CMAP.format(last=f"{len(codes) - 1:02X}", body=body).encode("ascii")
