"""House styles change how numbers, years and dates are written; the language itself stays as it was."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from facts.made import fact, story
from report_builder.campaign.style import OwnStyle
from report_builder.facts.fact import Fact
from report_builder.words import ENGLISH
from report_builder.words.figures import figure
from report_builder.words.forms import in_form
from report_builder.words.starts import at_start
from report_builder.words.style import NEWSPAPER, ONS, in_style, style_of
from report_builder.words.years import year_in_words

SHARE = Fact("f", (), "share", "share", "percent", Fraction(48), None)
SIX = Fact("n", (), "things", "sum", "things", Fraction(6), None)


def own(**keys: object) -> OwnStyle:
    """A project's own style."""
    return OwnStyle.model_validate(keys)


def test_newspaper_is_the_language_as_it_is() -> None:
    """Nothing changes under the style that is there by default."""
    styled = in_style(ENGLISH, style_of("newspaper"))
    assert NEWSPAPER == styled.style
    assert ["48 per cent", "six", "third"] == [
        figure(SHARE, styled, "prose"),
        figure(SIX, styled, "prose"),
        styled.ordinal(3),
    ]
    assert "1 November 2024" == styled.date(date(2024, 11, 1))


def test_ons() -> None:
    """Signs, numerals, rankings in words to ninth; `:words` writes words all the same."""
    styled = in_style(ENGLISH, ONS)
    assert ["48%", "6"] == [figure(SHARE, styled, "prose"), figure(SIX, styled, "prose")]
    assert ["first", "ninth", "10th"] == [styled.ordinal(n) for n in (1, 9, 10)]
    assert "six" == in_form(SIX, "words", styled, story())


@pytest.mark.parametrize(
    ("keys", "written"),
    [
        ({"words_to": 10}, ["ten", "7,062", "48 per cent"]),
        ({"percent": "sign"}, ["10", "7,062", "48%"]),
        ({"thousands": "space"}, ["10", "7\u202f062", "48 per cent"]),
        ({"thousands": "none"}, ["10", "7062", "48 per cent"]),
        ({"based_on": "ons", "percent": "word"}, ["10", "7,062", "48 per cent"]),
    ],
)
def test_own(keys: dict[str, object], written: list[str]) -> None:
    """Each key changes what it is for."""
    styled = in_style(ENGLISH, style_of(own(**keys)))
    assert written == [styled.in_words(10), styled.number(Fraction(7062), 0), figure(SHARE, styled, "prose")]


def test_dates_and_ranges() -> None:
    """Three ways to write a day, two to write a range."""
    day = date(2024, 11, 1)
    for example in ("1 November 2024", "Friday 1 November 2024", "November 1, 2024"):
        assert example == in_style(ENGLISH, style_of(own(date=example))).date(day)
    assert "2022–2025" == in_style(ENGLISH, style_of(own(ranges="dash"))).say("from to", start=2022, end=2025)


@pytest.mark.parametrize(
    ("years", "setting", "text"),
    [
        ("as given", "prose", "2017/18"),
        ("to", "prose", "2017 to 2018"),
        ("ending", "prose", "the year ending March 2018"),
        ("ending", "compact", "year ending March 2018"),
    ],
)
def test_years(years: str, setting: str, text: str) -> None:
    """A year across two, by what the data say it runs over; other periods stay as they are."""
    styled = in_style(ENGLISH, style_of(own(years=years)))
    assert text == year_in_words("2017/18", story(), styled, setting)  # type: ignore[arg-type]  # one of the settings
    assert "2019" == year_in_words("2019", story(), styled)
    assert "" == year_in_words("", story(), styled)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("72", "Seventy-two"),
        ("554", "Five hundred and fifty-four"),
        ("48 per cent", "Forty-eight per cent"),
        ("six", "Six"),
        ("1,824", "1,824"),
        ("48%", "48%"),
        ("1.52 times", "1.52 times"),
        ("£5", "£5"),
        ("0", "0"),
        ("100", "One hundred"),
        ("213", "Two hundred and thirteen"),
    ],
)
def test_start_of_a_sentence(text: str, written: str) -> None:
    """In words where words are readable; numerals where the style has them."""
    assert written == at_start(text, ENGLISH)
    if text[0].isdigit():
        assert text == at_start(text, in_style(ENGLISH, ONS))


def test_nothing_is_shared() -> None:
    """Two styles of one language at once do not touch each other."""
    one, other = in_style(ENGLISH, ONS), in_style(ENGLISH, NEWSPAPER)
    assert ["48%", "48 per cent"] == [figure(SHARE, one, "prose"), figure(SHARE, other, "prose")]
    assert "more than doubled" in one.meanings
    assert "554" == figure(fact(story(), "offences"), one, "prose")
