"""Tests of what is wrong with a chart."""

from __future__ import annotations

import pytest

from report_builder.charts.chart import Chart, Panel, Point, Series, State
from report_builder.charts.sheet import lay_out
from report_builder.problems import CODES, Where
from report_builder.problems.codes import charts as family

from .story import a_theme, force, forces, one, point

HERE = Where("report/sections/wales.md", 10)


def codes(chart: Chart) -> list[str]:
    return [p.code for p in lay_out(chart, a_theme(), 482.0, HERE).problems]


SHORT = Series("short", (point("2017/18", 1),))
TWO = Panel("", (force("Gwent"), force("North Wales")))


@pytest.mark.parametrize(
    "code, chart",
    [
        ("G001", Chart("bars", ())),
        ("G002", one("bars", point("A", None))),
        ("G003", one("bars", Point("A", float("nan"), "?"), point("B", 1))),
        ("G004", Chart("lines", (Panel("", (force("North Wales"), SHORT)),))),
        ("G005", Chart("columns", (TWO,), legend=((State.DOUBTFUL, "in doubt"),))),
        ("G006", Chart("dots", (Panel("", (SHORT,)),))),
        ("G007", one("shares", point("A", 60), point("B", None))),
        ("G010", one("bars", *(point(f"Row {i}", i) for i in range(200)))),
        ("G011", one("columns", *(point(str(1900 + i), 10**9) for i in range(100)))),
        ("G012", one("columns", *(point(f"A very long name, number {i}", 5) for i in range(30)))),
        ("G013", one("bars", point("A name " * 9, 5), Point("B", 10, "a text that is far too long to be a value" * 2))),
        ("G015", one("bars", point("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", 5), point("B", 10))),
        ("G014", Chart("bars", (Panel("", (Series("", (point("A", 4, State.DOUBTFUL),)),)),))),
    ],
)
def test_each_problem_is_found(code: str, chart: Chart) -> None:
    """Every code of the family has a chart that raises it, and it is told where the chart was asked for."""
    assert code in codes(chart)
    assert {HERE} == {p.where for p in lay_out(chart, a_theme(), 482.0, HERE).problems}


def test_every_code_of_the_family_is_tested() -> None:
    """The list above is complete."""
    marks = test_each_problem_is_found.pytestmark  # type: ignore[attr-defined]  # set by pytest
    assert {c.code for c in family.CODES} == {case[0] for case in marks[0].args[1]}
    assert {c.code for c in family.CODES} <= set(CODES)


def test_a_sound_chart_has_no_problem() -> None:
    """The founding story's forces, gaps and doubts and all."""
    assert [] == codes(forces("columns"))


def test_all_problems_are_told_at_once() -> None:
    """A chart with two mistakes has two problems."""
    chart = one("shares", point("A", None), Point("B", -3, "−3"), Point("C", float("inf"), "?"))
    assert ["G003", "G007", "G007", "G007"] == sorted(codes(chart))
