"""The running header and footer of a Word file; the first page has no title over it, for it is the title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn

from report_builder.document.blocks import Furniture
from report_builder.docx.xml import element

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def furnish(word: Document, words: Furniture) -> None:
    """Sets header and footer of every page: the mark (draft, embargo) on each, the title from the second on."""
    part = word.sections[0]
    part.different_first_page_header_footer = True
    width = part.page_width - part.left_margin - part.right_margin  # type: ignore[operator]  # both are set
    for header, titled in ((part.first_page_header, False), (part.header, True)):
        line = header.paragraphs[0]
        if words.mark:
            line.add_run(words.mark).bold = True
        if titled:
            line.add_run(f"{' · ' if words.mark else ''}{words.header}")
    for footer in (part.first_page_footer, part.footer):
        line = footer.paragraphs[0]
        line.paragraph_format.tab_stops.clear_all()
        line.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
        line.add_run(f"{words.footer}\t")
        _numbered(line, words.page_of)


def _numbered(line: Paragraph, page_of: str) -> None:
    """ "Page 2 of 5", its numbers kept by Word."""
    rest = page_of
    while rest:
        at, placeholder = min(((rest.find(p), p) for p in _FIELDS if p in rest), default=(len(rest), ""))
        if rest[:at]:
            line.add_run(rest[:at])
        if placeholder:
            line._p.append(_field(_FIELDS[placeholder]))
        rest = rest[at + len(placeholder) :]


def _field(instruction: str) -> Any:
    words = element("r", element("t"))
    words.find(qn("w:t")).text = "1"
    return element("fldSimple", words, instr=f" {instruction} ")
