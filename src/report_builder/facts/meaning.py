"""What a meaning is: a name, the region its number must lie in, and why that is what the words say."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from msgspec import Struct

Quantity = Literal["growth", "comparison", "rise", "gap", "fraction", "rank", "level", "series"]


class Region(Struct, frozen=True):
    """From `low` to `high`; an open end is not itself part of it, None is without end."""

    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False

    def holds(self, value: Fraction) -> bool:
        """Whether `value` lies in the region."""
        above = self.low is None or (value > self.low if self.low_open else value >= self.low)
        below = self.high is None or (value < self.high if self.high_open else value <= self.high)
        return above and below


class Meaning(Struct, frozen=True):
    """A named meaning; `rule` says in words when it holds, `source` where the rule is from.

    Quantities: growth (`to` over `from`, two periods), comparison (the same of two places or facts), rise and gap
    (their differences), fraction (0 to 1), rank (from 1), level (the number itself), series (the number among those of
    its other years). `also` are further quantities it can be said of. `unit`, `chance`, `median` and `tie` narrow it: a
    level in that unit only, a comparison of shares or rates only, one against a median only, a place alone or shared;
    `lowest` is an order from the lowest.
    `holds` and `fails` are figures, for the documentation and the tests.
    """

    name: str
    quantity: Quantity
    region: Region
    rule: str
    tie: Literal["", "alone", "joint"] = ""
    lowest: bool = False
    also: tuple[tuple[Quantity, Region], ...] = ()
    unit: str = ""
    chance: bool = False
    median: bool = False
    record: Record | None = None
    source: str = ""
    holds: tuple[str, ...] = ()
    fails: tuple[str, ...] = ()

    def region_for(self, quantity: Quantity) -> Region | None:
        """Where the words hold of a number of that kind; None where they cannot be said of one."""
        return self.region if quantity == self.quantity else dict(self.also).get(quantity)


class Record(Struct, frozen=True):
    """What a series meaning asks of the years: to be the highest or lowest, or to have gone one way.

    `since` names the last year that was as high (or low); `years` counts the years with full figures, or the rises in
    a row; neither means all years, every one with a full figure.
    """

    kind: Literal["extreme", "run"]
    up: bool
    latest: bool = False
    since: str = ""
    years: int = 0


ANYWHERE = Region()
