"""What is said of "here" is computed for every place at once: another edition is the same facts seen from there."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from facts.made import fact, sound, table
from report_builder.facts.family import Unfound

THREE = "Place,2020,2021,2022\nAx,40,30,50\nBy,10,20,30\nCo,1,2,80\n"
PEOPLE = table("Place,2020,2021,2022\nAx,4,4,4\nBy,5,5,5\nCo,8,8,8\n", name="people")
ENTRIES: dict[str, Any] = {
    "things": {"kind": "sum", "data": "t", "each": ["place", "year"]},
    "people": {"kind": "sum", "data": "people", "each": ["place", "year"]},
    "place_of": {"kind": "rank", "of": "things", "item": "here", "among": "place"},
    "part": {"kind": "share", "of": "things[here]", "out_of": "things[All]"},
    "of_ax": {"kind": "ratio", "of": "things[Ax]", "against": "things[here]"},
    "ax_of_all": {"kind": "share", "of": "things[Ax]", "out_of": "things"},
    "told": {"kind": "published", "value": "12", "source": "paper", "place": "here"},
}


@pytest.mark.parametrize(
    ("here", "said"),
    [("ax", [2, 31.25, 1, 31.25, 12]), ("by", [3, 18.75, 50 / 30, 31.25, 12]), ("co", [1, 50, 0.625, 31.25, 12])],
)
def test_another_place_is_another_view(here: str, said: list[float]) -> None:
    """Rank, share and comparison follow `here`. A whole that is not named is the report's own place in every edition,
    and so is the place of what others printed."""
    facts = replace(sound(ENTRIES, table(THREE), PEOPLE, here="All"), here=here)
    found = [fact(facts, name).value for name in ("place_of", "part", "of_ax", "ax_of_all", "told")]
    assert pytest.approx(said) == [float(v) if v is not None else None for v in found]
    assert "All" == fact(facts, "told").place_name


def test_the_report_s_own_place_changes_no_fact() -> None:
    """Whichever place a report is about, it has the same facts."""
    entries = {k: v for k, v in ENTRIES.items() if k not in ("told", "ax_of_all")}
    one, other = (sound(entries, table(THREE), PEOPLE, here=here) for here in ("All", "By"))
    assert list(one) == list(other)


def test_the_whole_has_no_rank_among_its_parts() -> None:
    """It is away, which leaves out a section that needs the rank; a place that nothing is known of is a mistake."""
    facts = sound(ENTRIES, table(THREE), PEOPLE, here="All")
    found = facts.reference("place_of")
    assert isinstance(found, Unfound)
    assert found.away
    unknown = replace(facts, here="nowhere").reference("place_of")
    assert isinstance(unknown, Unfound)
    assert not unknown.away
