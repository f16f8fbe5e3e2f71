"""A story in a Word file stands on one ground, apart from what comes before and after."""

from __future__ import annotations

import io

from docx import Document as opened_word
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree
from msgspec.structs import replace

from pdf.brand import theme
from pdf.briefing import briefing
from pdf.hard import STORY
from report_builder.docx.write import Shown, write


def test_all_paragraphs_of_a_story_have_one_frame_and_ground() -> None:
    """Word draws neighbours of the same frame as one, which is why a bare paragraph parts two stories."""
    brand = theme()
    document = replace(briefing(), cover=None, sections=(STORY, STORY))
    word = opened_word(io.BytesIO(write(document, Shown({}), brand)))
    frames = [_frame(p) for p in word.paragraphs]
    first = frames.index("")
    assert [*frames[:first], ""] == frames[first + 1 : 2 * first + 2]
    assert 1 == len(set(frames[:first]))
    assert f'w:fill="{brand.colours.tint.lstrip("#")}"' in frames[0]
    assert {0} == {p.paragraph_format.left_indent for p in word.paragraphs[:first] if "w:numPr" not in p._p.xml}


def _frame(paragraph: WordParagraph) -> str:
    """The border and ground of a paragraph as they stand in the file, "" for none of its own."""
    return "".join(etree.tostring(e, encoding="unicode") for e in paragraph._p.iter(qn("w:pBdr"), qn("w:shd")))


def test_a_warning_and_a_name_stay_with_the_story_and_help_with_its_end() -> None:
    """Each on the page of what it belongs to."""
    document = replace(briefing(), cover=None, sections=(STORY,))
    word = opened_word(io.BytesIO(write(document, Shown({}), theme())))
    styles = {p.style.name: p for p in word.paragraphs if p.style is not None}
    assert word.styles["Warning"].paragraph_format.keep_with_next
    assert word.styles["Person"].paragraph_format.keep_with_next
    assert {"Warning", "Person", "Story Quote"} <= styles.keys()
    texts = [p.text for p in word.paragraphs]
    help_at = next(n for n, words in enumerate(texts) if words.startswith("If you need help"))
    assert word.paragraphs[help_at - 1].paragraph_format.keep_with_next
