"""Words of a drawing as SVG: outlines of the brand's own glyphs, or real text for a page that is read in a browser."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol
from xml.sax.saxutils import escape, quoteattr

from report_builder.brand.fonts import Face
from report_builder.drawing import TextRun
from report_builder.path_data import number, numbers

if TYPE_CHECKING:
    from report_builder.svg.outlines import Fonts


class Lettering(Protocol):
    """How the words of one drawing are written."""

    def element(self, run: TextRun, height: float) -> str:
        """A run as an element in a picture of that height; "" where nothing of it is seen."""
        ...

    def definitions(self) -> Sequence[str]:
        """What the elements so far refer to."""
        ...


class Outlined:
    """Words as the outlines of their glyphs, which look the same everywhere. Without kerning, as in the PDF.

    Each glyph is drawn once and used as often as it occurs; `id` begins the ids of the glyphs.
    """

    def __init__(self, faces: Iterable[Face], fonts: Fonts, id: str) -> None:
        self._faces = {face.name: face for face in faces}
        self._fonts = fonts
        self._id = id
        self._used: dict[tuple[str, str], str] = {}
        self._outlines: list[str] = []

    def element(self, run: TextRun, height: float) -> str:
        glyphs, units = self._fonts.glyphs(self._faces[run.face], run.text)
        uses, x = "", 0.0
        for glyph in glyphs:
            if glyph.outline:
                along = f' x="{number(x)}"' if x else ""
                uses += f'<use xlink:href="#{self._defined(run.face, glyph.name, glyph.outline)}"{along}/>'
            x += glyph.advance
        scale = number(run.size_pt / units, 6)
        place = f"translate({numbers(run.x, height - run.y)})"
        turned = f"rotate({number(-run.angle)})" if run.angle else ""
        look = f'fill="{run.colour}" transform="{place}{turned}scale({scale} -{scale})"'
        return f"<g {look}>{uses}</g>" if uses else ""

    def definitions(self) -> Sequence[str]:
        return self._outlines

    def _defined(self, face: str, name: str, outline: str) -> str:
        """The id of a glyph, which is defined when it first occurs."""
        found = self._used.get((face, name))
        if found is None:
            found = self._used[face, name] = f"{self._id}-g{len(self._used) + 1}"
            self._outlines.append(f'<path id="{found}" d="{outline}"/>')
        return found


class Real:
    """Words as text, in their family by name. Each run keeps its width in whichever font stands in for it."""

    def __init__(self, faces: Iterable[Face]) -> None:
        self._faces = {face.name: face for face in faces}

    def element(self, run: TextRun, height: float) -> str:
        face = self._faces[run.face]
        family = quoteattr(f"'{face.family}',sans-serif")
        style = f' font-weight="{face.weight}"' + (' font-style="italic"' if face.italic else "")
        x, y = number(run.x), number(height - run.y)
        turned = f' transform="rotate({number(-run.angle)} {x} {y})"' if run.angle else ""
        wide = number(face.width_pt(run.text, run.size_pt))
        return (
            f'<text x="{x}" y="{y}" font-family={family}{style} font-size="{number(run.size_pt)}" fill="{run.colour}"'
            f' textLength="{wide}" lengthAdjust="spacingAndGlyphs"{turned}>{escape(run.text)}</text>'
        )

    def definitions(self) -> Sequence[str]:
        return ()
