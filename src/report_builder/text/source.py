"""A passage of someone's words that knows where each of its characters stands in its file."""

from __future__ import annotations

import re
from bisect import bisect_right

from msgspec import Struct

from report_builder.problems import Where

LINE_END = re.compile(r"\r\n|\r|\n")


class Passage(Struct, frozen=True):
    """`text`, and for each of its lines the offset in `file` where that line's first character stands.

    A YAML block scalar has its indentation taken away and a fenced block its fence; `starts` remembers both.
    Where characters cannot be told apart (a folded or escaped YAML value) `exact` is False and every place in the
    passage is the place the passage starts at.
    """

    file: str
    text: str
    starts: tuple[int, ...] = (0,)
    exact: bool = True

    def where(self, start: int, length: int = 0) -> Where:
        """The place in the file of `length` characters from `start` of this passage (both counted in characters)."""
        at = self.offset(start)
        return Where(self.file, at, max(0, self.offset(start + length) - at) if length else 0)

    def offset(self, start: int) -> int:
        """The offset in the file of character `start` of this passage."""
        if not self.exact:
            return self.starts[0]
        line = self.text.count("\n", 0, start)
        line_start = self.text.rfind("\n", 0, start) + 1
        return self.starts[min(line, len(self.starts) - 1)] + (start - line_start)

    def part(self, start: int, end: int) -> Passage:
        """The passage from `start` to `end`."""
        text = self.text[start:end]
        lines = (start, *(start + i + 1 for i, c in enumerate(text) if c == "\n"))
        return Passage(self.file, text, tuple(self.offset(at) for at in lines), self.exact)


def whole(file: str, text: str) -> Passage:
    """A file's text as one passage."""
    return Passage(file, text, (0, *(i + 1 for i, c in enumerate(text) if c == "\n")))


def line_offsets(text: str) -> list[int]:
    """Where each line of `text` starts, by any of the three line ends."""
    return [0, *(found.end() for found in LINE_END.finditer(text))]


def line_of(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of a character offset."""
    starts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1
