"""The order in which problems are shown."""

from __future__ import annotations

from report_builder.problems import Problem, Severity, Where
from report_builder.problems.order import by_file, in_order


def _at(file: str, start: int, severity: Severity = Severity.ERROR) -> Problem:
    return Problem("T040", f"{file} {start}", Where(file, start), severity=severity)


def test_each_file_once_and_those_with_errors_first() -> None:
    """Within a file as they stand in it, whatever their gravity; the same problem once."""
    noted, warned, wrong, early = (
        _at("a.md", 1, Severity.NOTE),
        _at("b.md", 2, Severity.WARNING),
        _at("c.md", 9),
        _at("c.md", 3, Severity.WARNING),
    )
    ordered = in_order((noted, wrong, warned, early, wrong))
    assert (early, wrong, warned, noted) == ordered
    assert {"c.md": [early, wrong], "b.md": [warned], "a.md": [noted]} == by_file(ordered)


def test_what_stands_in_no_file_stands_together() -> None:
    """Under an empty name."""
    whole = Problem("L010", "too wide")
    assert {"": [whole]} == by_file(in_order((whole,)))


def test_rows_of_a_table_come_in_order() -> None:
    """By number, not as text."""
    second, tenth = (Problem("D021", "blank", Where("a.csv", row=n)) for n in (2, 10))
    assert (second, tenth) == in_order((tenth, second))
