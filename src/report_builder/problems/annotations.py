"""Problems as GitHub's workflow commands, which it shows beside the lines of a change."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from report_builder.problems import Problem, Severity
from report_builder.problems.locate import SourceFile, locate

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def annotation(problem: Problem, sources: Mapping[str, SourceFile], folder: PurePosixPath) -> str:
    """One command on one line. `folder` is the project's, as seen from the root of the repository."""
    location = locate(problem.where, sources)
    where: dict[str, str | int] = {}
    if problem.where is not None:
        where["file"] = str(folder / problem.where.file)
    if location is not None and location.line:
        where["line"] = location.line
        if location.column:
            where |= {"col": location.column, "endColumn": location.column + location.width}
    where["title"] = problem.code
    helps = [f"help: {problem.help}"] if problem.help else []
    row = problem.where.row if problem.where is not None and not (location and location.line) else None
    place = [f"row {row}, column {problem.where.column}"] if row and problem.where else []
    text = "\n".join((problem.message, *place, *problem.notes, *helps))
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in where.items())
    return f"::{_COMMANDS[problem.severity]} {properties}::{_data(text)}"


def _data(text: str) -> str:
    """As actions/toolkit escapes it (packages/core/src/command.ts, escapeData)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """As actions/toolkit escapes it (escapeProperty)."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
