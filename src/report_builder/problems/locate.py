"""From a place in the project's files to the line, the column and the very words a person has to look at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate
from types import MappingProxyType

from msgspec import Struct, field

from report_builder.problems import KeyPath, Where


class Mark(Struct, frozen=True):
    """Where a YAML value and its key stand, as character offsets in the file; the ends are not included.

    An item of a list has no key of its own: its key span is empty and stands where the value starts.
    """

    key_start: int
    key_end: int
    start: int
    end: int


class SourceFile(Struct, frozen=True):
    """A file of the project as it was read: its name in the project, its text, and the marks of its YAML values."""

    name: str
    text: str
    marks: Mapping[KeyPath, Mark] = field(default_factory=lambda: MappingProxyType({}))


class Location(Struct, frozen=True):
    """Line and column count from 1; `width` is the number of characters to underline, inside `text`, the line itself.

    Column 0 stands for a whole line or file. A row of a table has its `row` and `cell` column, and a line only where
    the table is text.
    """

    file: str
    line: int
    column: int
    text: str
    width: int
    row: int | None = None
    cell: str = ""


def locate(where: Where | None, sources: Mapping[str, SourceFile]) -> Location | None:
    """The line and column of `where`; None where it names no place inside a file that was read.

    A key path that is not in the file falls back to its nearest ancestor that is: a missing key is shown at the group
    it is missing from.
    """
    if where is None:
        return None
    if where.row is not None:
        return _table_location(where, sources.get(where.file))
    source = sources.get(where.file)
    if source is None:
        return None
    span = (where.start, where.length) if where.start is not None else marked_span(where, source.marks)
    if span is None:
        return None
    start, length = span
    starts = line_starts(source.text)
    start = max(0, min(start or 0, len(source.text)))
    line = bisect_right(starts, start)
    text = _line_text(source.text, starts, line)
    column = min(start - starts[line - 1], len(text))
    return Location(where.file, line, column + 1, text, max(1, min(length, len(text) - column)))


def marked_span(where: Where, marks: Mapping[KeyPath, Mark]) -> tuple[int, int] | None:
    """Start and length of the value at the key path of `where` (or of its key, where `on_key`), or of an ancestor."""
    for end in range(len(where.key), 0, -1):
        mark = marks.get(where.key[:end])
        if mark is None:
            continue
        on_key = mark.key_end > mark.key_start and (where.on_key or end < len(where.key) or mark.end == mark.start)
        if on_key:
            return mark.key_start, mark.key_end - mark.key_start
        return mark.start, mark.end - mark.start
    return None


def line_starts(text: str) -> list[int]:
    """The offset at which each line of `text` starts; lines end at a line feed."""
    return list(accumulate((len(line) + 1 for line in text.split("\n")[:-1]), initial=0))


def _line_text(text: str, starts: list[int], line: int) -> str:
    end = starts[line] - 1 if line < len(starts) else len(text)
    return text[starts[line - 1] : end].rstrip("\r")


def _table_location(where: Where, source: SourceFile | None) -> Location:
    row = where.row or 1
    text = ""
    if source is not None:
        starts = line_starts(source.text)
        text = _line_text(source.text, starts, row) if row <= len(starts) else ""
    return Location(where.file, row if text else 0, 0, text, 0, row=where.row, cell=where.column)
