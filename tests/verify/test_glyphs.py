"""Codes become characters by the font's own map."""

from __future__ import annotations

import pikepdf

from report_builder.verify.glyphs import Glyphs, glyphs_of


def glyphs(cmap: str, subtype: str = "/TrueType") -> Glyphs:
    with pikepdf.new() as pdf:
        stream = pdf.make_stream(cmap.encode())
        return glyphs_of(pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name(subtype), ToUnicode=stream))


def test_single_codes() -> None:
    """Codes that are listed one by one."""
    found = glyphs("2 beginbfchar\n<01> <0035>\n<02> <00660069>\nendbfchar")

    assert "5fi\ufffd" == found.words(b"\x01\x02\x03")


def test_ranges() -> None:
    """Codes in ranges, with their first character or with a list."""
    found = glyphs("2 beginbfrange\n<30> <39> <0030>\n<41> <42> [<0058> <0059>]\nendbfrange")

    assert "0459XY" == found.words(b"0459AB")


def test_two_bytes() -> None:
    """A composite font has codes of two bytes."""
    found = glyphs("1 beginbfrange\n<0030> <0039> <0030>\nendbfrange", "/Type0")

    assert "554" == found.words(b"\x005\x005\x004")


def test_without_a_map() -> None:
    """A font that does not say what it draws gives no characters."""
    assert "\ufffd" == glyphs_of(None).words(b"5")
