"""A fact's number prints with the decimals, unit and sign it deserves."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.made import example, fact, sound, table
from report_builder.facts.fact import Fact, PublishedSide, Standings
from report_builder.words import ENGLISH
from report_builder.words.figures import default_decimals, figure


def made(value: str | None, unit: str = "", kind: str = "sum", **more: Any) -> Fact:
    """A fact of a value alone."""
    number = None if value is None else Fraction(value)
    return Fact("f", (), "things", kind, unit, number, None, **more)


@pytest.mark.parametrize(
    ("found", "prose", "compact"),
    [
        (made("554", "offences"), "554", "554"),
        (made("6", "offences"), "six", "6"),
        (made("9"), "nine", "9"),
        (made("10"), "10", "10"),
        (made("0"), "0", "0"),
        (made("-3"), "−3", "−3"),
        (made("1824"), "1,824", "1,824"),
        (made("48", "percent", "value"), "48 per cent", "48%"),
        (made("6", "percent", "value"), "6 per cent", "6%"),
        (made("-5.5", "percent", "value"), "−5.5 per cent", "−5.5%"),
        (made("2.5", "points", "difference"), "2.5 percentage points", "2.5 pts"),
        (made("67/44", "times", "ratio"), "1.52 times", "1.52×"),
        (made("2", "times", "ratio"), "2 times", "2×"),
        (made("5", "GBP"), "£5", "£5"),
        (made("-1250", "GBP"), "−£1,250", "−£1,250"),
        (made("12.5", "GBP"), "£12.50", "£12.50"),
        (made("25.13", "per 100,000", "rate"), "25.1", "25.1"),
        (made("4", "per 100,000", "rate"), "4.0", "4.0"),
        (made("16/3", "offences", "mean"), "5.3", "5.3"),
        (made("5", "offences", "mean"), "5.0", "5.0"),
        (made("12", "offences", "median"), "12", "12"),
        (made("25/2", "offences", "median"), "12.5", "12.5"),
        (made("2", "rank", "rank"), "second", "second"),
        (made("4.5", "percent change", "value"), "4.5 per cent", "4.5%"),
        (made("232", at_least=True), "at least 232", "at least 232"),
        (made(None, wording="more than a quarter"), "more than a quarter", "more than a quarter"),
        (made(None), "no figure", "no figure"),
    ],
)
def test_figures(found: Fact, prose: str, compact: str) -> None:
    """In running prose, and on cards and charts."""
    assert [prose, compact] == [figure(found, ENGLISH, "prose"), figure(found, ENGLISH, "compact")]


@pytest.mark.parametrize(
    ("found", "decimals"),
    [
        (made("89.43", "percent", "change"), 0),
        (made("0.43", "percent", "change"), 1),
        (made("0.04", "percent", "share"), 2),
        (made("0", "percent", "change"), 0),
        (made("48", "percent", "value", step=Fraction(1, 10)), 1),
        (made("89.5", "percent", "published", step=Fraction(1, 10)), 1),
        (made("3.75", "tonnes", "value"), 2),
        (made("89.43", "percent", "change", decimals=1), 1),
        (made("89.5", "percent", "change", published=PublishedSide(Fraction("89.5"), "s", True)), 1),
        (made("0.0000001", "percent", "share"), 3),
        (made("400", "offences", "value", step=Fraction(10)), 0),
    ],
)
def test_decimals(found: Fact, decimals: int) -> None:
    """As the author says; else as given; else what the kind deserves, and never so few that something prints as nil."""
    assert decimals == default_decimals(found)


def test_shared_places_say_so() -> None:
    """A rank that is shared is joint."""
    standings = Standings((("a", "A", Fraction(5)), ("b", "B", Fraction(5))), ("B",), "place")
    assert "joint first" == figure(made("1", "rank", "rank", standings=standings), ENGLISH, "prose")


@given(st.fractions(-1000, 1000, max_denominator=10**4), st.sampled_from(["percent", "times", "per 1,000", ""]))
def test_never_nil_unless_nil(value: Fraction, unit: str) -> None:
    """A thousandth or more prints with a digit that is not zero; nil never does."""
    text = figure(made(str(value), unit, "share"), ENGLISH, "compact")
    shows = any(c in "123456789" for c in text.removesuffix(" per 1,000"))
    assert shows == (abs(value) * 2000 >= 1)


def test_the_example() -> None:
    """The story's figures as it prints them."""
    facts, _ = example()
    wanted = {
        "offences": "554",
        "offences_uk": "7,062",
        "growth_uk": "89 per cent",
        "share_known": "26 per cent",
        "platform[snapchat]": "48 per cent",
        "growth": "2.02 times",
        "girls": "81 per cent",
        "forces_uk": "45",
        "rank_south_wales": "first",
        "meta": "more than a quarter",
    }
    assert wanted == {name: figure(fact(facts, name), ENGLISH, "prose") for name in wanted}


def test_a_family_of_decimals() -> None:
    """Figures of one decimal place all print it."""
    text = "Place,2020,2021,2022\nAx,4.0,3.5,2.9\n"
    facts = sound(
        {"f": {"kind": "value", "data": "t", "each": ["place", "year"]}}, table(text, figures="one decimal place")
    )
    assert ["4.0", "3.5", "2.9"] == [figure(f, ENGLISH, "compact") for f in facts]
