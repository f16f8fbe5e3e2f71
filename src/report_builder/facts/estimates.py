"""Estimates of surveys: what chance leaves of the difference between two of them."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt

from report_builder.facts.interval import Interval

_FINE = 10**9  # roots are taken to this fineness, and rounded outward


def around_difference(
    value: Fraction, estimates: tuple[Fraction, Fraction], intervals: tuple[Interval, Interval]
) -> Interval:
    """The 95 per cent interval of the difference `value` of two independent estimates.

    The distances to the bounds that move the difference the same way are added in quadrature (Newcombe, “Interval
    estimation for the difference between independent proportions”, 1998): wider than either, narrower than the two
    end to end, so that intervals which overlap a little may still show a rise.
    """
    (first, second), (a, b) = estimates, intervals
    down = _root(_gap(first, a.low), _gap(second, b.high))
    up = _root(_gap(first, a.high), _gap(second, b.low))
    return Interval(None if down is None else value - down, None if up is None else value + up)


def _gap(value: Fraction, bound: Fraction | None) -> Fraction | None:
    return None if bound is None else abs(value - bound)


def _root(a: Fraction | None, b: Fraction | None) -> Fraction | None:
    """The root of the sum of two squares, never less than it is."""
    if a is None or b is None:
        return None
    square = (a * a + b * b) * _FINE * _FINE
    root = isqrt(square.numerator // square.denominator)
    return Fraction(root if square == root * root else root + 1, _FINE)
