"""What a workbook's XML says and its reader does not: errors, formulas never calculated, percentages, merged cells.

The scan also measures the sheet before the reader is let near it, since one cell in the last row of the last column
makes a reader ask for seventeen thousand million cells. The reader is then handed only what was scanned.
"""

from __future__ import annotations

from xml.parsers import expat

from msgspec import Struct, field

from report_builder.tables.grid import Span, Spot, letter
from report_builder.tables.package import PackageError

MAX_ROW = 1_048_576
MAX_COLUMN = 16_384
MAX_CELLS = 2_000_000  # of the rectangle from A1 to the last cell that holds something
MAX_DEPTH = 60
MAX_MERGED = 20_000


class Findings(Struct):
    """Gathered during one scan, from A1 to `last_row` and `last_column`."""

    faults: dict[Spot, str] = field(default_factory=dict)
    percents: set[Spot] = field(default_factory=set)
    merged: list[Span] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)  # rows
    last_row: int = 0
    last_column: int = 0

    def merge(self, span: Span) -> None:
        """Notes merged cells. PackageError where there are more than any real sheet has."""
        self.merged.append(span)
        if len(self.merged) > MAX_MERGED:
            raise PackageError("D002", f"the sheet has over {MAX_MERGED:,} merged cells")

    def reaches(self, row: int, column: int) -> None:
        """Notes that something stands there. PackageError where the sheet gets too large."""
        self.last_row, self.last_column = max(self.last_row, row), max(self.last_column, column)
        if row > MAX_ROW or column > MAX_COLUMN:
            raise PackageError("D003", "the workbook is damaged: a cell lies beyond the last that a sheet can have")
        if self.last_row * self.last_column > MAX_CELLS:
            raise PackageError(
                "D002",
                f"the sheet reaches to {letter(self.last_column)}{self.last_row}; at most {MAX_CELLS:,} cells are read",
            )


class Scanned(Struct, frozen=True):
    """The sheets' names in order (`hidden` among them), the findings on the chosen one, and the file with only that."""

    sheet: str
    findings: Findings
    package: bytes


class Handler:
    """One pass over some XML: subclasses say what to do at the start of an element, at its end and with its text.

    Names come without their namespace prefix.
    """

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """At an element's start tag."""

    def end(self, name: str) -> None:
        """At an element's end tag."""

    def text(self, data: str) -> None:
        """Text between tags, whole."""

    def run(self, xml: bytes) -> None:
        """Reads it all. PackageError for broken XML, a document type (entities can be bombs) or deep nesting."""
        depth = 0

        def start(name: str, attributes: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            if depth > MAX_DEPTH:
                raise PackageError("D003", "the workbook is damaged: its parts are nested too deeply")
            self.start(name.rpartition(":")[2], attributes)

        def end(name: str) -> None:
            nonlocal depth
            depth -= 1
            self.end(name.rpartition(":")[2])

        def doctype(*_: object) -> None:
            raise PackageError("D003", "the workbook is refused: it declares a document type")

        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = self.text, doctype
        try:
            parser.Parse(xml, True)
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise PackageError("D003", f"the workbook is damaged: {error}") from error


class Tab(Struct, frozen=True):
    """A sheet as the workbook lists it."""

    name: str
    hidden: bool
    key: str = ""  # of its part


class SheetChoice(Exception):
    """No sheet can be chosen; `wanted` is what was asked for, `tabs` what there is."""

    def __init__(self, wanted: str, tabs: tuple[Tab, ...]) -> None:
        self.wanted, self.tabs = wanted, tabs
        super().__init__(wanted)


def choose(tabs: tuple[Tab, ...], wanted: str) -> Tab:
    """The sheet that is named or, where none is, the only one. SheetChoice otherwise: nothing is guessed."""
    named = [tab for tab in tabs if tab.name == wanted]
    visible = [tab for tab in tabs if not tab.hidden]
    found = named if wanted else visible if len(tabs) == 1 else []
    if len(found) != 1:
        raise SheetChoice(wanted, tabs)
    return found[0]
