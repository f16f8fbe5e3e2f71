"""The blocks a report is made of: a closed union, frozen, free of any output format.

All words are final here: facts are written out, claims are checked, languages are known.
`where` is the place in the project's files a problem of layout is reported at.
"""

from __future__ import annotations

from msgspec import Struct

from report_builder.charts.chart import Chart
from report_builder.problems import Where


class Run(Struct, frozen=True):
    """Words in one style. `note` numbers a Footnote of the document (its text is the mark); `fact` is the id of the
    fact the words print, "" where they print none; `flag` is the reason a draft marks them as not holding; `where` is
    the place the fact or claim was typed at."""

    text: str
    bold: bool = False
    italic: bool = False
    language: str = ""
    url: str = ""  # a URL, or "#anchor" of a Heading
    hint: str = ""  # what a link's annotation says of itself; the URL where empty
    note: int = 0
    fact: str = ""
    flag: str = ""
    where: Where | None = None


Runs = tuple[Run, ...]


class Heading(Struct, frozen=True):
    """Level 1 opens a section; the levels of a document never skip one."""

    level: int
    runs: Runs
    anchor: str
    where: Where | None = None


class Paragraph(Struct, frozen=True):
    """`role`: "body", "lead" (the standfirst of a section), "caveat" (a caution set apart), "note" (small print),
    "warning" (what has to be known before reading on), "person" (whose story it is), "help" (whom to ask for
    it, on the page of what comes before).

    A release also has "embargo" (its first line), "kicker" (what it is, of whom and when) and "ends"; what the press
    office keeps to itself has "answer" (room to write in).
    """

    runs: Runs
    role: str = "body"
    where: Where | None = None


class ListBlock(Struct, frozen=True):
    """Each item is a tuple of Paragraph and ListBlock."""

    ordered: bool
    items: tuple[tuple[Paragraph | ListBlock, ...], ...]
    where: Where | None = None


class Card(Struct, frozen=True):
    """A figure card: the number large, what it counts, then its base, period and caveat in small print."""

    number: str
    label: Runs
    base: str = ""
    period: str = ""
    caveat: str = ""
    fact: str = ""


class Cards(Struct, frozen=True):
    cards: tuple[Card, ...]
    where: Where | None = None


class Attachment(Struct, frozen=True):
    """A file carried inside the PDF. `relationship` is "Data", "Source" or "Supplement" (ISO 32000-2, 7.11.3)."""

    name: str
    media_type: str
    data: bytes
    description: str
    relationship: str = "Data"


class FigureBlock(Struct, frozen=True):
    """A chart with its words. `number` counts charts from 1; `alt` never equals the title or a line under it."""

    number: int
    title: Runs
    subtitle: str
    chart: Chart
    alt: str
    caveats: tuple[str, ...] = ()
    source: str = ""
    data: Attachment | None = None
    height_pt: float | None = None  # how high it is drawn in print, as near as its kind can; None for its own height
    where: Where | None = None


class Photo(Struct, frozen=True):
    """A picture made of dots, ready for print: a JPEG in RGB that carries nothing but its dots."""

    jpeg: bytes
    width_px: int
    height_px: int

    @property
    def shape(self) -> float:
        """Its width over its height."""
        return self.width_px / self.height_px


class PictureBlock(Struct, frozen=True):
    """A photograph or drawing. `caption` may be empty; `credit` and `model` (what has to be known of the person
    pictured, "" for nothing) stand in small print."""

    photo: Photo
    alt: str
    caption: Runs
    credit: str
    model: str = ""
    where: Where | None = None


class TableCell(Struct, frozen=True):
    """`columns` and `rows` say how many it spans; `role`: "column" or "row" header, or "data"."""

    runs: Runs
    role: str = "data"
    columns: int = 1
    rows: int = 1
    numeric: bool = False
    emphasis: bool = False  # a total, or the highlighted row
    hang: str = ""  # the marks its words end in, which stand beside a column of figures rather than in it


class TableBlock(Struct, frozen=True):
    """`head` and `body` are rows; a cell that spans takes the place of those it covers, which are left out."""

    number: int
    title: Runs
    subtitle: str
    head: tuple[tuple[TableCell, ...], ...]
    body: tuple[tuple[TableCell, ...], ...]
    notes: tuple[Runs, ...] = ()  # under the table: mismatches, marks, codes
    source: str = ""
    where: Where | None = None


class QuoteBlock(Struct, frozen=True):
    """A person's words. `paragraphs` carry no quotation marks of their own; the layout draws them.

    `large` sets it as a pull quote. `status` is printed where it is not final ("awaiting approval").
    `said` names the speaker before the words ("Jo Bloggs said:"), as a news release does.
    `source` is where it was published; `quote` is its name in the project. `translation` stands
    under the words, labelled by `translation_label`.
    """

    paragraphs: tuple[str, ...]
    speaker: str
    role: str
    language: str = ""
    large: bool = True
    status: str = ""
    source: str = ""
    translation: tuple[str, ...] = ()
    translation_language: str = ""
    translation_label: str = ""
    said: str = ""
    quote: str = ""
    where: Where | None = None


class Ask(Struct, frozen=True):
    """One ask: its number in the report, what is asked, why, by when, and the facts that evidence it in words."""

    number: int
    text: Runs
    why: Runs = ()
    deadline: str = ""
    evidence: tuple[Runs, ...] = ()


class Asks(Struct, frozen=True):
    """The asks of one decision-maker. `brief` prints number and ask only (the summary page)."""

    addressee: str
    power: str
    asks: tuple[Ask, ...]
    evidence_label: str = ""
    deadline_label: str = ""
    brief: bool = False
    where: Where | None = None


class Support(Struct, frozen=True):
    """A support line: who, and the number to ring."""

    name: str
    phone: str
    note: str = ""


class SupportLines(Struct, frozen=True):
    title: str
    lines: tuple[Support, ...]
    where: Where | None = None


class ContactBlock(Struct, frozen=True):
    """Who answers the telephone: lines of runs under a small title."""

    title: str
    lines: tuple[Runs, ...]
    where: Where | None = None


class ContentsBlock(Struct, frozen=True):
    """The contents; its lines are the document's headings of level 1 and 2."""

    title: str


Block = (
    Heading
    | Paragraph
    | ListBlock
    | Cards
    | FigureBlock
    | PictureBlock
    | TableBlock
    | QuoteBlock
    | Asks
    | SupportLines
    | ContactBlock
    | ContentsBlock
)


class Hero(Struct, frozen=True):
    """The one number on the cover: number, what it is, caveat, and its trend as a small chart with alt text."""

    number: str
    label: str
    caveat: str = ""
    trend: Chart | None = None
    trend_alt: str = ""
    trend_caption: str = ""
    fact: str = ""


class Cover(Struct, frozen=True):
    """The first page. `kicker` stands over the headline ("Policy briefing"); `lines` stand at the foot (imprint).

    `above_text` makes it the head of the first page of text, of kicker, headline, standfirst, publisher and date only.
    """

    kicker: str
    headline: Runs
    standfirst: tuple[Runs, ...]
    hero: Hero | None
    date: str
    publisher: str
    lines: tuple[str, ...] = ()
    above_text: bool = False
    where: Where | None = None


class SectionBlock(Struct, frozen=True):
    """One section: its kind and blocks. `new_page` starts it on a fresh page; `whole_page` must fit on one.

    `apart` is a story that stands for itself, on a ground of its own.
    """

    kind: str
    blocks: tuple[Block, ...]
    new_page: bool = False
    whole_page: bool = False
    apart: bool = False


class Footnote(Struct, frozen=True):
    number: int
    runs: Runs


class Furniture(Struct, frozen=True):
    """Words of running header and footer. `page_of` holds {page} and {pages}; `mark` is a draft or embargo line,
    `copy` says whose copy it is."""

    header: str
    footer: str
    page_of: str
    mark: str = ""
    copy: str = ""


class Wording(Struct, frozen=True):
    """Fixed words the layout itself has to set, in the document's language (`continued` marks a table carried over)."""

    open_quote: str
    close_quote: str
    source: str
    figure: str
    table: str
    continued: str
    note: str
    skip: str  # this and the following are said by a web page only
    behind: str
    item: str
    printed: str
    download: str
    ledger: str
    notes: str
    back: str


class Document(Struct, frozen=True):
    """A whole report. `date` is the report's own (ISO), never the day it was built."""

    title: str
    language: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    date: str
    cover: Cover | None
    sections: tuple[SectionBlock, ...]
    notes: tuple[Footnote, ...]
    furniture: Furniture
    wording: Wording
    attachments: tuple[Attachment, ...] = ()
