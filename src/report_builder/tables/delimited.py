"""CSV files as a Grid.

Letters: those declared; else by the mark at the beginning of the file (UTF-8 or UTF-16) where there is one, else
UTF-16 where every other byte is nil, else UTF-8, else Windows-1252, which is a guess and said to be one.
Columns: the one of comma, semicolon and tab that cuts most of the first hundred rows into the same number of columns,
two at least; comma where none does. Lines may end in any of the three ways.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from report_builder.tables.grid import Grid, LargeText
from report_builder.tables.package import PackageError

SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}
MAX_FILE_BYTES = 100_000_000
LARGE_BYTES = 16_000_000  # from here on pandas is faster, its import included (see `reshape`)
LOOKED_AT = 100  # rows
_LOOKED_AT_BYTES = 1_000_000
_PIECE_BYTES = 1 << 20

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMES = {"utf-8": "UTF-8", "utf-16-le": "UTF-16-LE", "utf-16-be": "UTF-16-BE", "mac-roman": "Mac Roman"}
_PYTHONS = {"windows-1252": "cp1252", "utf-16": "utf-16-le"}  # what Python calls a declared encoding


def read_delimited(data: bytes, separator: str = "", encoding: str = "") -> tuple[Grid, bool]:
    """The rows of a CSV file, and whether its letters had to be guessed. PackageError where it cannot be read."""
    if len(data) > MAX_FILE_BYTES:
        raise PackageError("D002", f"the file has {len(data):,} bytes; at most {MAX_FILE_BYTES:,} are read")
    mark, letters = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", _PYTHONS.get(encoding, encoding)))
    body = data[len(mark) :]
    guessed = not letters and not _is(body, letters := _wide(body) or "utf-8")
    if guessed:
        letters = "cp1252"
    elif letters != "cp1252" and not _is(body, letters):
        raise PackageError("D003", f"the file says that it is {_NAMES[letters]}, and is not")
    if len(data) < LARGE_BYTES:
        text = body.decode(letters, "replace")
        _no_nil(text)
        delimiter = SEPARATORS.get(separator) or _separator(text)
        return Grid(rows_of(text, delimiter)), guessed
    start = body[:_LOOKED_AT_BYTES].decode(letters, "ignore")
    _no_nil(start)
    delimiter = SEPARATORS.get(separator) or _separator(start)
    large = LargeText(body, letters, delimiter)
    return Grid(rows_of(start, delimiter, LOOKED_AT), large=large), guessed


def rows_of(text: str, delimiter: str, most: int | None = None) -> tuple[tuple[str, ...], ...]:
    """The rows, or the first `most` of them. PackageError for a row whose quotation marks do not close."""
    return tuple(islice(_rows(io.StringIO(text, newline=""), delimiter), most))


def rows_of_large(large: LargeText) -> Iterator[tuple[str, ...]]:
    """The rows one by one, none of them kept. PackageError for a row whose quotation marks do not close."""
    lines = io.TextIOWrapper(io.BytesIO(large.data), large.encoding, "replace", newline="")
    return _rows(lines, large.delimiter)


def _rows(lines: Iterable[str], delimiter: str) -> Iterator[tuple[str, ...]]:
    read = 0
    try:
        for row in csv.reader(lines, delimiter=delimiter, strict=True):
            yield tuple(row)
            read += 1
    except csv.Error as error:
        raise PackageError("D005", f"row {read + 1} cannot be read: {error}") from error


def _is(body: bytes, letters: str) -> bool:
    """Whether the bytes are of that encoding, without keeping their text."""
    decoder = codecs.getincrementaldecoder(letters)()
    try:
        for at in range(0, len(body), _PIECE_BYTES):
            decoder.decode(body[at : at + _PIECE_BYTES])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _wide(body: bytes) -> str:
    """UTF-16 without a mark, as it shows in English and Welsh: most letters have a nil byte before or after them."""
    start = body[:_PIECE_BYTES]
    for offset, letters in ((1, "utf-16-le"), (0, "utf-16-be")):
        nils = start[offset::2].count(0)
        if len(start) >= 4 and nils > len(start) * 0.4 and not start[1 - offset :: 2].count(0):
            return letters
    return ""


def _no_nil(text: str) -> None:
    if "\0" in text:
        raise PackageError("D003", "the file is no text")


def _separator(text: str) -> str:
    best, most = ",", 0
    for candidate in SEPARATORS.values():
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=candidate)
        try:
            widths = Counter(len(row) for row in islice(reader, LOOKED_AT) if len(row) > 1)
        except csv.Error:
            continue
        rows = max(widths.values(), default=0)
        if rows > most:
            best, most = candidate, rows
    return best
