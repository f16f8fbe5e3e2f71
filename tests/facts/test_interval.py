"""Intervals contain the truth, whatever is computed with them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from report_builder.facts.interval import Interval, exactly, rounded, total, union_of_overlapping

NUMBERS = st.fractions(-1000, 1000, max_denominator=40)


@st.composite
def known(draw: st.DrawFn, numbers: st.SearchStrategy[Fraction] = NUMBERS) -> tuple[Fraction, Interval]:
    """A number and an interval that holds it; either end may be open."""
    value = draw(numbers)
    below, above = (draw(st.none() | st.fractions(0, 50, max_denominator=7)) for _ in range(2))
    return value, Interval(None if below is None else value - below, None if above is None else value + above)


@given(known(), known())
def test_sums_and_differences_contain_the_truth(a: tuple[Fraction, Interval], b: tuple[Fraction, Interval]) -> None:
    """The sum of two truths lies in the sum of their intervals, the difference likewise."""
    assert (a[1] + b[1]).holds(a[0] + b[0])
    assert (a[1] - b[1]).holds(a[0] - b[0])
    assert total([a[1], b[1], a[1]]).holds(a[0] + b[0] + a[0])


@given(known(), known())
def test_quotients_contain_the_truth(a: tuple[Fraction, Interval], b: tuple[Fraction, Interval]) -> None:
    """The quotient of two truths lies in the quotient of their intervals, also below zero."""
    assume(b[0] != 0)
    assert a[1].over(b[1]).holds(a[0] / b[0])


@given(known(), NUMBERS)
def test_multiples_contain_the_truth(a: tuple[Fraction, Interval], factor: Fraction) -> None:
    """A truth times a factor lies in the interval times that factor."""
    assert a[1].scaled(factor).holds(a[0] * factor)


@given(NUMBERS, st.sampled_from([Fraction(1), Fraction(10), Fraction(1, 2), Fraction(1, 10)]))
def test_rounding_contains_the_truth(truth: Fraction, step: Fraction) -> None:
    """What was rounded lies within half a step of what was printed."""
    assert rounded(round(truth / step) * step, step).holds(truth)


@given(st.lists(st.sets(st.integers(0, 60)), min_size=1, max_size=5), st.integers(61, 90))
def test_any_of_overlapping_sets(sets: list[set[int]], size: int) -> None:
    """However sets overlap, the share that is in any of them lies within the bounds, rounded as printed."""
    union = Fraction(100 * len(set().union(*sets)), size)
    shares = [Fraction(100 * len(s), size) for s in sets]
    assert union_of_overlapping([exactly(s) for s in shares], Fraction(100)).holds(union)
    assert union_of_overlapping([rounded(Fraction(round(s)), Fraction(1)) for s in shares], Fraction(100)).holds(union)


def test_any_meta_platform() -> None:
    """12, 10 and 6 per cent, rounded and overlapping, leave anything from 11.5 to 29.5."""
    parts = [rounded(Fraction(n), Fraction(1)) for n in (12, 10, 6)]
    assert Interval(Fraction(23, 2), Fraction(59, 2)) == union_of_overlapping(parts, Fraction(100))


def test_any_of_overlapping_is_never_more_than_the_whole() -> None:
    """Shares of 60 and 70 overlap by at least 30; one that is not known may be everything."""
    hundred = Fraction(100)
    assert Interval(Fraction(70), hundred) == union_of_overlapping([exactly(60), exactly(70)], hundred)
    unknown = Interval(Fraction(0), None)
    assert Interval(Fraction(6), hundred) == union_of_overlapping([exactly(6), unknown], hundred)
    assert Interval(None, None) == union_of_overlapping([])


@pytest.mark.parametrize(
    ("a", "b", "low", "high"),
    [
        (exactly(6), exactly(3), 2, 2),
        (exactly(6), Interval(Fraction(0), Fraction(3)), 2, None),
        (exactly(0), Interval(Fraction(0), Fraction(3)), 0, 0),
        (exactly(6), Interval(Fraction(2), None), 0, 3),
        (exactly(6), Interval(Fraction(-1), Fraction(3)), None, None),
        (exactly(-6), Interval(Fraction(2), Fraction(3)), -3, -2),
        (exactly(6), Interval(Fraction(-3), Fraction(-2)), -3, -2),
        (Interval(Fraction(-6), Fraction(6)), Interval(Fraction(2), Fraction(3)), -3, 3),
        (Interval(Fraction(6), None), exactly(3), 2, None),
    ],
)
def test_quotients(a: Interval, b: Interval, low: int | None, high: int | None) -> None:
    """A divisor near zero takes the bounds away; everything else keeps them tight."""
    assert (low, high) == (a.over(b).low, a.over(b).high)


def test_exact() -> None:
    """Only a single number is exact."""
    assert exactly(3).exact
    assert not rounded(Fraction(3), Fraction(1)).exact
    assert not Interval(None, None).exact
