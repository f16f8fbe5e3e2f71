"""A phrase says the strongest thing that holds, and always something that does."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.made import ACCEPTED, example, fact, sound, story, table
from report_builder.facts.claims import check
from report_builder.facts.fact import Fact, Standings
from report_builder.facts.family import Facts
from report_builder.facts.interval import Interval, rounded
from report_builder.facts.meanings import MEANINGS
from report_builder.words import ENGLISH
from report_builder.words.phrases import STRONGEST_FIRST, holding, phrase

NONE = Facts({}, "here")


def growth(value: str) -> Fact:
    """An exact multiple."""
    number = Fraction(value)
    return Fact("f", (), "growth", "ratio", "times", number, Interval(number, number))


def share(value: str, step: str = "0") -> Fact:
    """A share in per cent, as printed."""
    number = Fraction(value)
    return Fact("f", (), "share", "value", "percent", number, rounded(number, Fraction(step)), step=Fraction(step))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("5.01", "more than quintupled"), ("5", "quintupled"), ("4.99", "almost quintupled"),
        ("4.75", "almost quintupled"), ("4.74", "more than quadrupled"), ("4", "quadrupled"),
        ("3.8", "almost quadrupled"), ("3.79", "more than trebled"), ("3", "trebled"),
        ("2.999", "almost trebled"), ("2.85", "almost trebled"),
        ("2.849", "more than doubled"), ("2.001", "more than doubled"), ("2", "doubled"), ("1.999", "almost doubled"),
        ("1.9", "almost doubled"), ("1.899", "rose by 90 per cent"), ("1.52", "rose by 52 per cent"),
        ("1.001", "rose by 0.1 per cent"), ("1", "unchanged"), ("0.999", "fell by 0.1 per cent"),
        ("0.551", "fell by 45 per cent"), ("0.55", "almost halved"), ("0.501", "almost halved"), ("0.5", "halved"),
        ("0.499", "more than halved"), ("0", "more than halved"),
    ],
)  # fmt: skip
def test_growth(value: str, text: str) -> None:
    """Both sides of every threshold."""
    assert text == phrase(growth(value), ENGLISH, NONE)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("100", "more than three-quarters"), ("78.8", "more than three-quarters"), ("78.7", "about three-quarters"),
        ("75", "about three-quarters"), ("74.9", "almost three-quarters"), ("71", "almost three-quarters"),
        ("70", "about two-thirds"), ("66", "almost two-thirds"), ("60", "almost two-thirds"),
        ("58", "more than half"), ("52.6", "more than half"), ("52.5", "about half"), ("50", "about half"),
        ("48", "almost half"), ("45", "almost half"), ("44", "more than a third"), ("36", "more than a third"),
        ("35", "about a third"), ("33", "almost a third"), ("30", "almost a third"), ("29", "more than a quarter"),
        ("25", "about a quarter"), ("24", "almost a quarter"), ("22.5", "almost a quarter"),
        ("22.4", "more than a fifth"), ("20", "about a fifth"), ("19", "almost a fifth"), ("17", "more than a tenth"),
        ("10.6", "more than a tenth"), ("10", "about a tenth"), ("9.9", "almost a tenth"), ("9", "almost a tenth"),
        ("8.9", "less than a tenth"), ("0", "less than a tenth"),
    ],
)  # fmt: skip
def test_fractions(value: str, text: str) -> None:
    """Both sides of every threshold, by the fraction that is nearest."""
    assert text == phrase(share(value), ENGLISH, NONE)


@pytest.mark.parametrize(
    ("value", "step", "text"),
    [("45", "1", "more than a third"), ("46", "1", "almost half"), ("50", "1", "about half"),
     ("10", "10", "10 per cent"), ("30", "10", "more than a fifth")],
)  # fmt: skip
def test_rounded_shares(value: str, step: str, text: str) -> None:
    """What holds at the printed value only is not said; where nothing holds, the plain figure."""
    assert text == phrase(share(value, step), ENGLISH, NONE)


def test_the_story() -> None:
    """Wales doubled only where that is accepted; else it rose, which holds like for like as well."""
    assert "rose by 102 per cent" == phrase(fact(story(), "growth"), ENGLISH, story())
    accepted = story({"accept": [{"problem": "part-year-base", **ACCEPTED}]})
    assert "more than doubled" == phrase(fact(accepted, "growth"), ENGLISH, accepted)
    assert ("rose by 52 per cent",) == holding(fact(accepted, "growth[gwent]"), ENGLISH, accepted)
    assert "went from 19 to 67" == phrase(fact(story(), "growth[dyfed_powys]"), ENGLISH, story())
    facts, _ = example()
    assert "the most" == phrase(fact(facts, "rank_south_wales"), ENGLISH, facts)
    assert "almost half" == phrase(fact(facts, "platform[snapchat]"), ENGLISH, facts)
    assert "rose by 89 per cent" == phrase(fact(facts, "growth_uk"), ENGLISH, facts)


def ranked(place: int, worst: int, tied: bool = False, lowest: bool = False) -> Fact:
    """A place in an order, and the worst that it may be."""
    standings = Standings((), ("B",) if tied else (), "place", lowest)
    low = Fraction(place)
    return Fact("f", (), "rank", "rank", "rank", low, Interval(low, Fraction(worst)), standings=standings)


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (ranked(1, 1), "the most"), (ranked(2, 2), "the second most"), (ranked(3, 3), "the third most"),
        (ranked(4, 4), "fourth"), (ranked(1, 1, tied=True), "the joint most"),
        (ranked(2, 2, tied=True), "joint second"), (ranked(1, 1, lowest=True), "the fewest"),
        (ranked(1, 1, tied=True, lowest=True), "the joint fewest"),
        (ranked(1, 3), "between first and third"),
    ],
)  # fmt: skip
def test_ranks(found: Fact, text: str) -> None:
    """Places, shared places, the other end of the order, and places that rounding leaves open."""
    assert text == phrase(found, ENGLISH, NONE)


@given(st.integers(0, 400), st.integers(1, 400), st.sampled_from(["exact", "rounded to the nearest 10"]))
def test_a_phrase_always_holds(now: int, then: int, figures: str) -> None:
    """Growth and share of any two figures: what is said is either a meaning that holds or the figures themselves."""
    printed = [n if figures == "exact" else 10 * ((n + 5) // 10) for n in (now, then)]
    made = table(
        f"Year,N\n2020,{printed[1]}\n2021,{printed[0]}\n", rows=None, years={"column": "Year"}, figures=figures
    )
    entries: dict[str, Any] = {
        "n": {"kind": "value", "data": "t", "each": ["year"]},
        "growth": {"kind": "change", "of": "n", "from": "first", "to": "latest"},
        "now": {"kind": "value", "data": "t", "where": {"year": "2021"}},
        "then": {"kind": "value", "data": "t", "where": {"year": "2020"}},
        "share": {"kind": "share", "of": "now", "out_of": "then"},
    }
    facts = sound(entries, made)
    for name, truth in (("growth", Fraction(now, then)), ("share", Fraction(now, then))):
        found = fact(facts, name)
        if found.value is None:
            continue
        said = phrase(found, ENGLISH, facts)
        meaning = ENGLISH.meanings.get(said)
        if meaning:
            assert check(found, MEANINGS[meaning], facts).holds
            assert MEANINGS[meaning].region.holds(truth)
        elif said.startswith(("rose", "fell")):
            assert (truth > 1) == said.startswith("rose")
            assert "by 0 per" not in said
        else:
            assert re.fullmatch(r"went from [\d,]+ to [\d,]+|[\d,.]+ per cent", said)


def test_nothing_to_say() -> None:
    """A small count is its own figure, a larger one carries round numbers, and a gap no words."""
    facts = story()
    assert () == holding(fact(facts, "offences[gwent]"), ENGLISH, facts)
    assert "67" == phrase(fact(facts, "offences[gwent]"), ENGLISH, facts)
    assert "more than 550" == phrase(fact(facts, "offences"), ENGLISH, facts)
    assert () == holding(fact(facts, "offences[gwent, 2020/21]"), ENGLISH, facts)
    assert "no figure" == phrase(fact(facts, "offences[gwent, 2020/21]"), ENGLISH, facts)


def test_the_lists_hold_only_meanings_with_words() -> None:
    """Whatever a phrase may be made of is a meaning, and English has words for it."""
    names = [name for names in STRONGEST_FIRST.values() for name in names]
    assert [] == [name for name in names if name not in MEANINGS or not ENGLISH.words_for(name)]
