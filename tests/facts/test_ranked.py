"""Ranks: places in an order, ties said, and what rounding leaves of them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.made import codes_of, example, fact, facts_of, sound, table
from report_builder.facts.fact import Fact
from report_builder.facts.interval import Interval

TEXT = "Place,2020,2021,2022\nAx,1,7,5\nBy,9,7,8\nCo,5,2,8\nDy,4,n/a,2\n"
BASE: dict[str, Any] = {"things": {"kind": "sum", "data": "t", "each": ["place", "year"]}}


def ranks(**entry: Any) -> dict[str, Any]:
    """Things and a rank of places by them."""
    return BASE | {"f": {"kind": "rank", "of": "things", "among": "place", **entry}}


def test_every_place() -> None:
    """Equal figures share the better place, and the next is left out; the whole is not ranked among its parts."""
    facts = sound(ranks(), table(TEXT), here="All")
    wanted = {"ax": 3, "by": 1, "co": 1, "dy": 4}
    assert wanted == {key[0]: f.value for key, f in facts.families["f"].facts.items()}
    found = fact(facts, "f[by]")
    assert found.standings is not None
    assert ("Co",) == found.standings.tied
    assert ["by", "co", "ax", "dy"] == [member for member, _, _ in found.standings.order]
    assert "2022" == found.period


def test_lowest_first() -> None:
    """The order may begin with the lowest."""
    facts = sound(ranks(item="Dy", order="lowest"), table(TEXT))
    found = fact(facts, "f")
    assert 1 == found.value
    assert found.standings is not None
    assert found.standings.lowest_first


def test_another_year_and_here() -> None:
    """An entry's `period:` chooses the year, and `here` the report's own place."""
    found = fact(sound(ranks(item="here", period="2020"), table(TEXT), here="Co"), "f")
    assert [2, "2020"] == [found.value, found.period]


def test_a_gap_leaves_no_order() -> None:
    """Where one place has no figure nobody has a rank: it might have been any."""
    found = fact(sound(ranks(item="Ax", period="2021"), table(TEXT)), "f")
    assert (None, "Dy: Dy: no return", ("missing-parts",)) == (found.value, found.reason, found.doubts)


def test_the_example() -> None:
    """South Wales is first of the four forces, and not of five with Wales."""
    facts, _ = example()
    found = fact(facts, "rank_south_wales")
    assert [1, 4] == [found.value, len(found.inputs)]


@pytest.mark.parametrize(("entry", "code"), [({"among": "sex"}, "F008"), ({"item": "Ex"}, "F002")])
def test_unknown(entry: dict[str, str], code: str) -> None:
    """A dimension or an item that is not there is refused."""
    _, problems = facts_of(ranks(**entry), table(TEXT))
    assert [code] == codes_of(problems)


@given(st.lists(st.integers(0, 120), min_size=2, max_size=6), st.booleans())
def test_the_true_place_is_possible(truth: list[int], lowest: bool) -> None:
    """However the figures were rounded, the place by the unrounded ones lies within the interval."""
    rows = "".join(f"P{i},{10 * ((n + 5) // 10)}\n" for i, n in enumerate(truth))
    made = table(f"Place,2020\n{rows}", years={"columns": ["2020"]}, figures="rounded to the nearest 10")
    facts = sound(ranks(order="lowest" if lowest else "highest"), made)
    for i, mine in enumerate(truth):
        place = 1 + sum(n < mine if lowest else n > mine for n in truth)
        interval = fact(facts, f"f[p{i}]").interval
        assert interval is not None
        assert interval.holds(Fraction(place))


@given(st.lists(st.integers(0, 60), min_size=2, max_size=7), st.booleans())
def test_no_other_place_is_possible(printed: list[int], lowest: bool) -> None:
    """Ahead for certain are those whose whole interval is, and perhaps those of whose interval some is; bounds too."""
    rows = "".join(f"P{i},{n if n >= 5 else '<5'}\n" for i, n in enumerate(10 * (n // 10) for n in printed))
    made = table(f"Place,2020\n{rows}", years={"columns": ["2020"]}, figures="rounded to the nearest 10")
    facts, _ = facts_of(ranks(order="lowest" if lowest else "highest"), made)
    field = [fact(facts, f"things[p{i}]") for i in range(len(printed))]
    found = [fact(facts, f"f[p{i}]") for i in range(len(printed))]
    assert len({id(f.standings.order) for f in found if f.standings}) <= 1  # a field is put in order once
    for mine, place in zip(field, found, strict=True):
        if place.value is not None:
            a, others = _ends(mine, lowest), [_ends(f, lowest) for f in field if f is not mine]
            best, worst = 1 + sum(b[0] > a[1] for b in others), 1 + sum(b[1] > a[0] for b in others)
            assert Interval(Fraction(best), Fraction(worst)) == place.interval


def _ends(given_fact: Fact, lowest: bool) -> tuple[float, float]:
    """The least and the most that counts for the order."""
    interval = given_fact.interval or Interval(given_fact.value, given_fact.value)
    low = float("-inf") if interval.low is None else float(interval.low)
    high = float("inf") if interval.high is None else float(interval.high)
    return (-high, -low) if lowest else (low, high)
