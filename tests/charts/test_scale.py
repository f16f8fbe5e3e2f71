"""Tests of scales and of thinning labels."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from report_builder.charts.chart import Series
from report_builder.charts.scale import are_periods, extent, telling, thinned

from .story import YEARS, force, forces, one, point, uk


def test_scales_start_at_zero() -> None:
    """Columns, bars and lines alike, over all panels."""
    assert [(0, 333)] * 3 == [extent(forces(kind)) for kind in ("columns", "bars", "lines")]


def test_only_a_line_may_leave_zero_out() -> None:
    """`zero: no` on a line keeps a little room; on columns it is not heard."""
    low, high = extent(replace(uk("lines"), zero=False))
    assert 3000 < low < 3728
    assert 7062 < high
    assert (0, 7062) == extent(replace(uk("columns"), zero=False))


def test_a_chart_of_zeros_has_a_scale() -> None:
    """Nothing is divided by nothing."""
    assert (0, 1) == extent(one("bars", point("A", 0)))


def test_the_telling_points_come_first() -> None:
    """Highlight and last, first, greatest, least."""
    assert [6, 0, 2, 1] == telling(force("Gwent"))


def test_of_equals_one_is_told() -> None:
    """Where the first value is also the greatest, a second point of that height says nothing new."""
    same = Series("", tuple(point(str(2019 + i), v) for i, v in enumerate((124, 124, 96, 61, 61))))
    assert [4, 0] == telling(same)


@given(st.lists(st.floats(1, 80), min_size=1, max_size=43), st.floats(5, 60))
def test_thinned_labels_never_touch_and_keep_the_last(widths: list[float], step: float) -> None:
    """Whatever the widths."""
    spans = [(i * step - w / 2, i * step + w / 2) for i, w in enumerate(widths)]
    shown = thinned(spans, 4.0)
    assert len(widths) - 1 == shown[-1]
    assert all(spans[a][1] + 4 <= spans[b][0] for a, b in pairwise(shown))


@pytest.mark.parametrize("count, shown", [(7, [0, 2, 4, 6]), (8, [0, 3, 5, 7]), (1, [0])])
def test_years_are_shown_at_even_steps_with_both_ends(count: int, shown: list[int]) -> None:
    """Steps are counted from the last year."""
    assert shown == thinned([(i * 30.0 - 18, i * 30.0 + 18) for i in range(count)], 5.0)


def test_periods_name_a_year() -> None:
    """Years thin out, names of places do not."""
    assert are_periods([point(year, 1) for year in (*YEARS, "October 2024")])
    assert not are_periods([point("2017/18", 1), point("Gwent", 1)])
