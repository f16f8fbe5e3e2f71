"""Large numbers in words of scale, and the round numbers that a figure carries."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from facts.made import fact, sound, table
from report_builder.facts.claims import check
from report_builder.facts.fact import Fact
from report_builder.facts.family import Facts
from report_builder.facts.interval import Interval
from report_builder.facts.meanings import find_meaning
from report_builder.verify.numbers import numbers, rounded
from report_builder.words import ENGLISH
from report_builder.words.figures import headline_figure
from report_builder.words.forms import figure, in_form
from report_builder.words.phrases import holding, phrase
from report_builder.words.reading import meaning_of
from report_builder.words.scale import in_scale
from report_builder.words.style import NEWSPAPER, in_style

NONE = Facts({}, "")


def money(value: str, unit: str = "GBP", **more: Any) -> Fact:
    """A sum of money."""
    number = Fraction(value)
    return Fact("f", (), "spending", "value", unit, number, more.pop("interval", Interval(number, number)), **more)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("999999", "£999,999"),
        ("1000000", "£1 million"),
        ("4049999", "£4 million"),
        ("4050000", "£4.1 million"),
        ("4134400", "£4.1 million"),
        ("-4134400", "−£4.1 million"),
        ("123456789", "£123.5 million"),
        ("999949999", "£999.9 million"),
        ("999950000", "£1 billion"),
        ("1250000000", "£1.25 billion"),
    ],
)
def test_money(value: str, written: str) -> None:
    """To a tenth of a million, a hundredth of a billion; below a million all digits."""
    assert written == figure(money(value), ENGLISH, "prose")


def test_where_it_is_written_so() -> None:
    """In prose and on cards; tables and charts, a style with digits and the form for it keep all digits."""
    found, digits = money("4134400"), in_style(ENGLISH, replace(NEWSPAPER, millions="digits"))
    assert "£4.1 million" == headline_figure(found, ENGLISH)
    assert {"£4,134,400"} == {
        figure(found, ENGLISH, "compact"),
        figure(found, digits, "prose"),
        headline_figure(found, digits),
        in_form(found, "digits", ENGLISH, NONE),
    }


def test_a_bound_keeps_its_digits() -> None:
    """At least 4,160,000 is not at least 4.2 million."""
    assert "at least 4,160,000" == figure(money("4160000", "people", at_least=True), ENGLISH, "prose")


@given(st.integers(10**6, 10**13))
def test_what_is_written_is_read_back(value: int) -> None:
    """The number in words of scale is the value, rounded as it is printed."""
    (found,) = numbers(in_scale(Fraction(value), ENGLISH))
    assert rounded(Fraction(value), found.decimals) == found.value


def carried(count: str, **spec: Any) -> tuple[Fact, Facts]:
    """A count read from a table."""
    facts = sound({"n": {"kind": "value", "data": "t"}}, table(f'N\n"{count}"\n', rows=None, years=None, **spec))
    return fact(facts, "n"), facts


@pytest.mark.parametrize(
    ("count", "strongest"),
    [
        ("7,062", "more than 7,000"),
        ("1,958,000", "almost 2 million"),
        ("4,134,400", "more than 4 million"),
        ("541", "almost 550"),
        ("97", "97"),
    ],
)
def test_phrase_of_a_count(count: str, strongest: str) -> None:
    """The roundest number that it carries; small numbers as they are."""
    found, facts = carried(count)
    assert strongest in (phrase(found, ENGLISH, facts), *holding(found, ENGLISH, facts))


def test_rounding_is_not_overlooked() -> None:
    """7,000 to the nearest hundred may be 6,950: it is about 7,000, and not more than that."""
    found, facts = carried("7,000", figures="rounded to the nearest 100")
    said = holding(found, ENGLISH, facts)
    assert "about 7,000" in said
    assert not any(words.startswith(("more than 7,000", "almost 7,000")) for words in said)


@given(st.integers(100, 10**10))
def test_every_round_wording_holds(count: int) -> None:
    """What is offered is what the check of claims accepts."""
    found, facts = carried(f"{count:,}")
    for words in holding(found, ENGLISH, facts):
        meaning = find_meaning(meaning_of(words, ENGLISH))
        assert meaning is not None, words
        assert check(found, meaning, facts).holds
