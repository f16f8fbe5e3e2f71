"""One cell becomes a number with its bounds, or the reason why there is none."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_builder.tables.clean import Complaint, Rule, clean, parse_number
from report_builder.tables.dataset import Cell, Standing
from report_builder.tables.figures import Figures, parse_figures


def rule(
    figures: str = "whole numbers, exact", unit: str = "offences", codes: dict[str, str] | None = None, **more: Any
) -> Rule:
    """A rule with the usual codes."""
    parsed = parse_figures(figures)
    assert parsed is not None
    return Rule(unit, parsed, {"n/a": "no figure published", "-": "nil"} if codes is None else codes, **more)


def read(text: str, how: Rule | None = None, fault: str | None = None) -> tuple[Cell, Complaint | None]:
    """The cell at B2."""
    return clean(text, 2, "B", how or rule(), fault)


def numbers(cell: Cell) -> list[object]:
    """Value, least and greatest."""
    return [cell.value, cell.low, cell.high]


def complaint(text: str, how: Rule | None = None, fault: str | None = None) -> Complaint:
    """The complaint that the text must raise, with the cell left missing."""
    cell, found = read(text, how, fault)
    assert found is not None
    assert (None, None, None, Standing.MISSING) == (cell.value, cell.low, cell.high, cell.standing)
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [("67", 67), (" 67 ", 67), ("1,234", 1234), ("1 234", 1234), ("1\u00a0234\u00a0567", 1234567), ("007", 7), ("0", 0),
     ("12.0", 12), ("+3", 3)],
)  # fmt: skip
def test_whole_numbers(text: str, value: int) -> None:
    """Thousands may be separated by commas or spaces; an exact count is its own bounds."""
    cell, found = read(text)
    assert found is None
    assert [value] * 3 == numbers(cell)
    assert (text, 2, "B", Standing.COMPLETE) == (cell.text, cell.row, cell.column, cell.standing)


@pytest.mark.parametrize("text", ["48%", "48 %", "48 per cent", "48 percent", "48"])
def test_percent(text: str) -> None:
    """Whole per cents keep the half on either side that rounding leaves open."""
    cell, found = read(text, rule("rounded to whole per cents", "percent"))
    assert found is None
    assert [48, Fraction(95, 2), Fraction(97, 2)] == numbers(cell)


@pytest.mark.parametrize(
    ("text", "value"),
    [("£1,200.50", "1200.5"), ("1200 pounds", "1200"), ("-£3", "-3"), ("(3.10)", "-3.1"), ("−4", "-4")],
)
def test_money_and_negatives(text: str, value: str) -> None:
    """Brackets and every kind of minus are below zero, where that is allowed."""
    cell, found = read(text, rule("exact", "GBP", negative=True))
    assert found is None
    assert Fraction(value) == cell.value


def test_rounded_counts_are_never_below_zero() -> None:
    """What lies behind a rounded 0 is between 0 and half the step."""
    cell, _ = read("0", rule("rounded to the nearest 10"))
    assert [0, 5] == numbers(cell)[1:]


@pytest.mark.parametrize(
    ("text", "low", "high", "reason"),
    [
        ("<5", 0, 4, "between 0 and 4"),
        ("fewer than 5", 0, 4, "between 0 and 4"),
        ("≤ 5", 0, 5, "between 0 and 5"),
        ("up to 5", 0, 5, "between 0 and 5"),
        ("5+", 5, None, "5 or more"),
        ("at least 1,000", 1000, None, "1000 or more"),
        (">5", 6, None, "6 or more"),
        ("1 to 4", 1, 4, "between 1 and 4"),
        ("1–4", 1, 4, "between 1 and 4"),
    ],
)
def test_bounds(text: str, low: int, high: int | None, reason: str) -> None:
    """A bound has no value, keeps what it says, and gives its reason in words."""
    cell, found = read(text)
    assert found is None
    assert [None, low, high, reason] == [*numbers(cell), cell.reason]
    assert Standing.MISSING is cell.standing


def test_bounds_of_figures_that_are_not_whole() -> None:
    """Below 5 is not "at most 4" where figures have decimals."""
    cell, _ = read("<5%", rule("one decimal place", "percent"))
    assert [0, 5] == numbers(cell)[1:]


def test_a_bound_can_be_declared_too() -> None:
    """A declared "<5" has the declared reason and still its bounds."""
    cell, _ = read("<5", rule(codes={"<5": "withheld to protect people"}))
    assert [None, 0, 4, "withheld to protect people"] == [*numbers(cell), cell.reason]


def test_codes() -> None:
    """A declared code is missing with its reason and never zero, unless it is declared nil."""
    cell, found = read(" n/a ")
    assert (None, None, None, "no figure published") == (found, cell.value, cell.low, cell.reason)
    nil, _ = read("-")
    assert [0, 0, 0, Standing.COMPLETE] == [*numbers(nil), nil.standing]


def test_a_declared_number_is_a_code() -> None:
    """A number that stands for no figure, as -1 and 999 do, is read as the code that it is."""
    cell, found = read("999", rule(codes={"999": "not asked"}))
    assert found is None
    assert (None, "not asked") == (cell.value, cell.reason)


def test_blank() -> None:
    """A blank cell is an error until it is declared."""
    assert "D021" == complaint("  ").code
    for code in ("", "blank"):
        cell, found = read("", rule(codes={code: "no reply"}))
        assert (None, None, "no reply") == (found, cell.value, cell.reason)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("N/A", "D020"), ("Not available", "D020"), ("12,5", "D020"), ("1,23,456", "D020"), ("1.2E+06", "D020"),
        ("nan", "D020"), ("inf", "D020"), ("٣", "D020"), ("1_000", "D020"), ("0x1F", "D020"), ("9" * 31, "D020"),
        ("TRUE", "D020"), ("2019-12-19", "D020"), ("<", "D020"), ("5 to 1", "D020"), ("<0", "D020"),
        ("67*", "D022"), ("67¹", "D022"), ("67 [1]", "D022"), ("67 (six months)", "D022"), ("67r", "D022"),
        ("48.2", "D023"), ("-3", "D024"), ("48%", "D025"), ("£48", "D025"),
    ],
)  # fmt: skip
def test_what_is_not_read(text: str, code: str) -> None:
    """Whatever is no plain number is refused with its own code, the text quoted."""
    found = complaint(text)
    assert code == found.code
    assert text[:20] in found.message
    assert found.help


def test_did_you_mean() -> None:
    """A code in other capitals is not taken for it, but it is named."""
    assert 'did you mean "n/a"?' in complaint("N/A").help
    assert ("declared codes: n/a, -",) == complaint("Not available").notes


def test_spreadsheet_errors() -> None:
    """An error in a spreadsheet is never blank: refused, or missing with the reason that was declared for it."""
    assert "D026" == complaint("", fault="#DIV/0!").code
    assert "never calculated" in complaint("", fault="").message
    cell, found = read("", rule(codes={"#DIV/0!": "no base"}), fault="#DIV/0!")
    assert (None, None, "no base") == (found, cell.value, cell.reason)


@given(st.text(max_size=40), st.sampled_from(["exact", "whole numbers, exact", "rounded to the nearest 5"]))
def test_any_text(text: str, figures: str) -> None:
    """No text raises, and what has no value has a reason."""
    cell, found = read(text, rule(figures))
    assert (cell.value is None) == bool(cell.reason)
    assert found is None or cell.value is None


@given(st.decimals(0, 10**9, places=2))
def test_numbers_survive(number: object) -> None:
    """A number written with or without separators is read as itself."""
    assert Fraction(str(number)) == parse_number(f"{number:,}") == parse_number(str(number))


@given(st.integers(0, 5000), st.integers(1, 50))
def test_bounds_hold_the_value(value: int, step: int) -> None:
    """Every figure lies within its own bounds."""
    cell, _ = read(str(value * step), Rule("offences", Figures(Fraction(step), whole=True), {}))
    assert cell.value is not None
    assert cell.low is not None
    assert cell.high is not None
    assert 0 <= cell.low <= cell.value <= cell.high
