"""A passage of someone's words that knows where each of its characters stands in its file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from report_builder.problems import Where


@dataclass(frozen=True, slots=True)
class Passage:
    """`text`, and for each of its lines the offset in `file` where that line's first character stands.

    A YAML block scalar has its indentation taken away and a fenced block its fence; `starts` remembers both.
    """

    file: str
    text: str
    starts: tuple[int, ...] = (0,)

    def where(self, start: int, length: int = 0) -> Where:
        """The place in the file of `length` characters from `start` of this passage (both counted in characters)."""
        line = self.text.count("\n", 0, start)
        line_start = self.text.rfind("\n", 0, start) + 1
        at = self.starts[min(line, len(self.starts) - 1)] + (start - line_start)
        return Where(self.file, at, length)

    def part(self, start: int, end: int) -> Passage:
        """The passage from `start` to `end`."""
        return Passage(
            self.file,
            self.text[start:end],
            tuple(
                self.where(at).start or 0 for at in (start, *(i + 1 for i in range(start, end) if self.text[i] == "\n"))
            ),
        )


def whole(file: str, text: str) -> Passage:
    """A file's text as one passage."""
    return Passage(file, text, (0, *(i + 1 for i, c in enumerate(text) if c == "\n")))


def line_of(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of a character offset."""
    starts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1
