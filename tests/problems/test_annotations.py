"""Problems as GitHub's workflow commands."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from report_builder.problems import Problem, Severity, Where
from report_builder.problems.annotations import annotation
from report_builder.problems.locate import SourceFile

TEXT = "# A heading\n\nSomething, twice.\n"
FILES = {"report/a, b.md": SourceFile("report/a, b.md", TEXT)}


def test_what_would_end_a_command_or_a_property_is_escaped() -> None:
    """Per cent and line ends everywhere, colons and commas in properties alone (actions/toolkit, command.ts)."""
    found = Problem("C012", "5%: no,\r\nnot so", Where("report/a, b.md", 13, 9), ("a note",), "100%")
    assert annotation(found, FILES, PurePosixPath("x:y")) == (
        "::error file=x%3Ay/report/a%2C b.md,line=3,col=1,endColumn=10,title=C012"
        "::5%25: no,%0D%0Anot so%0Aa note%0Ahelp: 100%25"
    )


@pytest.mark.parametrize(("severity", "command"), [(Severity.WARNING, "warning"), (Severity.NOTE, "notice")])
def test_each_severity_has_its_command(severity: Severity, command: str) -> None:
    """GitHub calls a note a notice. A problem without a place has no file."""
    found = Problem("L010", "too wide", severity=severity)
    assert annotation(found, {}, PurePosixPath(".")) == f"::{command} title=L010::too wide"


def test_a_cell_is_named_in_the_message() -> None:
    """A workbook has no lines."""
    found = Problem("D021", "the cell is blank", Where("data/a.xlsx", row=7, column="C"))
    assert annotation(found, {}, PurePosixPath(".")) == (
        "::error file=data/a.xlsx,title=D021::the cell is blank%0Arow 7, column C"
    )
