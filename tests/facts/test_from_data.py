"""Facts read from cells: each kind, what is missing, and where a number belongs."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.made import ACCEPTED, codes_of, fact, facts_of, parts, read, sound, table
from report_builder.facts.interval import Interval

THREE = "Place,2020,2021,2022\nAx,10,20,30\nBy,1,n/a,3\nCo,5,6,7\n"
MISSING = {"accept": [{"problem": "missing-parts", **ACCEPTED}]}


def one(kind: str, **entry: Any) -> dict[str, Any]:
    """A facts file of one entry, by place and year."""
    return {"f": {"kind": kind, "data": "t", "each": ["year"], **entry}}


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [("sum", "16"), ("count", "3"), ("mean", "16/3"), ("median", "5"), ("min", "1"), ("max", "10")],
)
def test_kinds(kind: str, wanted: str) -> None:
    """Every kind over the cells that fall together, exact where the cells are."""
    found = fact(sound(one(kind), table(THREE)), "f[2020]")
    assert Fraction(wanted) == found.value
    assert Interval(found.value, found.value) == found.interval
    assert ["10", "1", "5"] == [cell.text for cell in found.cells]


@pytest.mark.parametrize("kind", ["sum", "mean", "median", "min", "max"])
def test_a_missing_cell_is_never_nil(kind: str) -> None:
    """Where one cell has no figure there is no sum, mean or extreme, and the reason names who."""
    found = fact(sound(one(kind), table(THREE)), "f[2021]")
    assert found.value is None
    assert "By: no return" == found.reason
    assert ("missing-parts",) == found.doubts
    assert not found.at_least


def test_count_counts_those_with_a_figure() -> None:
    """A count is of the cells that have a figure; it is exact, and not in the unit of what they count."""
    found = fact(sound(one("count"), table(THREE)), "f[2021]")
    assert (Fraction(2), "", Fraction(0), ()) == (found.value, found.unit, found.step, found.doubts)


@pytest.mark.parametrize(
    ("kind", "value", "low", "high", "at_least"),
    [
        ("sum", 26, 26, None, True),
        ("mean", 13, Fraction(26, 3), None, False),
        ("median", 13, 6, None, False),
        ("min", 6, 0, 6, False),
        ("max", 20, 20, None, False),
    ],
)
def test_accepted_missing_cells(kind: str, value: int, low: Fraction, high: int | None, at_least: bool) -> None:
    """Accepted, the rest stands for itself: a sum is "at least", and the bounds leave room for what is missing."""
    found = fact(sound(one(kind, **MISSING), table(THREE)), "f[2021]")
    assert [value, at_least] == [found.value, found.at_least]
    assert Interval(Fraction(low), None if high is None else Fraction(high)) == found.interval
    assert ("missing-parts",) == found.doubts


@given(st.lists(st.integers(0, 50), min_size=2, max_size=6), st.data())
def test_bounds_hold_whatever_is_missing(truth: list[int], data: st.DataObject) -> None:
    """Whatever the missing cells hold, the accepted figure's bounds contain what all of them give."""
    gone = data.draw(st.sets(st.integers(0, len(truth) - 1), max_size=len(truth) - 1))
    rows = "".join(f"P{i},{'n/a' if i in gone else n}\n" for i, n in enumerate(truth))
    made = table(f"Place,2020\n{rows}", years={"columns": ["2020"]})
    for kind, whole in (("sum", sum(truth)), ("min", min(truth)), ("max", max(truth))):
        found = fact(sound(one(kind, **MISSING), made), "f")
        assert found.interval is not None
        assert found.interval.holds(Fraction(whole))
    found = fact(sound(one("mean", **MISSING), made), "f")
    assert found.interval is not None
    assert found.interval.holds(Fraction(sum(truth), len(truth)))


@given(st.lists(st.integers(0, 400), min_size=1, max_size=6))
def test_rounded_cells_keep_the_truth(truth: list[int]) -> None:
    """Sums, means and medians of rounded cells hold the sum, mean and median of the unrounded ones."""
    printed = [10 * ((n + 5) // 10) for n in truth]
    rows = "".join(f"P{i},{n}\n" for i, n in enumerate(printed))
    made = table(f"Place,2020\n{rows}", years={"columns": ["2020"]}, figures="rounded to the nearest 10")
    ordered, n = sorted(truth), len(truth)
    middle = Fraction(ordered[(n - 1) // 2] + ordered[n // 2], 2)
    for kind, whole in (("sum", Fraction(sum(truth))), ("mean", Fraction(sum(truth), n)), ("median", middle)):
        interval = fact(sound(one(kind), made), "f").interval
        assert interval is not None
        assert interval.holds(whole)


def test_bounded_cell() -> None:
    """A cell of "<5" has no value, and keeps its bounds in itself and in what is added to it."""
    made = table("Place,2020\nAx,<5\nBy,10\n", years={"columns": ["2020"]})
    facts = sound({"f": {"kind": "sum", "data": "t", "each": ["place"]}}, made, here="All")
    assert (None, Interval(Fraction(0), Fraction(4))) == (fact(facts, "f[ax]").value, fact(facts, "f[ax]").interval)
    assert (None, Interval(Fraction(10), Fraction(14))) == (fact(facts, "f").value, fact(facts, "f").interval)


def test_the_whole_is_made_of_the_parts() -> None:
    """A family by place has one more member: what the rows make up, in each year that all of them have."""
    facts = sound({"f": {"kind": "sum", "data": "t", "each": ["place", "year"]}}, table(THREE), here="All")
    assert [16, None, 40] == [fact(facts, f"f[all, {year}]").value for year in (2020, 2021, 2022)]
    assert "All" == fact(facts, "f").place_name
    assert ["ax", "by", "co"] == [m.id for m in facts.families["f"].axes[0].parts()]


def test_values_make_no_whole() -> None:
    """`value` reads cells and adds nothing."""
    facts = sound({"f": {"kind": "value", "data": "t", "each": ["place", "year"]}}, table(THREE), here="ax")
    assert [10, 20, 30] == [fact(facts, f"f[{year}]").value for year in (2020, 2021, 2022)]
    assert "all" not in [m.id for m in facts.families["f"].axes[0].members]


def test_a_total_row_is_never_added() -> None:
    """A row declared as a total is no part, and stands for itself."""
    text = "Place,2020\nAx,1\nBy,2\nTotal,3\n"
    rows = {"column": "Place", "are": "place", "totals": ["Total"]}
    made = table(text, rows=rows, years={"columns": ["2020"]})
    assert 3 == fact(sound({"f": {"kind": "sum", "data": "t"}}, made), "f").value
    by_place = sound({"f": {"kind": "value", "data": "t", "each": ["place"]}}, made)
    assert 3 == fact(by_place, "f[Total]").value


def test_value_is_one_cell() -> None:
    """A value that would be several cells, or none, is refused with what to add."""
    _, problems = facts_of({"f": {"kind": "value", "data": "t"}}, table(THREE))
    assert ["F011"] == codes_of(problems)
    assert "each: [place, year]" in problems[0].help


def test_period_and_place() -> None:
    """A fact says which years it covers and of whom it is, not of the dataset as a whole where rows were chosen."""
    entries: dict[str, Any] = {
        "years": {"kind": "sum", "data": "t", "each": ["place"]},
        "chosen": {"kind": "sum", "data": "t", "where": {"place": "Ax", "year": "2021"}},
        "two": {"kind": "sum", "data": "t", "where": {"place": ["Ax", "Co"]}},
    }
    facts = sound(entries, table(THREE, place="Land"))
    assert ("2020", "2022") == (fact(facts, "years[ax]").from_period, fact(facts, "years[ax]").period)
    assert ("Ax", "", "2021") == tuple(
        getattr(fact(facts, "chosen"), k) for k in ("place_name", "from_period", "period")
    )
    assert ["Land", 78] == [fact(facts, "two").place_name, fact(facts, "two").value]


def test_one_period_for_the_whole_file() -> None:
    """A dataset of one year gives its facts that year."""
    made = read(
        "t",
        "Known\n1824\n",
        {"file": "t.csv", "what": "Known", "figures": "exact", "unit": "offences", "place": "UK", "year": "2023/24"},
    )
    found = fact(sound({"f": {"kind": "value", "data": "t"}}, made), "f")
    assert [1824, "UK", "2023/24"] == [found.value, found.place_name, found.period]


def test_shortfalls_name_someone() -> None:
    """Who is short is named, by the dataset's place where there are only years."""
    text = "Year,Things\n2020,5\n2021,9\n"
    cells = [{"year": "2020", "is": "part year", "covers": "six of 12 months"}]
    made = table(text, rows=None, years={"column": "Year"}, place="Land", cells=cells)
    found = fact(sound({"f": {"kind": "value", "data": "t", "each": ["year"]}}, made), "f[2020]")
    assert [("Land", "2020", "six of 12 months")] == [(s.name, s.period, s.covers) for s in found.shortfalls]


@pytest.mark.parametrize("kind", ["sum", "mean", "median"])
def test_overlapping_parts_are_never_added(kind: str) -> None:
    """Rows that may count one case twice are not added, chosen or all."""
    made = parts("Kind,Share\nAx,40\nBy,35\n", rows={"column": "Kind", "are": "kind", "parts": "overlapping"})
    for where in ({}, {"where": {"kind": ["Ax", "By"]}}):
        _, problems = facts_of({"f": {"kind": kind, "data": "t", **where}}, made)
        assert ["F012"] == codes_of(problems)
    alone = sound({"f": {"kind": kind, "data": "t", "where": {"kind": "Ax"}}}, made)
    assert 40 == fact(alone, "f").value


def test_unknown_columns_and_dimensions() -> None:
    """What the dataset does not have is refused with what it has."""
    for entry, code, hint in (
        ({"column": "Nothing"}, "F004", "column"),
        ({"each": ["sex"]}, "F005", "place, year"),
        ({"each": ["place"], "data": "o"}, "F005", "town, year; where its rows are places, write `are: place`"),
    ):
        other = table("Town,2020\nAx,1\n", "o", rows={"column": "Town", "are": "town"}, years={"columns": "2020"})
        facts, problems = facts_of({"f": {"kind": "sum", "data": "t", **entry}}, table(THREE), other)
        assert [code] == codes_of(problems)
        assert hint in problems[0].help
        assert "f" not in facts.families
