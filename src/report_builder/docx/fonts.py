"""The brand's fonts inside a Word file (ECMA-376, part 4, 3.1: embedded, obfuscated), so that they show on any machine.

The fonts of a brand may be embedded: those whose licence bits say otherwise are refused when the brand is read.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from report_builder.brand.fonts import Face, Faces
from report_builder.brand.theme import Theme
from report_builder.docx.xml import element, put

if TYPE_CHECKING:
    from docx.document import Document

_FONT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"


def embed(word: Document, theme: Theme) -> None:
    """Puts the faces of text and display into the file."""
    table = word.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    families = {faces.regular.family: faces for faces in (theme.display, theme.text)}
    fonts = etree.fromstring(f"<w:fonts {nsdecls('w', 'r')}/>")
    for family, faces in families.items():
        fonts.append(_family(family, faces, table))
    table._blob = etree.tostring(
        fonts, xml_declaration=True, encoding="UTF-8", standalone=True
    )  # no other way to give a part new bytes
    put(word.settings.element, element("embedTrueTypeFonts"), _later(word.settings.element))


def _later(settings: Any) -> tuple[str, ...]:
    """Everything of the settings but what CT_Settings has before the embedding of fonts."""
    before = {qn(f"w:{name}") for name in ("writeProtection", "view", "zoom")}
    return tuple(etree.QName(child).localname for child in settings if child.tag not in before)


def _family(family: str, faces: Faces, table: Part) -> Any:
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
        data = face.path.read_bytes()
        key = hashlib.sha256(data).hexdigest()[:32].upper()
        part = Part(PackURI(f"/word/fonts/{face.name}.odttf"), _MEDIA_TYPE, _obfuscated(data, key), table.package)
        made = element(name, fontKey=f"{{{key[:8]}-{key[8:12]}-{key[12:16]}-{key[16:20]}-{key[20:]}}}")
        made.set(qn("r:id"), table.relate_to(part, _FONT))
        font.append(made)
    return font


def _obfuscated(data: bytes, key: str) -> bytes:
    """The font with its first 32 bytes crossed with the key, read from its end."""
    mask = bytes.fromhex(key)[::-1]
    return bytes(byte ^ mask[i % 16] for i, byte in enumerate(data[:32])) + data[32:]
