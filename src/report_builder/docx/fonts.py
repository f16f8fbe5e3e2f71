"""The brand's fonts inside a Word file (ECMA-376, part 4, 3.1: embedded, obfuscated), so that they show on any machine.

The fonts of a brand may be embedded: those whose licence bits say otherwise are refused when the brand is read. They
are cut down to the letters of European languages in Latin script and to those that the file has besides, so that its
words can be edited: a file of 0.6 MB has 0.2 MB so. Characters typed in later that are none of these show in another
font.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from report_builder.brand.cut import for_word
from report_builder.brand.fonts import Face, Faces
from report_builder.brand.theme import Theme
from report_builder.docx.xml import element, put

if TYPE_CHECKING:
    from docx.document import Document

_FONT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"


# printable ASCII, Latin-1, Latin Extended-A, the other letters of Welsh, dashes, quotes, signs of money and of sums
_LATIN = frozenset(
    map(
        chr,
        (
            *range(0x20, 0x7F),
            *range(0xA0, 0x180),
            *(0x1E80, 0x1E81, 0x1E82, 0x1E83, 0x1E84, 0x1E85, 0x1EF2, 0x1EF3),
            *range(0x2010, 0x2040),
            *(0x20AC, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265),
        ),
    )
)


def embed(word: Document, theme: Theme) -> None:
    """Puts the faces of text and display into a finished file, for its words and for those typed in later."""
    own = (text for element in word.element.body.iter(qn("w:t")) if (text := element.text))
    characters = "".join(sorted(_LATIN.union(*own)))
    table = word.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    families = {faces.regular.family: faces for faces in (theme.display, theme.text)}
    fonts = etree.fromstring(f"<w:fonts {nsdecls('w', 'r')}/>")
    for family, faces in families.items():
        fonts.append(_family(family, faces, table, characters))
    table._blob = etree.tostring(
        fonts, xml_declaration=True, encoding="UTF-8", standalone=True
    )  # no other way to give a part new bytes
    put(word.settings.element, element("embedTrueTypeFonts"), _later(word.settings.element))


def _later(settings: Any) -> tuple[str, ...]:
    """Everything of the settings but what CT_Settings has before the embedding of fonts."""
    before = {qn(f"w:{name}") for name in ("writeProtection", "view", "zoom")}
    return tuple(etree.QName(child).localname for child in settings if child.tag not in before)


def _family(family: str, faces: Faces, table: Part, characters: str) -> Any:
    font = element("font", name=family)
    styles = (
        ("embedRegular", faces.regular),
        ("embedBold", faces.bold),
        ("embedItalic", faces.italic),
        ("embedBoldItalic", faces.bold_italic),
    )
    embedded: list[Face] = []
    for name, face in styles:
        if face in embedded:  # the family has no such style, and another stands in for it
            continue
        embedded.append(face)
        data = _cut(face, characters)
        key = hashlib.sha256(data).hexdigest()[:32].upper()
        part = Part(PackURI(f"/word/fonts/{face.name}.odttf"), _MEDIA_TYPE, _obfuscated(data, key), table.package)
        made = element(name, fontKey=f"{{{key[:8]}-{key[8:12]}-{key[12:16]}-{key[16:20]}-{key[20:]}}}")
        made.set(qn("r:id"), table.relate_to(part, _FONT))
        font.append(made)
    return font


@lru_cache(maxsize=32)  # a pack has several Word files in the same faces
def _cut(face: Face, characters: str) -> bytes:
    return for_word(face, characters) or face.path.read_bytes()


def _obfuscated(data: bytes, key: str) -> bytes:
    """The font with its first 32 bytes crossed with the key, read from its end."""
    mask = bytes.fromhex(key)[::-1]
    return bytes(byte ^ mask[i % 16] for i, byte in enumerate(data[:32])) + data[32:]
