"""The forms of a fact in a text, and which fact may take which."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from report_builder.facts.fact import Fact
from report_builder.facts.family import Facts
from report_builder.facts.interval import Interval
from report_builder.words import ENGLISH
from report_builder.words.forms import FORMS, in_form

NONE = Facts({}, "here")


def made(value: str, unit: str = "", kind: str = "sum", **more: Any) -> Fact:
    """A fact of an exact value."""
    number = Fraction(value)
    return Fact("f", (), "things", kind, unit, number, more.pop("interval", Interval(number, number)), **more)


COUNT, SHARE = made("6"), made("25", "percent", "share")
CHANGE, RATIO = made("-50", "percent", "change"), made("1.5", "times", "ratio")
POINTS, RATE = made("3", "points", "difference"), made("25.1", "per 100,000", "rate")
MONEY, RANK = made("5", "GBP"), made("2", "rank", "rank")
ALL = {"count": COUNT, "share": SHARE, "change": CHANGE, "ratio": RATIO, "points": POINTS, "rate": RATE, "money": MONEY,
       "rank": RANK}  # fmt: skip


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("number", {"count": "6", "share": "25", "change": "−50", "ratio": "1.50", "points": "3", "rate": "25.1",
                    "money": "5", "rank": "2"}),
        ("words", {"count": "six", "share": "25", "change": "−50", "ratio": "1.50", "points": "three", "rate": "25.1",
                   "money": "five", "rank": "two"}),
        ("digits", {"count": "six", "share": "25 per cent", "change": "−50 per cent", "ratio": "1.50 times",
                    "points": "3 percentage points", "rate": "25.1", "money": "£5", "rank": "second"}),
        ("percent", {"share": "25 per cent", "change": "−50 per cent"}),
        ("change", {"change": "fell by 50 per cent", "ratio": "rose by 50 per cent"}),
        ("points", {"points": "3 percentage points"}),
        ("ratio", {"ratio": "1.50 times"}),
        ("rate", {"rate": "25.1 per 100,000"}),
        ("money", {"money": "£5"}),
        ("ordinal", {"rank": "second"}),
        ("phrase", {"share": "about a quarter", "change": "halved", "ratio": "rose by 50 per cent",
                    "rank": "the second most", "count": "six", "points": "3 percentage points",
                    "rate": "25.1", "money": "£5"}),
        ("one-in", {"share": "one in four"}),
    ],
)  # fmt: skip
def test_forms(form: str, wanted: dict[str, str]) -> None:
    """Each form for the facts that it fits, and for no other: a share has not risen, a change is not one in four."""
    said = {name: text for name, fact in ALL.items() if (text := in_form(fact, form, ENGLISH, NONE)) is not None}
    assert wanted == said


def test_every_form_is_tested() -> None:
    """The list above is the list of forms."""
    forms = [mark for mark in test_forms.pytestmark if mark.name == "parametrize"]  # type: ignore[attr-defined]  # pytest sets it
    assert set(FORMS) == {case[0] for case in forms[0].args[1]}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1", "was unchanged"),
        ("1.004", "rose by 0.4 per cent"),
        ("0.9996", "fell by 0.04 per cent"),
        ("3", "rose by 200 per cent"),
    ],
)
def test_small_changes_are_not_nil(value: str, text: str) -> None:
    """A rise of less than half a per cent is said with the decimals it takes."""
    assert text == in_form(made(value, "times", "ratio"), "change", ENGLISH, NONE)


@pytest.mark.parametrize(
    ("percent", "text"),
    [("50", "one in two"), ("33.3", "one in three"), ("5", "one in 20"), ("60", "60 per cent"), ("100", "100 per cent"),
     ("0", "0 per cent"), ("28", "28 per cent"), ("1", "1 per cent")],
)  # fmt: skip
def test_one_in(percent: str, text: str) -> None:
    """One in N where the share is near enough; else the plain figure, never "one in one"."""
    assert text == in_form(made(percent, "percent", "share"), "one-in", ENGLISH, NONE)


def test_unknown_form() -> None:
    """A form that is not there is the caller's to report."""
    with pytest.raises(KeyError):
        in_form(COUNT, "loud", ENGLISH, NONE)
