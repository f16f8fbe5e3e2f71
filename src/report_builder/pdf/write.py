"""Document, drawings and theme to the bytes of a tagged, archival PDF (PDF/UA-1, PDF/A-3a)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from report_builder.brand.fonts import Face
from report_builder.brand.theme import Theme
from report_builder.charts.chart import Chart
from report_builder.document.blocks import Attachment, Document, FigureBlock, Heading
from report_builder.drawing import Drawing, TextRun
from report_builder.pdf import archive
from report_builder.pdf.canvas import TaggedCanvas
from report_builder.pdf.cover import CoverPage, cover, head
from report_builder.pdf.flowables import Box
from report_builder.pdf.fonts import Font, font
from report_builder.pdf.furniture import Furnisher, mark_fits, recipient, ribbon
from report_builder.pdf.pages import Page, fill
from report_builder.pdf.paint import paint
from report_builder.pdf.save import save
from report_builder.pdf.setting import Setting
from report_builder.pdf.story import footnotes, section
from report_builder.pdf.structure import Element
from report_builder.pdf.styles import Styles
from report_builder.pdf.tree import write_structure
from report_builder.problems import Problem, problem


class PlacedThing(Struct, frozen=True):
    """Where something is printed: the id of a fact or an anchor, and the page, counted from 1.

    `file` is the one of the project that the words of a fact come from, "" for a footnote.
    """

    kind: Literal["fact", "anchor"]
    id: str
    page: int
    file: str = ""


# where everything is printed, and on how many pages -> files to carry
Attach = Callable[[tuple[PlacedThing, ...], int], tuple[Attachment, ...]]


class Written(Struct, frozen=True):
    """A finished PDF, and what its layout has to say."""

    data: bytes
    pages: int
    problems: tuple[Problem, ...]
    placed: tuple[PlacedThing, ...]
    attached: tuple[Attachment, ...] = ()  # those made when it was known where everything is


class _Layout(Struct, frozen=True):
    """Everything in its place, nothing drawn yet. `before` is the number of pages the cover takes."""

    root: Element
    cover: CoverPage | None
    pages: list[Page]
    setting: Setting
    notes: Mapping[int, Box]

    @property
    def before(self) -> int:
        return 1 if self.cover else 0


def write(
    document: Document, drawings: Mapping[Chart, Drawing], theme: Theme, attach: Attach = lambda placed, pages: ()
) -> Written:
    """The document as a PDF. The same input gives the same bytes, whenever and wherever.

    Pages are laid out first and drawn once, so contents and "page x of y" need no second pass. `attach` makes the
    files that can only be made when it is known where everything is printed.
    """
    layout = _lay_out(document, drawings, Styles(theme))
    canvas = TaggedCanvas(theme.page.width, theme.page.height, _faces(theme, drawings))
    _draw(canvas, layout, document)
    placed = [PlacedThing("fact", fact, page, file) for fact, page, file in canvas.facts]
    placed += [PlacedThing("anchor", anchor, page) for anchor, page in canvas.anchors.items()]
    attached = attach(tuple(placed), canvas.page - 1)
    document = replace(document, attachments=(*document.attachments, *attached))
    archive.describe(canvas.pdf._doc, document, _files(document))
    write_structure(canvas, layout.root, archive.stamp(document))
    data = save(canvas.pdf, archive.information(document))
    problems = [*layout.setting.problems, *_missing_glyphs(canvas), *_one_name(_files(document))]
    return Written(data, canvas.page - 1, tuple(dict.fromkeys(problems)), tuple(placed), attached)


def _lay_out(document: Document, drawings: Mapping[Chart, Drawing], styles: Styles) -> _Layout:
    headings = [b for s in document.sections for b in s.blocks if isinstance(b, Heading)]
    setting = Setting(document, styles, drawings, frozenset(h.anchor for h in headings))
    root = Element("Document")
    page = styles.theme.page
    height = page.height - page.top - page.bottom
    front, apart = document.cover, document.cover is not None and not document.cover.above_text
    first = cover(front, root, setting) if front and apart else None
    above = [head(front, root, setting)] if front and not apart else []
    notes = footnotes(setting)
    sections = [section(s, root, setting, height, notes, () if n else above) for n, s in enumerate(document.sections)]
    pages, problems = fill([(s.items, s.new_page) for s in sections if s.items], height, styles, notes, bool(first))
    setting.problems.extend(problems)
    if document.furniture.mark and not mark_fits(document.furniture.mark, styles):
        setting.problems.append(
            problem("L010", "the draft or embargo mark is wider than a line", help="say it in fewer words")
        )
    return _Layout(root, first, pages, setting, notes)


def _draw(canvas: TaggedCanvas, layout: _Layout, document: Document) -> None:
    styles = layout.setting.styles
    page_of: dict[str, int] = {}
    for number, page in enumerate(layout.pages, 1 + layout.before):
        for placed in page.placed:
            page_of.setdefault(placed.item.anchor, number)
    canvas.page_of = page_of
    if layout.cover is not None:
        layout.cover.paint(canvas)
        if document.furniture.mark:
            ribbon(canvas, document.furniture.mark, styles)
        if document.furniture.copy:
            recipient(canvas, document.furniture.copy, styles, styles.theme.colours.on_primary)
        canvas.show_page()
    headed = document.cover is not None  # the first page says in its own words what a running header would
    furnisher = Furnisher(document.furniture, styles, len(layout.pages) + layout.before, headed)
    for page in layout.pages:
        paint(canvas, page, styles, layout.notes)
        furnisher.paint(canvas, canvas.page)
        canvas.show_page()


def _faces(theme: Theme, drawings: Mapping[Chart, Drawing]) -> dict[str, Font]:
    """The faces that drawings need, loaded; the body face first."""
    pairs = (theme.text, theme.display)
    known: dict[str, Face] = {
        face.name: face for f in pairs for face in (f.regular, f.bold, f.italic, f.bold_italic, f.semibold)
    }
    logos = [logo.drawing for logo in (theme.logo, theme.logo_reverse) if logo is not None]
    used = {
        operation.face
        for drawing in (*drawings.values(), *logos)
        for operation in drawing.operations
        if isinstance(operation, TextRun)
    }
    names = dict.fromkeys([theme.text.regular.name, *sorted(used & known.keys())])
    return {name: font(known[name]) for name in names}


def _files(document: Document) -> tuple[Attachment, ...]:
    """The files the catalogue lists: the document's own, then the data of each chart."""
    data = [b.data for s in document.sections for b in s.blocks if isinstance(b, FigureBlock) and b.data]
    return tuple(dict.fromkeys((*document.attachments, *data)))


def _one_name(files: tuple[Attachment, ...]) -> list[Problem]:
    """Attachments that share a name, by which alone a reader of the PDF finds them."""
    twice = [name for name, count in Counter(file.name for file in files).items() if count > 1]
    return [
        problem("L011", f'two attached files are called "{name}"', help="give each file inside the PDF its own name")
        for name in twice
    ]


def _missing_glyphs(canvas: TaggedCanvas) -> list[Problem]:
    return [
        problem(
            "L006",
            f'the font {missing.font.face.family} has no "{missing.character}" (U+{ord(missing.character):04X})',
            missing.where,
            f"needed in weight {missing.font.face.weight}{', italic' if missing.font.face.italic else ''}",
            help="use another character, or name a font in _brand.yml that has it",
        )
        for missing in canvas.missing.values()
    ]
