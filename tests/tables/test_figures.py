"""The words that say how exact figures are."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_builder.tables.figures import GRAMMAR, Figures, parse_figures


@pytest.mark.parametrize(
    ("text", "step", "whole"),
    [
        ("whole numbers, exact", "0", True),
        ("Whole numbers", "0", True),
        ("exact", "0", False),
        ("rounded to whole per cents", "1", True),
        ("rounded to whole percent", "1", True),
        ("whole per cents", "1", True),
        ("rounded to whole numbers", "1", True),
        ("rounded to the nearest 10", "10", True),
        ("rounded to the nearest 1,000", "1000", True),
        ("rounded to the nearest 0.5", "1/2", False),
        ("rounded to the nearest thousand", "1000", True),
        ("one decimal place", "1/10", False),
        ("rounded to two decimal places", "1/100", False),
    ],
)
def test_grammar(text: str, step: str, whole: bool) -> None:
    """Each phrase gives the step of rounding and whether only whole numbers occur."""
    assert Figures(Fraction(step), whole) == parse_figures(text)


@pytest.mark.parametrize("text", ["", "about right", "rounded", "rounded to the nearest 0", "rounded to the nearest x"])
def test_not_of_the_grammar(text: str) -> None:
    """Other words are not guessed at."""
    assert parse_figures(text) is None


def test_offered_phrases_are_understood() -> None:
    """Every phrase that messages offer is of the grammar."""
    assert all(parse_figures(phrase) for phrase in GRAMMAR)


@given(st.fractions(-1000, 1000), st.sampled_from(["0.5", "1", "10", "0.01"]))
def test_bounds_hold_the_truth(truth: Fraction, step: str) -> None:
    """Whatever was rounded lies within the bounds of what was printed."""
    figures = Figures(Fraction(step), whole=False)
    printed = round(truth / figures.step) * figures.step
    low, high = figures.bounds(printed)
    assert figures.allows(printed)
    assert low <= truth <= high
