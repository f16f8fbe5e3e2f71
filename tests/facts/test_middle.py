"""The median among places, comparisons with it, and what rounding leaves of both."""

from __future__ import annotations

from fractions import Fraction
from statistics import median
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.made import codes_of, fact, facts_of, sound, table
from report_builder.facts.claims import check
from report_builder.facts.meanings import MEANINGS

TEXT = "Place,2020,2021,2022\nAx,1,7,5\nBy,9,7,8\nCo,5,2,8\nDy,4,n/a,2\n"
ENTRIES: dict[str, Any] = {
    "things": {"kind": "sum", "data": "t", "each": ["place", "year"]},
    "middle": {"kind": "middle", "of": "things", "among": "place"},
    "beside": {"kind": "ratio", "of": "things[here]", "against": "middle"},
    "apart": {"kind": "difference", "of": "things[here]", "against": "middle"},
}
SIDES = {1: "above-median", 0: "at-median", -1: "below-median"}


def test_the_middle_of_each_year() -> None:
    """Half-way between two where their number is even; the whole is not one of its parts; a gap leaves no median."""
    facts = sound(ENTRIES, table(TEXT), here="All")
    assert [Fraction(9, 2), None, Fraction(13, 2)] == [f.value for f in facts.families["middle"].facts.values()]
    assert 4 == len(fact(facts, "middle").inputs)
    gap = fact(facts, "middle[2021]")
    assert ("Dy: Dy: no return", ("missing-parts",)) == (gap.reason, gap.doubts)


def test_a_figure_is_compared_with_the_middle_of_its_own_year() -> None:
    """Also where that is not the latest."""
    entries = ENTRIES | {"early": {"kind": "ratio", "of": "things[here]", "against": "middle", "period": "2020"}}
    facts = sound(entries, table(TEXT), here="Ax")
    assert ["2022", "2020"] == [fact(facts, name).period for name in ("beside", "early")]
    assert ("things[ax, 2020]", "middle[2020]") == fact(facts, "early").inputs
    assert not fact(facts, "early").from_period


def test_unknown() -> None:
    """A dimension that is not there is refused."""
    _, problems = facts_of(
        ENTRIES | {"middle": {"kind": "middle", "of": "things", "among": "sex"}}, table(TEXT), here="All"
    )
    assert ["F008"] == codes_of(problems)


@given(st.lists(st.integers(1, 99), min_size=2, max_size=7))
def test_claims_of_the_median_are_the_raw_comparison(values: list[int]) -> None:
    """The median is that of the figures; of three claims the true one holds, and as many are above it as below."""
    rows = "".join(f"P{i},{n}\n" for i, n in enumerate(values))
    facts = sound(ENTRIES, table(f"Place,2020\n{rows}", years={"columns": ["2020"]}), here="All")
    middle = fact(facts, "middle").value
    assert median(map(Fraction, values)) == middle
    for i, n in enumerate(values):
        for name in ("beside", "apart"):
            one = fact(facts, f"{name}[p{i}]")
            side = SIDES[(n > middle) - (n < middle)]
            assert [side] == [s for s in SIDES.values() if check(one, MEANINGS[s], facts).holds]
    sides = [sum(n > middle for n in values), sum(n < middle for n in values)]
    assert max(sides) * 2 <= len(values)


@given(st.lists(st.integers(0, 120), min_size=2, max_size=6))
def test_the_true_median_is_possible(truth: list[int]) -> None:
    """However the figures were rounded, the median of the unrounded ones lies within the interval."""
    rows = "".join(f"P{i},{10 * ((n + 5) // 10)}\n" for i, n in enumerate(truth))
    made = table(f"Place,2020\n{rows}", years={"columns": ["2020"]}, figures="rounded to the nearest 10")
    found = fact(sound(ENTRIES, made, here="All"), "middle")
    assert found.interval is not None
    assert found.interval.holds(median(map(Fraction, truth)))
    assert found.interval.holds(found.value or Fraction(0))


@pytest.mark.parametrize("name", SIDES.values())
def test_the_median_is_said_of_a_median_only(name: str) -> None:
    """Against another place the words do not apply, whatever the figures."""
    facts = sound(
        ENTRIES | {"other": {"kind": "ratio", "of": "things[here]", "against": "things[By]"}}, table(TEXT), here="All"
    )
    assert not check(fact(facts, "other[ax]"), MEANINGS[name], facts).applies
