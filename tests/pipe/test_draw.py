"""Charts drawn once more for a narrow screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from charts.story import a_theme, forces, platforms
from pdf.briefing import runs, with_blocks
from report_builder.cache import Cache
from report_builder.charts.chart import Chart, Panel, Point, Series
from report_builder.document.blocks import Document, FigureBlock
from report_builder.pipe.draw import draw_narrow


def document(*charts: Chart) -> Document:
    return with_blocks(
        *(FigureBlock(n, runs("Title"), "", chart, "What it shows") for n, chart in enumerate(charts, 1))
    )


def test_charts_are_as_narrow_as_the_screen() -> None:
    """However high that makes them: a screen is as long as it has to be."""
    charts = (forces("columns"), platforms())
    drawn = draw_narrow(document(*charts), a_theme(), 240.0, Cache())
    assert {240.0} == {d.width_pt for d in drawn.values()}
    assert set(charts) == set(drawn)


def test_a_chart_that_a_narrow_screen_cannot_hold_is_left_out() -> None:
    """The wide one is shown there instead, made smaller: no value is dropped without a word."""
    crowded = Chart("columns", (Panel("", (Series("", tuple(Point(f"{n}", 10e6, "10,000,000") for n in range(30))),)),))
    assert {} == draw_narrow(document(crowded), a_theme(), 240.0, Cache())


def test_drawings_come_out_of_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time nothing is drawn, and both are the same, problems and all."""
    charts = document(forces("columns"), platforms())
    first = draw_narrow(charts, a_theme(), 240.0, Cache(tmp_path))
    monkeypatch.setattr("report_builder.charts.record.record", None)
    assert first == draw_narrow(charts, a_theme(), 240.0, Cache(tmp_path))
