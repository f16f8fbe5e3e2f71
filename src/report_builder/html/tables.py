"""Tables: captions, scopes, spans, figures under figures; a wide one scrolls in a frame of its own."""

from __future__ import annotations

from report_builder.document.blocks import TableBlock, TableCell
from report_builder.html.markup import Element, add, element
from report_builder.html.setting import Setting

_NARROW = 3  # columns that a telephone shows side by side


def table(block: TableBlock, setting: Setting) -> list[Element]:
    """Number and title, subtitle, the rows, notes and source."""
    wording = setting.wording
    name = f"table-{block.number}"
    title = setting.block("span", block.title)
    title.text = f"{wording.table} {block.number}. {title.text or ''}"
    caption = element("caption", element("strong", title), id=f"{name}-title")
    if block.subtitle:
        add(caption, (" ", element("span", block.subtitle, class_="small")))
    made = element("table", caption)
    columns = max((sum(c.columns for c in row) for row in (*block.head, *block.body)), default=0)
    for part, rows in (("thead", block.head if block.body else ()), ("tbody", block.body or block.head)):
        if rows:
            made.append(element(part, *(_row(row, setting) for row in rows)))
    outer = element("div", framed(made, columns, f"{name}-title"), id=name, class_="table wide")
    add(outer, (setting.block("p", note, class_="small") for note in block.notes))
    if block.source:
        outer.append(element("p", f"{wording.source}: {block.source}", class_="small"))
    runs = [cell.runs for row in (*block.head, *block.body) for cell in row]
    return [outer, *setting.flagged(block.title, *runs, *block.notes)]


def framed(table: Element, columns: int, label: str) -> Element:
    """A table of more columns than a telephone shows, in a frame that scrolls, also by the keyboard."""
    if columns <= _NARROW:
        return table
    frame = element("div", table, class_="scroll", role="region", tabindex="0")
    frame.set("aria-labelledby", label)
    return frame


def _row(row: tuple[TableCell, ...], setting: Setting) -> Element:
    whole = bool(row) and all(cell.emphasis for cell in row)
    return element("tr", *(_cell(cell, setting) for cell in row), class_="total" if whole else "")


def _cell(cell: TableCell, setting: Setting) -> Element:
    header = cell.role in ("column", "row")
    empty = not any(run.text.strip() for run in cell.runs)
    made = setting.block("th" if header and not empty else "td", cell.runs, class_="figure" if cell.numeric else "")
    if header and not empty:
        made.set("scope", "col" if cell.role == "column" else "row")
    if cell.columns > 1:
        made.set("colspan", str(cell.columns))
    if cell.rows > 1:
        made.set("rowspan", str(cell.rows))
    if cell.hang:
        _hang(made, cell.hang)
    return made


def _hang(cell: Element, marks: str) -> None:
    """Puts the marks that a figure ends in beside its column, so that digits stand under digits."""
    last = cell[-1] if len(cell) else cell
    if len(cell) and (cell[-1].tail or "").endswith(marks):
        cell[-1].tail = (cell[-1].tail or "").removesuffix(marks)
        cell.append(element("span", marks, class_="hang"))
    elif not len(last) and (last.text or "").endswith(marks):
        last.text = (last.text or "").removesuffix(marks)
        last.append(element("span", marks, class_="hang"))
