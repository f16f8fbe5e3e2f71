"""Caveats are written by the tool, from what is known of the figures."""

from __future__ import annotations

from typing import Any

from facts.made import ACCEPTED, PART_YEAR, example, fact, sound, story, table
from report_builder.words import ENGLISH
from report_builder.words.caveats import caveat, short_caveat

ENTRIES: dict[str, Any] = {
    "n": {"kind": "sum", "data": "t", "each": ["place", "year"], "accept": [{"problem": "missing-parts", **ACCEPTED}]},
    "f": {"kind": "ratio", "of": "n", "from": "first", "to": "latest"},
}


def test_wales() -> None:
    """Who gave half a year, and what is left without them."""
    facts = story()
    wanted = (
        "Dyfed-Powys’s figure for 2017/18 covers six of 12 months. Counting only Gwent, North Wales and South Wales, "
        "which have full figures for both years, the number went from 255 to 497 (1.95 times)."
    )
    assert wanted == caveat(fact(facts, "growth"), ENGLISH, facts)
    wanted = "2017/18 includes only six of 12 months from Dyfed-Powys; like for like, 1.95 times"
    assert wanted == short_caveat(fact(facts, "growth"), ENGLISH)


def test_one_force() -> None:
    """Nobody is left to compare with; on a card the force is not named twice."""
    facts = story()
    wanted = (
        "Dyfed-Powys’s figure for 2017/18 covers six of 12 months. "
        "There is no full-year figure to compare 2017/18 with."
    )
    assert wanted == caveat(fact(facts, "growth[dyfed_powys]"), ENGLISH, facts)
    assert "2017/18 covers only six of 12 months" == short_caveat(fact(facts, "growth[dyfed_powys]"), ENGLISH)
    assert "" == caveat(fact(facts, "growth[north_wales]"), ENGLISH, facts)
    assert "" == short_caveat(fact(facts, "growth[north_wales]"), ENGLISH)


def test_singular() -> None:
    """One area that is left "has" its figures."""
    facts = sound(ENTRIES, table("Place,2020,2021,2022\nAx,n/a,1,9\nBy,5,5,6\n"), here="All")
    wanted = (
        "Ax has no figure for 2020 (no return). Counting only By, which has full figures for both years, "
        "the number went from 5 to 6 (1.20 times)."
    )
    assert wanted == caveat(fact(facts, "f"), ENGLISH, facts)


def test_nobody_left() -> None:
    """Where every area is short in one of the years there is no like for like, and that is said."""
    facts = sound(ENTRIES, table("Place,2020,2021,2022\nAx,n/a,1,9\nBy,5,5,n/a\n"), here="All")
    assert caveat(fact(facts, "f"), ENGLISH, facts).endswith(
        "No area has full figures for both years, so there is no like-for-like comparison."
    )


def test_unknown_part_of_a_year() -> None:
    """A part year whose part nobody knows is still said to be one."""
    remark = {k: v for k, v in PART_YEAR.items() if k != "covers"}
    facts = story({}, remark)
    assert "covers only part of the year." in caveat(fact(facts, "growth[dyfed_powys]"), ENGLISH, facts)


def test_overlapping_shares() -> None:
    """Any Meta platform: 11.5 to 29.5, and whose wording it is."""
    facts, _ = example()
    said = caveat(fact(facts, "meta"), ENGLISH, facts, "South Wales Argus")
    assert "11.5 to 29.5 per cent" in said
    assert said.endswith("The wording is the publisher’s (South Wales Argus).")
