"""Problems: what is wrong with a project, where, why, and what to do about it.

Everything above imports this room; it imports nothing of the package. One error leaves the library:

    ReportError      carries every Problem found, never only the first
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from report_builder.problems.code import Code, Severity
from report_builder.problems.codes import CODES

__all__ = ["CODES", "Code", "Problem", "ReportError", "Severity", "Where", "errors", "problem"]

KeyPath = tuple[str | int, ...]


class Where(Struct, frozen=True):
    """A place in a file of the project: a run of characters, a YAML key path, a row of a table, or the whole file.

    `file` is relative to the project folder, with forward slashes. `start` counts characters from the beginning of the
    file as text. `key` is a path of mapping keys and list positions; `on_key` points at the key's own name rather than
    its value. `row` and `column` are for tables: 1 based row of the sheet, letter of the column.
    """

    file: str
    start: int | None = None
    length: int = 0
    key: KeyPath = ()
    on_key: bool = False
    row: int | None = None
    column: str = ""


class Problem(Struct, frozen=True):
    """One diagnostic. `message` is lower case with the value quoted; `notes` say why; `help` says what to do."""

    code: str
    message: str
    where: Where | None = None
    notes: tuple[str, ...] = ()
    help: str = ""
    severity: Severity = Severity.ERROR

    def at(self, where: Where) -> Problem:
        """The same problem at another place."""
        return replace(self, where=where)


def problem(code: str, message: str, where: Where | None = None, *notes: str, help: str = "") -> Problem:
    """A Problem with the severity its code is declared with. KeyError for a code that is not in the list."""
    return Problem(code, message, where, notes, help, CODES[code].severity)


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those that stop a build."""
    return tuple(p for p in problems if p.severity is Severity.ERROR)


class ReportError(Exception):
    """The project cannot be built; `problems` says why, all of it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{p.code} {p.message}" for p in self.problems))

    @property
    def exit_code(self) -> int:
        """The exit code of the contract: 1 content, 3 a gate, 4 the environment; the gravest cause wins."""
        return max((CODES[p.code].exit_code for p in errors(self.problems)), default=1)
