"""A table as CSV: UTF-8 with a byte order mark, by which Excel knows it; commas, quotation marks where needed."""

from __future__ import annotations

import csv
import io

from report_builder.press.sheet import Number, Sheet, inert


def to_csv(sheet: Sheet) -> bytes:
    """The headings and rows of a sheet; numbers bare, words that could start a formula made inert."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(sheet.head)
    for row in sheet.rows:
        writer.writerow([cell.plain if isinstance(cell, Number) else inert(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")
