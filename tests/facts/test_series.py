"""Records hold only over years with full figures, and say which are not."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from facts.made import fact, sound, story, table
from report_builder.facts.claims import Margin, Verdict, check
from report_builder.facts.family import Facts
from report_builder.facts.meanings import find_meaning


def verdict(facts: Facts, reference: str, name: str) -> Verdict:
    """The verdict on a record."""
    meaning = find_meaning(name)
    assert meaning is not None
    return check(fact(facts, reference), meaning, facts)


def years(*numbers: object, figures: str = "whole numbers, exact", cells: tuple[dict[str, str], ...] = ()) -> Facts:
    """A run of years from 2015 on; "n/a" is a year without a figure."""
    text = "Year,N\n" + "".join(f"{2015 + i},{n}\n" for i, n in enumerate(numbers))
    made = table(text, rows=None, years={"column": "Year"}, figures=figures, cells=list(cells) or None)
    entry: dict[str, Any] = {"kind": "value", "data": "t", "each": ["year"]}
    return sound({"n": entry}, made)


@pytest.mark.parametrize(
    ("numbers", "name", "holds"),
    [
        ((5, 7, 8), "record-high", True),
        ((5, 8, 8), "record-high", False),
        ((9, 7, 8), "record-high", False),
        (("n/a", 7, 8), "record-high", False),
        ((5, 4, 3), "record-low", True),
        ((5, 3, 3), "record-low", False),
        ((5, 7, 8), "highest-of-all-years", True),
        ((9, 5, 7, 8), "highest-since-2015", True),
        ((8, 5, 7, 8), "highest-since-2015", True),
        ((7, 5, 6, 8), "highest-since-2015", False),
        ((9, 5, 8, 8), "highest-since-2015", False),
        ((9, "n/a", 7, 8), "highest-since-2015", False),
        (("n/a", 9, 7, 8), "highest-since-2016", True),
        ((3, 5, 7, 4), "lowest-since-2015", True),
        ((3, 5, 9, 7), "highest-since-2017", False),
        ((3, 5, 6, 7), "lowest-since-2017", False),
        ((5, 5, 7, 4), "lowest-since-2015", False),
        ((5, "n/a", 7, 8), "highest-of-3-full-years", True),
        ((5, "n/a", 7, 8), "highest-of-4-full-years", False),
        ((9, "n/a", 7, 8), "highest-of-3-full-years", False),
        ((5, 6, 7), "rose-every-year", True),
        ((5, 5, 7), "rose-every-year", False),
        ((5, "n/a", 7), "rose-every-year", False),
        ((7, 6, 5), "fell-every-year", True),
        ((7, 7, 5), "fell-every-year", False),
        ((9, 5, 6, 7), "rose-2-years-running", True),
        ((9, 5, 6, 7), "rose-3-years-running", False),
        (("n/a", 5, 6, 7), "rose-2-years-running", True),
        ((1, 7, 6, 5), "fell-2-years-running", True),
        ((1, 7, 6, 5), "fell-3-years-running", False),
    ],
)
def test_both_sides(numbers: tuple[object, ...], name: str, holds: bool) -> None:
    """Each record just holds, and just does not: ties, gaps and the year before count."""
    assert holds == verdict(years(*numbers), "n", name).holds


def test_a_record_belongs_to_the_latest_year() -> None:
    """The highest of an earlier year is the highest of all years, not a record."""
    facts = years(5, 9, 8)
    assert not verdict(facts, "n[2016]", "record-high").holds
    assert verdict(facts, "n[2016]", "highest-of-all-years").holds


def test_a_part_year_is_no_full_year() -> None:
    """A year that covers six months makes no record and is not compared with."""
    part = {"year": "2015", "is": "part year", "covers": "six months"}
    facts = years(5, 7, 8, cells=(part,))
    found = verdict(facts, "n", "record-high")
    assert (False, "there is no full figure for 2015") == (found.holds, found.reason)
    assert verdict(facts, "n", "highest-of-2-full-years").holds


def test_a_year_that_is_not_in_the_file() -> None:
    """A year that nobody listed is a gap like any other."""
    made = table("Year,N\n2015,5\n2017,8\n", rows=None, years={"column": "Year"})
    facts = sound({"n": {"kind": "value", "data": "t", "each": ["year"]}}, made)
    assert "any year between 2015 and 2017" in verdict(facts, "n", "record-high").reason


def test_rounding() -> None:
    """60 may be 55 and 50 may be 55, so 60 is no record over 50; 70 is."""
    figures = "rounded to the nearest 10"
    tens = verdict(years(40, 50, 60, figures=figures), "n", "record-high")
    assert (True, False) == (tens.at_value, tens.throughout)
    assert verdict(years(40, 50, 70, figures=figures), "n", "record-high").throughout


def test_wales() -> None:
    """Not a record, for three years are missing or partial: the highest of the four with full figures."""
    facts = story()
    found = verdict(facts, "offences", "record-high")
    assert not found.holds
    assert "there is no full figure for 2017/18, 2020/21, 2022/23" == found.reason
    four = verdict(facts, "offences", "highest-of-4-full-years")
    assert four.holds
    assert Margin("2023/24", Fraction(379), False, Fraction(175), "offences") == four.margins[0]
    assert Margin("2019/20", Fraction(554), True, Fraction(175), "offences") == four.margins[1]


@pytest.mark.parametrize("reference", ["growth", "growth[gwent]"])
def test_a_comparison_is_no_record(reference: str) -> None:
    """Records are of figures by year."""
    assert not verdict(story(), reference, "record-high").applies
