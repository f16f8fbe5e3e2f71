"""TrueType faces ready to set: widths, coverage, and subsets whose every character can be read back."""

from __future__ import annotations

import sys
import zlib
from array import array
from functools import lru_cache
from typing import Any, cast
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import FF_NONSYMBOLIC, FF_SYMBOLIC, SUBSETN, TTEncoding, TTFont, TTFontFace

from report_builder.brand.fonts import Face, Faces
from report_builder.brand.sfnt import NO_BREAK_SPACE, Glyphs
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


class _Program(TTFontFace):
    """A font file as ReportLab cuts subsets of it; which glyph draws a character is looked up when it is first asked.

    ReportLab reads every character and width number by number, 10 ms a file.
    """

    def __init__(self, face: Face) -> None:
        self.metrics = face.metrics
        super().__init__(str(face.path))

    def extractInfo(self, charInfo: int = 1) -> None:
        """ReportLab's own reading of names and sizes, then the tables that `makeSubset` cuts from."""
        super().extractInfo(charInfo=0)
        wide = self.get_ushort(self.get_table_pos("head")[0] + 50)
        self.glyphPos = _table(self, "loca", "I") if wide else [half * 2 for half in _table(self, "loca", "H")]
        metrics = _table(self, "hmtx", "H")
        full = self.get_ushort(self.get_table_pos("hhea")[0] + 34)
        advances, bearings = metrics[: 2 * full : 2], metrics[1 : 2 * full : 2] + metrics[2 * full :]
        advances.extend(advances[-1:] * (len(bearings) - full))
        self.hmetrics = list(zip(advances, bearings, strict=True))
        self.defaultWidth = self.metrics.widths["\0"]
        self.charToGlyph = _GlyphOf(self.metrics.glyphs)

    def getCharWidth(self, code: int) -> float:
        """The advance of a character, per 1000 of the size."""
        return self.metrics.widths[chr(code)]


class _GlyphOf(dict[int, int]):
    """Glyph by code point, 0 where there is none."""

    def __init__(self, glyphs: Glyphs) -> None:
        self._of = glyphs.of

    def __missing__(self, code: int) -> int:
        glyph = self[code] = self._of(_SPACE if code == ord(NO_BREAK_SPACE) else code)
        return glyph

    def __contains__(self, code: object) -> bool:
        return isinstance(code, int) and self[code] != 0


def _table(program: TTFontFace, tag: str, kind: str) -> array[int]:
    """The big-endian numbers of a whole table."""
    values = array(kind, cast(Any, program).get_table(tag))
    if sys.byteorder == "little":
        values.byteswap()
    return values


class EmbeddedFont(TTFont):
    """ReportLab's font but for what it embeds: its maps to characters are exact, and its subsets are kept.

    ReportLab's own ToUnicode maps unused codes to U+0000, which ISO 14289-1, 7.21.7 forbids, in a block longer than
    the hundred entries a CMap may have.
    """

    def __init__(self, face: Face) -> None:
        self.fontName, self.face = face.name, _Program(face)
        self.encoding, self.state = TTEncoding(), WeakKeyDictionary()
        self._asciiReadable, self.shapable = 0, False
        self.program = lru_cache(maxsize=_KEPT)(self._program)

    def _program(self, codes: tuple[int, ...]) -> tuple[bytes, int, bytes]:
        """The compressed font program of a subset, its length before, and its compressed map to characters."""
        program = cast(Any, self.face).makeSubset(list(codes))
        return zlib.compress(program, 9), len(program), zlib.compress(_to_unicode(codes), 9)

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:
        """How far `text` advances, in points."""
        return sum(map(cast(_Program, self.face).metrics.widths.__getitem__, text)) * size / 1000

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
    """A face as the layout uses it: `name` in ReportLab, advance widths, the characters it cannot draw."""

    __slots__ = ("face", "font", "kept", "name")

    def __init__(self, face: Face) -> None:
        self.face = face
        self.name = face.name
        self.font = EmbeddedFont(face)
        self.kept: dict[str, float] = {}
        # registerFont would hand out an earlier font of the same PostScript name, whatever file it came from
        cast(Any, pdfmetrics)._fonts[self.name] = self.font

    def width(self, text: str, size_pt: float) -> float:
        """How far `text` advances, in points; a character without a glyph is as wide as the font's empty box."""
        units = self.kept.get(text)
        if units is None:
            units = self.kept[text] = sum(map(self.face.metrics.widths.__getitem__, text))
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
