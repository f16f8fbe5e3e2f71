"""Document, drawings and theme to the bytes of a tagged, archival PDF (PDF/UA-1, PDF/A-3a)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from report_builder.brand.fonts import Face
from report_builder.brand.theme import Theme
from report_builder.charts.chart import Chart
from report_builder.document.blocks import Attachment, Document, FigureBlock, Heading, Run
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


# where everything is printed, and on which pages -> files to carry
Attach = Callable[[tuple[PlacedThing, ...], range], tuple[Attachment, ...]]


class Written(Struct, frozen=True):
    """A finished PDF, and what its layout has to say."""

    data: bytes
    pages: int
    problems: tuple[Problem, ...]
    placed: tuple[PlacedThing, ...]
    attached: tuple[Attachment, ...] = ()  # those made when it was known where everything is


class Half(Struct, frozen=True):
    """One of the documents that are bound in a file, its drawings, and what makes the files that it carries.

    The outline calls it by its `title`; `found` says on the covers of the others, in its language, that it is here.
    """

    document: Document
    drawings: Mapping[Chart, Drawing]
    attach: Attach = lambda placed, pages: ()
    title: str = ""
    found: str = ""

    @property
    def start(self) -> str:
        """The anchor at which it begins, which stands before those inside it."""
        return f"{self.document.language}."


class _Layout(Struct, frozen=True):
    """Everything in its place, nothing drawn yet. `before` is the number of pages that stand before these."""

    before: int
    cover: CoverPage | None
    pages: list[Page]
    setting: Setting
    notes: Mapping[int, Box]

    @property
    def covers(self) -> int:
        return 1 if self.cover else 0

    @property
    def numbers(self) -> range:
        """The numbers of its pages."""
        return range(self.before + 1, self.before + self.covers + len(self.pages) + 1)

    @property
    def end(self) -> int:
        """The number of its last page."""
        return self.numbers.stop - 1


def write(
    document: Document, drawings: Mapping[Chart, Drawing], theme: Theme, attach: Attach = lambda placed, pages: ()
) -> Written:
    """The document as a PDF. The same input gives the same bytes, whenever and wherever.

    Pages are laid out first and drawn once, so contents and "page x of y" need no second pass. `attach` makes the
    files that can only be made when it is known where everything is printed.
    """
    return bind((Half(document, drawings, attach),), theme)


def bind(halves: Sequence[Half], theme: Theme) -> Written:
    """Documents in several languages one after the other in one PDF, each with its cover, contents and language.

    Pages are counted through, so that a number means one page. Titles and descriptions of all stand in the metadata.
    """
    styles, root, layouts = Styles(theme), Element("Document"), list[_Layout]()
    for half in halves:
        part = root if len(halves) == 1 else root.add("Part", language=half.document.language)
        others = tuple(other for other in halves if other is not half)
        layouts.append(_lay_out(half, styles, part, others, layouts[-1].end if layouts else 0))
    drawings = {chart: drawing for half in halves for chart, drawing in half.drawings.items()}
    canvas = TaggedCanvas(theme.page.width, theme.page.height, _faces(theme, drawings))
    for layout in layouts:
        for face, characters in layout.setting.characters.items():
            canvas.expect(face, characters)
    canvas.starts = frozenset(half.start for half in halves)
    for half, layout in zip(halves, layouts, strict=True):
        if len(halves) > 1:
            canvas.begin_half(half.start, half.title)
        _draw(canvas, layout, layouts[-1].end)
    placed = [_placed(canvas, layout) for layout in layouts]
    attached = [half.attach(where, layout.numbers) for half, where, layout in zip(halves, placed, layouts, strict=True)]
    documents = [
        replace(half.document, attachments=(*half.document.attachments, *files))
        for half, files in zip(halves, attached, strict=True)
    ]
    carried = tuple(dict.fromkeys(file for document in documents for file in _files(document)))
    archive.describe(canvas.pdf._doc, documents, carried)
    write_structure(canvas, root, archive.stamp(documents[0]))
    data = save(canvas.pdf, archive.information(documents))
    problems = [p for layout in layouts for p in layout.setting.problems]
    problems += [*_missing_glyphs(canvas), *_one_name(carried)]
    everywhere = tuple(thing for where in placed for thing in where)
    made = tuple(file for files in attached for file in files)
    return Written(data, canvas.page - 1, tuple(dict.fromkeys(problems)), everywhere, made)


def _placed(canvas: TaggedCanvas, layout: _Layout) -> tuple[PlacedThing, ...]:
    """What is printed on the pages of one half."""
    pages, half = layout.numbers, layout.setting.half
    facts = [PlacedThing("fact", fact, page, file) for fact, page, file in canvas.facts if page in pages]
    anchors = [
        PlacedThing("anchor", name.removeprefix(half), page) for name, page in canvas.anchors.items() if page in pages
    ]
    return (*facts, *anchors)


def _lay_out(half: Half, styles: Styles, root: Element, others: tuple[Half, ...], before: int) -> _Layout:
    document = half.document
    headings = [b for s in document.sections for b in s.blocks if isinstance(b, Heading)]
    anchors = frozenset((*(h.anchor for h in headings), *(other.start for other in others)))
    leads = tuple(Run(o.found, language=o.document.language, url=f"#{o.start}") for o in others)
    setting = Setting(document, styles, half.drawings, anchors, half=half.start if others else "", others=leads)
    page = styles.theme.page
    height = page.height - page.top - page.bottom
    front, apart = document.cover, document.cover is not None and not document.cover.above_text
    first = cover(front, root, setting) if front and apart else None
    above = [head(front, root, setting)] if front and not apart else []
    notes = footnotes(setting)
    sections = [section(s, root, setting, height, notes, () if n else above) for n, s in enumerate(document.sections)]
    pages, problems = fill(
        [(s.items, s.new_page) for s in sections if s.items], height, styles, notes, before + 1 + bool(first)
    )
    setting.problems.extend(problems)
    if document.furniture.mark and not mark_fits(document.furniture.mark, styles):
        setting.problems.append(
            problem("L010", "the draft or embargo mark is wider than a line", help="say it in fewer words")
        )
    return _Layout(before, first, pages, setting, notes)


def _draw(canvas: TaggedCanvas, layout: _Layout, pages: int) -> None:
    document, styles = layout.setting.document, layout.setting.styles
    page_of: dict[str, int] = {}
    for number, page in enumerate(layout.pages, 1 + layout.before + layout.covers):
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
    furnisher = Furnisher(document.furniture, styles, pages, layout.numbers.start if headed else 0)
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
