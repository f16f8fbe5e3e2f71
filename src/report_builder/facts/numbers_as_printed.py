"""Numbers as someone printed them: the value, and the step they were rounded to."""

from __future__ import annotations

import re
from fractions import Fraction

_NUMBER = re.compile(
    r"([-+−]?)([£$€]?)\s*([-+−]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?"
    r"\s*(%|per cent|percent|times|(?:percentage )?points)?"
)
_UNITS = {"%": "percent", "per cent": "percent", "percent": "percent", "times": "times", "points": "points"}
_BOUNDS = {
    "at least": "at least",
    "no fewer than": "at least",
    "up to": "up to",
    "at most": "up to",
    "no more than": "up to",
}
_MONEY = {"£": "GBP", "$": "USD", "€": "EUR"}


def parse_printed(text: str) -> tuple[Fraction, Fraction, str] | None:
    """Value, step of its last digit and unit ("percent", "times", "GBP", or "") of "554", "89%", "1.95 times", "£5"."""
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    before, money, after, whole, decimals, printed = match.groups()
    value = Fraction(f"{whole.replace(',', '')}.{decimals or 0}")
    step = Fraction(1, 10 ** len(decimals or ""))
    unit = _MONEY.get(money) or _UNITS.get((printed or "").removeprefix("percentage "), "")
    return (-value if before + after in ("-", "−") else value), step, unit


def bound_printed(text: str) -> tuple[str, str]:
    """ "at least" or "up to" with the rest of "at least 500", "up to £2,000"; "" and the text itself for all else."""
    plain = text.strip()
    how = next((how for how in _BOUNDS if plain.casefold().startswith(f"{how} ")), "")
    return _BOUNDS.get(how, ""), plain[len(how) :].strip()
