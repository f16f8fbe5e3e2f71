"""YAML as people type it, read with positions, by rules of our own about what a value may be.

Every value stays the text that was typed: `yes`, `010`, `0800 1111`, `12:30`, `2017/18`, `2024-10-31`, `1_000`,
`1e3` are strings. What a value means is said by the model that takes it (pydantic turns "12" into 12 where a whole
number is declared), never guessed from its looks. An empty value is None. Anchors, aliases, tags, several documents, a
key that is repeated and whatever is too long or too deep are refused: a project file has no use for them.

The events come from libyaml, the tree is built in a loop (libyaml's own `compose` overflows the stack on nested `[`).
Slips that people make are recognised (`slips`), reported with the line as it should be, mended in memory and read on,
so that one reading reports them all.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from report_builder.problems import Problem, problem
from report_builder.problems.locate import line_starts
from report_builder.project.parsed import Data, Parsed, Sheet
from report_builder.project.slips import PRECISE, VAGUE, Slip, line_at
from report_builder.project.tree import LONGEST_LINE, Reading, read
from report_builder.project.validation import problems_of
from report_builder.text.source import Passage, whole

__all__ = ["Data", "Parsed", "parse", "parse_passage", "problems_of"]

MAX_CHARACTERS = 512 * 1024
_MOST_SHOWN = 50  # problems of one file
_MAX_MENDS = 60  # slips mended in one file before giving up on it
_MOST_READ = 2_000_000  # characters read again in mending a large file
_LINES_BACK = 8  # a slip may show only some lines further down: an open quotation mark, for one

_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def parse(text: str, file: str) -> Parsed:
    """A whole YAML file read. A byte order mark and Windows line ends are accepted. Never raises."""
    return parse_passage(whole(file, text))


def parse_passage(passage: Passage) -> Parsed:
    """YAML that is part of a file (front matter, the body of a fenced block), marked by its place in that file."""
    if passage.text.startswith("\ufeff"):
        passage = passage.part(1, len(passage.text))
    sheet = Sheet(passage.text, passage)
    refused = _refused(passage)
    if refused:
        return Parsed(None, {}, refused, sheet)
    slips: list[Slip] = []
    mended: dict[int, int] = {}
    reading = read(sheet)
    most = min(_MAX_MENDS, _MOST_READ // (len(sheet.text) + 1) + 3)
    while len(slips) < most and (found := _next_slips(sheet, reading, most)):
        for slip in found:
            slips.append(slip)
            for number in slip.mended:
                mended[number] = mended.get(number, 0) + 1
        sheet = _mend(sheet, found)
        reading = read(sheet)
        if max(mended.values()) > 3:
            break
    problems = _problems(passage, slips, reading)
    return Parsed(None if reading.failed else reading.data, reading.marks, problems, sheet, reading.scalars)


def _problems(passage: Passage, slips: list[Slip], reading: Reading) -> tuple[Problem, ...]:
    """All of them, in the order of the file; of several slips at one place only the first."""
    found: dict[tuple[int, str], Problem] = {}
    for slip in _first_of_each_run(slips):
        reported = _reported(slip, passage)
        found.setdefault((slip.line, slip.code), reported)
    listed = [*found.values(), *reading.problems, *([reading.stop] if reading.stop else [])]
    listed.sort(key=lambda p: p.where.start or 0 if p.where else 0)
    if len(listed) > _MOST_SHOWN:
        more = f"and {len(listed) - _MOST_SHOWN:,} more mistakes in this file"
        listed = [*listed[: _MOST_SHOWN - 1], replace(listed[_MOST_SHOWN - 1], notes=(more,))]
    return tuple(listed)


def _first_of_each_run(slips: list[Slip]) -> list[Slip]:
    """The slips, of neighbouring lines that are indented wrongly by as much only the first: the line above is the odd
    one as likely as they."""
    out: list[Slip] = []
    run = 0
    for slip in sorted(slips, key=lambda s: s.line):
        before = out[-1] if out else None
        if before and (slip.code, slip.message) == ("P012", before.message) and slip.line == before.line + run + 1:
            run += 1
            continue
        if before and run:
            out[-1] = _of_a_run(before, run)
        out.append(slip)
        run = 0
    if run:
        out[-1] = _of_a_run(out[-1], run)
    return out


def _of_a_run(slip: Slip, more: int) -> Slip:
    lines = "the line below likewise" if more == 1 else f"the {more} lines below likewise"
    return replace(slip, advice=f"{slip.advice}, {lines}; or move the line above to stand over them")


def _reported(slip: Slip, passage: Passage) -> Problem:
    starts = line_starts(passage.text)
    start = starts[min(slip.line, len(starts) - 1)]
    end = starts[slip.line + 1] - 1 if slip.line + 1 < len(starts) else len(passage.text)
    column = min(slip.column, end - start)
    where = passage.where(start + column, min(slip.length, end - start - column))
    return problem(slip.code, slip.message, where, *slip.notes, help=slip.help)


def _refused(passage: Passage) -> tuple[Problem, ...]:
    """Why the text is not read at all: too long, or holds characters that no text has."""
    if len(passage.text) > MAX_CHARACTERS:
        message = f"the text is {len(passage.text):,} characters long; {MAX_CHARACTERS:,} are read at most"
        return (problem("P002", message, passage.where(0), help="move tables of data to a CSV or Excel file in data/"),)
    found = _UNREADABLE.search(passage.text)
    if found:
        message = f"the character U+{ord(found[0]):04X} cannot stand in a text file"
        advice = "delete it; it may have come in by copying from another program, or the file is no text file"
        return (problem("P001", message, passage.where(found.start(), 1), help=advice),)
    return ()


def _mend(sheet: Sheet, slips: list[Slip]) -> Sheet:
    lines = sheet.text.split("\n")
    for slip in slips:
        for number, text in slip.mended.items():
            lines[number] = text
    return replace(sheet, text="\n".join(lines))


def _next_slips(sheet: Sheet, reading: Reading, most: int) -> list[Slip]:
    """The slips to mend next: those that were read without complaint, else the one behind the error.

    A file beyond the limits is not mended, nor one of several documents: no slip of a line is behind that.
    """
    if reading.stop is not None and reading.stop.code in ("P002", "P015"):
        return []
    silent = [slip for slip in reading.silent_slips[:most] if _reads_as_far(sheet, slip, reading)]
    if silent or reading.error_at is None:
        return silent
    lines = sheet.lines
    number = sheet.line_number(reading.error_at)
    candidates = [
        line_at(lines, n)
        for n in range(number, max(-1, number - _LINES_BACK), -1)
        if lines[n].strip() and len(lines[n]) <= LONGEST_LINE
    ]
    for recognisers in (PRECISE, VAGUE):
        for line in candidates:
            for recogniser in recognisers:
                for slip in recogniser(line):
                    if _reads_further(sheet, slip, reading.error_at):
                        return [slip]
    return []


def _reads_further(sheet: Sheet, slip: Slip, error_at: int) -> bool:
    """Whether the mended text has its first error (if any) further on, measured from the end of the text."""
    again = read(_mend(sheet, [slip]))
    return _left(again) < len(sheet.text) - error_at and again.sheet.text != sheet.text


def _reads_as_far(sheet: Sheet, slip: Slip, reading: Reading) -> bool:
    """Whether mending a slip that was read without complaint leaves the rest of the text as readable as it was."""
    again = read(_mend(sheet, [slip]))
    if again.sheet.text == sheet.text or _left(again) > _left(reading):
        return False
    wrapped_prose = slip.code == "P008" and sheet.text[sheet.starts[slip.line] + slip.column] != "-"
    return not wrapped_prose or len(again.marks) > len(reading.marks)


def _left(reading: Reading) -> int:
    """How much of the text is left unread; less than nothing where all of it was read."""
    if not reading.failed:
        return -1
    return len(reading.sheet.text) - (reading.error_at or 0)
