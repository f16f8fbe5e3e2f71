"""Like for like: over those who are complete on both sides."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.made import fact, sound, story, table
from report_builder.facts.complete import missing_periods

ENTRIES: dict[str, Any] = {
    "n": {"kind": "sum", "data": "t", "each": ["place", "year"], "accept": []},
    "f": {"kind": "ratio", "of": "n", "from": "first", "to": "latest"},
}


def test_wales() -> None:
    """Without Dyfed-Powys, which gave six months: 255 to 497, 1.95 times, as the cells are printed."""
    growth = fact(story(), "growth")
    like = growth.like_for_like
    assert like is not None
    assert [("Gwent", "North Wales", "South Wales"), 255, 497] == [like.who, like.from_, like.to]
    assert Fraction(497, 255) == like.ratio
    assert ["Dyfed-Powys"] == [s.name for s in like.left_out]
    assert ("parts-differ", "part-year-base") == growth.doubts


def test_one_force() -> None:
    """For the force itself nothing is left to compare; for the others the raw figures are like for like."""
    facts = story()
    alone = fact(facts, "growth[dyfed_powys]").like_for_like
    assert alone is not None
    assert ((), None, None, None) == (alone.who, alone.to, alone.from_, alone.ratio)
    assert fact(facts, "growth[gwent]").like_for_like is None


def test_a_figure_in_doubt_is_still_whole() -> None:
    """Gwent's doubtful figure stays in the comparison."""
    like = fact(story(), "growth").like_for_like
    assert like is not None
    assert "Gwent" in like.who


def test_missing_in_either_year() -> None:
    """Whoever is missing in one of the years is left out of both, and the doubt is named."""
    made = table("Place,2020,2021,2022\nAx,n/a,1,9\nBy,5,5,6\n")
    accepted = [{"problem": "missing-parts", "because": "x", "by": "y", "date": "2024-01-01"}]
    found = fact(sound({**ENTRIES, "n": {**ENTRIES["n"], "accept": accepted}}, made, here="All"), "f")
    like = found.like_for_like
    assert like is not None
    assert [(("By",), 5, 6), ("missing-parts",)] == [(like.who, like.from_, like.to), found.doubts]


@pytest.mark.parametrize(
    ("standing", "doubts"),
    [
        ("part year", ("part-year-base",)),
        ("other definition", ("other-definition",)),
        ("in doubt", ()),
        ("revised", ()),
    ],
)
def test_what_stands_in_the_way(standing: str, doubts: tuple[str, ...]) -> None:
    """A part year or another definition is left out and has to be accepted; a doubt or revision is not."""
    cells = [{"place": "ax", "year": "2020", "is": standing, **({"covers": "half"} if standing == "part year" else {})}]
    made = table("Place,2020,2021,2022\nAx,4,1,9\nBy,5,5,6\n", cells=cells)
    found = fact(sound(ENTRIES, made, here="All"), "f")
    assert doubts == found.doubts
    assert bool(doubts) == (found.like_for_like is not None)


CELLS = st.lists(
    st.tuples(st.integers(1, 99), st.integers(1, 99), st.booleans(), st.booleans()), min_size=2, max_size=6
)


@given(CELLS)
def test_law(rows: list[tuple[int, int, bool, bool]]) -> None:
    """Like for like is the ratio over the rows that are whole in both years, whichever those are."""
    text = "".join(f"P{i},{then},{now}\n" for i, (then, now, _, _) in enumerate(rows))
    cells = [
        {"place": f"p{i}", "year": year, "is": "part year", "covers": "half"}
        for i, row in enumerate(rows)
        for year, short in (("2020", row[2]), ("2021", row[3]))
        if short
    ]
    made = table(f"Place,2020,2021\n{text}", years={"columns": "2020 to 2021"}, cells=cells)
    like = fact(sound(ENTRIES, made, here="All"), "f").like_for_like
    whole = [(then, now) for then, now, a, b in rows if not a and not b]
    if len(whole) == len(rows):
        assert like is None
    else:
        assert like is not None
        wanted = Fraction(sum(n for _, n in whole), sum(t for t, _ in whole)) if whole else None
        assert wanted == like.ratio


def test_missing_periods() -> None:
    """The years without a figure for all Wales."""
    run = [f for key, f in story().families["offences"].facts.items() if key[0] == "wales"]
    assert ["2020/21", "2022/23"] == [f.period for f in missing_periods(run)]
