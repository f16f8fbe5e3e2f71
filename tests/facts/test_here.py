"""What is said of "here" is computed for every place at once: another edition is the same facts seen from there."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from facts.made import codes_of, fact, facts_of, sound, table
from report_builder.facts.claims import check
from report_builder.facts.family import Unfound
from report_builder.facts.meanings import MEANINGS

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


PARENTS = {"ax": "by", "co": "all"}
LARGER: dict[str, Any] = {
    "things": ENTRIES["things"],
    "people": ENTRIES["people"],
    "rate": {"kind": "rate", "of": "things", "population": "people"},
    "beside": {"kind": "ratio", "of": "rate[here]", "against": "rate[parent]"},
    "of_larger": {"kind": "share", "of": "things[here]", "out_of": "things[parent]"},
}


def test_the_parent_follows_the_place() -> None:
    """Each place is compared with the larger one that it is part of; one that is part of none is away."""
    facts = sound(LARGER, table(THREE), PEOPLE, here="All", parents=PARENTS)
    assert ["ax", "co"] == [key[0] for key in facts.families["beside"].facts]
    found = fact(replace(facts, here="ax"), "beside")
    assert ("rate[ax, 2022]", "rate[by, 2022]") == found.inputs
    assert 12.5 == pytest.approx(float(found.value or 0) * 6)
    assert ("things[co, 2022]", "things[all, 2022]") == fact(replace(facts, here="co"), "of_larger").inputs
    assert "rate[by, 2022]" == fact(replace(facts, here="ax"), "rate[parent]").id
    for here, reference in (("by", "beside"), ("by", "rate[parent]"), ("all", "of_larger")):
        away = replace(facts, here=here).reference(reference)
        assert isinstance(away, Unfound)
        assert away.away, (here, reference)


def test_nobody_is_part_of_anything() -> None:
    """Said once for each entry that speaks of a larger area, and not again of what is made from it."""
    entries = LARGER | {"more": {"kind": "ratio", "of": "beside", "against": "beside[Ax]"}}
    _, problems = facts_of(entries, table(THREE), PEOPLE, here="All", parents={"ax": "elsewhere"})
    assert ["E033", "E033"] == codes_of(problems)


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(1, 9)), min_size=2, max_size=5))
def test_claims_of_the_parent_are_the_raw_comparison(values: list[tuple[int, int]]) -> None:
    """A rate is above, below or the same as that of all, as the numbers say."""
    columns = {"columns": ["2020"]}
    things, people = ("".join(f"P{i},{pair[at]}\n" for i, pair in enumerate(values)) for at in (0, 1))
    made = table(f"Place,2020\n{things}", years=columns), table(f"Place,2020\n{people}", name="people", years=columns)
    parents = {f"p{i}": "all" for i in range(len(values))}
    facts = sound(LARGER, *made, here="All", parents=parents)
    whole = Fraction(sum(n for n, _ in values), sum(m for _, m in values))
    for i, (n, m) in enumerate(values):
        found = fact(facts, f"beside[p{i}]")
        assert found.value == Fraction(n, m) / whole
        wanted = "as-many" if found.value == 1 else "more-than-other" if found.value > 1 else "fewer-than-other"
        said = [s for s in ("as-many", "more-than-other", "fewer-than-other") if check(found, MEANINGS[s], facts).holds]
        assert [wanted] == said
