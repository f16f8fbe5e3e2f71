"""The brand's fonts in a Word file: small, and with every letter that someone who edits it may type."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from docx import Document
from fontTools.ttLib import TTFont

from example import ROOT
from report_builder.brand.theme import Theme
from report_builder.build import load
from report_builder.docx.fonts import embed
from word.made import data_of, opened

WELSH = "ÂÊÎÔÛŴŶâêîôûŵŷẀẂẄẁẃẅỲỳÁÉÍÓÚÝáéíóúýÄËÏÖÜäëïöü"
TYPED = f"{WELSH}ABCxyz0123456789£€%–—‘’“”…·×−ßŁłÇç\u00a0\u2011"


@pytest.fixture(scope="module")
def theme() -> Theme:
    return load(ROOT).theme


def fonts_in(word: Any) -> dict[str, TTFont]:
    """The fonts of a file by the part they lie in, read back with their keys (ECMA-376, part 4, 3.1)."""
    table = next(r.target_part for r in word.part.rels.values() if r.reltype.endswith("/fontTable"))
    out = {}
    for found in re.finditer(r"<w:embed\w+ [^>]*>", table.blob.decode()):
        key, id_ = (re.search(rf'{name}="{{?([^"}}]+)', found[0]) for name in ("w:fontKey", "r:id"))
        assert key
        assert id_
        mask = bytes.fromhex(key[1].replace("-", ""))[::-1]
        part = table.rels[id_[1]].target_part
        data = bytes(b ^ mask[i % 16] for i, b in enumerate(part.blob[:32])) + part.blob[32:]
        out[str(part.partname)] = TTFont(io.BytesIO(data))
    return out


@pytest.mark.parametrize("suffix", ["-release.docx", "-numbered.docx"])
def test_what_is_typed_later_shows_in_the_brands_fonts(suffix: str, theme: Theme) -> None:
    """Regular, bold and italic under the names that the styles ask for, with all letters of English and Welsh."""
    whole = {f"/word/fonts/{face.name}.odttf": face for face in (*theme.text.every(), *theme.display.every())}
    fonts = fonts_in(opened(suffix))
    assert 6 == len(fonts)
    for name, font in fonts.items():
        own = TTFont(whole[name].path)
        assert {ord(c) for c in TYPED} & set(own.getBestCmap()) == {ord(c) for c in TYPED} & set(font.getBestCmap())
        assert {ord(c) for c in WELSH} <= set(font.getBestCmap())
        assert own["name"].getBestFamilyName() == font["name"].getBestFamilyName()


def test_a_release_is_small_enough_to_send() -> None:
    """A quarter of a megabyte, where whole fonts made it 0.6."""
    assert len(data_of("-release.docx")) < 250_000


def test_letters_that_the_words_have_besides_are_kept(theme: Theme) -> None:
    """Greek in a file in which Greek stands; not in others."""
    for words, kept in (("Ω stands for ohm", True), ("ohm", False)):
        word = Document()
        word.add_paragraph(words)
        embed(word, theme)
        assert kept == any(ord("Ω") in font.getBestCmap() for font in fonts_in(word).values())
