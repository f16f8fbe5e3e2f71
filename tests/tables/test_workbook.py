"""XLSX and ODS workbooks as text in rows and columns, with what their reader would not have said."""

from __future__ import annotations

import datetime
import io
import zipfile

import openpyxl
import pytest

from report_builder.tables import package
from report_builder.tables.grid import Grid, Span, letter
from report_builder.tables.package import PackageError
from report_builder.tables.scan import SheetChoice
from report_builder.tables.workbook import read_workbook
from tables import books


def xlsx(data: bytes, sheet: str = "") -> Grid:
    """The sheet of an XLSX file."""
    return read_workbook(data, ".xlsx", sheet)


def ods(data: bytes, sheet: str = "") -> Grid:
    """The sheet of an ODS file."""
    return read_workbook(data, ".ods", sheet)


def test_cells_show_what_the_sheet_holds() -> None:
    """Numbers in plain digits without the noise of binary fractions, dates ISO, true and false in capitals."""
    when = datetime.datetime(2019, 12, 19)
    grid = xlsx(books.xlsx(A1="Place", B1=2017, C1=12.4, D1=0.1 + 0.2, E1=True, F1=when, G1=1e15, H1=-0.5))
    assert (("Place", "2017", "12.4", "0.3", "TRUE", "2019-12-19", "1000000000000000", "-0.5"),) == grid.rows


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_rows_and_columns_are_those_of_the_sheet(suffix: str) -> None:
    """A table that begins further in keeps its place."""
    empty = "<table:table-cell/>"
    data = (
        books.xlsx(C3=7) if suffix == ".xlsx" else books.ods(books.table(empty, empty, empty + empty + books.number(7)))
    )
    grid = read_workbook(data, suffix, "")
    assert "7" == grid.at(3, 3)
    assert "" == grid.at(1, 1) == grid.at(99, 99)


def test_percentages_keep_their_sign() -> None:
    """0.48 in a cell that shows per cents is "48%", as its reader sees it."""
    book = openpyxl.Workbook()
    for row, form in enumerate(["0%", "0.00%", "0.0 %;[Red]-0.0 %", "0.00", '0 "%"'], start=1):
        book.active.cell(row, 1, 0.07).number_format = form
    assert ["7%", "7%", "7%", "0.07", "0.07"] == [row[0] for row in xlsx(books.saved(book)).rows]
    assert "7%" == ods(books.ods(books.table(books.number(0.07, "percentage")))).at(1, 1)


def test_errors_and_uncalculated_formulas_are_known() -> None:
    """Neither reads as blank."""
    data = books.edited(
        books.xlsx(A1="x", B1=3, A2="y", B2="=1/0"),
        books.SHEET,
        lambda xml: xml.replace(b'<c r="B1" t="n"><v>3</v>', b'<c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v>'),
    )
    assert {(1, 2): "#DIV/0!", (2, 2): ""} == xlsx(data).faults
    error = '<table:table-cell table:formula="of:=1/0" office:value-type="string" calcext:value-type="error">'
    cells = f'{error}<text:p>#DIV/0!</text:p></table:table-cell><table:table-cell table:formula="of:=1"/>'
    assert {(1, 1): "#DIV/0!", (1, 2): ""} == ods(books.ods(books.table(cells))).faults


def test_saved_values_of_formulas_are_read() -> None:
    """A formula is its last calculated value."""
    data = books.edited(books.xlsx(A1=3), books.SHEET, lambda xml: xml.replace(b"<v>3</v>", b"<f>1+2</f><v>3</v>"))
    assert ("3", {}) == (xlsx(data).at(1, 1), xlsx(data).faults)


def test_merged_cells() -> None:
    """Merged cells are known by their corners."""
    book = openpyxl.Workbook()
    book.active["A1"] = "Force"
    book.active["A2"] = "x"
    book.active.merge_cells("A1:B2")
    grid = xlsx(books.saved(book))
    assert (Span(1, 1, 2, 2),) == grid.merged
    assert Span(1, 1, 2, 2) == grid.spread([2]).under(2, 2)
    assert grid.spread([1, 2]).under(1, 1) is None
    assert ["Force"] * 3 == [grid.spread([1, 2]).at(*spot) for spot in ((1, 1), (1, 2), (2, 2))]
    spanned = '<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1" '
    cells = f'{spanned}office:value-type="string"><text:p>a</text:p></table:table-cell><table:covered-table-cell/>'
    assert (Span(1, 1, 1, 2),) == ods(books.ods(books.table(cells, books.text("b") + books.text("c")))).merged


def test_comments_are_not_cells() -> None:
    """A comment on an empty ODS cell leaves it empty."""
    cell = "<table:table-cell><office:annotation><text:p>a note</text:p></office:annotation></table:table-cell>"
    grid = ods(books.ods(books.table(cell + books.number(1))))
    assert ({}, "1") == (grid.faults, grid.at(1, 2))


def test_hidden_sheets_are_named_or_not_read() -> None:
    """The only visible sheet is not chosen silently beside a hidden one, nor is a hidden one alone."""
    book = openpyxl.Workbook()
    book.active.title = "Data"
    book.active["A1"] = 1
    book.create_sheet("Old").sheet_state = "hidden"
    with pytest.raises(SheetChoice) as caught:
        xlsx(books.saved(book))
    assert [("Data", False), ("Old", True)] == [(tab.name, tab.hidden) for tab in caught.value.tabs]
    assert "1" == xlsx(books.saved(book), "Data").at(1, 1)
    style = (
        '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>'
    )
    with pytest.raises(SheetChoice) as caught:
        ods(books.ods(books.table(books.text("a"), attributes='table:style-name="h"'), style))
    assert [True] == [tab.hidden for tab in caught.value.tabs]


def test_names_of_sheets_are_unescaped() -> None:
    """A sheet is named as on its tab."""
    data = books.ods(books.table(books.text("a"), name="R&amp;D &gt; 5") + "<table:table table:name='Q'></table:table>")
    assert "a" == ods(data, "R&D > 5").at(1, 1)


LAST = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (b"</sheetData>", LAST, "D002"),
        (b'r="A1"', b'r="ZZZZ1"', "D003"),
        (b'r="A1"', b'r="XFE1"', "D003"),
        (b'r="A1"', b'r="A0"', "D003"),
        (b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet', "D003"),
        (b"<sheetData>", b"<x>" * 90_000 + b"<sheetData>", "D003"),
        (b"</sheetData>", b"", "D003"),
        (b"<worksheet", b"<?xml version='1.0' encoding='none'?><worksheet", "D003"),
        (b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:B99999999999"/></mergeCells>', "D003"),
    ],
)
def test_hostile_sheets(old: bytes, new: bytes, code: str) -> None:
    """A sheet that would use up memory, or is broken, is refused before it is read."""
    data = books.edited(books.xlsx(A1=1), books.SHEET, lambda xml: xml.replace(old, new, 1))
    with pytest.raises(PackageError) as caught:
        xlsx(data)
    assert code == caught.value.code


EMPTY = '<table:table-cell table:number-columns-repeated="{}"/>'
ROW = '<table:table-row table:number-rows-repeated="{}">{}</table:table-row>'


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ((EMPTY.format(4294967295),), "D003"),
        ((ROW.format(1_000_000, EMPTY.format(5)), books.number(1) + books.number(2)), "D002"),
        ((ROW.format(400_000, books.number(1) * 6),), "D002"),
        ((ROW.format(1_048_576, EMPTY.format(1)), books.number(1)), "D003"),
        ((ROW.format("many", books.number(1)),), "D003"),
    ],
)
def test_hostile_repeats(rows: tuple[str, ...], code: str) -> None:
    """Repeated cells are counted before they are unfolded."""
    with pytest.raises(PackageError) as caught:
        ods(books.ods(books.table(*rows)))
    assert code == caught.value.code


def test_empty_ends_of_a_sheet_cost_nothing() -> None:
    """Spreadsheet programs write a million empty rows after the last one."""
    rows = (books.text("a") + EMPTY.format(16_383), ROW.format(1_048_575, EMPTY.format(16_384)))
    assert (("a",),) == ods(books.ods(books.table(*rows))).rows


def test_zip_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bombs, locked and doubled parts, and packages of too many parts or bytes are refused unopened."""

    def refusal(data: bytes) -> str:
        with pytest.raises(PackageError) as caught:
            package.unpack(data)
        return f"{caught.value.code} {caught.value}"

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(2_000_000))
    assert "D002" in refusal(out.getvalue())
    assert "300 times" in refusal(out.getvalue())
    locked = bytearray(books.xlsx(A1=1))
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = locked.find(sign)
        locked[at + flags] |= 1
    assert "password" in refusal(bytes(locked))
    monkeypatch.setattr(package, "MAX_PARTS", 2)
    assert "parts" in refusal(books.xlsx(A1=1))
    monkeypatch.setattr(package, "MAX_FILE_BYTES", 100)
    assert "bytes" in refusal(books.xlsx(A1=1))


def test_the_reader_sees_only_what_was_scanned() -> None:
    """Other sheets do not reach the reader, so that nothing in them can harm it."""
    book = openpyxl.Workbook()
    book.active.title = "Data"
    book.active["A1"] = 1
    book.create_sheet("Bomb")["XFD1048576"] = 1
    assert (("1",),) == xlsx(books.saved(book), "Data").rows


@pytest.mark.parametrize(
    ("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")]
)
def test_letters(column: int, letters: str) -> None:
    """Columns are called as in a spreadsheet."""
    assert letters == letter(column)
