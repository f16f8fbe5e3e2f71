"""No withheld count can be worked out: an attacker of the tests' own solves for each, from what is printed alone."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("scipy", reason="the audit needs SciPy: pip install report-builder[protect]")

from hypothesis import example, given, settings
from hypothesis import strategies as st

from facts.attack import Attack, text_of, withheld
from facts.guarded import CELLS, crossed, protected
from facts.made import facts_of

ROWS = ("a", "b", "c", "d")
COLUMNS = ("x", "y", "z")
COUNTS = st.one_of(st.integers(0, 12), st.integers(10, 60), st.integers(0, 400))


@st.composite
def tables(draw: st.DrawFn) -> dict[tuple[str, str], int]:
    """Counts by row and column, many of them small."""
    return {(r, c): draw(COUNTS) for r in ROWS for c in COLUMNS}


def attack_on(counts: dict[tuple[str, str], int], rules: dict[str, Any]) -> None:
    """Protects a table, then tries to bound every small count that is withheld more tightly than is said."""
    dataset = crossed(text_of(counts, ROWS, COLUMNS), {"smaller_than": 10, **rules})
    before, _ = facts_of({"n": CELLS}, dataset, here="all")
    after, problems = protected({"n": CELLS}, dataset)
    if problems:
        assert ["V001"] == [p.code for p in problems]  # refused: then nothing at all is printed
        assert len(after.families["n"].facts) == len(withheld(after, "n"))
        return
    lowest = 0 if rules.get("zero", "hidden") == "hidden" else 1
    step = rules.get("round_to", 0)
    attack = Attack(ROWS, COLUMNS)
    # a rounded figure of 20 is anything from 18 to 22: every whole number less than half a step away, a half counts up
    attack.reads(after, "n", 0, step / 2 if step else 0)
    for key, fact in after.families["n"].facts.items():
        truth = before.families["n"].facts[key].value
        assert truth is not None
        small = lowest <= truth < 10
        assert not (small and fact.value is not None)
        if fact.value is not None and not step:
            assert truth == fact.value
        if small:
            low, high = attack.range_of(*key)
            assert low <= lowest, (fact.id, low, high)
            assert high >= 9, (fact.id, low, high)


@settings(max_examples=20)
@given(tables())
def test_nobody_can_bound_a_withheld_count(counts: dict[tuple[str, str], int]) -> None:
    """With cells, row totals, column totals and the grand total printed, every small count may be anything small."""
    attack_on(counts, {})


@settings(max_examples=12)
@given(tables())
def test_nobody_can_where_zeros_print(counts: dict[tuple[str, str], int]) -> None:
    """The same where nil is safe to print: a small count may be anything from 1."""
    attack_on(counts, {"zero": "safe"})


@settings(max_examples=12)
@given(tables())
def test_nobody_can_where_marks_say_which_are_small(counts: dict[tuple[str, str], int]) -> None:
    """The same where a mark says "fewer than 10", and the absence of that says 10 or more."""
    attack_on(counts, {"show_as": "fewer than 10"})


@example(dict.fromkeys(((r, c) for r in ROWS for c in COLUMNS), 10))  # no count is small
@settings(max_examples=12)
@given(tables())
def test_nobody_can_where_figures_are_rounded(counts: dict[tuple[str, str], int]) -> None:
    """The same where everything that prints is rounded to the nearest five."""
    attack_on(counts, {"round_to": 5})


def test_hiding_the_next_smallest_is_not_enough() -> None:
    """Two small neighbours hide each other from subtraction, and still tell that neither is above their sum."""
    counts = {(r, c): 50 for r in ROWS for c in COLUMNS} | {
        ("a", "x"): 1,
        ("a", "y"): 2,
        ("b", "x"): 10,
        ("b", "y"): 11,
    }
    dataset = crossed(text_of(counts, ROWS, COLUMNS))
    naive, _ = facts_of({"n": CELLS}, dataset, here="all")
    attack = Attack(ROWS, COLUMNS)
    hidden = {("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")}  # each small count, and the next smallest beside it
    for key, fact in naive.families["n"].facts.items():
        if key not in hidden and fact.value is not None:
            attack.knows(attack.cells(*key), int(fact.value), int(fact.value))
    assert (0, 3) == attack.range_of("a", "x")
    attack_on(counts, {})


def test_one_withheld_cell_beside_its_total_is_none() -> None:
    """With a single small count, three more figures are withheld at least: those of a rectangle."""
    counts = {(r, c): 40 for r in ROWS for c in COLUMNS} | {("b", "y"): 4}
    after, problems = protected({"n": CELLS}, crossed(text_of(counts, ROWS, COLUMNS), {}))
    assert () == problems
    assert 4 == len(withheld(after, "n"))
