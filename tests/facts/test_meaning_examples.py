"""The documented examples of every meaning hold and fail as documented, and comparisons are told from changes."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from facts.made import fact, parts, sound, table
from report_builder.facts.claims import check, quantity_of
from report_builder.facts.family import Facts
from report_builder.facts.meanings import MEANINGS, find_meaning

PLAIN = [m for m in MEANINGS.values() if m.record is None]


@pytest.mark.parametrize("name", [m.name for m in PLAIN])
def test_examples(name: str) -> None:
    """Each has at least one figure of which it holds and one of which it does not."""
    meaning = MEANINGS[name]
    scale = 100 if meaning.quantity == "fraction" else 1
    assert meaning.holds
    assert meaning.fails
    assert [] == [text for text in meaning.holds if not meaning.region.holds(Fraction(text) / scale)]
    assert [] == [text for text in meaning.fails if meaning.region.holds(Fraction(text) / scale)]


@pytest.mark.parametrize("name", MEANINGS)
def test_every_rule_has_a_source(name: str) -> None:
    """A rule is somebody's: a dictionary's, a guide's, or openly our own."""
    assert MEANINGS[name].rule
    assert MEANINGS[name].source


@pytest.mark.parametrize(
    ("name", "quantity", "holds", "fails"),
    [
        ("more-than-500", "level", ["501", "5000"], ["500"]),
        ("at-least-500", "level", ["500"], ["499"]),
        ("almost-500", "level", ["475", "499"], ["474", "500"]),
        ("about-7000", "level", ["6650", "7062", "7350"], ["6649", "7351"]),
        ("fewer-than-500", "level", ["499"], ["500"]),
        ("at-most-500", "level", ["500"], ["501"]),
        ("more-than-2.5-gbp", "level", ["2.51"], ["2.5"]),
        ("about-10-per-10000", "level", ["9.5", "10.5"], ["9.4", "10.6"]),
        ("more-than-40-percent", "fraction", ["0.401"], ["0.4"]),
        ("about-40-percent", "fraction", ["0.38", "0.42"], ["0.379", "0.421"]),
        ("rose-by-more-than-40-percent", "growth", ["1.401"], ["1.4", "0.5"]),
        ("fell-by-more-than-40-percent", "growth", ["0.599"], ["0.6", "1.5"]),
        ("rose-by-about-90-percent", "growth", ["1.855", "1.945"], ["1.85", "1.95"]),
        ("rose-by-fewer-than-40-percent", "growth", ["1.001", "1.399"], ["1", "1.4", "0.9"]),
        ("rose-by-more-than-2-points", "rise", ["2.1"], ["2"]),
        ("fell-by-at-least-2-points", "rise", ["-2"], ["-1.9", "2"]),
        ("more-than-1.5-times", "growth", ["1.51"], ["1.5"]),
    ],
)
def test_round_numbers(name: str, quantity: Any, holds: list[str], fails: list[str]) -> None:
    """Meanings with a number in their name, on both sides of it."""
    meaning = find_meaning(name)
    assert meaning is not None
    region = meaning.region_for(quantity)
    assert region is not None
    assert [] == [text for text in holds if not region.holds(Fraction(text))]
    assert [] == [text for text in fails if region.holds(Fraction(text))]


@pytest.mark.parametrize(
    "name", ["more-than", "rose-by-more-than-3-gbp", "highest-since-never", "rose-0-years-running", ""]
)
def test_no_meaning(name: str) -> None:
    """What is no meaning is not taken for one."""
    assert find_meaning(name) is None


def compared() -> Facts:
    """Two places, two years, shares and rates of them."""
    made = table("Place,2020,2021\nAx,100,189\nBy,100,100\n", years={"columns": "2020 to 2021"})
    entries: dict[str, Any] = {
        "n": {"kind": "sum", "data": "t", "each": ["place", "year"]},
        "time": {"kind": "ratio", "of": "n", "from": "first", "to": "latest"},
        "places": {"kind": "ratio", "of": "n[ax]", "against": "n[by]"},
        "share": {"kind": "share", "of": "n", "out_of": "n[all]"},
        "odds": {"kind": "ratio", "of": "share[ax]", "against": "share[by]"},
        "points": {"kind": "difference", "of": "share", "from": "first", "to": "latest"},
        "lead": {"kind": "difference", "of": "n[ax]", "against": "n[by]"},
    }
    return sound(entries, made, here="All")


@pytest.mark.parametrize(
    ("reference", "quantity"),
    [("time[ax]", "growth"), ("places", "comparison"), ("odds", "comparison"), ("points[ax]", "rise"), ("lead", "gap")],
)
def test_quantities(reference: str, quantity: str) -> None:
    """Two periods of one thing change; two places or facts differ."""
    found = quantity_of(fact(compared(), reference))
    assert found is not None
    assert quantity == found[0]


@pytest.mark.parametrize(
    ("reference", "name", "holds"),
    [
        ("time[ax]", "rose", True),
        ("places", "rose", False),
        ("places", "more-than-other", True),
        ("places", "fewer-than-other", False),
        ("places", "one-and-a-half-times", True),
        ("places", "one-and-a-half-times-as-likely", False),
        ("odds", "one-and-a-half-times-as-likely", True),
        ("time[by]", "similar", True),
        ("time[ax]", "similar", False),
        ("points[ax]", "rose", True),
        ("points[by]", "fell", True),
        ("lead", "more-than-other", True),
        ("lead", "rose", False),
        ("n[ax]", "more-than-100", True),
        ("n[ax]", "more-than-100-gbp", False),
        ("share[ax]", "more-than-60-percent", True),
    ],
)
def test_what_may_be_said(reference: str, name: str, holds: bool) -> None:
    """Growth of periods, comparison of places, likelihood of shares only."""
    facts = compared()
    meaning = find_meaning(name)
    assert meaning is not None
    assert holds == check(fact(facts, reference), meaning, facts).holds


def test_margins_of_a_difference() -> None:
    """How far either side could move."""
    facts = compared()
    found = check(fact(facts, "lead"), MEANINGS["more-than-other"], facts)
    assert [("Ax", 100, 89), ("By", 189, 89)] == [(m.subject, int(m.bound), int(m.gap)) for m in found.margins]


def test_none_and_all() -> None:
    """Nil is none and a hundred is all; a rounded nil may be something."""
    facts = sound({"f": {"kind": "value", "data": "t", "each": ["kind"]}}, parts("Kind,Share\nA,0\nB,100\nC,96\n"))
    assert not check(fact(facts, "f[a]"), MEANINGS["none"], facts).throughout
    assert check(fact(facts, "f[c]"), MEANINGS["almost-all"], facts).holds
