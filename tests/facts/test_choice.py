"""Rows are chosen by name, and what must not be added is not."""

from __future__ import annotations

from typing import Any

import pytest

from facts.made import codes_of, fact, facts_of, parts, sound, table

TEXT = "Place,2020,2021,2022\nAx,1,2,3\nBy,10,20,30\nTotal,11,22,33\n"
ROWS = {"column": "Place", "are": "place", "totals": ["Total"]}


def added(where: dict[str, Any], **entry: Any) -> dict[str, Any]:
    """A sum of chosen rows."""
    return {"f": {"kind": "sum", "data": "t", "where": where, **entry}}


@pytest.mark.parametrize(
    ("where", "value"),
    [
        ({"place": "Ax"}, 6),
        ({"place": ["ax", "By"]}, 66),
        ({"year": "2021"}, 22),
        ({"year": "latest"}, 33),
        ({"place": "By", "year": ["first", "2021"]}, 30),
        ({"place": "Total", "year": "2020"}, 11),
    ],
)
def test_chosen(where: dict[str, Any], value: int) -> None:
    """By name, id, or word for a year."""
    assert value == fact(sound(added(where), table(TEXT, rows=ROWS)), "f").value


@pytest.mark.parametrize(
    ("where", "hint"),
    [
        ({"place": ["Ax", "Byy"]}, 'did you mean "By"?'),
        ({"year": "2019"}, "did you mean"),
        ({"plaice": "Ax"}, "it is by place, year"),
    ],
)
def test_a_choice_that_is_not_there(where: dict[str, Any], hint: str) -> None:
    """A misspelt name never leaves a row out in silence."""
    _, problems = facts_of(added(where), table(TEXT, rows=ROWS))
    assert ["F019"] == codes_of(problems)
    assert hint in problems[0].help


def test_a_total_with_its_parts() -> None:
    """A total chosen together with other rows is refused."""
    _, problems = facts_of(added({"place": ["Ax", "By", "Total"]}), table(TEXT, rows=ROWS))
    assert ["F022"] == codes_of(problems)


def test_percentages_of_different_bases() -> None:
    """Per cents of several places or years are not added; those of one whole are."""
    made = table(TEXT, rows=ROWS, unit="percent")
    _, problems = facts_of({"f": {"kind": "sum", "data": "t", "each": ["year"]}}, made)
    assert ["F023"] == codes_of(problems)
    one_whole = parts("Kind,Share\nAx,40\nBy,35\nCo,25\n")
    found = fact(sound({"f": {"kind": "sum", "data": "t", "where": {"kind": ["Ax", "By"]}}}, one_whole), "f")
    assert found.interval is not None
    assert [75, 74, 76] == [found.value, found.interval.low, found.interval.high]


def test_a_family_of_chosen_members() -> None:
    """`each` and `where` together make a family of those chosen, which make up no whole."""
    made = table(TEXT, rows={**ROWS, "make_up": "Land"})
    facts = sound(added({"place": ["By"]}, each=["place", "year"]), made, here="Land")
    assert [("by", "2020"), ("by", "2021"), ("by", "2022")] == list(facts.families["f"].facts)
