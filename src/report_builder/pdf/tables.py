"""Tables: light rules, figures to the right, the head repeated where a table runs over a page."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from report_builder.document.blocks import Run, TableBlock, TableCell
from report_builder.pdf.columns import Need, Shared, share
from report_builder.pdf.flowables import Bar, Box, Group, Item, Text, items, total_height
from report_builder.pdf.lines import Piece, break_lines, natural_width, widest_word
from report_builder.pdf.setting import Setting, baseline, flags, plain
from report_builder.pdf.structure import Element
from report_builder.pdf.text import flagged, small_print
from report_builder.problems import problem

_FIRST_ROWS, _LAST_ROWS = 3, 2  # at least so many rows before a page ends, and after


class _Cell(Struct, eq=False):
    """A cell in its place in the grid, with its pieces and once the columns are known its lines."""

    cell: TableCell
    row: int
    column: int
    pieces: list[Piece]
    text: Text | None = None


class _Grid(Struct):
    """Head and body as one grid. `head` is the number of rows of the head."""

    cells: list[list[_Cell]]
    head: int
    columns: int
    numeric: frozenset[int]


def table(block: TableBlock, parent: Element, setting: Setting) -> list[Item]:
    """Number and title, subtitle, the rows, notes and source. Rows are whole; the head stays with the first of them."""
    styles, wording = setting.styles, setting.document.wording
    element = parent.add("Table")
    caption = element.add("Caption")
    grid = _grid(block, element, setting)
    gap, shared = _negotiated(grid, setting, block)
    narrow = sum(shared.widths) + gap * (grid.columns - 1) <= styles.measure
    x, full = (styles.hang, styles.measure) if narrow else (0.0, styles.column)
    widths = _stretched(shared.widths, full - gap * (grid.columns - 1), grid)
    numbered = (Run(f"{wording.table} {block.number}. "), *block.title)
    title = setting.text(numbered, styles.chart_title, caption.add("P"), full, block.where)
    out = items(title, x, before=styles.space(1.5), whole=True, where=block.where)
    if block.subtitle:
        text = setting.text(block.subtitle, styles.small, caption.add("P"), full, block.where)
        out += items(text, x, keep=True, whole=True, where=block.where)
    out[-1].after = styles.space(0.5)
    rows = _rows(grid, widths, gap, x, setting, block)
    if total_height(rows) < styles.divisible:
        out[0].floats = True
        for row in rows:
            row.keep = True
    out += rows
    for note in block.notes:
        out += small_print(note, parent, setting, x, block.where)
    if block.source:
        out += small_print(f"{wording.source}: {block.source}", parent, setting, x, block.where)
    runs = [cell.runs for row in (*block.head, *block.body) for cell in row]
    out += flagged(flags(block.title, *runs, *block.notes), parent, setting, block.where)
    out[-1].after = styles.space(1.5)
    return out


def _grid(block: TableBlock, element: Element, setting: Setting) -> _Grid:
    """Places the cells, a spanning one keeping those it covers free, and builds their structure."""
    count = max((sum(c.columns for c in row) for row in (*block.head, *block.body)), default=1)
    placed: list[list[_Cell]] = []
    taken: set[tuple[int, int]] = set()
    at = 0
    for role, rows in (("THead" if block.body else "TBody", block.head), ("TBody", block.body)):
        group = element.add(role) if rows else element  # ISO 32000-1, table 337: a head stands above a body
        for row in rows:
            tr = group.add("TR")
            placed.append(_placed(row, at, count, taken, tr, setting))
            at += 1
    body = [cell for row in placed[len(block.head) :] for cell in row]
    numeric = {c for c in range(count) if _mostly(c, body)}
    return _Grid(placed, len(block.head), count, frozenset(numeric))


def _placed(
    row: tuple[TableCell, ...], at: int, count: int, taken: set[tuple[int, int]], tr: Element, setting: Setting
) -> list[_Cell]:
    out, column = [], 0
    for cell in row:
        while (at, column) in taken:
            column += 1
        taken |= {(at + i, column + j) for i in range(cell.rows) for j in range(cell.columns)}
        out.append(_Cell(cell, at, column, _pieces(cell, tr, setting)))
        column += cell.columns
    for _ in range(count - sum(1 for c in range(count) if (at, c) in taken)):
        out.append(_Cell(TableCell(()), at, column, []))
        tr.add("TD")
        column += 1
    return out


def _pieces(cell: TableCell, tr: Element, setting: Setting) -> list[Piece]:
    values: dict[str, str | int] = {}
    if cell.role in ("column", "row"):
        values["Scope"] = cell.role.capitalize()
    if cell.columns > 1:
        values["ColSpan"] = cell.columns
    if cell.rows > 1:
        values["RowSpan"] = cell.rows
    owner = tr.add("TD" if cell.role == "data" else "TH", attributes={"Table": values} if values else None)
    style = setting.styles.cell
    if cell.role == "column" or cell.emphasis:
        style = replace(style, weight="bold" if cell.emphasis else "semibold")
    return setting.pieces(cell.runs, style, owner)


def _mostly(column: int, cells: list[_Cell]) -> bool:
    """Whether most cells of a column hold figures."""
    here = [c.cell.numeric for c in cells if c.column == column and c.cell.columns == 1]
    return bool(here) and sum(here) * 2 > len(here)


def _negotiated(grid: _Grid, setting: Setting, block: TableBlock) -> tuple[float, Shared]:
    """The widest gap at which every word fits, and the columns' widths; a problem where there is none."""
    needs = [
        Need(
            c.column,
            min(c.cell.columns, grid.columns - c.column),
            widest_word(c.pieces),
            natural_width(c.pieces),
            c.row < grid.head,
        )
        for row in grid.cells
        for c in row
        if c.pieces
    ]
    pads = setting.styles.cell_pads
    for gap in pads:
        shared = share(needs, grid.columns, setting.styles.column, gap)
        if not shared.short:
            return gap, shared
    names = [plain(c.cell.runs) for c in grid.cells[0] if c.column in shared.short] if grid.cells else []
    setting.problems.append(
        problem(
            "L004",
            f"table {block.number} has {grid.columns} columns, more than the page can hold side by side",
            block.where,
            *([f"too narrow: {', '.join(names)}"] if names else []),
            help="show fewer columns, or turn the table so that its columns become rows",
        )
    )
    return pads[-1], shared


def _stretched(widths: tuple[float, ...], room: float, grid: _Grid) -> tuple[float, ...]:
    """The widths made to fill the room: the first column takes two parts of what is spare, each other one."""
    spare = max(0.0, room - sum(widths))
    parts = [2 if n == 0 else 1 for n in range(grid.columns)]
    return tuple(w + spare * p / sum(parts) for w, p in zip(widths, parts, strict=True))


def _rows(
    grid: _Grid, widths: tuple[float, ...], gap: float, x: float, setting: Setting, block: TableBlock
) -> list[Item]:
    styles, colours = setting.styles, setting.styles.theme.colours
    full = sum(widths) + gap * (grid.columns - 1)
    hung = _hung(grid)
    for cell in (c for row in grid.cells for c in row):
        _set(cell, widths, gap, hung.get(cell.column, 0.0), grid, setting, block)
    heights = _heights(grid, styles.row_pad)
    head = _head(grid, heights, widths, gap, full, setting)
    out: list[Item] = []
    if head is not None:
        out.append(Item(head, x, keep=True, where=block.where))
    carried = _carried(head, block, full, setting) if head is not None else None
    covered = -1
    for at in range(grid.head, len(grid.cells)):
        row = grid.cells[at]
        parts = _texts(row, widths, gap, styles.row_pad)
        if row and all(c.cell.emphasis for c in row):
            parts.insert(0, (0.0, -styles.rule_light, Bar(full, styles.rule_light, colours.primary)))
        last = at == len(grid.cells) - 1
        rule = styles.rule_heavy if last else styles.rule_light
        parts.append((0.0, heights[at] - rule, Bar(full, rule, colours.primary if last else colours.rule)))
        keep = at < grid.head + _FIRST_ROWS or at <= covered or at > len(grid.cells) - _LAST_ROWS
        item = Item(Group(parts, heights[at]), x, keep=keep, head=carried, where=block.where)
        item.notes = tuple(p.note for c in row for p in c.pieces if p.note)
        covered = max([covered, *(at + c.cell.rows - 1 for c in row)])
        out.append(item)
    return out


def _hung(grid: _Grid) -> dict[int, float]:
    """The width of the widest mark beside each column of figures, so that digits stand under digits."""
    out: dict[int, float] = {}
    for row in grid.cells:
        for cell in row:
            out[cell.column] = max(out.get(cell.column, 0.0), _hang(cell))
    return out


def _hang(cell: _Cell) -> float:
    if not cell.cell.hang or not cell.pieces:
        return 0.0
    last = cell.pieces[-1]
    return last.font.width(cell.cell.hang, last.size)


def _set(
    cell: _Cell,
    widths: tuple[float, ...],
    gap: float,
    hung: float,
    grid: _Grid,
    setting: Setting,
    block: TableBlock,
) -> None:
    span = min(cell.cell.columns, grid.columns - cell.column)
    width = sum(widths[cell.column : cell.column + span]) + gap * (span - 1)
    broken = break_lines(cell.pieces, width)
    setting.too_wide(broken, block.where)
    right = cell.cell.numeric or (cell.column in grid.numeric and span == 1)
    style = setting.styles.cell
    edge = width - hung + _hang(cell) if span == 1 else width
    cell.text = Text(broken.lines, style.leading, baseline(style), edge if right else None)


def _heights(grid: _Grid, pad: float) -> list[float]:
    heights = [0.0] * len(grid.cells)
    for cell in sorted((c for row in grid.cells for c in row), key=lambda c: c.cell.rows):
        height = (cell.text.height if cell.text else 0.0) + 2 * pad
        last = min(cell.row + cell.cell.rows, len(heights)) - 1
        heights[last] = max(heights[last], height - sum(heights[cell.row : last]))
    return heights


def _texts(row: list[_Cell], widths: tuple[float, ...], gap: float, pad: float) -> list[tuple[float, float, Box]]:
    return [(sum(widths[: c.column]) + gap * c.column, pad, c.text) for c in row if c.text is not None and c.text.lines]


def _head(
    grid: _Grid, heights: list[float], widths: tuple[float, ...], gap: float, full: float, setting: Setting
) -> Group | None:
    """The rows of the head as one box, their words at its foot, between a heavy and a light rule."""
    if not grid.head:
        return None
    styles, colours = setting.styles, setting.styles.theme.colours
    parts: list[tuple[float, float, Box]] = [(0.0, 0.0, Bar(full, styles.rule_heavy, colours.primary))]
    top = styles.rule_heavy
    bottom = top + sum(heights[: grid.head])
    for at in range(grid.head):
        for cell in grid.cells[at]:
            if cell.text is None or not cell.text.lines:
                continue
            end = top + sum(heights[at : min(at + cell.cell.rows, grid.head)])
            x = sum(widths[: cell.column]) + gap * cell.column
            parts.append((x, end - styles.row_pad - cell.text.height, cell.text))
            if cell.cell.columns > 1 and at < grid.head - 1:
                span = sum(widths[cell.column : cell.column + cell.cell.columns]) + gap * (cell.cell.columns - 1)
                parts.append((x, end - styles.rule_light, Bar(span, styles.rule_light, colours.rule)))
        top += heights[at]
    parts.append((0.0, bottom, Bar(full, styles.rule_light, colours.primary)))
    return Group(parts, bottom + styles.rule_light)


def _carried(head: Group, block: TableBlock, full: float, setting: Setting) -> Group:
    """What stands over rows that are carried over to another page."""
    styles, wording = setting.styles, setting.document.wording
    words = f"{wording.table} {block.number}, {wording.continued}"
    text = setting.text(words, styles.small, Element("P"), full, block.where)
    gap = text.height + styles.space(0.25)
    return Group([(0.0, 0.0, text), (0.0, gap, head)], gap + head.height)
