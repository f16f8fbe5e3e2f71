"""A document as a Word file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from docx import Document as new_word
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Pt
from msgspec import Struct

from report_builder.brand.theme import Geometry, Theme
from report_builder.charts.chart import Chart
from report_builder.document.blocks import Cover, Document, Run
from report_builder.docx.fonts import embed
from report_builder.docx.furniture import furnish
from report_builder.docx.lists import Lists
from report_builder.docx.pictures import picture
from report_builder.docx.save import saved
from report_builder.docx.setting import Picture, Remark, Setting
from report_builder.docx.story import section
from report_builder.docx.styles import set_styles

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Shown(Struct, frozen=True):
    """The pictures of a document: its charts, and the brand's logo where it has one."""

    charts: Mapping[Chart, Picture]
    logo: Picture | None = None


def write(
    document: Document, shown: Shown, theme: Theme, numbered: bool = False, remark: Remark | None = None
) -> bytes:
    """The bytes of the file: the same for the same document. `numbered` numbers its paragraphs."""
    word = new_word()
    set_styles(word, theme, document.language)
    _properties(word, document)
    _page(word, theme.page)
    furnish(word, document.furniture)
    setting = Setting(word, word, document, theme, shown.charts, Lists(word), remark)
    if shown.logo is not None and theme.logo is not None:
        picture(shown.logo, theme.logo.alt, setting, "Logo")
    if document.cover is not None:
        _cover(document.cover, setting)
    setting.paragraphs = setting.lists.paragraphs() if numbered else 0
    for each in document.sections:
        section(each, setting)
    _notes(setting)
    embed(word, theme)
    return saved(word)


def _cover(cover: Cover, setting: Setting) -> None:
    setting.paragraph(cover.kicker, "Kicker", cover.where)
    setting.paragraph(cover.headline, "Title", cover.where)
    for runs in cover.standfirst:
        setting.paragraph(runs, "Lead", cover.where)
    hero = cover.hero
    if hero is not None:
        setting.paragraph((Run(hero.number, fact=hero.fact),), "Hero Number", cover.where)
        setting.paragraph(hero.label, "Card Label", cover.where)
        if hero.caveat:
            setting.paragraph(hero.caveat, "Small Print", cover.where)
        if hero.trend is not None:
            picture(setting.pictures[hero.trend], hero.trend_alt, setting, "Reverse Picture")
    setting.paragraph(f"{cover.publisher}, {cover.date}", "Label", cover.where)
    for line in cover.lines:
        setting.paragraph(line, "Small Print", cover.where)


def _notes(setting: Setting) -> None:
    """The footnotes, at the end, where the marks lead to."""
    for note in setting.document.notes:
        made = setting.paragraph((Run(f"{note.number}  "), *note.runs), "Small Print")
        setting.bookmark(made, f"note-{note.number}")


def _properties(word: WordDocument, document: Document) -> None:
    """What the file says of itself; its dates are the document's own."""
    about, day = word.core_properties, datetime.fromisoformat(document.date)
    about.title, about.author, about.subject = document.title, document.author, document.subject
    about.keywords, about.language, about.comments = ", ".join(document.keywords), document.language, ""
    about.created = about.modified = day
    about.last_modified_by, about.revision = document.author, 1
    package = word.part.package
    for id_, rel in list(package.rels.items()):
        if rel.reltype == RELATIONSHIP_TYPE.THUMBNAIL:  # the template's own first page
            del package.rels[id_]


def _page(word: WordDocument, page: Geometry) -> None:
    for part in word.sections:
        part.page_width, part.page_height = Pt(page.width), Pt(page.height)
        part.left_margin, part.right_margin = Pt(page.left), Pt(page.right)
        part.top_margin, part.bottom_margin = Pt(page.top), Pt(page.bottom)
        part.header_distance, part.footer_distance = Pt(page.top * 0.45), Pt(page.bottom * 0.45)
