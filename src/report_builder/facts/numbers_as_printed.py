"""Numbers as someone printed them: the value, and the step they were rounded to."""

from __future__ import annotations

import re
from fractions import Fraction

_NUMBER = re.compile(r"([£$€]?)\s*([-+−]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*(%|per cent|percent|times|points)?")
_UNITS = {"%": "percent", "per cent": "percent", "percent": "percent", "times": "times", "points": "points"}


def parse_printed(text: str) -> tuple[Fraction, Fraction, str] | None:
    """Value, step of its last digit and unit ("percent", "times", "points", or "") of "554", "89%", "1.95 times"."""
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    _, sign, whole, decimals, unit = match.groups()
    value = Fraction(f"{whole.replace(',', '')}.{decimals or 0}")
    step = Fraction(1, 10 ** len(decimals or ""))
    return (-value if sign in ("-", "−") else value), step, _UNITS.get(unit or "", "")
