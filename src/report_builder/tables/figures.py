"""How exact the figures of a file are, in the words of datasets.yml.

The whole grammar, capitals aside:

    whole numbers, exact          counts; also "whole numbers"
    exact                         any number, as it stands
    rounded to whole numbers      also "rounded to whole per cents", "rounded to whole pounds"
    rounded to the nearest 10     any number: 5, 100, 0.5, 1,000
    one decimal place             also "rounded to one decimal place"; one to six, in words or digits
"""

from __future__ import annotations

import re
from fractions import Fraction

from msgspec import Struct

GRAMMAR = (
    "whole numbers, exact",
    "exact",
    "rounded to whole numbers",
    "rounded to whole per cents",
    "rounded to the nearest 10",
    "one decimal place",
    "two decimal places",
)

_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NAMED = {"ten": 10, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_EXACT_WHOLE = re.compile(r"(?:exact )?whole numbers(?:,? ?exact)?")
_ROUNDED_WHOLE = re.compile(
    r"(?:rounded to )?(?:the nearest )?whole (?:per ?cents?|percents?|percentages|pounds|percentage points|points)"
    r"|rounded to (?:the nearest )?whole numbers?"
)
_NEAREST = re.compile(r"rounded to (?:the )?nearest ([0-9][0-9,]{0,14}(?:\.[0-9]{1,9})?|[a-z]+)")
_PLACES = re.compile(r"(?:rounded to )?([1-6]|one|two|three|four|five|six) decimal places?")


class Figures(Struct, frozen=True):
    """`step` is what figures were rounded to (0: exact); `whole` says that only whole numbers can occur."""

    step: Fraction
    whole: bool

    def bounds(self, value: Fraction) -> tuple[Fraction, Fraction]:
        """The least and greatest truth behind a printed `value`: half a step either side."""
        return (value - self.step / 2, value + self.step / 2) if self.step else (value, value)

    def allows(self, value: Fraction) -> bool:
        """Whether a figure made this way can be `value`."""
        if self.step:
            return (value / self.step).denominator == 1
        return not self.whole or value.denominator == 1


def parse_figures(text: str) -> Figures | None:
    """What the words say, None where they are not of the grammar above."""
    words = " ".join(text.casefold().split())
    if words == "exact":
        return Figures(Fraction(0), whole=False)
    if _EXACT_WHOLE.fullmatch(words):
        return Figures(Fraction(0), whole=True)
    if _ROUNDED_WHOLE.fullmatch(words):
        return Figures(Fraction(1), whole=True)
    if match := _PLACES.fullmatch(words):
        places = _COUNTS.get(match[1]) or int(match[1])
        return Figures(Fraction(1, 10**places), whole=False)
    if match := _NEAREST.fullmatch(words):
        digits = match[1].replace(",", "")
        step = Fraction(_NAMED.get(digits, 0)) if digits.isalpha() else Fraction(digits)
        return Figures(step, whole=step.denominator == 1) if step else None
    return None
