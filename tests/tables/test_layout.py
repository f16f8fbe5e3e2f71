"""Columns are found by the headings that a description names."""

from __future__ import annotations

from typing import Any

import pytest

from report_builder.problems import Problem, Where
from report_builder.tables.grid import Grid
from report_builder.tables.layout import Layout, lay_out
from tables.describe import codes_of, spec_of

HEADINGS = ("Police force", "Region", "2017-18", "2018-19", "2019-20")


def laid_out(headings: tuple[str, ...] = HEADINGS, **changes: Any) -> tuple[Layout | None, tuple[Problem, ...]]:
    """The layout of a sheet with these headings and one row."""
    grid = Grid((headings, tuple("1" for _ in headings)))
    return lay_out("forces", spec_of(**changes), grid, "data/datasets.yml")


def years_of(layout: Layout) -> list[tuple[int, str]]:
    """Column and year of each column of figures."""
    return [(figures.column, figures.period.id) for figures in layout.figures if figures.period]


def test_years_match_in_any_spelling() -> None:
    """A heading 2017-18 is the declared 2017/18."""
    layout, problems = laid_out()
    assert layout is not None
    assert () == problems
    assert [(3, "2017/18"), (4, "2018/19"), (5, "2019/20")] == years_of(layout)
    assert (1, 3, 4, 5) == layout.needed


def test_headings_by_name() -> None:
    """Headings that are no years are given theirs one by one."""
    columns = {"Book issues 2012": "2012", "Book issues 2014": "2014"}
    layout, problems = laid_out(("Police force", *columns), years={"columns": columns})
    assert layout is not None
    assert () == problems
    assert [(2, "2012"), (3, "2014")] == years_of(layout)


def test_all_missing_columns_are_named_at_once() -> None:
    """Each with the nearest heading that exists, at the key where it was typed."""
    rows = {"column": "Police Force", "or_column": "Regoin"}
    layout, problems = laid_out(rows=rows, years={"columns": "2016/17 to 2019/20"})
    assert layout is None
    assert ["D010", "D010", "D032"] == codes_of(problems)
    assert 'did you mean "Region"?' == problems[0].help
    assert 'did you mean "Police force"?' == problems[1].help
    assert Where("data/datasets.yml", key=("forces", "rows", "column")) == problems[1].where
    assert "data/forces.csv has no column for 2016/17" == problems[2].message


def test_a_year_left_out_is_a_warning() -> None:
    """A further year in the file is pointed at, and may stay out."""
    layout, problems = laid_out(years={"columns": "2017/18 to 2018/19"})
    assert layout is not None
    assert ["D033"] == codes_of(problems)
    assert Where("data/forces.csv", row=1, column="E") == problems[0].where


@pytest.mark.parametrize(
    ("headings", "changes", "code"),
    [
        (("Police force", "2017/18", "2017-18", "2018/19", "2019/20"), {}, "D011"),
        (("Police force", "Police force", "2017/18", "2018/19", "2019/20"), {}, "D011"),
        (HEADINGS, {"years": {"columns": "every year"}}, "D031"),
        (HEADINGS, {"years": {"columns": {"2017-18": "the first"}}}, "D031"),
        (HEADINGS, {"years": None}, "D012"),
        (("Police force",), {"years": None}, "D012"),
        (HEADINGS, {"years": None, "value": "Count"}, "D010"),
        (HEADINGS, {"years": None, "measures": {"all": {"column": "All"}}}, "D010"),
        (HEADINGS, {"where": {"Offence": "88A"}}, "D010"),
        (HEADINGS, {"header_row": "9"}, "D010"),
        (("", " "), {}, "D010"),
    ],
)
def test_what_cannot_be_laid_out(headings: tuple[str, ...], changes: dict[str, Any], code: str) -> None:
    """Each reason has its code, and nothing is guessed."""
    layout, problems = laid_out(headings, **changes)
    assert layout is None
    assert [code] == codes_of(problems)


def test_the_only_other_column_holds_the_figures() -> None:
    """`value:` may be left out where there is no choice."""
    layout, problems = laid_out(("Year", "Offences"), rows=None, years={"column": "Year"})
    assert layout is not None
    assert ([2], 1, ()) == ([figures.column for figures in layout.figures], layout.year_column, problems)
