"""Intervals: what is known of a number that was rounded, bounded or counted in part."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct


class Interval(Struct, frozen=True):
    """The truth lies between `low` and `high`, both included; None is without bound on that side."""

    low: Fraction | None
    high: Fraction | None

    @property
    def exact(self) -> bool:
        return self.low is not None and self.low == self.high

    def holds(self, value: Fraction) -> bool:
        """Whether `value` may be the truth."""
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    def __add__(self, other: Interval) -> Interval:
        return Interval(_both(self.low, other.low), _both(self.high, other.high))

    def __neg__(self) -> Interval:
        return Interval(None if self.high is None else -self.high, None if self.low is None else -self.low)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def scaled(self, factor: Fraction) -> Interval:
        """Every value times `factor`."""
        if factor < 0:
            return -self.scaled(-factor)
        low, high = (None if x is None else x * factor for x in (self.low, self.high))
        return Interval(low, high)

    def over(self, other: Interval) -> Interval:
        """Every quotient of a value of this by one of `other`.

        There is no bound where the divisor may be nearly zero, on neither side where it may be above or below zero.
        """
        if other.high is not None and other.high < 0:
            return (-self).over(-other)
        if other.low is None or other.low < 0:
            return Interval(None, None)
        least, most = other.low, other.high
        low = None if self.low is None else _quotient(self.low, most if self.low >= 0 else least)
        high = None if self.high is None else _quotient(self.high, least if self.high > 0 else most)
        return Interval(low, high)


def exactly(value: Fraction | int) -> Interval:
    """A number with no doubt about it."""
    return Interval(Fraction(value), Fraction(value))


def rounded(value: Fraction, step: Fraction) -> Interval:
    """What may lie behind a figure that was rounded to the nearest `step`: half a step either side."""
    return Interval(value - step / 2, value + step / 2)


def total(parts: Iterable[Interval]) -> Interval:
    """The sum of separate parts."""
    out = exactly(0)
    for part in parts:
        out += part
    return out


def union_of_overlapping(parts: Iterable[Interval], whole: Fraction | None = None) -> Interval:
    """What is in any of `parts` when they may overlap: from the largest part to their sum, or the whole if smaller."""
    listed = tuple(parts)
    low = max((p.low for p in listed if p.low is not None), default=None)
    high = total(listed).high if listed else None
    return Interval(low, high if whole is None or (high is not None and high < whole) else whole)


def _quotient(value: Fraction, divisor: Fraction | None) -> Fraction | None:
    """The quotient at the end of a range: None divides without end, and what is not zero over zero has no bound."""
    if divisor is None or not value:
        return Fraction(0)
    return value / divisor if divisor else None


def _both(a: Fraction | None, b: Fraction | None) -> Fraction | None:
    return None if a is None or b is None else a + b
