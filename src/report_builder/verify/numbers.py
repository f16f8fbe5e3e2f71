"""Numbers in running text: what stands there, in which unit, and what is a date rather than a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

# months in the languages the tool writes, so that "1 November 2024" is a date
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr"
)
DATES = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th|ain|af|fed)? )?(?:{_MONTHS})(?: \d{{4}})?\b"
    rf"|\b\d{{4}}-\d\d-\d\d\b"
    rf"|(?<![\d.,£$€])(?:19|20)\d\d(?:[/–-](?:(?:19|20)\d\d|\d\d))?(?![\d%×]|,\d|\.\d)\b"
)
_NUMBER = re.compile(
    r"(?<![\w.])(?P<sign>[−+-])?(?P<money>[£$€])?(?P<digits>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?P<decimals>\.\d+)?"
    r"(?:\s(?P<scale>million|billion|miliwn|filiwn|biliwn)\b)?"
    r"(?P<unit>\s?(?:%|×|per cent\b|y cant\b|percentage points?\b|pts\b|points\b|times\b"
    r"|(?:p|b|ph)wynt canran\b|o bwyntiau canran\b|pt\.|g?waith\b))?"
)
_UNITS = {"%": "percent", "percent": "percent", "ycant": "percent", "×": "times", "times": "times"} | {
    "gwaith": "times",
    "waith": "times",
}
_MONEY = {"£": "GBP", "$": "USD", "€": "EUR"}


_SCALES = {"million": 6, "miliwn": 6, "filiwn": 6, "billion": 9, "biliwn": 9}


class Number(Struct, frozen=True):
    """A number as printed. `unit` is "percent", "points", "times", a currency or "" ; `value` is without its sign.

    `decimals` are below zero where it is printed in millions: -5 of "4.1 million".
    """

    text: str
    start: int
    end: int
    value: Fraction
    unit: str
    decimals: int


def numbers(text: str) -> Iterator[Number]:
    """Every number of a text in order, those of dates and of words such as "15A" included."""
    for found in _NUMBER.finditer(text):
        digits, decimals = found["digits"].replace(",", ""), found["decimals"] or ""
        unit = re.sub(r"\s", "", found["unit"] or "")
        named = _UNITS.get(unit, "points" if unit else _MONEY.get(found["money"] or "", ""))
        zeros = _SCALES.get(found["scale"] or "", 0)
        value = Fraction(digits + decimals) * 10**zeros
        yield Number(found[0].strip(), found.start(), found.end(), value, named, max(len(decimals) - 1, 0) - zeros)


def dates(text: str) -> list[tuple[int, int]]:
    """Where dates, years and financial years stand."""
    return [found.span() for found in DATES.finditer(text)]


def rounded(value: Fraction, decimals: int) -> Fraction:
    """Half away from zero, as numbers are rounded in print; without sign."""
    scale = Fraction(10) ** decimals
    return Fraction((abs(value) * scale * 2 + 1) // 2, scale)
