"""Problems as text for a terminal, in the manner of the best compilers, and as values for a machine. Prints nothing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from report_builder.problems import Problem, Severity
from report_builder.problems.locate import Location, SourceFile, locate

WIDTH = 100  # columns a source line may take before it is cropped around what is wrong
_BAR = "   |  "
_NOTE = "   = "
_HELP = "   = help: "
_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.NOTE: "\x1b[1;36m"}
_BOLD, _BLUE, _OFF = "\x1b[1m", "\x1b[1;34m", "\x1b[0m"


def render(problem: Problem, sources: Mapping[str, SourceFile], *, colour: bool = False, width: int = WIDTH) -> str:
    """One diagnostic: code and message, place, the line itself with what is wrong underlined, notes, help.

    No line ends at the end. `width` is the room for the source line, in columns. `colour` adds ANSI codes.
    """
    tint = _COLOURS[problem.severity] if colour else ""
    bold, blue, off = (_BOLD, _BLUE, _OFF) if colour else ("", "", "")
    lines = [f"{tint}{problem.severity}[{problem.code}]{off}{bold}: {clean(problem.message)}{off}"]
    location = locate(problem.where, sources)
    if problem.where is not None:
        lines.append(f"{blue}  -->{off} {clean(place(problem, location))}")
    if location is not None and location.text.strip():
        text, under = _snippet(location, width)
        lines.append(f"{blue}{_BAR}{off}{text}".rstrip())
        if under:
            lines.append(f"{blue}{_BAR}{off}{tint}{under}{off}")
    lines += [f"{blue}{line[: len(_NOTE)]}{off}{line[len(_NOTE) :]}" for line in _remarks(problem)]
    return "\n".join(lines)


def render_all(problems: Iterable[Problem], sources: Mapping[str, SourceFile], *, colour: bool = False) -> str:
    """All diagnostics, an empty line between two."""
    return "\n\n".join(render(p, sources, colour=colour) for p in problems)


def place(problem: Problem, location: Location | None) -> str:
    """`file:line:column`, or the row and column of a table, or the file alone. "" for a problem without a place."""
    where = problem.where
    if where is None:
        return ""
    if where.row is not None:
        return f"{where.file}, row {where.row}" + (f", column {where.column}" if where.column else "")
    if location is None or not location.line:
        return where.file
    return f"{where.file}:{location.line}:{location.column}"


def to_json(problem: Problem, sources: Mapping[str, SourceFile]) -> dict[str, object]:
    """The diagnostic as plain values; `line`, `column`, `row` and `source` are None where they are not known."""
    location = locate(problem.where, sources)
    where = problem.where
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "message": problem.message,
        "file": where.file if where else None,
        "line": (location.line or None) if location else None,
        "column": (location.column or None) if location else None,
        "width": (location.width or None) if location else None,
        "row": where.row if where else None,
        "cell_column": (where.column or None) if where else None,
        "key": list(where.key) if where else [],
        "source": location.text if location else None,
        "notes": list(problem.notes),
        "help": problem.help,
    }


def clean(text: str) -> str:
    """`text` without characters that would steer a terminal; tabs become spaces, invisible spaces a plain one."""
    return "".join(_shown(c) for c in text)


def columns(text: str) -> int:
    """The columns `text` takes on a terminal: wide East Asian characters two, combining marks none."""
    return sum(_columns(c) for c in text)


def _remarks(problem: Problem) -> Iterable[str]:
    helps = [problem.help] if problem.help else []
    for lead, words in (*((_NOTE, note) for note in problem.notes), *((_HELP, words) for words in helps)):
        first, *rest = words.split("\n")
        yield lead + clean(first)
        yield from (" " * len(lead) + clean(line) for line in rest)


def _snippet(location: Location, width: int) -> tuple[str, str]:
    """The line, cropped to `width` columns, and the row of carets under it ("" where there is no column)."""
    text = clean(location.text)
    at = max(location.column - 1, 0)
    end = min(at + location.width, len(text))
    begin, stop = _window(text, at, end, width)
    before, marked = text[begin:at], text[at : min(end, stop)]
    lead, tail = ("…" if begin else ""), ("…" if stop < len(text) else "")
    shown = lead + text[begin:stop] + tail
    if not location.column:
        return shown, ""
    return shown, " " * (len(lead) + columns(before)) + "^" * max(1, columns(marked))


def _window(text: str, at: int, end: int, width: int) -> tuple[int, int]:
    """The part of a long line to show: some words before `at`, and as much after as there is room for."""
    if columns(text) + (at == len(text)) <= width:  # a caret behind the last character needs a column too
        return 0, len(text)
    begin = 0 if columns(text[:end]) <= width - 1 else max(0, at - width // 4)
    stop, used = begin, 2
    while stop < len(text) and used + _columns(text[stop]) <= width:
        used += _columns(text[stop])
        stop += 1
    return begin, max(stop, min(at + 1, len(text)))


def _shown(char: str) -> str:
    """One character for one: the columns of a source line stay what they are."""
    if char == "\t" or unicodedata.category(char) == "Zs":
        return " "
    return char if unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} else "·"


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
