"""The scan of an XLSX workbook (ECMA-376, part 1: 18.2 workbook, 18.3 worksheets, 18.8 styles)."""

from __future__ import annotations

import posixpath
import re

from report_builder.tables.grid import Span
from report_builder.tables.package import PackageError, pack
from report_builder.tables.scan import Findings, Handler, Scanned, Tab, choose

_ADDRESS = re.compile(r"([A-Za-z]{1,3})([1-9][0-9]{0,6})")
_PERCENT_FORMATS = {"9", "10"}  # 18.8.30: 0% and 0.00%
_NOT_A_SIGN = re.compile(r'"[^"]*"|\\.|_.|\*.')  # quoted and escaped characters of a number format


def scan_xlsx(parts: dict[str, bytes], wanted: str) -> Scanned:
    """The scan of the sheet `wanted`, or of the only one. PackageError or SheetChoice where there is none to read."""
    book = _Workbook()
    book.run(_part(parts, "xl/workbook.xml"))
    links = _Links()
    links.run(_part(parts, "xl/_rels/workbook.xml.rels"))
    tab = choose(tuple(t for t in book.tabs if links.kinds.get(t.key) == "worksheet"), wanted)
    name = links.targets[tab.key]
    styles = _Styles()
    if "xl/styles.xml" in parts:
        styles.run(parts["xl/styles.xml"])
    sheet = _Sheet(styles.percents())
    sheet.run(_part(parts, name))
    keep = {part: xml for part, xml in parts.items() if part == name or part not in links.targets.values()}
    keep |= {part: parts[part] for part in ("xl/sharedStrings.xml", "xl/styles.xml") if part in parts}
    return Scanned(tab.name, sheet.findings, pack(keep))


def _part(parts: dict[str, bytes], name: str) -> bytes:
    if name not in parts:
        raise PackageError("D003", f'the workbook is damaged: its part "{name}" is missing')
    return parts[name]


def _place(address: str) -> tuple[int, int]:
    match = _ADDRESS.fullmatch(address)
    if match is None:
        raise PackageError("D003", f'the workbook is damaged: "{address[:20]}" is no cell')
    column = 0
    for c in match[1].upper():
        column = column * 26 + ord(c) - 64
    return int(match[2]), column


class _Workbook(Handler):
    def __init__(self) -> None:
        self.tabs: list[Tab] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            key = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            self.tabs.append(Tab(attributes.get("name", ""), attributes.get("state", "visible") != "visible", key))


class _Links(Handler):
    def __init__(self) -> None:
        self.targets: dict[str, str] = {}
        self.kinds: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            key, target = attributes.get("Id", ""), attributes.get("Target", "")
            path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
            self.targets[key] = path
            self.kinds[key] = attributes.get("Type", "").rpartition("/")[2]


class _Styles(Handler):
    def __init__(self) -> None:
        self._custom: set[str] = set()
        self._formats: list[str] = []
        self._in_cell_formats = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "numFmt" and "%" in _NOT_A_SIGN.sub("", attributes.get("formatCode", "")):
            self._custom.add(attributes.get("numFmtId", ""))
        elif name == "cellXfs":
            self._in_cell_formats = True
        elif name == "xf" and self._in_cell_formats:
            self._formats.append(attributes.get("numFmtId", "0"))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._in_cell_formats = False

    def percents(self) -> frozenset[str]:
        """The style numbers of cells that show percentages."""
        return frozenset(str(i) for i, f in enumerate(self._formats) if f in _PERCENT_FORMATS or f in self._custom)


class _Sheet(Handler):
    def __init__(self, percents: frozenset[str]) -> None:
        self.findings = Findings()
        self._percents = percents
        self._row = self._column = 0
        self._cell: dict[str, str] = {}
        self._holds: set[str] = set()
        self._value = ""
        self._in_value = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            number = attributes.get("r", str(self._row + 1))
            self._row, self._column = (int(number) if number.isascii() and number.isdigit() else self._row + 1), 0
            if attributes.get("hidden") in ("1", "true") or attributes.get("zeroHeight") in ("1", "true"):
                self.findings.hidden.add(self._row)
        elif name == "c":
            self._row, self._column = _place(attributes["r"]) if "r" in attributes else (self._row, self._column + 1)
            self._cell, self._holds, self._value = attributes, set(), ""
        elif name in ("v", "f", "is"):
            self._holds.add(name)
            self._in_value = name == "v"
        elif name == "mergeCell":
            first, _, last = attributes.get("ref", "").partition(":")
            self.findings.merge(Span(*_place(first), *_place(last or first)))

    def text(self, data: str) -> None:
        if self._in_value:
            self._value += data

    def end(self, name: str) -> None:
        if name == "v":
            self._in_value = False
        elif name == "c":
            self._end_of_cell()

    def _end_of_cell(self) -> None:
        if not self._holds:
            return
        spot = (self._row, self._column)
        self.findings.reaches(*spot)
        if self._cell.get("t") == "e":
            self.findings.faults[spot] = self._value.strip()
        elif "f" in self._holds and not self._value and "is" not in self._holds and self._cell.get("t") != "str":
            self.findings.faults[spot] = ""
        elif self._cell.get("t", "n") == "n" and self._cell.get("s", "0") in self._percents:
            self.findings.percents.add(spot)
