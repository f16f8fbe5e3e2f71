"""Numbers are read as people print them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_builder.facts.numbers_as_printed import parse_printed


@pytest.mark.parametrize(
    ("text", "value", "step", "unit"),
    [
        ("554", "554", "1", ""),
        ("1,824", "1824", "1", ""),
        ("1,234,567", "1234567", "1", ""),
        ("89%", "89", "1", "percent"),
        ("89 per cent", "89", "1", "percent"),
        ("10.25 percent", "10.25", "0.01", "percent"),
        ("1.95 times", "1.95", "0.01", "times"),
        ("3 points", "3", "1", "points"),
        ("2.5 percentage points", "2.5", "0.1", "points"),
        ("£1,250.50", "1250.5", "0.01", "GBP"),
        ("€5", "5", "1", "EUR"),
        ("-5", "-5", "1", ""),
        ("−0.9%", "-0.9", "0.1", "percent"),
        ("+4", "4", "1", ""),
        ("-£3", "-3", "1", "GBP"),
        ("  67 ", "67", "1", ""),
        ("0", "0", "1", ""),
        ("48.0%", "48", "0.1", "percent"),
    ],
)
def test_printed(text: str, value: str, step: str, unit: str) -> None:
    """Value, the step of the last digit, and the unit."""
    assert (Fraction(value), Fraction(step), unit) == parse_printed(text)


@pytest.mark.parametrize(
    "text", ["", "n/a", "about 554", "<5", "12,34", "1.", ".5", "5 to 6", "1 824", "five", "1,8245"]
)
def test_anything_else_is_no_number(text: str) -> None:
    """What is not one printed number is refused, never guessed at."""
    assert parse_printed(text) is None


@given(st.integers(-(10**12), 10**12), st.integers(0, 4))
def test_round_trip(n: int, places: int) -> None:
    """A number printed with thousands and decimals comes back as it was."""
    value = Fraction(n, 10**places)
    sign = "−" if n < 0 else ""
    text = f"{sign}{abs(n) // 10**places:,}" + (f".{abs(n) % 10**places:0{places}}" if places else "")
    assert (value, Fraction(1, 10**places), "") == parse_printed(text)
