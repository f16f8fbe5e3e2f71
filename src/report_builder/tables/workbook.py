"""Workbooks (.xlsx, .ods) as a Grid: scanned first, then read by calamine, which sees only what was scanned."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from report_builder.tables.grid import Grid
from report_builder.tables.package import PackageError, unpack
from report_builder.tables.scan import Scanned, SheetChoice, Tab
from report_builder.tables.scan_ods import scan_ods
from report_builder.tables.scan_xlsx import scan_xlsx

Value = int | float | str | bool | time | date | datetime | timedelta
SCANS: dict[str, Callable[[dict[str, bytes], str], Scanned]] = {
    ".xlsx": scan_xlsx,
    ".xlsm": scan_xlsx,
    ".ods": scan_ods,
}


def read_workbook(data: bytes, suffix: str, wanted: str) -> Grid:
    """The sheet `wanted`, or the only one. PackageError where the file is refused, SheetChoice where none is chosen."""
    scanned = SCANS[suffix](unpack(data), wanted)
    found = scanned.findings
    values = _values(scanned)
    rows = [[_shown(value) for value in row] for row in values]
    for row, column in found.percents:
        if row <= len(rows) and column <= len(rows[row - 1]):
            rows[row - 1][column - 1] = _percent(values[row - 1][column - 1])
    return Grid(
        tuple(map(tuple, rows)), scanned.sheet, dict(found.faults), tuple(found.merged), frozenset(found.hidden)
    )


def sheets(data: bytes, suffix: str) -> tuple[Tab, ...]:
    """The sheets of a workbook, hidden ones among them. PackageError where the file is refused."""
    try:
        return (Tab(SCANS[suffix](unpack(data), "").sheet, hidden=False),)
    except SheetChoice as choice:
        return choice.tabs


def _values(scanned: Scanned) -> list[list[Value]]:
    from python_calamine import CalamineWorkbook  # only where there is a workbook to read

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(scanned.package))
        return book.get_sheet_by_name(scanned.sheet).to_python(skip_empty_area=False)
    except BaseException as error:  # a panic of the Rust reader is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError):
            raise
        raise PackageError("D003", f"the workbook is damaged: {error}") from error


def _shown(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return value if isinstance(value, str) else str(value)


def _number(value: int | float) -> str:
    """In plain digits, of which spreadsheets keep 15: 0.1 + 0.2 is 0.3 in them."""
    return f"{Decimal(f'{value:.15g}'):f}"


def _percent(value: Value) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return _shown(value)
    return f"{_number(value * 100)}%"
