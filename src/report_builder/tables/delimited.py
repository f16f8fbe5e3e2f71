"""CSV files as a Grid.

Letters: by the mark at the beginning of the file (UTF-8 or UTF-16) where there is one, else UTF-8, else Windows-1252.
Columns: the one of comma, semicolon and tab that cuts most of the first hundred rows into the same number of columns,
two at least; comma where none does. Lines may end in any of the three ways.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from itertools import islice

from report_builder.tables.grid import Grid, LargeText
from report_builder.tables.package import PackageError

SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}
MAX_FILE_BYTES = 100_000_000
LARGE_BYTES = 16_000_000  # from here on pandas is faster, its import included (see `reshape`)
_LOOKED_AT = 100  # rows

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read_delimited(data: bytes, separator: str = "") -> tuple[Grid, bool]:
    """The rows of a CSV file, and whether its letters had to be guessed. PackageError where it cannot be read."""
    if len(data) > MAX_FILE_BYTES:
        raise PackageError("D002", f"the file has {len(data):,} bytes; at most {MAX_FILE_BYTES:,} are read")
    text, guessed = _decoded(data)
    delimiter = SEPARATORS.get(separator) or _separator(text)
    if len(data) < LARGE_BYTES:
        return Grid(rows_of(text, delimiter)), guessed
    return Grid(rows_of(text, delimiter, _LOOKED_AT), large=LargeText(text, delimiter)), guessed


def rows_of(text: str, delimiter: str, most: int | None = None) -> tuple[tuple[str, ...], ...]:
    """The rows, or the first `most` of them. PackageError for a row whose quotation marks do not close."""
    rows: list[tuple[str, ...]] = []
    try:
        for row in islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), most):
            rows.append(tuple(row))
    except csv.Error as error:
        raise PackageError("D005", f"row {len(rows) + 1} cannot be read: {error}") from error
    return tuple(rows)


def _decoded(data: bytes) -> tuple[str, bool]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), False
            except UnicodeDecodeError as error:
                raise PackageError("D003", f"the file says that it is {encoding.upper()}, and is not") from error
    if b"\0" in data:
        raise PackageError("D003", "the file is no text")
    try:
        return data.decode("utf-8"), False
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), True


def _separator(text: str) -> str:
    best, most = ",", 0
    for candidate in SEPARATORS.values():
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=candidate)
        try:
            widths = Counter(len(row) for row in islice(reader, _LOOKED_AT) if len(row) > 1)
        except csv.Error:
            continue
        rows = max(widths.values(), default=0)
        if rows > most:
            best, most = candidate, rows
    return best
