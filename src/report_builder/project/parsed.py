"""What reading a YAML text gives: the data, and for each value of it where it stands and what words it holds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TypeAlias

from msgspec import Struct, field

from report_builder.problems import KeyPath, Problem, Where
from report_builder.problems.locate import Mark, SourceFile, line_starts, marked_span
from report_builder.text.source import Passage

Data: TypeAlias = "dict[str, Data] | list[Data] | str | None"


class Sheet(Struct, frozen=True, dict=True):
    """`text` is what was read; `passage` is what was typed. They differ, line by line, where slips were mended."""

    text: str
    passage: Passage

    def offset(self, at: int) -> int:
        """The offset in the file of character `at` of `text`: exact on lines that were not mended."""
        if self.text == self.passage.text:
            return self._file_offset(at)
        line = self.line_number(at)
        typed = self._typed_starts
        if line >= len(typed):
            return self._file_offset(len(self.passage.text))
        end = typed[line + 1] - 1 if line + 1 < len(typed) else len(self.passage.text)
        return self._file_offset(min(typed[line] + at - self.starts[line], end))

    def is_typed(self, start: int, end: int) -> bool:
        """Whether the lines from character `start` to `end` of `text` are as they were typed, none of them mended."""
        if self.text == self.passage.text:
            return True
        first, last = self.line_number(start), self.line_number(end)
        return self.lines[first : last + 1] == self.passage.text.split("\n")[first : last + 1]

    def _file_offset(self, at: int) -> int:
        if not self.passage.exact:
            return self.passage.starts[0]
        line = bisect_right(self._typed_starts, at) - 1
        return self.passage.starts[min(line, len(self.passage.starts) - 1)] + at - self._typed_starts[line]

    def line_number(self, at: int) -> int:
        """The number, from 0, of the line of `text` that holds character `at`."""
        return bisect_right(self.starts, at) - 1

    @cached_property
    def lines(self) -> list[str]:
        """The lines of `text`, without their line feeds."""
        return self.text.split("\n")

    @cached_property
    def starts(self) -> list[int]:
        """Where each line of `text` starts."""
        return line_starts(self.text)

    @cached_property
    def _typed_starts(self) -> list[int]:
        return line_starts(self.passage.text)


class Scalar(Struct, frozen=True):
    """A value that is text: its span in the sheet, and its style: "" plain, ' or " quoted, | literal, > folded."""

    start: int
    end: int
    style: str
    value: str


class Parsed(Struct, frozen=True):
    """`data` holds mappings, lists, strings and None only; None as a whole where the text could not be read at all.

    Where `problems` holds only slips that were recognised, `data` is what was meant, so that it can be checked further.
    """

    data: Data
    marks: Mapping[KeyPath, Mark]
    problems: tuple[Problem, ...]
    sheet: Sheet
    scalars: Mapping[KeyPath, Scalar] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def file(self) -> str:
        return self.sheet.passage.file

    @property
    def source(self) -> SourceFile:
        """The file as `locate` wants it; right only where the passage is a whole file."""
        return SourceFile(self.file, self.sheet.passage.text, self.marks)

    def where(self, *key: str | int, on_key: bool = False) -> Where:
        """The place of the value at a key path (or of its key); of the nearest ancestor where it is not there."""
        where = Where(self.file, key=key, on_key=on_key)
        span = marked_span(where, self.marks)
        start, length = span if span is not None else (self.sheet.offset(0), 0)
        return Where(self.file, start, length, key, on_key)

    def passage(self, *key: str | int) -> Passage:
        """The words of the string at a key path. KeyError where there is no string."""
        scalar = self.scalars[key]
        sheet = self.sheet
        typed = sheet.text[scalar.start : scalar.end]
        if not sheet.is_typed(scalar.start, scalar.end):
            return Passage(self.file, scalar.value, (sheet.offset(scalar.start),), exact=False)
        if scalar.style == "|":
            starts = _literal_starts(sheet, scalar)
            if starts:
                return Passage(self.file, scalar.value, starts, sheet.passage.exact)
        elif typed == scalar.value or typed[1:-1] == scalar.value:
            start = scalar.start + (1 if scalar.style else 0)
            return Passage(self.file, scalar.value, (sheet.offset(start),), sheet.passage.exact)
        return Passage(self.file, scalar.value, (sheet.offset(scalar.start),), exact=False)


def _literal_starts(sheet: Sheet, scalar: Scalar) -> tuple[int, ...]:
    """Where each line of a `|` block starts in the file; empty where the lines typed are not the lines read."""
    at = sheet.text.find("\n", scalar.start) + 1
    starts: list[int] = []
    indent = None
    for line in scalar.value.removesuffix("\n").split("\n"):
        end = sheet.text.find("\n", at)
        end = len(sheet.text) if end < 0 else end
        typed = sheet.text[at:end].removesuffix("\r")
        if indent is None and line:
            indent = len(typed) - len(line)
        start = min(indent if indent is not None else len(typed), len(typed))
        if typed[start:] != line or typed[:start].strip(" "):
            return ()
        starts.append(sheet.offset(at + start))
        at = end + 1
    return (*starts, sheet.offset(min(at, len(sheet.text)))) if scalar.value.endswith("\n") else tuple(starts)
