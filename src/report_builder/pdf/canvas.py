"""A canvas on which every mark belongs to a structure element or is an artifact, and is said to be so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from msgspec import Struct, field
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFPage, PDFStream, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from report_builder.drawing import Drawing, TextRun
from report_builder.pdf.fonts import Font
from report_builder.pdf.lines import Line, Piece
from report_builder.pdf.objects import number, numbers, text
from report_builder.pdf.structure import Element
from report_builder.problems import Where

FURNITURE = ("Header", "Footer", "Watermark")  # kinds of pagination artifacts (ISO 32000-1, table 330)
ANNOTATION_KEYS = 1_000_000  # keys of the parent tree: pages count from 0, annotations from here
_URL_SAFE = "!#$%&'()*+,/:;=?@[]~-._"
_ESCAPES = {ord("\\"): "\\\\", ord("("): "\\(", ord(")"): "\\)", ord("\r"): "\\r", ord("\n"): "\\n"}

Content = tuple[int, int] | tuple[int, str] | Element  # page and MCID, page and annotation, an inline element


class Missing(Struct, frozen=True):
    """A character that a face has no glyph for, and the first place it was needed."""

    character: str
    font: Font
    where: Where | None


class _Written(Struct):
    """The first subset of a face in a document: its name, the characters that are in it, and their codes."""

    name: str = ""
    known: set[str] = field(default_factory=set)
    codes: dict[int, str] = field(default_factory=dict)


class TaggedCanvas:
    """ReportLab's canvas (`pdf`) and, beside it, whose each piece of content is. Coordinates are points, y up."""

    def __init__(self, width_pt: float, height_pt: float, faces: Mapping[str, Font]) -> None:
        first = next(iter(faces))
        options: dict[str, Any] = {"invariant": 1, "pageCompression": 1, "initialFontName": first}
        self.pdf: Any = Canvas("", (width_pt, height_pt), **options)
        self.faces = faces
        self.pdf.setLineWidth(1)
        self.height_pt = height_pt
        self.page = 1
        self.content: defaultdict[Element, list[Content]] = defaultdict(list)
        self.boxes: dict[Element, tuple[float, float, float, float]] = {}
        self.owners: list[list[Element]] = [[]]  # page -> MCID -> element
        self.annotated: list[Element] = []
        self.missing: dict[tuple[str, str], Missing] = {}  # face name, character
        self.facts: dict[tuple[str, int, str], None] = {}  # fact, page and file, in the order they are printed
        self.anchors: dict[str, int] = {}
        self.page_of: Mapping[str, int] = {}  # anchor -> page, as laid out
        self.where: Where | None = None
        self.file = ""  # of the project, that the words being drawn come from
        self.half = ""  # before the names of anchors, where several documents are bound in one file
        self.starts: frozenset[str] = frozenset()  # the anchors at which each of these begins
        self._attached: set[Element] = set()
        self._written: dict[str, _Written] = {}  # face name -> its first subset

    def prints(self, fact: str) -> None:
        """Notes that a fact is printed on this page."""
        self.facts[fact, self.page, self.file] = None

    def mark(self, element: Element) -> str:
        """The operator that opens content of `element`."""
        owners = self.owners[-1]
        self.content[element].append((self.page, len(owners)))
        owners.append(element)
        inline = element
        while inline.inline and inline.parent is not None and inline not in self._attached:
            self._attached.add(inline)
            self.content[inline.parent].append(inline)
            inline = inline.parent
        return f"/{element.role} <</MCID {len(owners) - 1}>> BDC"

    @contextmanager
    def tagged(self, element: Element) -> Iterator[Any]:
        """ReportLab's canvas; what is drawn on it meanwhile is `element`."""
        self.pdf._code.append(self.mark(element))
        yield self.pdf
        self.pdf._code.append("EMC")

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[Any]:
        """ReportLab's canvas; what is drawn on it meanwhile is no content: "Layout" or a kind of furniture."""
        pagination = kind in FURNITURE
        entries = f"/Type /Pagination /Subtype /{kind}" if pagination else f"/Type /{kind}"
        self.pdf._code.append(f"/Artifact <<{entries}>> BDC")
        yield self.pdf
        self.pdf._code.append("EMC")

    def rectangle(self, x: float, y: float, width: float, height: float, colour: str, kind: str = "Layout") -> None:
        """A filled rectangle, an artifact."""
        with self.artifact(kind) as pdf:
            pdf._code.append(
                f"{rgb(colour)} rg {number(x)} {number(y)} {number(width)} {number(height)} re f",
            )

    def lines(self, placed: Iterable[tuple[float, float, Line]], kind: str = "") -> None:
        """Sets lines, each at its x and baseline. `kind` makes them an artifact of that kind."""
        placed = list(placed)
        if not kind:
            for x, y, line in placed:
                self._grounds(x, y, line)
        code = self.pdf._code
        owner: Element | None = None
        looks: tuple[str, float, str, float] | None = None
        if kind:
            entries = f"/Type /Pagination /Subtype /{kind}" if kind in FURNITURE else f"/Type /{kind}"
            code.append(f"/Artifact <<{entries}>> BDC")
        code.append("BT")
        for x, y, line in placed:
            code.append(f"1 0 0 1 {number(x)} {number(y)} Tm")
            last = len(line.segments) - 1
            for at, segment in enumerate(line.segments):
                piece = segment.piece
                if not kind and piece.owner is not owner and piece.owner is not None:
                    if owner is not None:
                        code.append("EMC")
                    owner = piece.owner
                    code.append(self.mark(owner))
                words = segment.text + " " if line.soft and at == last else segment.text
                looks = self._words(words, piece, looks)
        if owner is not None:
            code.append("EMC")
        if looks is not None and looks[3]:
            code.append("0 Ts")  # the next text begins without a rise, and ET does not end this one
        code.append("ET")
        if kind:
            code.append("EMC")
        else:
            for x, y, line in placed:
                self._links(x, y, line)

    def _words(
        self, words: str, piece: Piece, looks: tuple[str, float, str, float] | None
    ) -> tuple[str, float, str, float]:
        """Writes words in their font, size and colour; returns what is now set in the graphics state."""
        code = self.pdf._code
        before = looks or ("", 0.0, "", 0.0)
        for name, data in self._encoded(words, piece.font):
            if (name, piece.size) != before[:2]:
                code.append(f"{name} {number(piece.size)} Tf")
            if piece.colour != before[2]:
                code.append(f"{rgb(piece.colour)} rg")
            if piece.rise != before[3]:
                code.append(f"{number(piece.rise)} Ts")
            before = (name, piece.size, piece.colour, piece.rise)
            code.append(f"({data}) Tj")
        if piece.fact:
            self.prints(piece.fact)
        return before

    def _encoded(self, words: str, font: Font) -> list[tuple[str, str]]:
        """The words as literal strings, each with the subset of the font it is written in.

        Characters of the first subset, nearly always all of them, are kept in a table: ReportLab assigns codes in a
        loop over characters.
        """
        doc = self.pdf._doc
        written = self._written.get(font.name)
        if written is None:
            written = self._written[font.name] = _Written()
        if not written.name or not written.known.issuperset(words):
            if font.face.missing("".join(set(words) - written.known)):
                words = self._without_missing(words, font)
            parts = font.font.splitString(words, doc)
            if any(subset for subset, _ in parts):
                return [
                    (font.font.getSubsetInternalName(subset, doc), data.decode("latin-1").translate(_ESCAPES))
                    for subset, data in parts
                ]
            for character, code in zip(words, b"".join(data for _, data in parts), strict=True):
                written.known.add(character)
                written.codes[ord(character)] = chr(code).translate(_ESCAPES)
            written.name = font.font.getSubsetInternalName(0, doc)
        return [(written.name, words.translate(written.codes))]

    def expect(self, font: Font, characters: set[str]) -> None:
        """Gives characters their codes in the order of Unicode: editions that use the same ones share a subset."""
        self._encoded("".join(sorted(characters - font.face.missing("".join(characters)))), font)

    def _without_missing(self, words: str, font: Font) -> str:
        for character in sorted(font.face.missing(words)):
            self.missing.setdefault((font.name, character), Missing(character, font, self.where))
            words = words.replace(character, "?")
        return words

    def check_text(self, drawing: Drawing) -> None:
        """Notes the characters of a drawing that its faces cannot draw."""
        for operation in drawing.operations:
            if isinstance(operation, TextRun):
                face = self.faces.get(operation.face)
                if face is not None and face.face.missing(operation.text):
                    self._without_missing(operation.text, face)

    def _grounds(self, x: float, y: float, line: Line) -> None:
        for segment in line.segments:
            if segment.piece.ground:
                size = segment.piece.size
                self.rectangle(x, y - size * 0.28, segment.width, size * 1.25, segment.piece.ground)
            x += segment.width

    def _links(self, x: float, y: float, line: Line) -> None:
        """Underlines and annotations; neighbouring segments of one link share theirs."""
        spans: list[tuple[Element, float, float, Piece]] = []
        for segment in line.segments:
            link = segment.piece.link
            if link is not None:
                if spans and spans[-1][0] is link:
                    spans[-1] = (link, spans[-1][1], x + segment.width, spans[-1][3])
                else:
                    spans.append((link, x, x + segment.width, segment.piece))
            x += segment.width
        for link, left, right, piece in spans:
            base = y + piece.rise
            if piece.underline:
                self.rectangle(left, base - piece.size * 0.16, right - left, piece.size * 0.055, piece.colour)
            self.annotate(link, (left, base - piece.size * 0.25, right, base + piece.size * 0.8))

    def annotate(self, link: Element, box: tuple[float, float, float, float]) -> None:
        """A link annotation over `box` (ISO 14289-1, 7.18.5: with Contents, and in the structure tree)."""
        note = PDFDictionary(
            {
                "Type": "/Annot",
                "Subtype": "/Link",
                "F": 4,
                "Border": "[0 0 0]",
                "Rect": numbers(box),
                "Contents": text(link.hint or link.href),
                "StructParent": ANNOTATION_KEYS + len(self.annotated),
            }
        )
        self.annotated.append(link)
        if link.href.startswith("#"):
            target = link.href[1:]
            note["Dest"] = self.pdf._bookmarkReference(target if target in self.starts else self.half + target)
        else:
            note["A"] = f"<</S /URI /URI {text(quote(link.href, safe=_URL_SAFE))}>>"
        self.pdf._addAnnotation(note)
        name = self.pdf._annotationrefs[-1].name
        self.content[link].append((self.page, name))

    def anchor(self, name: str, top: float) -> None:
        """Makes this height of the page what links to `name` lead to."""
        name = self.half + name
        if name not in self.anchors:
            self.pdf.bookmarkHorizontalAbsolute(name, top)
            self.anchors[name] = self.page

    def outline(self, title: str, anchor: str, level: int) -> None:
        """An entry of the outline; `level` counts from 0, below the entry of the half where there are several."""
        self.pdf.addOutlineEntry(title, self.half + anchor, level + bool(self.half))

    def begin_half(self, half: str, title: str) -> None:
        """Makes what is drawn from here on one of several documents in the file; its first page is in the outline."""
        self.half = half
        self.anchor("", self.height_pt)
        self.pdf.addOutlineEntry(title, self.half, 0)

    def show_page(self) -> None:
        """Ends the page."""
        self.pdf.showPage()
        page = self.pdf._doc.Pages.pages[-1]
        page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = self.page - 1, "/S"
        page.Contents = PDFStream(content=page.stream, filters=[PDFZCompress])
        self.owners.append([])
        self.page += 1


@lru_cache(maxsize=256)  # a brand has few colours, and every rule and word is set in one
def rgb(colour: str) -> str:
    """The three operands of a colour "#rrggbb"."""
    return " ".join(f"{int(colour[i : i + 2], 16) / 255:.3f}" for i in (1, 3, 5))
