"""Path data is read as fontTools reads it."""

from __future__ import annotations

import pytest
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path
from hypothesis import given
from hypothesis import strategies as st

from report_builder.brand.svg_path import path_data, transform

NUMBERS = st.integers(-50, 50)


def command(letter: str, count: int) -> st.SearchStrategy[str]:
    """A command with its numbers."""
    return st.lists(NUMBERS, min_size=count, max_size=count).map(lambda n: letter + " ".join(map(str, n)))


def ends(_: str, *numbers: float) -> tuple[float, ...]:
    """Where a segment ends."""
    return numbers[-2:]


STEPS = st.one_of(
    *(command(x, 2) for x in "LlTt"),
    *(command(x, 1) for x in "HhVv"),
    *(command(x, 4) for x in "SsQq"),
    command("C", 6),
)


@given(command("M", 2), st.lists(STEPS, min_size=1, max_size=8))
def test_points_are_those_that_fonttools_finds(move: str, steps: list[str]) -> None:
    """Every point that a segment ends in is the same."""
    data = move + "".join(steps)
    pen = RecordingPen()
    parse_path(data, pen)
    expected = [value for _, points in pen.value if points for value in points[-1]]
    assert pytest.approx(expected) == [value for segment in path_data(data) for value in ends(*segment)]


def test_flags_of_an_arc_need_no_space() -> None:
    """Optimisers write them together with the next number."""
    assert path_data("M0 0A5 5 0 0 1 10 0") == path_data("M0 0A5 5 0 0110 0")


def test_transforms_are_done_from_right_to_left() -> None:
    """The last one stands nearest to the shape."""
    assert (2.0, 0.0, 0.0, 2.0, 10.0, 0.0) == transform("translate(10) scale(2)")
