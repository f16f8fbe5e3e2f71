"""Verdicts in plain words."""

from __future__ import annotations

import pytest

from facts.made import ACCEPTED, example, fact, parts, sound, story, table
from report_builder.facts.claims import check
from report_builder.facts.family import Facts
from report_builder.facts.meanings import MEANINGS
from report_builder.words import ENGLISH
from report_builder.words.margins import computed, margins


def said(facts: Facts, reference: str, meaning: str) -> tuple[str, str]:
    """The computed value and the margins of a claim."""
    verdict = check(fact(facts, reference), MEANINGS[meaning], facts)
    return computed(verdict, ENGLISH, facts), margins(verdict, ENGLISH)


def test_wales() -> None:
    """The sentence of the contract, word for word."""
    facts = story({"accept": [{"problem": "part-year-base", **ACCEPTED}]})
    value = "2.02 times (554 against 274), Wales, 2017/18 to 2023/24"
    near = "fails if 2023/24 were 548 or fewer (6 fewer) or 2017/18 were 277 or more (3 more)"
    assert (value, near) == said(facts, "growth", "more-than-doubled")


def test_gwent() -> None:
    """A claim that fails has no margins to false."""
    assert ("1.52 times (67 against 44), Gwent, 2017/18 to 2023/24", "") == said(story(), "growth[gwent]", "doubled")


def test_shares() -> None:
    """In per cent where that is what was printed, in counts where the share is ours."""
    facts, _ = example()
    snapchat = "fails if share of offences in which the platform was recorded were 45 per cent or less (3 less)"
    assert ("48 per cent, UK, 2023/24", snapchat) == (
        said(facts, "platform[snapchat]", "almost-half")[0],
        said(facts, "platform[snapchat]", "almost-half")[1].partition(" or share")[0],
    )
    value, near = said(facts, "share_known", "more-than-quarter")
    assert "26 per cent (1,824 against 7,062), UK, 2023/24" == value
    assert near.startswith(
        "fails if offences where the means of communication was known were 1,765 or fewer (59 fewer)"
    )


def test_ranks() -> None:
    """By how much the next one is behind."""
    facts, _ = example()
    assert ("first, South Wales, 2023/24", "fails if North Wales were 333 or more (236 more)") == said(
        facts, "rank_south_wales", "ranked-first"
    )


@pytest.mark.parametrize(
    ("figures", "near"), [("exact", "3.75 or fewer (0.35 fewer)"), ("two decimal places", "3.77 or fewer (0.33 fewer)")]
)
def test_decimals(figures: str, near: str) -> None:
    """Figures with decimals have margins with decimals, the nearer the less exact the figures are."""
    made = table("Year,N\n2020,1.25\n2021,4.10\n", rows=None, years={"column": "Year"}, figures=figures)
    entries = {
        "n": {"kind": "value", "data": "t", "each": ["year"]},
        "f": {"kind": "ratio", "of": "n", "from": "first", "to": "latest"},
    }
    assert said(sound(entries, made), "f", "more-than-trebled")[1].startswith(f"fails if 2021 were {near}")


def test_a_fall() -> None:
    """Falls fail upwards."""
    text = "Year,N\n2020,100\n2021,40\n"
    made = table(text, rows=None, years={"column": "Year"})
    entries = {
        "n": {"kind": "value", "data": "t", "each": ["year"]},
        "f": {"kind": "change", "of": "n", "from": "first", "to": "latest"},
    }
    near = "fails if 2021 were 50 or more (10 more) or 2020 were 80 or fewer (20 fewer)"
    assert near == said(sound(entries, made), "f", "more-than-halved")[1]


def test_rounded_input() -> None:
    """A printed 46 per cent may be 45.5; at 45 it may be less than 45, so that is where "almost half" fails."""
    facts = sound({"f": {"kind": "value", "data": "t", "each": ["kind"]}}, parts("Kind,Share\nAx,46\n"))
    assert said(facts, "f[ax]", "almost-half")[1].startswith("fails if f were 45 per cent or less (1 less)")
