"""Tables as an accessible workbook: cover, contents, notes, then one table a sheet.

By the guidance of the UK's Government Analysis Function, "Releasing statistics in spreadsheets": no merged cells, no
empty rows within a table, the title in A1, headings marked as a table's, nothing told by colour alone.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date as Date
from datetime import datetime
from typing import Any

from msgspec import Struct

from report_builder.press.sheet import Cell, Number, Sheet, inert
from report_builder.words.language import Language

WIDEST, NARROWEST = 44, 10  # of a column, in characters
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")


class Look(Struct, frozen=True):
    """What a workbook takes of the brand: the name of its text face and the colour of titles (#rrggbb)."""

    font: str
    colour: str


class Cover(Struct, frozen=True):
    """The first sheet: a title, and lines that say whose figures these are, of when, and whom to ask.

    `mark` is that of a draft or an embargo: it stands on the first sheet, and over every page that is printed.
    """

    title: str
    lines: tuple[str, ...]
    author: str
    date: Date
    mark: str = ""


def to_workbook(cover: Cover, notes: Sequence[str], sheets: Sequence[Sheet], language: Language, look: Look) -> bytes:
    """The workbook's bytes, the same for the same tables."""
    import xlsxwriter  # 40 ms, and only a press pack has a workbook

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties(
        {"title": cover.title, "author": cover.author, "created": datetime(*cover.date.timetuple()[:3])}
    )
    writer = _Writer(book, look, cover.mark)
    names = _names([language.say(n) for n in ("sheet cover", "sheet contents", "sheet notes")], sheets)
    writer.page(names[0], cover.title, tuple(filter(None, (cover.mark, *cover.lines))))
    writer.contents(names[1], language.say("sheet contents"), list(zip(names[3:], sheets, strict=True)))
    writer.page(names[2], language.say("sheet notes"), notes)
    for name, sheet in zip(names[3:], sheets, strict=True):
        writer.table(name, sheet)
    book.close()
    return out.getvalue()


def _names(fixed: Sequence[str], sheets: Sequence[Sheet]) -> list[str]:
    """A name of at most 31 permitted characters for each sheet, none twice whatever its case (Excel's rules)."""
    out: list[str] = []
    for name in (*fixed, *(sheet.name for sheet in sheets)):
        plain = _FORBIDDEN.sub(" ", name).strip()[:31] or "-"
        taken, number = {other.casefold() for other in out}, 2
        stem = plain[:28]
        while plain.casefold() in taken:
            plain = f"{stem} {number}"
            number += 1
        out.append(plain)
    return out


class _Writer:
    """One workbook while it is written."""

    def __init__(self, book: Any, look: Look, mark: str) -> None:
        self.book = book
        self.look = look
        self.header = "&C" + mark.replace("&", "&&") if mark else ""
        self.plain = book.add_format({"font_name": look.font, "font_size": 11, "text_wrap": True, "valign": "top"})
        self.title = book.add_format({"font_name": look.font, "font_size": 16, "bold": True, "font_color": look.colour})
        self.head = book.add_format(
            {"font_name": look.font, "font_size": 11, "bold": True, "text_wrap": True, "bottom": 2, "valign": "top"}
        )
        self.right_head = book.add_format(
            {"font_name": look.font, "font_size": 11, "bold": True, "text_wrap": True, "bottom": 2, "align": "right"}
        )
        self.right = book.add_format({"font_name": look.font, "font_size": 11, "align": "right", "valign": "top"})
        self.about = book.add_format({"font_name": look.font, "font_size": 11})
        self.link = book.add_format({"font_name": look.font, "font_size": 11, "underline": 1, "font_color": "#0000EE"})
        self.numbers: dict[str, Any] = {}
        self.tables = 0

    def page(self, name: str, title: str, lines: Sequence[str]) -> None:
        """A sheet of words, one line a row."""
        sheet = self._sheet(name, title)
        sheet.set_column(0, 0, 100)
        for row, line in enumerate(lines, 1):
            sheet.write_string(row, 0, inert(line), self.plain)

    def contents(self, name: str, title: str, sheets: Sequence[tuple[str, Sheet]]) -> None:
        """The list of the tables, each a link to its sheet."""
        sheet = self._sheet(name, title)
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, 90)
        for row, (of, table) in enumerate(sheets, 1):
            sheet.write_url(row, 0, f"internal:'{of}'!A1", self.link, of)
            sheet.write_string(row, 1, inert(table.title), self.plain)

    def table(self, name: str, table: Sheet) -> None:
        """One table, its headings marked and frozen, under its title and what to know before reading it."""
        sheet = self._sheet(name, table.title)
        for row, line in enumerate(table.about, 1):
            sheet.write_string(row, 0, inert(line), self.about)
        top = 1 + len(table.about)
        self.tables += 1
        sheet.add_table(
            top,
            0,
            top + max(1, len(table.rows)),
            len(table.head) - 1,
            {
                "name": f"Table_{self.tables}",
                "style": None,
                "autofilter": False,
                "columns": [
                    {"header": name, "header_format": self.right_head if numeric else self.head}
                    for name, numeric in zip(_apart(table.head), _numeric(table), strict=True)
                ],
            },
        )
        for row, cells in enumerate(table.rows, top + 1):
            for column, (cell, numeric) in enumerate(zip(cells, _numeric(table), strict=True)):
                self._cell(sheet, row, column, cell, self.right if numeric else self.plain)
        for column, head in enumerate(table.head):
            sheet.set_column(column, column, _width(head, [cells[column] for cells in table.rows]))
        sheet.freeze_panes(top + 1, 1)

    def _sheet(self, name: str, title: str) -> Any:
        sheet = self.book.add_worksheet(name)
        sheet.write_string(0, 0, inert(title), self.title)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_header(self.header)
        return sheet

    def _cell(self, sheet: Any, row: int, column: int, cell: Cell, words: Any) -> None:
        if isinstance(cell, Number):
            sheet.write_number(row, column, float(cell.value), self._number(cell))
        elif cell:
            sheet.write_string(row, column, inert(cell), words)
        else:
            sheet.write_blank(row, column, None, words)

    def _number(self, cell: Number) -> Any:
        shape = "#,##0" + ("." + "0" * cell.decimals if cell.decimals else "")
        shape = f"{_quoted(cell.before)}{shape}{_quoted(cell.after)}"
        if shape not in self.numbers:
            self.numbers[shape] = self.book.add_format(
                {"font_name": self.look.font, "font_size": 11, "num_format": shape, "valign": "top"}
            )
        return self.numbers[shape]


def _numeric(table: Sheet) -> list[bool]:
    """Which columns hold numbers: words among them, as "n/a", stand to the right as the numbers do."""
    return [any(isinstance(row[column], Number) for row in table.rows) for column in range(len(table.head))]


def _quoted(sign: str) -> str:
    return f'"{sign}"' if sign else ""


def _apart(head: Sequence[str]) -> list[str]:
    """Headings, each once, as a table in Excel wants them."""
    out: list[str] = []
    for name in head:
        plain = name or "-"
        while plain in out:
            plain += " "
        out.append(plain)
    return out


def _width(head: str, cells: Sequence[Cell]) -> int:
    texts = [head, *(cell.plain if isinstance(cell, Number) else cell for cell in cells)]
    return max(NARROWEST, min(WIDEST, 2 + max(len(text) for text in texts)))
