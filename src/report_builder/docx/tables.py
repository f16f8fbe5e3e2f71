"""Tables with header rows that are repeated on each page and known as such, and cards of figures side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Pt
from msgspec.structs import replace

from report_builder.document.blocks import Card, Cards, Run, Runs, TableBlock, TableCell
from report_builder.document.printed import text_of
from report_builder.docx.setting import Setting
from report_builder.docx.xml import element, put
from report_builder.problems import Where

if TYPE_CHECKING:
    from docx.table import Table, _Cell

_AFTER_CAPTION = ("tblDescription",)
_AFTER_LOOK = ("tblCaption", "tblDescription")
_ROW = 3  # cards side by side


def table(block: TableBlock, setting: Setting) -> None:
    """Title and subtitle, the table, and under it notes and source."""
    wording = setting.document.wording
    setting.paragraph((Run(f"{wording.table} {block.number}. "), *block.title), "Caption", block.where)
    if block.subtitle:
        setting.paragraph(block.subtitle, "Small Print", block.where).paragraph_format.keep_with_next = True
    rows = (*block.head, *block.body)
    columns = max(sum(cell.columns for cell in row) for row in rows)
    made = _table(len(rows), columns, _widths(rows, columns, setting), setting)
    _described(made, text_of(block.title), block.subtitle, first_column=True)
    covered: set[tuple[int, int]] = set()
    for r, row in enumerate(rows):
        _row(made, r, row, covered, setting, block.where)
        if r < len(block.head):
            _header(made, r)
    _ruled(made, setting, len(block.head))
    for n, note in enumerate(block.notes):
        below = setting.paragraph(note, "Small Print", block.where)
        below.paragraph_format.space_before = Pt(setting.theme.scale.baseline / 2) if n == 0 else None
    if block.source:
        setting.paragraph(f"{wording.source}: {block.source}", "Small Print", block.where)


def _row(
    made: Table,
    r: int,
    row: tuple[TableCell, ...],
    covered: set[tuple[int, int]],
    setting: Setting,
    where: Where | None,
) -> None:
    c = 0
    for cell in row:
        while (r, c) in covered:
            c += 1
        covered |= {(r + i, c + j) for i in range(cell.rows) for j in range(cell.columns)}
        place = made.cell(r, c)
        if cell.rows > 1 or cell.columns > 1:
            place = place.merge(made.cell(r + cell.rows - 1, c + cell.columns - 1))
        bold = cell.role != "data" or cell.emphasis
        runs = tuple(replace(run, bold=bold or run.bold) for run in cell.runs)
        _words(place, runs, "Table Figure" if cell.numeric else "Table Text", setting, where)
        c += cell.columns


def _words(place: _Cell, runs: Runs, style: str, setting: Setting, where: Where | None) -> None:
    """Puts words into the paragraph that a cell already has."""
    first = place.paragraphs[0]
    first.style = setting.word.styles[style]
    setting.add(first, runs, where)


def _widths(rows: tuple[tuple[TableCell, ...], ...], columns: int, setting: Setting) -> list[float]:
    """The widths in points: as the longest words ask for, and together the column of text."""
    wanted = [3.0] * columns
    for row in rows:
        if len(row) == columns:
            for i, cell in enumerate(row):
                wanted[i] = max(wanted[i], min(len(text_of(cell.runs)), 24) + (2.0 if cell.role == "data" else 4.0))
    return [w / sum(wanted) * setting.theme.page.column for w in wanted]


def cards(block: Cards, setting: Setting) -> None:
    """The cards in rows of three: each a cell that says number, label, base and period in this order."""
    listed = block.cards
    for start in range(0, len(listed), _ROW):
        row = listed[start : start + _ROW]
        width = setting.theme.page.column / _ROW
        made = _table(1, len(row), [width] * len(row), setting)
        titles = "; ".join(f"{card.number} {text_of(card.label)}" for card in row)
        _described(made, titles, "", first_column=False)
        _header(made, 0)
        for cell, card in zip(made.rows[0].cells, row, strict=True):
            _card(cell, card, setting, block.where)
        _ruled(made, setting, 0, accent=True)
    setting.paragraph("", "Small Print")


def _card(cell: _Cell, card: Card, setting: Setting, where: Where | None) -> None:
    inside = setting.within(cell)
    _words(cell, (Run(card.number, fact=card.fact, bold=True),), "Card Number", setting, where)
    inside.paragraph(card.label, "Card Label", where)
    for words in (card.base, card.period, card.caveat):
        if words:
            inside.paragraph(words, "Small Print", where)


def _table(rows: int, columns: int, widths: list[float], setting: Setting) -> Table:
    made: Table = setting.word.add_table(rows, columns)
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    for i, width in enumerate(widths):
        made.columns[i].width = Pt(width)
        for cell in made.columns[i].cells:
            cell.width = Pt(width)
    for row in made.rows:
        row._tr.get_or_add_trPr().append(element("cantSplit"))
    return made


def _header(made: Table, row: int) -> None:
    made.rows[row]._tr.get_or_add_trPr().append(element("tblHeader"))


def _described(made: Table, title: str, description: str, first_column: bool) -> None:
    """Says what the table is, and which of its cells head others, to those who do not see it."""
    properties = made._tbl.tblPr
    look = element(
        "tblLook", val="04A0" if first_column else "0420", firstRow="1", firstColumn=str(int(first_column)), noVBand="1"
    )
    put(properties, look, _AFTER_LOOK)
    put(properties, element("tblCaption", val=title), _AFTER_CAPTION)
    if description:
        put(properties, element("tblDescription", val=description))


def _ruled(made: Table, setting: Setting, head: int, accent: bool = False) -> None:
    """Light rules between the rows, a strong one over the first; the heads stand on a tint."""
    colours = setting.theme.colours
    top = (colours.accent, "18") if accent else (colours.primary, "12")
    edges = [_edge("top", *top)]
    if not accent:
        edges += [_edge("bottom", colours.primary, "6"), _edge("insideH", colours.rule, "4")]
    else:
        edges += [_edge("insideV", colours.paper, "48")]
    put(made._tbl.tblPr, element("tblBorders", *edges), ("shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption"))
    for row in made.rows[:head]:
        for cell in row._tr.findall(qn("w:tc")):
            shade = element("shd", val="clear", color="auto", fill=colours.tint.lstrip("#"))
            put(cell.get_or_add_tcPr(), shade, ("noWrap", "tcMar", "vAlign"))


def _edge(side: str, colour: str, width: str) -> Any:
    return element(side, val="single", sz=width, space="0", color=colour.lstrip("#"))
