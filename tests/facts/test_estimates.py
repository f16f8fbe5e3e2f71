"""Estimates of surveys: how many answered, the interval of a difference, and what may not be called a rise."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.made import fact, sound, table
from report_builder.facts.claims import check
from report_builder.facts.estimates import around_difference
from report_builder.facts.family import Facts
from report_builder.facts.interval import Interval
from report_builder.facts.meanings import MEANINGS

BESIDE: dict[str, Any] = {"rows": {"column": "Place", "are": "place"}, "value": "Share", "years": {"column": "Year"},
          "unit": "percent", "figures": "one decimal place"}  # fmt: skip


def survey(first: str, second: str) -> Facts:
    """A share in two years, each "estimate,low,high,base", with its difference, change and ratio."""
    text = f"Place,Year,Share,Low,High,Asked\nAx,2020,{first}\nAx,2022,{second}\n"
    made = table(text, **BESIDE, interval=["Low", "High"], base="Asked")
    points: dict[str, Any] = {"of": "s", "from": "first", "to": "latest"}
    entries: dict[str, Any] = {
        "s": {"kind": "value", "data": "t", "each": ["place", "year"], "base": "adults asked"},
        "points": {"kind": "difference", **points},
        "times": {"kind": "ratio", **points},
    }
    return sound(entries, made, here="Ax")


def test_base_and_interval_come_with_the_estimate() -> None:
    """They stand beside it in the file."""
    found = fact(survey("48.0,45.0,51.0,1012", "52.0,49.0,55.0,987"), "s[ax, 2020]")
    assert (True, Fraction(1012), Interval(Fraction(45), Fraction(51))) == (found.estimate, found.asked, found.interval)


@pytest.mark.parametrize(
    ("second", "rose"),
    [("52.0,49.0,55.0,987", False), ("52.2,49.2,55.2,987", False), ("52.3,49.3,55.3,987", True)],
)
def test_a_rise_needs_more_than_the_margin_of_error(second: str, rose: bool) -> None:
    """Two margins of 3 points make one of 4.24: 4.2 points are within it, 4.3 are not, though the intervals overlap."""
    facts = survey("48.0,45.0,51.0,1012", second)
    verdict = check(fact(facts, "points[ax]"), MEANINGS["rose"], facts)
    assert verdict.at_value
    assert rose == verdict.holds


def test_a_majority_within_the_margin_is_none() -> None:
    """52 per cent, 49 to 55, is no majority; 54, 51 to 57, is."""
    facts = survey("52.0,49.0,55.0,987", "54.0,51.0,57.0,987")
    assert [False, True] == [
        check(fact(facts, f"s[ax, {year}]"), MEANINGS["majority"], facts).holds for year in ("2020", "2022")
    ]


def test_a_ratio_of_estimates_is_one() -> None:
    """Whatever is computed from an estimate is an estimate."""
    assert fact(survey("48.0,45.0,51.0,1012", "52.0,49.0,55.0,987"), "times[ax]").estimate


NUMBERS = st.fractions(0, 100, max_denominator=1000)


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS)
def test_the_interval_of_a_difference(
    a: Fraction, b: Fraction, c: Fraction, d: Fraction, e: Fraction, f: Fraction
) -> None:
    """At least as wide as the wider of the two, at most as wide as both end to end."""
    one, two = Interval(a - c, a + d), Interval(b - e, b + f)
    found = around_difference(a - b, (a, b), (one, two))
    assert found.low is not None
    assert found.high is not None
    slack = Fraction(1, 10**8)
    assert max(c, f) <= (a - b) - found.low <= c + f + slack
    assert max(d, e) <= found.high - (a - b) <= d + e + slack
