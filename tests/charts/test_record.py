"""Tests of drawing charts with Matplotlib's artists."""

from __future__ import annotations

import subprocess
import sys
from math import inf
from typing import Any

import matplotlib
import pytest

from report_builder.charts.chart import Chart, ChartKind, Point, State
from report_builder.charts.record import record
from report_builder.charts.sheet import lay_out
from report_builder.drawing import Drawing, Shape, TextRun

from .story import a_theme, first_and_last, forces, girls, one, platforms, point, uk

WIDTH = 482.0
CHARTS = {
    "columns": forces("columns"),
    "bars": platforms(),
    "lines": forces("lines"),
    "shares": girls(),
    "dots": first_and_last(),
}


def shapes(drawing: Drawing) -> list[Shape]:
    return [o for o in drawing.operations if isinstance(o, Shape)]


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_the_same_chart_is_drawn_the_same(chart: Chart) -> None:
    """Drawing twice gives equal drawings, without a problem."""
    drawing, problems = record(chart, a_theme(), WIDTH)
    assert (drawing, ()) == (record(chart, a_theme(), WIDTH)[0], problems)


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_numbers_have_two_decimals(chart: Chart) -> None:
    """No coordinate is finer than a hundredth of a point."""
    drawing, _ = record(chart, a_theme(), WIDTH)
    numbers = [n for s in shapes(drawing) for segment in s.path for n in segment[1:]]
    numbers += [n for o in drawing.operations if isinstance(o, TextRun) for n in (o.x, o.y)]
    assert [] == [n for n in numbers if not isinstance(n, float) or round(n, 2) != n]


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_marks_stay_on_the_paper(chart: Chart) -> None:
    """Every point of every shape lies in the drawing, hatching apart, which is clipped."""
    drawing, _ = record(chart, a_theme(), WIDTH)
    for shape in shapes(drawing):
        for segment in () if shape.clip else shape.path:
            numbers: list[float] = list(segment[1:])
            assert all(-1 <= x <= WIDTH + 1 for x in numbers[::2])
            assert all(-1 <= y <= drawing.height_pt + 1 for y in numbers[1::2])


def test_bars_are_as_long_as_their_values() -> None:
    """Lengths are in proportion to values, from a common zero (Tufte's lie factor is 1)."""
    drawing, _ = record(one("bars", point("A", 40), point("B", 10)), a_theme(), WIDTH)
    bars = next(s for s in shapes(drawing) if s.fill == a_theme().colours.series)
    starts = [bars.path[i : i + 5] for i in range(0, len(bars.path), 5)]
    ends = [[list(segment[1:]) for segment in part] for part in starts]
    first, second = (part[1][0] - part[0][0] for part in ends)
    assert pytest.approx(4.0, abs=0.01) == first / second


@pytest.mark.parametrize("state", [State.PARTIAL, State.DOUBTFUL])
def test_a_figure_to_be_careful_with_looks_different_without_colour(state: State) -> None:
    """Partial is hatched, doubtful hollow: both are outlined on paper, only partial has clipped lines."""
    drawing, _ = record(one("columns", point("A", 40, state)), a_theme(), WIDTH)
    outlined = [s for s in shapes(drawing) if s.stroke == a_theme().colours.series]
    assert outlined
    assert (state is State.PARTIAL) == any(s.clip for s in outlined)


def test_colours_are_the_theme_s_own() -> None:
    """Nothing is drawn in a colour the theme does not name."""
    colours = a_theme().colours
    named = {getattr(colours, name) for name in colours.__struct_fields__}
    for chart in CHARTS.values():
        for o in record(chart, a_theme(), WIDTH)[0].operations:
            assert {o.colour} if isinstance(o, TextRun) else {o.fill, o.stroke} <= {*named, None}


def test_words_are_the_layout_s() -> None:
    """Every run of the layout is in the drawing, once, in faces of the theme."""
    chart = forces("columns")
    drawing, _ = record(chart, a_theme(), WIDTH)
    runs = [o for o in drawing.operations if isinstance(o, TextRun)]
    assert [run.text for run in lay_out(chart, a_theme(), WIDTH).runs] == [run.text for run in runs]
    assert {run.face for run in runs} <= {face.name for face in a_theme().text.every()}


def test_matplotlib_s_slow_parts_are_not_imported() -> None:
    """Neither figures nor fonts of Matplotlib are needed: the font manager reads every font where its cache is lost."""
    program = (
        "import sys, report_builder.charts.record;"
        "print(*('matplotlib.' + part in sys.modules for part in ('font_manager', 'figure', 'pyplot')))"
    )
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "False False False" == out.stdout.strip()


def test_a_user_s_own_matplotlibrc_changes_nothing() -> None:
    """Sketchy lines and other defaults of the machine do not reach a report."""
    plain = record(uk("lines"), a_theme(), WIDTH)
    odd: Any = {"path.sketch": (5, 50, 5), "lines.linewidth": 9, "patch.edgecolor": "red", "path.simplify": True}
    with matplotlib.rc_context(odd):
        assert plain == record(uk("lines"), a_theme(), WIDTH)


@pytest.mark.parametrize("kind", ["columns", "bars", "lines", "shares", "dots"])
def test_a_chart_of_gaps_is_drawn(kind: ChartKind) -> None:
    """A chart without a single figure is a problem, and still a drawing."""
    drawing, problems = record(one(kind, point("2020/21", None), point("2021/22", None)), a_theme(), WIDTH)
    assert drawing.height_pt > 0
    assert "G002" in {p.code for p in problems}


def test_infinity_is_a_problem_and_not_drawn() -> None:
    """A value without end is named in a problem."""
    chart = one("bars", point("A", 5), Point("B", inf, "many"))
    assert ["G003"] == [p.code for p in record(chart, a_theme(), WIDTH)[1]]
