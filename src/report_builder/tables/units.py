"""Units of figures: one spelling for each, and what a printed figure must be multiplied by.

    %, per cent, percentage            percent         percent, as parts of 1      a printed 0.48 is 48 per cent
    £, pounds                          GBP             £ million, £m, GBP million  a printed 1.2 is GBP 1,200,000
    €, euros; $, US dollars            EUR; USD        € thousand, $bn
    offences                           as typed        households, in thousands    a printed 44 is 44,000 households

Any currency goes by its three letters of ISO 4217 ("CHF", "CHF million").
"""

from __future__ import annotations

import re
from fractions import Fraction

from msgspec import Struct

CURRENCIES = {"£": "GBP", "€": "EUR", "$": "USD"}
_SPELLINGS = {
    "%": "percent", "per cent": "percent", "per cents": "percent", "percentage": "percent", "percentages": "percent",
    "percentage points": "points", "percentage point": "points", "pounds": "GBP", "pounds sterling": "GBP",
    "euro": "EUR", "euros": "EUR", "us dollars": "USD", "dollars": "USD",
}  # fmt: skip
_THOUSANDS = {
    "000": 3, "000s": 3, "k": 3, "thousand": 3, "thousands": 3, "m": 6, "mn": 6, "million": 6, "millions": 6,
    "bn": 9, "billion": 9, "billions": 9,
}  # fmt: skip
_LARGE = "|".join(sorted(_THOUSANDS, key=len, reverse=True))
_MONEY = re.compile(rf"(?P<money>[£€$]|[a-z]{{3}}|pounds|euros|us dollars)\s*(?:,? in )?(?P<large>{_LARGE})")
_COUNTED = re.compile(rf"(?P<what>.+?),? in (?P<large>{_LARGE})")
_PARTS_OF_ONE = re.compile(r"(?P<what>.+?),? (?:as )?(?:parts of 1|parts of one|0 to 1)")


class Unit(Struct, frozen=True):
    """`name` is the unit in its one spelling, `factor` what a printed figure is multiplied by to be in it."""

    name: str
    factor: Fraction = Fraction(1)

    @property
    def is_money(self) -> bool:
        """Whether it is a currency."""
        return bool(re.fullmatch("[A-Z]{3}", self.name))


def parse_unit(text: str) -> Unit:
    """The unit that the text names; one that is not listed above is as typed, with a factor of 1."""
    typed = " ".join(text.split())
    plain = typed.casefold()
    if match := _PARTS_OF_ONE.fullmatch(plain):
        return Unit(_one_spelling(match["what"]), Fraction(100))
    if (match := _MONEY.fullmatch(plain)) and (match["money"] in _SPELLINGS or not match["money"].isalpha()):
        return Unit(_one_spelling(match["money"]), Fraction(10 ** _THOUSANDS[match["large"]]))
    if match and typed[:3].isupper():
        return Unit(typed[:3], Fraction(10 ** _THOUSANDS[match["large"]]))
    if match := _COUNTED.fullmatch(plain):
        return Unit(_one_spelling(typed[: match.end("what")]), Fraction(10 ** _THOUSANDS[match["large"]]))
    return Unit(_one_spelling(typed))


def _one_spelling(text: str) -> str:
    return CURRENCIES.get(text) or _SPELLINGS.get(text.casefold(), text)
