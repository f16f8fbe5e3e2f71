"""Small TrueType files made to order."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen


def make_font(
    family: str = "Test Sans",
    style: str = "Regular",
    weight: int = 400,
    *,
    italic: bool = False,
    fs_type: int = 0,
    widths: Mapping[str, int] | None = None,
    characters: str = "",
) -> bytes:
    """A static TrueType font whose glyphs are squares."""
    characters = characters or "".join(map(chr, range(0x20, 0x180))) + "€–—‘’“”…•"
    names = {c: f"u{ord(c):04X}" for c in characters}
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 400))
    pen.lineTo((400, 400))
    pen.closePath()
    glyph = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap({ord(c): name for c, name in names.items()})
    builder.setupGlyf(dict.fromkeys([".notdef", *names.values()], glyph))
    advances = {name: ((widths or {}).get(c, 500), 0) for c, name in names.items()}
    builder.setupHorizontalMetrics({".notdef": (500, 0), **advances})
    builder.setupHorizontalHeader(ascent=900, descent=-250)
    builder.setupNameTable({"familyName": family, "styleName": style})
    selection = 1 if italic else 64
    builder.setupOS2(
        version=4, usWeightClass=weight, fsType=fs_type, fsSelection=selection, sxHeight=480, sCapHeight=660
    )
    builder.setupPost()
    out = BytesIO()
    builder.save(out)
    return out.getvalue()
