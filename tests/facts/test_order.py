"""Facts are computed after those they are made from, and circles are found."""

from __future__ import annotations

from typing import Any

import pytest

from facts.made import FILE, codes_of, facts_of, table
from report_builder.facts.order import in_order
from report_builder.facts.spec import FactsFile
from report_builder.problems import Where

DATA = {"kind": "sum", "data": "t", "each": ["year"]}


def ratio(of: str, **more: str) -> dict[str, Any]:
    """One year against another."""
    return {"kind": "ratio", "of": of, **(more or {"from": "first", "to": "latest"})}


def order(entries: dict[str, Any]) -> tuple[tuple[str, ...], list[str]]:
    """The order of computation and the messages."""
    specs = FactsFile.model_validate({k: {"label": k, **v} for k, v in entries.items()}).root
    names, problems = in_order(specs, FILE)
    return names, [p.message for p in problems]


def test_after_what_they_need() -> None:
    """Whatever the order of the file."""
    entries = {"c": ratio("b", against="a"), "b": {"kind": "share", "of": "a", "out_of": "a"}, "a": DATA}
    assert (("a", "b", "c"), []) == order(entries)


@pytest.mark.parametrize(
    ("entries", "circle"),
    [
        ({"a": ratio("a")}, "a -> a"),
        ({"a": ratio("b"), "b": ratio("a")}, "a -> b -> a"),
        ({"x": ratio("a"), "a": ratio("b"), "b": ratio("c", against="a"), "c": DATA}, "a -> b -> a"),
    ],
)
def test_circles(entries: dict[str, Any], circle: str) -> None:
    """A circle is said once, and whatever is not in it is computed."""
    names, messages = order(entries)
    assert [f"facts go round in a circle: {circle}"] == messages
    assert {"c", "x"} & set(entries) == set(names)


def test_unknown_names() -> None:
    """A name that is not there is pointed at where it stands."""
    table_of_one = table("Place,2020,2021,2022\nAx,1,2,3\n")
    _, problems = facts_of({"first": DATA, "b": ratio("frist")}, table_of_one)
    assert ["F002"] == codes_of(problems)
    assert (Where(FILE, key=("b", "of")), 'did you mean "first"?') == (problems[0].where, problems[0].help)


def test_a_circle_and_those_that_need_it() -> None:
    """Nothing more is said of facts that stand on a circle."""
    _, problems = facts_of({"x": ratio("a"), "a": ratio("b"), "b": ratio("a")})
    assert ["F003"] == codes_of(problems)
