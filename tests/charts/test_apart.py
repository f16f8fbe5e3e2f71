"""Tests of pushing labels apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_builder.charts.apart import pushed_apart

labels = st.lists(st.tuples(st.floats(0, 100), st.floats(1, 8)), max_size=10)


@given(labels)
def test_no_two_labels_touch_and_none_leaves_the_room(asked: list[tuple[float, float]]) -> None:
    """Where all fit they lie apart, inside, in the order of what they want."""
    wanted, sizes = [a for a, _ in asked], [s for _, s in asked]
    middles = pushed_apart(wanted, sizes, 0.0, 100.0)
    edges = sorted((m - s / 2, m + s / 2) for m, s in zip(middles, sizes, strict=True))
    assert all(a[1] <= b[0] + 1e-6 for a, b in pairwise(edges))
    assert all(-1e-6 <= low and high <= 100 + 1e-6 for low, high in edges)
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    assert sorted(middles) == pytest.approx([middles[i] for i in order])


def test_labels_with_room_stay_where_they_are() -> None:
    """Nothing moves that does not have to."""
    assert [10.0, 50.0, 90.0] == pushed_apart([10.0, 50.0, 90.0], [10.0, 10.0, 10.0], 0.0, 100.0)


def test_two_that_touch_share_the_way() -> None:
    """Both move by the same."""
    assert [45.0, 55.0] == pushed_apart([50.0, 50.0], [10.0, 10.0], 0.0, 100.0)
