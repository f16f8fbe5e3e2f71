"""Files of figures read back: CSV, workbook, ledger, list of files."""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from openpyxl import load_workbook

from press.allowed import said
from press.packed import Read, prepared
from report_builder.facts.ledger import Entry, Ledger
from report_builder.facts.ledger import read as read_ledger
from report_builder.output import File
from report_builder.verify.ledger import check_ledger
from report_builder.verify.numbers import numbers, rounded


def csv_faults(file: File, pack: Read) -> Iterator[str]:
    rows = csv.reader(io.StringIO(file.data.decode("utf-8-sig"), newline=""))
    yield from _figures([list(row) for row in rows], pack, exact=False)


def _figures(rows: list[list[Any]], pack: Read, exact: bool) -> Iterator[str]:
    """A row for each figure that is printed, with its own number and words; `exact` where numbers are not rounded."""
    by_id = pack.ledger.by_id()
    head, *rest = rows
    printed = [fact.id for fact in pack.ledger.facts if fact.printed]
    if printed != [row[-1] for row in rest]:
        yield "its rows are not the figures that are printed"
    for row in rest:
        fact = by_id.get(row[-1])
        if fact is None:
            yield f'the ledger has no "{row[-1]}"'
            continue
        if not _same(row[1], fact, exact):
            yield f"{fact.id} is {row[1]} here, and {fact.value} in the ledger"
        if row[0] not in (fact.wording, fact.figure) and (fact.wording or fact.figure):
            yield f'{fact.id} is printed "{row[0]}" here, and "{fact.figure}" in the ledger'
        yield from said([cell for cell in row[2:-1] if cell], pack)
    yield from said(head, pack)


def _same(cell: Any, fact: Entry, exact: bool) -> bool:
    if fact.value is None or fact.suppressed:
        return not re.search(r"\d", str(cell or ""))
    if exact:
        return isinstance(cell, int | float) and math.isclose(fact.value, cell, rel_tol=1e-15)  # Excel's 16 digits
    found = next(numbers(cell), None)
    value = Fraction(cell) if re.fullmatch(r"-?\d+(\.\d+)?", cell) else None
    return found is not None and value is not None and abs(value) == rounded(fact.value, found.decimals)


def xlsx_faults(file: File, pack: Read) -> Iterator[str]:
    """Every cell of every sheet, its name and the book's properties; each table row by row."""
    book = load_workbook(io.BytesIO(file.data))
    words = pack.work.view.language
    tables = [cells for text in pack.ledger.texts if (cells := text.cells)]
    for sheet in book.worksheets:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        table = next(iter(sheet.tables.values()), None)
        top = int(re.sub(r"\D", "", table.ref.split(":")[0])) - 1 if table is not None else len(rows)
        yield from said([str(cell) for row in rows[:top] for cell in row if cell is not None], pack)
        yield from said([sheet.title, str(sheet.oddHeader.center.text or "")], pack)
        if sheet.title == words.say("sheet figures"):
            yield from _figures(rows[top:], pack, exact=True)
        else:
            yield from (f"{sheet.title}: no table has the row {row}" for row in rows[top:] if not _row(row, tables))
    yield from said([str(book.properties.title), str(book.properties.description or "")], pack)


def _row(row: list[Any], tables: list[tuple[str, ...]]) -> bool:
    return any(len(cells) == len(row) and all(map(_alike, row, cells)) for cells in tables)


def _alike(cell: Any, printed: str) -> bool:
    if isinstance(cell, int | float):
        found = [n.value for n in numbers(printed)]
        return bool(found) and Fraction(str(abs(cell))) == found[0]
    return str(cell or "").strip() == printed.strip()


def json_faults(file: File, pack: Read) -> Iterator[str]:
    return _ledger(file, pack) if file.name.endswith("facts.json") else _manifest(file, pack)


def _ledger(file: File, pack: Read) -> Iterator[str]:
    """As it was computed, by its own sums, and cell by cell as the files of the project have them."""
    ledger = read_ledger(file.data)
    if not isinstance(ledger, Ledger):
        yield ledger
        return
    yield from (p.message for p in check_ledger(ledger, file.name))
    computed = {fact.id: fact.value for fact in pack.work.view.facts}
    for fact in ledger.facts:
        if fact.value != computed[fact.id]:
            yield f"{fact.id} is {fact.value} here, and was computed as {computed[fact.id]}"
        for cell in fact.cells:
            rows = list(csv.reader(io.StringIO((prepared().project.root / cell.file).read_text("utf-8"))))
            if not any(cell.text == value for value in rows[cell.row - 1]):
                yield f"{fact.id}: row {cell.row} of {cell.file} has no {cell.text}"


def _manifest(file: File, pack: Read) -> Iterator[str]:
    """Sizes and checksums are those of the files; what is said of them holds no figure of its own."""
    told = json.loads(file.data)
    for one in told.pop("files"):
        is_ = pack.files[one["name"]]
        if (one["bytes"], one["sha256"]) != (len(is_.data), is_.sha256):
            yield f"{one['name']} has another size or checksum"
        yield from said([one["what"]], pack)
    yield from said([json.dumps(told, ensure_ascii=False)], pack)
