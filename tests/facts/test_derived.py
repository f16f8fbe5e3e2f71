"""Facts computed from other facts: change, difference, ratio, share and rate."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.made import ACCEPTED, codes_of, example, fact, facts_of, sound, table
from report_builder.facts.fact import Fact

TWO = "Place,2020,2021,2022\nAx,40,30,50\nBy,10,20,30\n"
BASE: dict[str, Any] = {"things": {"kind": "sum", "data": "t", "each": ["place", "year"]}}
FIRST_TO_LATEST = {"of": "things", "from": "first", "to": "latest"}


def derived(**entry: Any) -> dict[str, Any]:
    """Things, and one fact made from them."""
    return BASE | {"f": entry}


@pytest.mark.parametrize(
    ("kind", "value", "unit"), [("change", 60, "percent"), ("difference", 30, "things"), ("ratio", "1.6", "times")]
)
def test_over_time(kind: str, value: str | int, unit: str) -> None:
    """The latest year against the first, for every place and the whole."""
    facts = sound(derived(kind=kind, **FIRST_TO_LATEST), table(TWO), here="All")
    found = fact(facts, "f")
    assert (Fraction(value), unit) == (found.value, found.unit)
    assert ("2020", "2022") == (found.from_period, found.period)
    assert ("things[all, 2022]", "things[all, 2020]") == found.inputs
    assert ["ax", "by", "all"] == [key[0] for key in facts.families["f"].facts]


def test_previous_and_fixed_years() -> None:
    """Any two years, by word or by name."""
    words = sound(derived(kind="difference", of="things[ax]", **{"from": "previous", "to": "latest"}), table(TWO))
    assert 20 == fact(words, "f").value
    names = sound(derived(kind="difference", of="things[ax]", **{"from": "2020", "to": "2021"}), table(TWO))
    assert -10 == fact(names, "f").value


def test_places_against_each_other() -> None:
    """Two members of any dimension, in the same year."""
    entry = derived(kind="ratio", of="things", **{"from": "By", "to": "Ax"})
    facts = sound(entry, table(TWO), here="All")
    assert Fraction(5, 3) == fact(facts, "f").value
    assert ("2022", "") == (fact(facts, "f").period, fact(facts, "f").from_period)
    assert Fraction(4) == fact(facts, "f[2020]").value


def test_two_facts_in_one_year() -> None:
    """Two facts are compared in the same year: the one the entry names, or the latest of the first."""
    entries = derived(kind="difference", of="things[ax]", against="things[by]")
    assert 20 == fact(sound(entries, table(TWO)), "f").value
    entries["f"]["period"] = "2021"
    assert [10, "2021"] == [fact(sound(entries, table(TWO)), "f").value, fact(sound(entries, table(TWO)), "f").period]


def test_a_fixed_year_is_not_swept() -> None:
    """A year named in brackets leaves nothing to compare over time."""
    _, problems = facts_of(derived(kind="ratio", of="things[2020]", **{"from": "first", "to": "latest"}), table(TWO))
    assert ["F006"] == codes_of(problems)


def test_unknown_sides() -> None:
    """A year that is not there is refused with those that are."""
    _, problems = facts_of(derived(kind="ratio", of="things", **{"from": "2019", "to": "latest"}), table(TWO))
    assert ["F006"] == codes_of(problems)
    assert "year 2020 to 2022" in problems[0].help


@pytest.mark.parametrize(
    "keys", [{}, {"from": "first"}, {"to": "latest"}, {"against": "things", "from": "first", "to": "latest"}]
)
def test_two_sides_are_needed(keys: dict[str, str]) -> None:
    """Half a comparison, or two at once, is refused where it is typed."""
    with pytest.raises(ValueError, match="give either `against:`"):
        facts_of(derived(kind="ratio", of="things", **keys), table(TWO))


def test_per_cent_of_percentages() -> None:
    """A change between percentages is in points; a per cent change of them is refused."""
    made = table(TWO, unit="percent", rows={"column": "Place", "are": "place"})
    base = {"things": {"kind": "value", "data": "t", "each": ["place", "year"]}}
    _, problems = facts_of({**base, "f": {"kind": "change", **FIRST_TO_LATEST}}, made)
    assert ["F007"] == codes_of(problems)
    found = fact(sound({**base, "f": {"kind": "difference", **FIRST_TO_LATEST}}, made), "f[ax]")
    assert [10, "points"] == [found.value, found.unit]


@pytest.mark.parametrize(
    "entry",
    [
        {"kind": "difference", "of": "shares", "against": "things"},
        {"kind": "ratio", "of": "things", "against": "growth"},
        {"kind": "share", "of": "shares", "out_of": "things"},
    ],
)
def test_kinds_of_figure_do_not_mix(entry: dict[str, str]) -> None:
    """Per cent, multiples and counts are never set against each other."""
    entries = {
        "things": {"kind": "sum", "data": "t", "where": {"year": "latest"}},
        "some": {"kind": "sum", "data": "t", "where": {"year": "latest", "place": "Ax"}},
        "shares": {"kind": "share", "of": "some", "out_of": "things"},
        "growth": {"kind": "ratio", "of": "some", "against": "things"},
        "f": entry,
    }
    _, problems = facts_of(entries, table(TWO))
    assert ["F018"] == codes_of(problems)


def test_share() -> None:
    """A share is in per cent, and the whole is its base."""
    facts, _ = example()
    known = fact(facts, "share_known")
    assert (Fraction(182400, 7062), "percent") == (known.value, known.unit)
    assert ("offences_uk[2023/24]", "2023/24", "UK") == (known.base_fact, known.period, known.place_name)


def test_a_share_keeps_to_its_year() -> None:
    """The whole is of the part's own year, not of the latest there is."""
    entries: dict[str, Any] = BASE | {
        "some": {"kind": "sum", "data": "t", "where": {"place": "Ax", "year": "2021"}},
        "f": {"kind": "share", "of": "some", "out_of": "things"},
    }
    found = fact(sound(entries, table(TWO), here="All"), "f")
    assert [60, "things[all, 2021]"] == [found.value, found.base_fact]


def test_a_share_of_another_year_is_refused() -> None:
    """Where the whole has no such year there is no share."""
    other = table("Year,Things\n2021,80\n2022,90\n", rows=None, years={"column": "Year"})
    entries: dict[str, Any] = {
        "whole": {"kind": "value", "data": "t", "each": ["year"]},
        "part": {"kind": "published", "value": "20", "source": "s", "period": "2020"},
        "f": {"kind": "share", "of": "part", "out_of": "whole"},
    }
    _, problems = facts_of(entries, other)
    assert ["F002"] == codes_of(problems)


def test_a_share_of_a_fact_that_is_not_there_is_told_once() -> None:
    """At the key that names it."""
    entry = {"kind": "share", "of": "n", "out_of": "sum"}
    things = {"kind": "value", "data": "t", "each": ["place", "year"]}
    _, problems = facts_of({"n": things, "f": entry}, table("Place,2020,2021,2022\nAx,1,2,3\n"))
    assert [("F002", ("f", "out_of"))] == [(p.code, p.where.key) for p in problems if p.where]


def test_rate() -> None:
    """So many for every so many people; the population may be of another year."""
    people = table(
        "Place,People\nAx,1000\nBy,4000\n", name="people", years=None, value="People", unit="people", year="2021"
    )
    made = {
        "things": BASE["things"],
        "people": {"kind": "sum", "data": "people", "each": ["place"]},
        "f": {"kind": "rate", "of": "things", "population": "people", "per": 1000},
    }
    facts = sound(made, table(TWO), people, here="All")
    assert (50, "per 1,000", 1000) == tuple(getattr(fact(facts, "f[ax]"), k) for k in ("value", "unit", "per"))
    assert [16, "2022"] == [fact(facts, "f").value, fact(facts, "f").period]


def test_nothing_to_divide_by() -> None:
    """A base of nil leaves no ratio, and says so."""
    found = fact(sound(derived(kind="ratio", **FIRST_TO_LATEST), table("Place,2020,2021,2022\nAx,0,1,2\n")), "f[ax]")
    assert (None, "things is nil, so there is nothing to divide by") == (found.value, found.reason)


def test_missing_sides() -> None:
    """A comparison with a gap is a gap, with the reason of the gap."""
    found = fact(sound(derived(kind="change", **FIRST_TO_LATEST), table("Place,2020,2021,2022\nAx,n/a,1,2\n")), "f[ax]")
    assert (None, None, "Ax: no return") == (found.value, found.interval, found.reason)


def test_acceptances_and_shortfalls_come_along() -> None:
    """What was accepted of a fact is accepted of what is made from it, and who was short is still known."""
    text = "Place,2020,2021,2022\nAx,n/a,1,2\nBy,5,5,5\n"
    base = {"things": {**BASE["things"], "accept": [{"problem": "missing-parts", **ACCEPTED}]}}
    found = fact(sound({**base, "f": {"kind": "ratio", **FIRST_TO_LATEST}}, table(text), here="All"), "f")
    assert found.accepts("missing-parts") is not None
    assert [("Ax", "2020")] == [(s.name, s.period) for s in found.shortfalls]
    assert ("missing-parts",) == found.doubts
    assert found.interval is not None
    assert [0, Fraction(7, 5)] == [found.interval.low, found.interval.high]


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 500)), min_size=1, max_size=3), st.sampled_from([1, 10]))
def test_intervals_contain_the_truth(truth: list[tuple[int, int]], step: int) -> None:
    """Whatever rounding took away, change, difference, ratio and share of the truth lie within the interval."""
    rows = "".join(f"P{i},{_near(b, step)},{_near(a, step)}\n" for i, (a, b) in enumerate(truth))
    figures = "rounded to whole numbers" if step == 1 else "rounded to the nearest 10"
    made = table(f"Place,2020,2021\n{rows}", years={"columns": "2020 to 2021"}, figures=figures)
    now, then = (Fraction(sum(pair[i] for pair in truth)) for i in (0, 1))
    ends = {"from": "first", "to": "latest", "of": "things"}
    entries = BASE | {k: {"kind": k, **ends} for k in ("change", "difference", "ratio")}
    entries |= {"share": {"kind": "share", "of": "things[p0]", "out_of": "things[all]"}}
    facts = sound(entries, made, here="All")
    wanted = {"change": (now - then) / then * 100, "difference": now - then, "ratio": now / then}
    for name, value in wanted.items():
        _holds(fact(facts, name), value)
    if now:
        _holds(fact(facts, "share"), truth[0][0] / now * 100)


def _near(n: int, step: int) -> int:
    return step * ((2 * n + step) // (2 * step))


def _holds(found: Fact, value: Fraction) -> None:
    if found.value is not None:
        assert found.interval is not None
        assert found.interval.holds(value)


@pytest.mark.parametrize(("base", "codes"), [({}, ["F040"]), ({"base": "the published total"}, [])])
def test_a_share_of_a_total_that_differs(base: dict[str, str], codes: list[str]) -> None:
    """Where parts and total disagree a share says which of them it is of."""
    published = [
        {"place": "All", "year": "2021", "value": "90", "source": "page", "print": "published", "because": "So."}
    ]
    entries: dict[str, Any] = {
        "n": {"kind": "sum", "data": "t", "each": ["place", "year"], "published": published},
        "f": {"kind": "share", "of": "n[ax, 2021]", "out_of": "n[all, 2021]", **base},
    }
    _, problems = facts_of(entries, table(TWO), here="All")
    assert codes == codes_of(problems)
