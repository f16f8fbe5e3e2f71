"""Outlines of the glyphs of a brand's own font files, each file opened once. The only module that knows fontTools."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont
from msgspec import Struct

from report_builder.brand.fonts import Face
from report_builder.path_data import number

_NO_BREAK_SPACE = "\u00a0"


class Glyph(Struct, frozen=True):
    """A glyph in units of its font, y upwards: its outline as SVG path data, "" for a space; how far it advances."""

    name: str
    outline: str
    advance: float


class Fonts:
    """Font files opened as they are needed, to outline the words of many drawings."""

    def __init__(self) -> None:
        self._open: dict[str, _Font] = {}

    def glyphs(self, face: Face, text: str) -> tuple[list[Glyph], int]:
        """The glyphs of a line of text, and how many units of theirs make up the size."""
        font = self._open.get(face.name)
        if font is None:
            font = self._open[face.name] = _Font(face)
        return [font.glyph(" " if c == _NO_BREAK_SPACE else c) for c in text], font.units


class _Font:
    def __init__(self, face: Face) -> None:
        font = TTFont(BytesIO(face.path.read_bytes()), lazy=True)
        self.units: int = font["head"].unitsPerEm
        self._set: Any = font.getGlyphSet()
        self._names: dict[int, str] = font.getBestCmap()
        self._drawn: dict[str, Glyph] = {}

    def glyph(self, character: str) -> Glyph:
        found = self._drawn.get(character)
        if found is None:
            name = self._names.get(ord(character), ".notdef")
            pen = SVGPathPen(self._set, ntos=number)
            self._set[name].draw(pen)
            found = self._drawn[character] = Glyph(name, pen.getCommands(), self._set[name].width)
        return found
