"""`protect:` as people type it."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from report_builder.tables.protection import Protection


@pytest.mark.parametrize("text", ["fewer than 10", "Fewer than 10", "less than 10", "under 10", "<10", "< 10"])
def test_a_bound_in_any_of_its_wordings(text: str) -> None:
    """Marks that tell which counts are small may be worded in the usual ways."""
    assert Protection(show_as=text).says_bound


def test_withheld_says_no_bound() -> None:
    """The word alone tells nothing of the size."""
    assert not Protection().says_bound


@pytest.mark.parametrize("text", ["fewer than 5", "suppressed", "few", "*"])
def test_other_marks_are_refused(text: str) -> None:
    """A bound other than the threshold would be untrue, and other words would not be audited."""
    with pytest.raises(ValidationError, match="one of the two ways"):
        Protection(show_as=text)


@pytest.mark.parametrize(
    ("zero", "count", "small"),
    [("hidden", 0, True), ("safe", 0, False), ("safe", 1, True), ("hidden", 9, True), ("hidden", 10, False)],
)
def test_what_is_small(zero: str, count: int, small: bool) -> None:
    """Below the threshold, and nil where that is not said to be safe."""
    assert small is Protection.model_validate({"zero": zero}).small(count)


@pytest.mark.parametrize(("count", "rounded"), [(0, 0), (2, 0), (3, 5), (7, 5), (8, 10), (12, 10), (13, 15)])
def test_rounding_to_five(count: int, rounded: int) -> None:
    """To the nearest multiple."""
    assert rounded == Protection(round_to=5).rounded(count)


def test_halves_go_up() -> None:
    """15 to the nearest ten is 20."""
    assert 20 == Protection(round_to=10).rounded(15)
    assert 15 == Protection().rounded(15)
