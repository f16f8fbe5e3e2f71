"""Tests of whole charts laid out."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from report_builder.charts.chart import Chart, ChartKind, Panel, Point, Series, State
from report_builder.charts.lettering import Box
from report_builder.charts.piece import Bar, Dot
from report_builder.charts.sheet import Sheet, lay_out

from .story import FORCES, YEARS, a_theme, first_and_last, force, forces, girls, one, platforms, point, uk

WIDTH = 482.0
KINDS: tuple[ChartKind, ...] = ("columns", "bars", "lines", "shares", "dots")

LEGEND = ((State.PARTIAL, "part of the year"), (State.DOUBTFUL, "in doubt"), (State.SUPPRESSED, "withheld"))
STATES = [State.FULL] * 5 + [State.PARTIAL, State.DOUBTFUL, State.MISSING, State.SUPPRESSED]


def words(random: Random, longest: int) -> str:
    """Words of up to so many letters in all, some of them very long."""
    letters = "".join(random.choices("abcdefgjilmwŵŷM -", k=random.randint(1, longest)))
    return " ".join(letters.split()) or "x"


def a_point(random: Random, label: str, state: State, digits: int) -> Point:
    value = random.randrange(10 ** random.randint(1, digits))
    if state is State.MISSING:
        return Point(label, None, "", state)
    if state is State.SUPPRESSED:
        return Point(label, None, random.choice(["", "fewer than 10"]), state)
    mark = random.choice(["", "", "six months", "revised since it was published"])
    return Point(label, float(value), f"{value:,}", state, mark, random.random() < 0.2)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """Charts of every kind: one point to 43, one panel to twelve, any states, long names and long numbers."""
    kind = draw(st.sampled_from(KINDS))
    count = draw(st.integers(1, 43))
    panels = draw(st.sampled_from([1, 1, 1, 2, 4, 12]))
    lines = draw(st.integers(1, 8)) if kind == "lines" else 2 if kind == "dots" else 1
    longest, digits, gaps_only = draw(st.sampled_from([12, 60])), draw(st.integers(1, 12)), draw(st.integers(0, 9)) == 9
    years = kind in ("columns", "lines") and draw(st.booleans())
    random = Random(draw(st.integers(0, 10**6)))
    labels = [f"{2000 + i}/{(i + 1) % 100:02}" if years else words(random, longest) for i in range(count)]

    def series() -> Series:
        states = [State.MISSING if gaps_only else random.choice(STATES) for _ in labels]
        points = tuple(a_point(random, label, state, digits) for label, state in zip(labels, states, strict=True))
        return Series(words(random, longest), points, random.random() < 0.2)

    titles = [words(random, longest) if panels > 1 else "" for _ in range(panels)]
    return Chart(
        kind,
        tuple(Panel(title, tuple(series() for _ in range(lines))) for title in titles),
        legend=LEGEND,
        zero=draw(st.booleans()),
        compact=draw(st.integers(0, 5)) == 5,
        reverse=draw(st.booleans()),
    )


def boxes(sheet: Sheet) -> list[tuple[str, Box]]:
    """The room each run takes, by its face's own widths; ascent and descent of Latin letters with accents."""
    faces = {face.name: face for face in a_theme().text.every()}
    return [
        (
            run.text,
            Box(
                run.x,
                run.y - 0.22 * run.size_pt,
                run.x + faces[run.face].width_pt(run.text, run.size_pt),
                run.y + 0.74 * run.size_pt,
            ),
        )
        for run in sheet.runs
    ]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(charts())
def test_words_never_overlap_and_stay_inside(chart: Chart) -> None:
    """No two runs share any area, none is under ten points, and all lie inside, or a problem says they do not fit."""
    sheet = lay_out(chart, a_theme(), WIDTH)
    placed = boxes(sheet)
    assert all(run.size_pt >= 10 for run in sheet.runs)
    if "G013" in {p.code for p in sheet.problems}:
        return
    assert [] == [(a, b) for (a, one), (b, other) in combinations(placed, 2) if one.grown(-0.05).meets(other)]
    paper = Box(-0.1, -0.1, WIDTH + 0.1, sheet.height_pt + 0.1)
    assert [] == [
        (text, box)
        for text, box in placed
        if box.left < paper.left or box.right > paper.right or box.bottom < paper.bottom or box.top > paper.top
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_of_nothing_is_a_problem_and_no_crash(kind: ChartKind) -> None:
    """Without points there is a problem, and still a sheet."""
    for panels in ((), (Panel("", ()),), (Panel("", (Series("", ()),)),)):
        assert "G001" in {p.code for p in lay_out(Chart(kind, panels), a_theme(), WIDTH).problems}


def test_four_panels_stand_two_by_two() -> None:
    """Four forces make a square, with their titles in two rows and two columns."""
    sheet = lay_out(forces("columns"), a_theme(), WIDTH)
    titles = {run.text: (run.x, run.y) for run in sheet.runs if run.text in FORCES}
    assert (titles["Dyfed-Powys"][1], titles["North Wales"][1]) == (titles["Gwent"][1], titles["South Wales"][1])
    assert (titles["Dyfed-Powys"][0], titles["Gwent"][0]) == (titles["North Wales"][0], titles["South Wales"][0])


def test_panels_share_one_scale() -> None:
    """A column of 67 is as high in one panel as in another."""
    plots = [p for p in lay_out(forces("columns"), a_theme(), WIDTH).plots if p.y[1] == 333]
    assert 4 == len(plots)
    assert 1 == len({(round(p.frame.top - p.frame.bottom, 6), p.y) for p in plots})


@pytest.mark.parametrize("kind", ["columns", "bars", "lines"])
def test_a_missing_figure_is_a_gap_with_its_words(kind: ChartKind) -> None:
    """No bar or dot stands where there is no figure, no zero is printed, and words say that there is none."""
    sheet = lay_out(one(kind, point("2021", 5), point("2022", None), point("2023", 7)), a_theme(), WIDTH)
    marks = [m for p in sheet.plots for m in p.marks if isinstance(m, Bar | Dot) and m.fill == a_theme().colours.series]
    assert 2 == len(marks)
    assert {"no", "figure"} <= set(" ".join(run.text for run in sheet.runs).split())
    assert "0" not in {run.text for run in sheet.runs}


def test_the_key_names_only_what_occurs() -> None:
    """States that are not in a chart are not in its key."""
    said = " ".join(run.text for run in lay_out(one("bars", point("A", 5, State.DOUBTFUL)), a_theme(), WIDTH).runs)
    assert "in doubt" in said
    assert "withheld" not in said


def test_years_thin_out_only_when_they_do_not_fit() -> None:
    """Seven years are all printed over the page, every second one in half of it, both ends always."""
    wide = {run.text for run in lay_out(uk("columns"), a_theme(), WIDTH).runs}
    narrow = [run.text for run in lay_out(uk("columns"), a_theme(), 220.0).runs if run.text in YEARS]
    assert set(YEARS) <= wide
    assert [*YEARS[::2]] == narrow


def test_forty_three_bars_fit_a_page() -> None:
    """A row for each police force fits under a title."""
    sheet = lay_out(one("bars", *(point(f"Force number {i}", 400 - i) for i in range(43))), a_theme(), WIDTH)
    assert () == sheet.problems


def test_the_trend_of_the_cover_prints_its_ends_only() -> None:
    """First and last year, first and last value, in colours that hold on the primary ground."""
    sheet = lay_out(replace(uk("columns"), compact=True, reverse=True), a_theme(), 220.0)
    assert {"3,728", "7,062", "2017/18", "2023/24"} == {run.text for run in sheet.runs}
    colours = a_theme().colours
    assert {colours.on_primary, colours.on_primary_muted} == {run.colour for run in sheet.runs}


def test_only_the_highlight_is_in_the_accent() -> None:
    """One bar carries the accent, the others the muted colour of series."""
    fills = [m.fill for p in lay_out(platforms(), a_theme(), WIDTH).plots for m in p.marks if isinstance(m, Bar)]
    assert (1, 4) == (fills.count(a_theme().colours.accent), fills.count(a_theme().colours.series))


def test_small_parts_of_a_whole_step_down_to_be_named() -> None:
    """Two large parts share one bar; twelve small ones have a line each, and each is named."""
    few = lay_out(girls(), a_theme(), WIDTH)
    many = lay_out(one("shares", *(point(f"Nottinghamshire{i}", 8) for i in range(12))), a_theme(), WIDTH)
    assert few.height_pt < 80 < many.height_pt
    assert {f"Nottinghamshire{i}" for i in range(12)} <= {run.text for run in many.runs}


def test_dots_name_their_two_periods() -> None:
    """The periods stand over the first pair, the earlier on the left."""
    at = {run.text: run.x for run in lay_out(first_and_last(), a_theme(), WIDTH).runs}
    assert at["2017/18"] < at["2023/24"]


def test_names_at_the_ends_of_lines_that_meet_stand_apart() -> None:
    """Gwent and Dyfed-Powys both end at 67, and both are named."""
    chart = Chart("lines", (Panel("", tuple(force(name) for name in FORCES)),))
    ends = [run for run in lay_out(chart, a_theme(), WIDTH).runs if run.text in ("Gwent 67", "Dyfed-Powys 67")]
    assert 2 == len(ends)
    assert abs(ends[0].y - ends[1].y) > 10


def test_the_highlighted_value_is_printed_among_forty_columns() -> None:
    """It stands over its taller neighbours, where there is no room for every value."""
    values = [3000 + 97 * i for i in range(39)] + [5000]
    points = [point(str(1984 + i), value, highlight=i == 39) for i, value in enumerate(values)]
    assert "5,000" in {run.text for run in lay_out(one("columns", *points), a_theme(), WIDTH).runs}


@pytest.mark.parametrize("width", range(480, 640, 10))
def test_values_side_by_side_are_parted(width: int) -> None:
    """Neighbours' values never read on into one another, and panels leave out what finds no room without a word."""
    points = [point(str(2019 + i), 2480 + 10 * i, highlight=i == 5) for i in range(6)]
    panel = Panel("A", (Series("", tuple(points)),))
    sheet = lay_out(Chart("columns", (panel,) * 3), a_theme(), width)
    faces = {face.name: face for face in a_theme().text.every()}
    values = [run for run in sheet.runs if "," in run.text]
    spans = sorted((r.x, r.x + faces[r.face].width_pt(r.text, r.size_pt), r.y) for r in values)
    assert all(b[0] - a[1] > 2.0 for a, b in combinations(spans, 2) if abs(a[2] - b[2]) < a_theme().scale.small)
    assert () == sheet.problems


@pytest.mark.parametrize("chart", [forces("columns"), uk("columns"), uk("lines"), platforms(), first_and_last()])
@pytest.mark.parametrize("height", [200.0, 260.0])
def test_grows_and_shrinks_to_a_height(chart: Chart, height: float) -> None:
    """Where a height is given, plots fill it; only what stands in rows stops where a row holds no words or is thick."""
    sheet = lay_out(chart, a_theme(), WIDTH, height_pt=height)
    if chart.kind in ("dots", "bars"):
        assert height - 35.0 < sheet.height_pt <= height + 25.0
    else:
        assert abs(sheet.height_pt - height) < 1.0
