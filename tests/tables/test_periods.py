"""Periods are read from the spellings in use, into one canonical form."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_builder.tables.periods import (
    MONTHS,
    Period,
    adjacent,
    following,
    parse_period,
    parse_range,
    parse_run,
    previous,
)

YEARS = st.integers(1801, 2190)
FIRST_MONTHS = st.integers(1, 12)


@pytest.mark.parametrize(
    "text",
    [
        "2017/18",
        "2017-18",
        "2017–18",
        "2017 / 18",
        "2017/2018",
        "2017-2018",
        "201718",
        "FY2017/18",
        "FY 2017-18",
        "FY17/18",
        "Financial year 2017/18",
        "2017 to 2018",
        "April 2017 to March 2018",
        "Apr 2017 - Mar 2018",
        "1 April 2017 to 31 March 2018",
        "year ending March 2018",
        "Year ending 31 March 2018",
        "12 months to March 2018",
        " 2017/18\u00a0",
    ],
)
def test_financial_year(text: str) -> None:
    """Every usual spelling of a financial year is one period."""
    assert Period("2017/18", date(2017, 4, 1), date(2018, 3, 31)) == parse_period(text)


@pytest.mark.parametrize(
    ("text", "id", "start", "end"),
    [
        ("2018", "2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("January 2018 to December 2018", "2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("1999/00", "1999/00", date(1999, 4, 1), date(2000, 3, 31)),
        ("1999-2000", "1999/00", date(1999, 4, 1), date(2000, 3, 31)),
        ("2010-11", "2010/11", date(2010, 4, 1), date(2011, 3, 31)),
        ("2023-10", "2023-10", date(2023, 10, 1), date(2023, 10, 31)),
        ("Oct-23", "2023-10", date(2023, 10, 1), date(2023, 10, 31)),
        ("October 2023", "2023-10", date(2023, 10, 1), date(2023, 10, 31)),
        ("Sept 2019", "2019-09", date(2019, 9, 1), date(2019, 9, 30)),
        ("Q1 2018", "2018-Q1", date(2018, 1, 1), date(2018, 3, 31)),
        ("2018 Q4", "2018-Q4", date(2018, 10, 1), date(2018, 12, 31)),
        ("Apr-Jun 2018", "2018-Q2", date(2018, 4, 1), date(2018, 6, 30)),
        ("2017/18 Q4", "2017/18-Q4", date(2018, 1, 1), date(2018, 3, 31)),
        ("year ending June 2018", "year ending June 2018", date(2017, 7, 1), date(2018, 6, 30)),
        ("year ending February 2020", "year ending February 2020", date(2019, 3, 1), date(2020, 2, 29)),
    ],
)
def test_other_periods(text: str, id: str, start: date, end: date) -> None:
    """Calendar years, quarters, months and rolling years each have their own form."""
    assert Period(id, start, end) == parse_period(text)


@pytest.mark.parametrize(
    "text",
    ["", "2018/20", "13", "FY2018", "2017/18¹", "Oct-24 [Note 12, 14]", "marxist 2018", "2018-13", "0000", "٢٠١٨",
     "year ending 30 March 2018", "February to April 2018", "3 April 2017 to 31 March 2018", "last year", "Q5 2018",
     "9999", "year ending December 9999"],
)  # fmt: skip
def test_no_period(text: str) -> None:
    """What names no period, or leaves open which, is not read."""
    assert parse_period(text) is None


def test_run_sets_start_and_end() -> None:
    """`run` says over which days a year goes."""
    academic = parse_period("2017/18", "1 September to 31 August")
    assert Period("2017/18", date(2017, 9, 1), date(2018, 8, 31)) == academic
    tax = parse_period("2017/18", "6 April to 5 April")
    assert Period("2017/18", date(2017, 4, 6), date(2018, 4, 5)) == tax


def test_a_run_that_does_not_fit_makes_a_year_unreadable() -> None:
    """A bare 2018 is ambiguous where years run from April, and 2017/18 impossible where they run from January."""
    assert parse_period("2018", "1 April to 31 March") is None
    assert parse_period("2017/18", "1 January to 31 December") is None
    assert parse_period("2017/18", "1 April to 30 April") is None


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("1 April to 31 March", (4, 1)),
        ("1 April – 31 March", (4, 1)),
        ("1st September to 31st August", (9, 1)),
        ("1 March to 28 February", (3, 1)),
        ("1 March to 29 February", (3, 1)),
        ("1 April to 31 May", None),
        ("31 April to 30 April", None),
        ("1 April", None),
        ("", None),
    ],
)
def test_runs(text: str, begins: tuple[int, int] | None) -> None:
    """A run is read where it is one whole year."""
    assert begins == parse_run(text)


def test_range() -> None:
    """A range has every period from its first to its last."""
    wanted = ["2017/18", "2018/19", "2019/20", "2020/21", "2021/22", "2022/23", "2023/24"]
    assert wanted == [period.id for period in parse_range("2017/18 to 2023/24")]
    assert ["2017", "2018"] == [period.id for period in parse_range("2017 to 2018")]
    assert ["2017/18"] == [period.id for period in parse_range("2017/18")]
    assert ["2023-12", "2024-01"] == [period.id for period in parse_range("Dec-23 to Jan-24")]


@pytest.mark.parametrize("text", ["", "2023/24 to 2017/18", "2017/18 to 2023", "2017/18 to", "to 2018", "some years"])
def test_no_range(text: str) -> None:
    """Ends that are missing, reversed or of different kinds make no range."""
    assert () == parse_range(text)


def a_period(kind: str, year: int, month: int) -> Period:
    """A period of the kind, through the spelling of its kind."""
    quarter = (month + 2) // 3
    text = {
        "year": f"{year}",
        "financial": f"{year}/{(year + 1) % 100:02}",
        "month": f"{MONTHS[month - 1]} {year}",
        "quarter": f"{year} Q{quarter}",
        "financial quarter": f"{year}/{(year + 1) % 100:02} Q{quarter}",
        "rolling": f"year ending {MONTHS[month - 1]} {year}",
    }[kind]
    period = parse_period(text)
    assert period is not None
    return period


PERIODS = st.builds(
    a_period,
    st.sampled_from(["year", "financial", "month", "quarter", "financial quarter", "rolling"]),
    YEARS,
    FIRST_MONTHS,
)


@given(PERIODS)
def test_ids_round_trip(period: Period) -> None:
    """An id reads as its own period, but for months whose id is also a financial year's ("2010-11")."""
    again = parse_period(period.id)
    assert again is not None
    assert period == again or (period.months == 1 and again.months == 12 and again.start.year == period.start.year)


@given(PERIODS)
def test_neighbours(period: Period) -> None:
    """The period before the one after is the period itself, and neighbours meet without a gap."""
    assert period == previous(following(period)) == following(previous(period))
    assert adjacent(previous(period), period)
    assert adjacent(period, following(period))
    assert previous(period) < period < following(period)
    assert period.end + timedelta(days=1) == following(period).start


@given(PERIODS)
def test_neighbours_are_spelled_like_any_other(period: Period) -> None:
    """A period reached by stepping equals the one read from its id."""
    step = following(period)
    again = parse_period(step.id)
    assert again == step or (step.months == 1 and again is not None and again.months == 12)


@given(st.text(max_size=30), st.text(max_size=20))
def test_any_text(text: str, run: str) -> None:
    """No text raises."""
    parse_period(text, run)
    parse_range(text, run)
