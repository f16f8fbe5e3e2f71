"""Figures that were printed as bounds: "<5", "between 10 and 14"."""

from __future__ import annotations

import pytest

from facts.made import fact, sound, table
from report_builder.facts.claims import check
from report_builder.facts.family import Facts
from report_builder.facts.meanings import find_meaning
from report_builder.words import ENGLISH
from report_builder.words.forms import figure


def bounded() -> Facts:
    """A count printed as "<5", and one that is whole."""
    made = table("Place,2020,2021,2022\nAx,<5,7,8\nBy,6,7,8\n", codes={"<5": "fewer than 5"})
    return sound({"n": {"kind": "sum", "data": "t", "each": ["place", "year"]}}, made, here="All")


def test_a_bound_is_printed_as_one() -> None:
    """In words in prose, as a sign in tables and on cards."""
    found = fact(bounded(), "n[ax, 2020]")
    assert ("fewer than five", "<5") == (figure(found, ENGLISH, "prose"), figure(found, ENGLISH, "compact"))


def test_a_sum_with_it_is_none() -> None:
    """What else it adds up would follow from its bounds."""
    found = fact(bounded(), "n[all, 2020]")
    assert not found.bounded
    assert "no figure" == figure(found, ENGLISH, "prose")


@pytest.mark.parametrize(
    ("name", "holds"), [("fewer-than-5", True), ("fewer-than-4", False), ("at-most-4", True), ("more-than-1", False)]
)
def test_claims_on_a_bound(name: str, holds: bool) -> None:
    """They have to hold of everything up to it."""
    facts, meaning = bounded(), find_meaning(name)
    assert meaning is not None
    assert holds == check(fact(facts, "n[ax, 2020]"), meaning, facts).holds
