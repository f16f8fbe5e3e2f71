"""The scan of an ODS workbook (OpenDocument 1.3, part 3: 9 tables, 19.385 value types).

All sheets of an ODS file lie in one part. The chosen one is cut out of it, so that a large file costs what one of its
sheets costs, and the reader sees nothing that was not scanned.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import unescape

from report_builder.tables.grid import Span
from report_builder.tables.package import PackageError, pack
from report_builder.tables.scan import MAX_ROW, Findings, Handler, Scanned, Tab, choose

_TABLE = re.compile(rb'<table:table(?=[\s>])(?:[^>"\']|"[^"]*"|\'[^\']*\'){0,2000}>')
_END = b"</table:table>"
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*["']((?<=")[^"]*|(?<=')[^']*)""")
_ENTITIES = {"&quot;": '"', "&apos;": "'"}


def scan_ods(parts: dict[str, bytes], wanted: str) -> Scanned:
    """The scan of the sheet `wanted`, or of the only one. PackageError or SheetChoice where there is none to read."""
    content = parts.get("content.xml", b"")
    tables = _tables(content)
    if not tables:
        raise PackageError("D003", "the workbook is damaged: it holds no sheet")
    hidden = _HiddenStyles()
    hidden.run(content[: tables[0][1]] + content[tables[-1][2] :])
    tabs = tuple(
        Tab(unescape(a.get("table:name", ""), _ENTITIES), a.get("table:style-name", "") in hidden.names, str(i))
        for i, (a, _, _) in enumerate(tables)
    )
    tab = choose(tabs, wanted)
    _, start, end = tables[int(tab.key)]
    alone = content[: tables[0][1]] + content[start:end] + content[tables[-1][2] :]
    sheet = _Table()
    sheet.run(alone)
    return Scanned(tab.name, sheet.findings, pack({**parts, "content.xml": alone}))


def _tables(content: bytes) -> list[tuple[dict[str, str], int, int]]:
    """Attributes, start and end of each table of the spreadsheet."""
    found: list[tuple[dict[str, str], int, int]] = []
    at = 0
    while match := _TABLE.search(content, at):
        end = match.end() if match[0].endswith(b"/>") else content.find(_END, match.end()) + len(_END)
        if end < match.end():
            break
        found.append((dict(_ATTRIBUTE.findall(match[0].decode("utf-8", "replace"))), match.start(), end))
        at = end
    return found


class _HiddenStyles(Handler):
    """Names of the table styles that are not displayed."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self._style = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "style":
            self._style = attributes.get("style:name", "")
        elif name == "table-properties" and attributes.get("table:display") == "false":
            self.names.add(self._style)


class _Table(Handler):
    def __init__(self) -> None:
        self.findings = Findings()
        self._row, self._rows, self._column = 0, 1, 0
        self._cell: dict[str, str] = {}
        self._text = ""
        self._in_text = False
        self._in_note = 0
        self._is_hidden = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table-row":
            self._row, self._column = self._row + self._rows, 0
            self._rows = _repeats(attributes, "rows")
            self._is_hidden = attributes.get("table:visibility", "visible") != "visible"
        elif name in ("table-cell", "covered-table-cell"):
            self._cell, self._text = attributes, ""
        elif name == "annotation":
            self._in_note += 1
        elif name == "p":
            self._in_text = not self._in_note

    def text(self, data: str) -> None:
        if self._in_text:
            self._text += data

    def end(self, name: str) -> None:
        if name in ("table-cell", "covered-table-cell"):
            self._end_of_cell()
        elif name == "annotation":
            self._in_note -= 1
        elif name == "p":
            self._in_text = False
        elif name == "table-row" and self._row > MAX_ROW:
            self.findings.reaches(self._row, 1)

    def _end_of_cell(self) -> None:
        cell = self._cell
        first = self._column + 1
        self._column += _repeats(cell, "columns")
        kind = cell.get("office:value-type", "")
        formula = "table:formula" in cell
        if not (kind or formula or self._text):
            return
        self.findings.reaches(self._row + self._rows - 1, self._column)
        if self._is_hidden:
            self.findings.hidden |= set(range(self._row, self._row + self._rows))
        spot = (self._row or 1, first)
        if cell.get("calcext:value-type") == "error":
            self.findings.faults[spot] = self._text.strip()
        elif formula and not kind and not self._text:
            self.findings.faults[spot] = ""
        elif kind == "percentage":
            rows = range(self._row, self._row + self._rows)
            self.findings.percents |= {(row, column) for row in rows for column in range(first, self._column + 1)}
        self._merged(spot)

    def _merged(self, spot: tuple[int, int]) -> None:
        across, down = (_count(self._cell.get(f"table:number-{way}-spanned", "1")) for way in ("columns", "rows"))
        if across > 1 or down > 1:
            self.findings.merge(Span(*spot, spot[0] + down - 1, spot[1] + across - 1))


def _repeats(attributes: dict[str, str], way: str) -> int:
    return _count(attributes.get(f"table:number-{way}-repeated", "1"))


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < len(text) <= 7 and 1 <= int(text) <= MAX_ROW):
        raise PackageError("D003", f'the workbook is damaged: "{text[:20]}" is no count of cells')
    return int(text)
