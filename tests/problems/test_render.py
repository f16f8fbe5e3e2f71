"""Diagnostics look like those of a good compiler."""

from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from report_builder.problems import Problem, Severity, Where
from report_builder.problems.locate import SourceFile
from report_builder.problems.render import columns, render, render_all, to_json

LINE = "offences [more than doubled](claim:growth) in six years"
SOURCES = {"s.md": SourceFile("s.md", f"# Heading\n\n{LINE}\n")}
CLAIM = Problem(
    "C012",
    '"more than doubled" is not supported by growth',
    Where("s.md", 11 + 9, 19),
    ("1.52 times (67 against 44), Gwent, 2017/18 to 2023/24",),
    '"rose by 52 per cent", or {growth:phrase}',
)


def test_a_diagnostic_shows_code_place_line_notes_and_help() -> None:
    """The layout of the documentation, to the character."""
    expected = """\
error[C012]: "more than doubled" is not supported by growth
  --> s.md:3:10
   |  offences [more than doubled](claim:growth) in six years
   |           ^^^^^^^^^^^^^^^^^^^
   = 1.52 times (67 against 44), Gwent, 2017/18 to 2023/24
   = help: "rose by 52 per cent", or {growth:phrase}"""
    assert expected == render(CLAIM, SOURCES)


def test_a_help_of_several_lines_stays_in_its_column() -> None:
    """Further lines start under the first."""
    assert "   = help: one\n           two" in render(Problem("P001", "m", None, (), "one\ntwo"), {})


def test_a_problem_without_a_place_has_no_arrow() -> None:
    """Only code and message are left."""
    assert "warning[P001]: m" == render(Problem("P001", "m", severity=Severity.WARNING), {})


def test_a_table_is_named_by_row_and_column() -> None:
    """A workbook has no lines."""
    problem = Problem("D001", "m", Where("d.xlsx", row=12, column="C"))
    assert "error[D001]: m\n  --> d.xlsx, row 12, column C" == render(problem, {})


def test_colour_adds_codes_and_nothing_else() -> None:
    """Taking the codes out gives the plain text."""
    coloured = render(CLAIM, SOURCES, colour=True)
    assert "\x1b[1;31m" in coloured
    assert render(CLAIM, SOURCES) == re.sub(r"\x1b\[[\d;]*m", "", coloured)


def test_wide_characters_move_the_carets() -> None:
    """An East Asian character takes two columns, a combining mark none."""
    sources = {"f": SourceFile("f", "日本e\u0301x!")}
    text, under = render(Problem("P001", "m", Where("f", 4, 1)), sources).split("\n")[2:4]
    assert columns(text[: text.index("x")]) == under.index("^")


def test_tabs_and_control_characters_cannot_steer_the_terminal() -> None:
    """A tab is one space, an escape a dot."""
    sources = {"f": SourceFile("f", "\tx\x1b[31m")}
    assert "   |   x·[31m" in render(Problem("P001", "\x1bm", Where("f", 1, 1)), sources)
    assert "\x1b" not in render(Problem("P001", "\x1bm", Where("f", 1, 1)), sources)


@given(st.text(max_size=400), st.integers(0, 400), st.integers(0, 400), st.integers(20, 120))
def test_the_carets_stay_within_the_width_and_under_the_line(text: str, start: int, length: int, width: int) -> None:
    """Whatever the line, it is cropped to the width and what is wrong is in what is left."""
    lines = render(Problem("P001", "m", Where("f", start, length)), {"f": SourceFile("f", text)}, width=width).split(
        "\n"
    )
    for line in lines[2:]:
        assert columns(line) <= width + len("   |  ")
    if len(lines) == 4:
        assert "^" in lines[3]


def test_several_diagnostics_are_set_apart() -> None:
    """One empty line between two."""
    assert 1 == render_all([Problem("P001", "a"), Problem("P001", "b")], {}).count("\n\n")


def test_a_machine_gets_plain_values() -> None:
    """Line, column and source beside the message; all of it is JSON."""
    found = to_json(CLAIM, SOURCES)
    assert (3, 10, 19, LINE) == (found["line"], found["column"], found["width"], found["source"])
    assert found == json.loads(json.dumps(found))
