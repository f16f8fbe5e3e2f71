"""The faces in the page: cut down, licensed, the same bytes again; one that cannot be cut is carried whole."""

from __future__ import annotations

import base64
import io
import re
from pathlib import Path

from fontTools.ttLib import TTFont

from report_builder.brand.fonts import Face, face
from report_builder.cache import Cache
from report_builder.html.fonts import family_of, font_faces
from webpage.pages import theme

TEXT = "ŵ ŷ “554” per cent"


def fonts(css: str) -> list[bytes]:
    return [base64.b64decode(data) for data in re.findall(r"base64,([A-Za-z0-9+/=]+)", css)]


def test_a_face_is_cut_down_to_what_is_printed() -> None:
    """WOFF2 with the characters of the page, widths as they were, the licence still in it."""
    regular = theme().text.regular
    sheet = font_faces([regular, regular], TEXT, theme(), Cache())
    (data,) = fonts(sheet.css)
    assert () == sheet.problems
    assert len(data) < 15_000
    made, whole = TTFont(io.BytesIO(data)), TTFont(regular.path)
    known = set(made.getBestCmap())
    assert set(map(ord, TEXT)) <= known
    assert ord("Ж") not in known
    for character in TEXT:
        name, was = made.getBestCmap()[ord(character)], whole.getBestCmap()[ord(character)]
        assert whole["hmtx"][was][0] == made["hmtx"][name][0]
    assert "Open Font License" in str(made["name"].getDebugName(13))
    assert made["name"].getDebugName(1) is None  # a reserved name may not stand in a changed font (OFL 1.1, 3)
    made.close()
    whole.close()


def test_what_the_cache_keeps_is_what_is_made(tmp_path: Path) -> None:
    """Without a cache, into one and out of one: the same rules."""
    faces = theme().text.every()
    cache = Cache(tmp_path)
    sheets = [font_faces(faces, TEXT, theme(), c).css for c in (Cache(), cache, cache)]
    assert 1 == len(set(sheets))
    assert len(faces) == len(list(tmp_path.rglob("??/*")))


def test_faces_keep_family_weight_and_slope() -> None:
    """So that a browser finds each as CSS asks for it."""
    display = theme().display.bold
    css = font_faces([theme().text.bold_italic, display], TEXT, theme(), Cache()).css
    assert "font-family:text;font-weight:700;font-style:italic" in css
    assert "font-family:display;font-weight:700;font-style:normal" in css
    assert ("text", "display") == (family_of(theme().text.bold, theme()), family_of(display, theme()))


def test_a_font_that_cannot_be_cut_is_carried_whole(tmp_path: Path) -> None:
    """A table that fontTools cannot read is a warning, and the page has the file as it is."""
    font = TTFont(theme().text.regular.path)
    out = io.BytesIO()
    font.save(out)
    font.close()
    data = bytearray(out.getvalue())
    at = data.index(b"GSUB", 12)
    start = int.from_bytes(data[at + 8 : at + 12], "big")
    data[start : start + 10] = b"\xff" * 10
    path = tmp_path / "Broken.ttf"
    path.write_bytes(data)
    broken = face(bytes(data), path, 400, False)
    assert isinstance(broken, Face)
    sheet = font_faces([broken], TEXT, theme(), Cache())
    assert ["A010"] == [p.code for p in sheet.problems]
    assert "Broken.ttf" in sheet.problems[0].message
    assert [bytes(data)] == fonts(sheet.css)
