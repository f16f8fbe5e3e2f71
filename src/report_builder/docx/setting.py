"""Words set into a Word file: paragraphs in their styles, runs with links, languages, notes and remarks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from docx.enum.text import WD_COLOR_INDEX
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.text.run import Run as WordRun
from msgspec import Struct

from report_builder.brand.colour import mix
from report_builder.brand.theme import Theme
from report_builder.charts.chart import Chart
from report_builder.document.blocks import Document, Run, Runs
from report_builder.docx.lists import Lists, put_in_list
from report_builder.docx.xml import AFTER_LANGUAGE, element, put
from report_builder.problems import Where

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph


_TINGE = 0.22  # of the accent in the ground of what a reviewer is to look at


class Picture(Struct, frozen=True):
    """A picture as PNG or JPEG, and the size in points it is shown at."""

    data: bytes
    width_pt: float
    height_pt: float


Remark = Callable[[Run, Where | None], str]
"""What a reviewer is told of a run that stands in the block made at a place; "" for nothing."""


class Setting(Struct):
    """What every part of one file is set with. `place` is where words go: the file, or a cell of a table."""

    word: WordDocument
    place: Any
    document: Document
    theme: Theme
    pictures: Mapping[Chart, Picture]
    lists: Lists
    remark: Remark | None = None
    paragraphs: int = 0  # the numbering of the paragraphs, where they are numbered
    bookmarks: int = 0

    def within(self, place: Any) -> Setting:
        """The same, setting words into another place."""
        made = Setting(self.word, place, self.document, self.theme, self.pictures, self.lists, self.remark)
        made.bookmarks = self.bookmarks
        return made

    def paragraph(self, words: Runs | str, style: str, where: Where | None = None, language: str = "") -> WordParagraph:
        """A new paragraph of these words, in a style by its name."""
        made: WordParagraph = self.place.add_paragraph(style=style)
        self.add(made, (Run(words),) if isinstance(words, str) else words, where, language)
        if self.paragraphs and style in ("Normal", "Lead"):
            put_in_list(made, self.paragraphs)
        return made

    def add(self, paragraph: WordParagraph, runs: Runs, where: Where | None = None, language: str = "") -> None:
        """Adds words to a paragraph; `language` where they are in another than the document."""
        for run in runs:
            if not run.text:
                continue
            if run.note:
                self._link(paragraph, Run(run.text), f"note-{run.note}", "Note Mark")
                continue
            target = run.url.removeprefix("#") if run.url.startswith("#") else ""
            made = self._link(paragraph, run, target, "Hyperlink") if run.url else paragraph.add_run(run.text)
            made.bold, made.italic = run.bold or None, run.italic or None
            self._language(made, run.language or language)
            if run.flag:
                made.font.highlight_color = WD_COLOR_INDEX.YELLOW
                reason = paragraph.add_run(f" [{run.flag}]")
                reason.font.highlight_color, reason.bold = WD_COLOR_INDEX.YELLOW, True
            self._remark(made, run, where)

    def bookmark(self, paragraph: WordParagraph, name: str) -> None:
        """Lets links lead to a paragraph."""
        self.bookmarks += 1
        opened = element("bookmarkStart", id=str(self.bookmarks), name=name)
        at = 1 if paragraph._p.pPr is not None else 0
        paragraph._p.insert(at, opened)
        paragraph._p.append(element("bookmarkEnd", id=str(self.bookmarks)))

    def _link(self, paragraph: WordParagraph, run: Run, anchor: str, style: str) -> WordRun:
        link = element("hyperlink", history="1")
        if anchor:
            link.set(qn("w:anchor"), anchor)
        else:
            link.set(qn("r:id"), paragraph.part.relate_to(run.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        if run.hint:
            link.set(qn("w:tooltip"), run.hint)
        inside = element("r")
        link.append(inside)
        paragraph._p.append(link)
        made = WordRun(inside, paragraph)
        made.text, made.style = run.text, style
        return made

    def _language(self, made: WordRun, language: str) -> None:
        if language and language != self.document.language:
            put(made._r.get_or_add_rPr(), element("lang", val=language), AFTER_LANGUAGE)

    def _remark(self, made: WordRun, run: Run, where: Where | None) -> None:
        said = self.remark(run, where) if self.remark else ""
        if not said:
            return
        if not run.flag:
            ground = mix(self.theme.colours.paper, self.theme.colours.accent, _TINGE)
            shade = element("shd", val="clear", color="auto", fill=ground.lstrip("#"))
            put(made._r.get_or_add_rPr(), shade, ("fitText", "vertAlign", "rtl", "cs", "em", "lang"))
        first, *rest = said.split("\n")
        comment = self.word.add_comment(made, text=first, author="report_builder", initials="rb")
        for line in rest:
            comment.add_paragraph(line)
        comment._comment_elm.attrib.pop(qn("w:date"), None)  # the time of day, which nobody needs here
