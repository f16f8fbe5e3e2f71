"""Typed cells, and words that a spreadsheet must not run."""

from __future__ import annotations

import csv
import io
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_builder.press.csv_file import to_csv
from report_builder.press.sheet import Number, Sheet, inert


@pytest.mark.parametrize("text", ["=1+1", "+44 29", "-2", "@cmd", "\t=1", "\r=1"])
def test_what_would_start_a_formula_is_made_inert(text: str) -> None:
    """An apostrophe makes it words (OWASP, CSV Injection)."""
    assert f"'{text}" == inert(text)


@pytest.mark.parametrize("text", ["554", "−2", "n/a", "Gwent = part", ""])
def test_other_words_stay_as_they_are(text: str) -> None:
    """A true minus sign starts no formula."""
    assert text == inert(text)


@pytest.mark.parametrize(
    ("number", "plain"),
    [
        (Number(Fraction(1824)), "1824"),
        (Number(Fraction(-3, 2), 1), "-1.5"),
        (Number(Fraction(253, 100), 2), "2.53"),
        (Number(Fraction(1, 3), 0), "0.3"),
    ],
)
def test_numbers_are_bare_for_other_programs(number: Number, plain: str) -> None:
    """No thousands separators, no signs."""
    assert plain == number.plain


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\n")), min_size=1, max_size=5))
def test_no_cell_of_a_csv_starts_a_formula_and_none_is_lost(words: list[str]) -> None:
    """Whatever was typed."""
    made = to_csv(Sheet("s", "t", tuple("h" for _ in words), (tuple(words),)))
    row = list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline="")))[1]
    assert [inert(word) for word in words] == row
    assert not [cell for cell in row if cell[:1] in ("=", "+", "-", "@", "\t")]
