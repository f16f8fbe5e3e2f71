"""A workbook that opens everywhere and reads aloud."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from fractions import Fraction

from openpyxl import load_workbook

from press.made import composed
from report_builder.press.figures import figures_sheet, table_sheets
from report_builder.press.sheet import Number, Sheet
from report_builder.press.workbook import Cover, Look, to_workbook
from report_builder.words import ENGLISH

COVER = Cover("Figures", ("Example Campaign, 1 November 2024",), "Example Campaign", date(2024, 11, 1))
LOOK = Look("Source Sans Pro", "#123a44")


def made(*sheets: Sheet) -> bytes:
    return to_workbook(COVER, ["n/a: no figure published."], sheets, ENGLISH, LOOK)


def test_the_same_tables_give_the_same_bytes() -> None:
    """The date is the report's own."""
    view, document, ledger = composed()
    sheets = (figures_sheet(view, ledger), *table_sheets(view, document))
    assert made(*sheets) == made(*sheets)


def test_each_sheet_holds_one_table_with_its_headings_frozen() -> None:
    """Cover, contents and notes come first; nothing is merged."""
    view, document, ledger = composed()
    book = load_workbook(io.BytesIO(made(figures_sheet(view, ledger), *table_sheets(view, document))))
    assert ["Cover", "Contents", "Notes", "Figures", "Table 1"] == book.sheetnames
    for sheet in book.worksheets[3:]:
        (table,) = sheet.tables.values()
        assert sheet.freeze_panes
        assert table.headerRowCount in (None, 1)
        assert not sheet.merged_cells.ranges
        assert sheet["A1"].value


def test_numbers_are_numbers_with_their_sign_as_a_format() -> None:
    """48 per cent is 48 and shows as 48%."""
    sheet = Sheet(
        "t", "T", ("a", "b"), (("x", Number(Fraction(48), 0, "%")), ("y", Number(Fraction(5, 2), 1, "", "£")))
    )
    book = load_workbook(io.BytesIO(made(sheet)))
    assert [(48, '#,##0"%"'), (2.5, '"£"#,##0.0')] == [
        (book["t"][f"B{row}"].value, book["t"][f"B{row}"].number_format) for row in (3, 4)
    ]


def test_no_cell_is_a_formula() -> None:
    """Not even one that was typed as such."""
    data = made(Sheet("=x", "=1+1", ("=h", "=h"), (("=2+2", "@x"),), ("=3+3",)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")]
    assert parts
    assert not [part for part in parts if b"<f>" in part]


def test_names_of_sheets_keep_excel_s_rules() -> None:
    """31 characters, none twice whatever its case, none of []:*?/ and no apostrophe."""
    sheets = [Sheet(name, "T", ("a",), (("x",),)) for name in ("A/B: 'long' " + "x" * 40, "NOTES", "notes", "")]
    names = load_workbook(io.BytesIO(made(*sheets))).sheetnames
    assert ["A B   long  xxxxxxxxxxxxxxxxxxx", "NOTES 2", "notes 3", "-"] == names[3:]
