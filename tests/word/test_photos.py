"""A photograph in a Word file: described, in its printed size, its words kept with it."""

from __future__ import annotations

import io

from docx import Document as opened_word
from docx.shared import Pt

from pdf.brand import theme
from pdf.briefing import with_blocks
from pdf.hard import UPRIGHT, WIDE
from report_builder.docx.write import Shown, write


def test_a_photograph_is_described_and_its_words_follow_it() -> None:
    """The JPEG as it is; a caption only where there is one."""
    brand = theme()
    word = opened_word(io.BytesIO(write(with_blocks(WIDE, UPRIGHT), Shown({}), brand)))
    shapes = word.inline_shapes
    assert [WIDE.alt, UPRIGHT.alt] == [s._inline.docPr.get("descr") for s in shapes]
    assert Pt(brand.page.column) == shapes[0].width
    assert Pt((brand.page.height - brand.page.top - brand.page.bottom) / 2) == shapes[1].height
    kept = {part.blob for part in word.part.package.iter_parts() if part.content_type == "image/jpeg"}
    assert {WIDE.photo.jpeg, UPRIGHT.photo.jpeg} <= kept
    small = [p for p in word.paragraphs if p.style is not None and p.style.name == "Small Print"]
    assert [
        ("The stop at the school", True),
        ("Picture: A. Person", False),
        ("The child pictured is a model.", True),
        ("Picture: B. Person", False),
    ] == [(p.text, p.paragraph_format.keep_with_next) for p in small][:4]
