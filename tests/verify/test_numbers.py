"""Numbers are read as they stand in print."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_builder.verify.numbers import dates, numbers, rounded
from report_builder.words import ENGLISH


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1,824 offences", "1824", ""),
        ("48%", "48", "percent"),
        ("89 per cent", "89", "percent"),
        ("97 y cant", "97", "percent"),
        ("1.95 times", "1.95", "times"),
        ("2.02×", "2.02", "times"),
        ("3 percentage points", "3", "points"),
        ("£2.5", "2.5", "GBP"),
        ("£4.1 million", "4100000", "GBP"),
        ("1.25 biliwn", "1250000000", ""),
        ("−0.9 per cent", "0.9", "percent"),
        ("19*", "19", ""),
        ("(554)", "554", ""),
    ],
)
def test_number(text: str, value: str, unit: str) -> None:
    """A number has its value, without sign, and its unit."""
    assert [(Fraction(value), unit)] == [(n.value, n.unit) for n in numbers(text)]


def test_marks_are_no_part_of_a_number() -> None:
    """What stands before or after a number, as in a list, does not join it to the next."""
    assert ["67", "19", "1,500"] == [n.text for n in numbers("67, 19; 1,500.")]


@pytest.mark.parametrize("text", ["1 November 2024", "2023/24", "2017–18", "in 2024.", "3 Ebrill 2017", "2024-11-01"])
def test_dates(text: str) -> None:
    """Dates, years and financial years are known, and cover their digits."""
    days = dates(text)

    assert all(any(a <= n.start and n.end <= b for a, b in days) for n in numbers(text))


@pytest.mark.parametrize("text", ["2,017", "1999%", "20.5", "£2000"])
def test_no_dates(text: str) -> None:
    """A count, a percentage and a sum of money are no years."""
    assert [] == dates(text)


@given(st.fractions(0, 10**9), st.integers(0, 3))
def test_what_is_written_is_read(value: Fraction, decimals: int) -> None:
    """Every number the tool writes is read back as the number it was rounded to."""
    found = list(numbers(ENGLISH.number(value, decimals)))

    assert [rounded(value, decimals)] == [n.value for n in found]
