"""Reading a TrueType file: names, weight, sizes, widths of characters, and why a file is refused.

fontTools reads all of this and costs 50 ms to import and 6 ms a file; a build that is warm has 10 ms for all its fonts.
Tables are those of the OpenType specification 1.9; multi-byte numbers are big-endian.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from struct import error as StructError
from struct import unpack_from

from msgspec import Struct, field

NO_BREAK_SPACE = "\xa0"  # drawn as a space, so fonts need no glyph for it
_NEEDED = (b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"name")
_CORRUPT = (StructError, IndexError, ValueError, KeyError, OverflowError)


class Widths(dict[str, float]):
    """Advance width per 1000 by character, looked up in the file's own tables when a character is first asked for.

    A character that the font lacks has the width of its empty box (.notdef); a no-break space is as wide as a space.
    """

    def __init__(self, glyphs: Glyphs, advances: Sequence[int] = (), units: int = 1000) -> None:
        super().__init__()
        self._glyphs, self._advances, self._units = glyphs, advances, units

    def __missing__(self, character: str) -> float:
        glyph = min(self._glyphs.of(ord(" " if character == NO_BREAK_SPACE else character)), len(self._advances) - 1)
        width = self._advances[glyph] * 1000 / self._units if self._advances else 0.0
        self[character] = width
        return width


class Glyphs(Struct, frozen=True):
    """A cmap subtable as runs of characters, `first` to `last`.

    `glyph` is the first character's glyph in format 12, what is added to the code or to a listed glyph in format 4.
    """

    first: array[int] = field(default_factory=lambda: array("L"))
    last: array[int] = field(default_factory=lambda: array("L"))
    glyph: array[int] = field(default_factory=lambda: array("L"))
    listed: tuple[array[int] | None, ...] = ()
    wraps: bool = False  # format 4: sums are modulo 65,536

    def of(self, code: int) -> int:
        """The glyph of a code point; 0 where the font has none."""
        at = bisect_left(self.last, code)
        if at == len(self.last) or code < self.first[at]:
            return 0
        offset, listed = code - self.first[at], self.listed[at]
        if listed is not None:
            return (listed[offset] + self.glyph[at]) & 0xFFFF if listed[offset] else 0
        return (self.glyph[at] + code) & 0xFFFF if self.wraps else self.glyph[at] + offset


class FontFile(Struct, frozen=True):
    """What a font file says of itself; lengths per 1000 of the size, depths negative."""

    families: tuple[str, ...]
    weight: int
    italic: bool
    ascent: float
    descent: float
    cap_height: float
    x_height: float
    glyphs: Glyphs
    widths: Widths


class Refusal(Struct, frozen=True):
    """Why a font file cannot be used: a diagnostic code and the reason in words."""

    code: str
    why: str


def read_font(data: bytes) -> FontFile | Refusal:
    """The font in `data`, or why it cannot be embedded in a PDF."""
    try:
        tables = _tables(data)
        if isinstance(tables, Refusal):
            return tables
        return _licence(data, tables) or _font(data, tables)
    except _CORRUPT:
        return Refusal("B036", "it is damaged or cut short")


def _tables(data: bytes) -> dict[bytes, int] | Refusal:
    """Offset of each table by tag."""
    kind = data[:4]
    if kind in (b"wOFF", b"wOF2"):
        return Refusal("B033", "it is a web font (WOFF)")
    if kind == b"ttcf":
        return Refusal("B033", "it is a collection of several fonts (TTC)")
    if kind not in (b"\0\1\0\0", b"true", b"OTTO"):
        return Refusal("B036", "it is not a font")
    (count,) = unpack_from(">H", data, 4)
    found = {}
    for i in range(count):
        tag, _, offset, length = unpack_from(">4sLLL", data, 12 + 16 * i)
        if offset + length > len(data):
            raise ValueError(tag)
        found[tag] = offset
    if b"fvar" in found:
        return Refusal("B032", "it is a variable font")
    if kind == b"OTTO" or b"CFF " in found or b"CFF2" in found:
        return Refusal("B033", "it has PostScript outlines (OpenType CFF)")
    if not all(tag in found for tag in _NEEDED):
        raise ValueError
    return found


def _licence(data: bytes, tables: dict[bytes, int]) -> Refusal | None:
    """OS/2 fsType: bit 1 alone restricted, bit 8 no subsets, bit 9 bitmaps only. The most permissive bit wins."""
    if b"OS/2" not in tables:
        return None
    (rights,) = unpack_from(">H", data, tables[b"OS/2"] + 8)
    if rights & 0x000E == 0x0002:
        return Refusal("B035", "its licence is marked as restricted: no embedding")
    if rights & 0x0100:
        return Refusal("B035", "its licence allows embedding only of the whole file")
    if rights & 0x0200:
        return Refusal("B035", "its licence allows embedding only of bitmaps")
    return None


def _font(data: bytes, tables: dict[bytes, int]) -> FontFile:
    (units,) = unpack_from(">H", data, tables[b"head"] + 18)
    if not 16 <= units <= 16384:
        raise ValueError(units)
    scale = 1000 / units
    ascent, descent = unpack_from(">hh", data, tables[b"hhea"] + 4)
    weight, italic, x_height, cap_height = _style(data, tables)
    glyphs = _glyphs(data, tables[b"cmap"])
    return FontFile(
        families=_families(data, tables[b"name"]),
        weight=weight,
        italic=italic,
        ascent=ascent * scale,
        descent=descent * scale,
        cap_height=(cap_height or ascent * 0.7) * scale,
        x_height=(x_height or ascent * 0.5) * scale,
        glyphs=glyphs,
        widths=Widths(glyphs, _advances(data, tables), units),
    )


def _style(data: bytes, tables: dict[bytes, int]) -> tuple[int, bool, int, int]:
    """Weight, whether italic, x height and cap height in font units (0 where the file does not say)."""
    (mac,) = unpack_from(">H", data, tables[b"head"] + 44)
    at = tables.get(b"OS/2")
    if at is None:
        return (700 if mac & 1 else 400), bool(mac & 2), 0, 0
    version, _, weight = unpack_from(">HhH", data, at)
    (selection,) = unpack_from(">H", data, at + 62)
    x_height, cap_height = unpack_from(">hh", data, at + 86) if version >= 2 else (0, 0)
    return weight, bool(selection & 0x201 or mac & 2), x_height, cap_height


def _advances(data: bytes, tables: dict[bytes, int]) -> array[int]:
    """Advance of each glyph in font units; the last one serves all glyphs after it."""
    (count,) = unpack_from(">H", data, tables[b"hhea"] + 34)
    return _numbers(data, tables[b"hmtx"], 2 * count)[::2]


def _families(data: bytes, at: int) -> tuple[str, ...]:
    """Typographic family (name 16) and family (name 1), as Windows or the Mac write them."""
    _, count, strings = unpack_from(">HHH", data, at)
    found: dict[tuple[int, int], str] = {}
    for i in range(count):
        platform, _, _, name, length, offset = unpack_from(">6H", data, at + 6 + 12 * i)
        if name in (1, 16) and platform in (1, 3):
            start = at + strings + offset
            text = data[start : start + length].decode("utf-16-be" if platform == 3 else "mac-roman", "replace")
            found.setdefault((-name, -platform), text.strip())
    return tuple(dict.fromkeys(text for _, text in sorted(found.items()) if text))


def _glyphs(data: bytes, at: int) -> Glyphs:
    """The largest Unicode subtable: full (format 12), else basic plane (format 4)."""
    (count,) = unpack_from(">H", data, at + 2)
    places = {}
    for i in range(count):
        platform, encoding, offset = unpack_from(">HHL", data, at + 4 + 8 * i)
        places[platform, encoding] = at + offset
    for key in ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0)):
        if key in places:
            (form,) = unpack_from(">H", data, places[key])
            if form == 12:
                return _format_12(data, places[key])
            if form == 4:
                return _format_4(data, places[key])
    raise ValueError("no Unicode cmap")


def _format_12(data: bytes, at: int) -> Glyphs:
    (count,) = unpack_from(">L", data, at + 12)
    numbers = _numbers(data, at + 16, 3 * count, wide=True)
    return Glyphs(numbers[::3], numbers[1::3], numbers[2::3], (None,) * count)


def _format_4(data: bytes, at: int) -> Glyphs:
    (twice,) = unpack_from(">H", data, at + 6)
    count, ranges_at = twice // 2, at + 16 + 3 * twice
    last, first = _numbers(data, at + 14, count), _numbers(data, at + 16 + twice, count)
    delta, ranges = _numbers(data, at + 16 + 2 * twice, count), _numbers(data, ranges_at, count)
    listed = []
    for i, (start, end, offset) in enumerate(zip(first, last, ranges, strict=True)):
        real = offset and start != 0xFFFF
        listed.append(_numbers(data, ranges_at + 2 * i + offset, end - start + 1) if real else None)
    return Glyphs(first, last, delta, tuple(listed), wraps=True)


def _numbers(data: bytes, at: int, count: int, wide: bool = False) -> array[int]:
    size = 4 if wide else 2
    end = at + size * count
    if count < 0 or end > len(data):
        raise ValueError(count)
    numbers = array("I" if wide else "H", data[at:end])
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers
