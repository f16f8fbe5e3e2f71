"""Widths of the columns of a table."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from report_builder.pdf.columns import Need, share

NEEDS = st.lists(
    st.tuples(st.floats(1, 200), st.floats(0, 300)).map(lambda t: (t[0], t[0] + t[1])), min_size=1, max_size=10
)


@given(NEEDS, st.floats(50, 600))
def test_columns_fill_no_more_than_the_width(listed: list[tuple[float, float]], width: float) -> None:
    """With their gaps they fit, and only columns that are named are narrower than their widest word."""
    gap = min(5.0, width / 20)
    shared = share([Need(n, 1, low, high) for n, (low, high) in enumerate(listed)], len(listed), width, gap)
    assert sum(shared.widths) + gap * (len(listed) - 1) <= width + 0.01
    for n, ((low, _), given_) in enumerate(zip(listed, shared.widths, strict=True)):
        assert given_ >= low - 0.01 or n in shared.short


def test_a_spanning_cell_widens_the_columns_it_spans() -> None:
    """What it needs beyond them is shared among them."""
    shared = share([Need(0, 1, 10, 10), Need(1, 1, 10, 10), Need(0, 2, 50, 50)], 2, 200, 4)
    assert shared.widths == (23.0, 23.0)


def test_short_columns_are_named() -> None:
    """The widest give way first."""
    shared = share([Need(0, 1, 30, 30), Need(1, 1, 100, 100)], 2, 80, 0)
    assert shared.short == (1,)
    assert shared.widths[0] == 30


def test_names_in_rows_are_whole_before_headings_are() -> None:
    """A heading that takes two lines anyway leaves a name of two words on one."""
    name, heading = Need(0, 1, 40, 80), Need(1, 1, 60, 300, head=True)
    assert share([name, heading], 2, 200, 0).widths == (80.0, 120.0)
    assert share([name, heading], 2, 100, 0).widths == (40.0, 60.0)
