"""Claims hold over everything the figures may be, and the margins to false are where they are said to be."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from facts.made import ACCEPTED, example, fact, parts, sound, story, table, welsh_text
from report_builder.facts.claims import Margin, Verdict, blocking, check, quantity_of
from report_builder.facts.family import Facts
from report_builder.facts.meanings import MEANINGS

ACCEPT = {"accept": [{"problem": "part-year-base", **ACCEPTED}]}
WHOLE = {"place": "gwent", "year": "2023/24", "is": "in doubt"}  # instead of the remark on Dyfed-Powys


def verdict(facts: Facts, reference: str, meaning: str) -> Verdict:
    """The verdict on one meaning of one fact."""
    return check(fact(facts, reference), MEANINGS[meaning], facts)


def test_wales_more_than_doubled_holds_raw_only() -> None:
    """2.02 as printed, 1.95 like for like: it does not hold until it is accepted, and then with its caveat."""
    raw = verdict(story(), "growth", "more-than-doubled")
    assert (True, True, False) == (raw.at_value, raw.throughout, raw.like_for_like)
    assert not raw.holds
    accepted = verdict(story(ACCEPT), "growth", "more-than-doubled")
    assert accepted.holds
    assert accepted.needs_caveat


def test_another_acceptance_does_not_help() -> None:
    """What was accepted has to be what the claim rests on."""
    other = {"accept": [{"problem": "in-doubt", **ACCEPTED}]}
    assert not verdict(story(other), "growth", "more-than-doubled").holds


def test_wales_margins() -> None:
    """False if 2023/24 were 548 or fewer (6 fewer) or 2017/18 were 277 or more (3 more)."""
    found = verdict(story(ACCEPT), "growth", "more-than-doubled")
    wanted = (
        Margin("2023/24", Fraction(548), False, Fraction(6), "offences"),
        Margin("2017/18", Fraction(277), True, Fraction(3), "offences"),
    )
    assert wanted == found.margins


@pytest.mark.parametrize(("half_year", "total", "holds"), [("21", "276", True), ("22", "277", False)])
def test_three_offences_overturn_it(half_year: str, total: str, holds: bool) -> None:
    """With a complete 22 of Dyfed-Powys and 277 in all the claim is false; with 21 and 276 it is true."""
    facts = story({}, WHOLE, text=welsh_text(dyfed_powys_2017=half_year), base=total)
    found = verdict(facts, "growth", "more-than-doubled")
    assert (holds, None) == (found.holds, found.like_for_like)


def test_gwent_rose_by_half() -> None:
    """67 against 44 is 1.52 times: no doubling, but a rise."""
    facts = story()
    assert not verdict(facts, "growth[gwent]", "more-than-doubled").at_value
    assert verdict(facts, "growth[gwent]", "rose").holds
    assert Fraction(67, 44) == verdict(facts, "growth[gwent]", "rose").quantity


def test_a_part_year_that_does_not_matter() -> None:
    """A claim that holds like for like as well needs no acceptance, but its caveat."""
    found = verdict(story(), "growth", "rose")
    assert (True, True) == (found.holds, found.needs_caveat)
    almost = verdict(story(), "growth", "almost-doubled")
    assert (False, True) == (almost.at_value, almost.like_for_like)


def test_nobody_to_compare_with() -> None:
    """Dyfed-Powys alone has nothing like for like, so no claim on it stands unaccepted."""
    found = verdict(story(), "growth[dyfed_powys]", "rose")
    assert (True, False, False) == (found.throughout, found.like_for_like, found.holds)
    assert verdict(story(ACCEPT), "growth[dyfed_powys]", "rose").holds


@pytest.mark.parametrize(
    ("standing", "problem"), [("part year", "part-year-base"), ("other definition", "other-definition")]
)
def test_whatever_stands_in_the_way_has_to_be_accepted(standing: str, problem: str) -> None:
    """A claim that fails like for like never passes because nothing was there to accept."""
    cells = [{"place": "ax", "year": "2020", "is": standing, **({"covers": "half"} if standing == "part year" else {})}]
    made = table("Place,2020,2021,2022\nAx,100,100,900\nBy,500,500,500\n", cells=cells)
    entries: dict[str, Any] = {
        "n": {"kind": "sum", "data": "t", "each": ["place", "year"]},
        "f": {"kind": "ratio", "of": "n", "from": "first", "to": "latest"},
    }
    assert not verdict(sound(entries, made, here="All"), "f", "rose").holds
    entries["f"]["accept"] = [{"problem": problem, **ACCEPTED}]
    assert verdict(sound(entries, made, here="All"), "f", "rose").holds


def test_a_comparison_of_shares_with_a_part_year() -> None:
    """Where like for like cannot be computed at all, a part year still has to be accepted."""
    cells = [{"place": "ax", "year": "2020", "is": "part year", "covers": "half"}]
    made = table("Place,2020,2021,2022\nAx,100,100,900\nBy,500,500,500\n", cells=cells)
    entries: dict[str, Any] = {
        "n": {"kind": "sum", "data": "t", "each": ["place", "year"]},
        "all": {"kind": "sum", "data": "t", "each": ["year"]},
        "share": {"kind": "share", "of": "n[ax]", "out_of": "all"},
        "f": {"kind": "ratio", "of": "share", "from": "first", "to": "latest"},
    }
    facts = sound(entries, made)
    found = verdict(facts, "f", "rose")
    assert (True, None, False) == (found.throughout, found.like_for_like, found.holds)
    assert ("part-year-base",) == blocking(fact(facts, "f"))


def shares(text: str, **more: Any) -> Facts:
    """A family of shares by kind."""
    return sound({"f": {"kind": "value", "data": "t", "each": ["kind"]}}, parts(f"Kind,Share\n{text}", **more))


@pytest.mark.parametrize(
    ("printed", "meaning", "at_value", "throughout"),
    [
        (50, "at-least-half", True, False),
        (51, "at-least-half", True, True),
        (49, "at-least-half", False, False),
        (45, "almost-half", True, False),
        (46, "almost-half", True, True),
        (51, "majority", True, True),
        (50, "majority", False, False),
        (25, "more-than-quarter", False, False),
        (26, "more-than-quarter", True, True),
        (9, "less-than-tenth", True, True),
        (10, "less-than-tenth", False, False),
    ],
)
def test_rounded_shares(printed: int, meaning: str, at_value: bool, throughout: bool) -> None:
    """A printed 50 per cent is 49.5 to 50.5: "half or more" holds at the printed value only."""
    found = verdict(shares(f"Ax,{printed}\n"), "f[ax]", meaning)
    assert (at_value, throughout, throughout) == (found.at_value, found.throughout, found.holds)


def test_ends_of_a_rounding_range() -> None:
    """30 rounded to tens may be 25, which is not more than a quarter; 90 may be 94.9 but not 95, so nine in ten."""
    facts = shares("Ax,30\nBy,90\n", figures="rounded to the nearest 10")
    assert not verdict(facts, "f[ax]", "more-than-quarter").throughout
    assert verdict(facts, "f[by]", "9-in-ten").throughout


@pytest.mark.parametrize(
    ("reference", "meaning"),
    [("offences", "more-than-doubled"), ("growth", "majority"), ("growth", "ranked-first"), ("platform[kik]", "rose")],
)
def test_meanings_fit_their_kind_of_figure(reference: str, meaning: str) -> None:
    """A count has not doubled, a growth is no share, a share has no rank."""
    facts, _ = example()
    found = verdict(facts, reference, meaning)
    assert (False, False) == (found.applies, found.holds)


def test_nothing_is_said_of_a_gap() -> None:
    """A fact without a figure carries no claim."""
    facts = story()
    assert quantity_of(fact(facts, "offences[gwent, 2020/21]")) is None
    assert not verdict(facts, "offences[gwent, 2020/21]", "rose").applies


RANKED = "Place,2020,2021,2022\nAx,9,7,5\nBy,8,7,8\nCo,5,2,8\nDy,4,1,2\n"


def ranks(period: str, **entry: str) -> Facts:
    """Places ranked in a year."""
    rank = {"kind": "rank", "of": "n", "among": "place", "period": period, **entry}
    return sound({"n": {"kind": "sum", "data": "t", "each": ["year", "place"]}, "f": rank}, table(RANKED))


def test_ranks() -> None:
    """First alone and first with another are different claims, and neither is the other."""
    alone, shared = ranks("2020"), ranks("2021")
    assert verdict(alone, "f[ax]", "ranked-first").holds
    assert not verdict(alone, "f[ax]", "joint-first").holds
    assert not verdict(shared, "f[ax]", "ranked-first").holds
    assert verdict(shared, "f[ax]", "joint-first").holds
    assert () == verdict(shared, "f[ax]", "joint-first").margins


def test_the_most_is_not_the_fewest() -> None:
    """First in an order that begins with the lowest is not first of the highest."""
    facts = ranks("2020", order="lowest")
    assert 1 == fact(facts, "f[dy]").value
    assert not verdict(facts, "f[dy]", "ranked-first").holds
    assert verdict(facts, "f[dy]", "lowest-ranked-first").holds
    assert not verdict(ranks("2020"), "f[ax]", "lowest-ranked-first").holds


def test_rank_margins() -> None:
    """The neighbours in the order, and how near they are, whatever the order of the family's dimensions."""
    second = verdict(ranks("2020"), "f[by]", "ranked-second").margins
    wanted = (
        Margin("co", Fraction(8), True, Fraction(3), ""),
        Margin("ax", Fraction(8), False, Fraction(1), ""),
    )
    assert wanted == tuple(Margin(m.subject.lower(), m.bound, m.more, m.gap, m.unit) for m in second)


# the law of margins: at the bound the claim is false, one step nearer it is true

GROWTHS = sorted(name for name, m in MEANINGS.items() if m.quantity == "growth")
FRACTIONS = sorted(name for name, m in MEANINGS.items() if m.quantity == "fraction")
STEPS = st.sampled_from(
    [("whole numbers, exact", 1), ("rounded to whole numbers", 1), ("rounded to the nearest 10", 10)]
)


@cache
def two(now: int, then: int, figures: str, kind: str) -> Facts:
    """A comparison, or a share, of two figures."""
    entries: dict[str, Any] = {
        "n": {"kind": "value", "data": "t", "each": ["year"]},
        "f": {"kind": kind, "of": "n", "from": "2020", "to": "2021"},
        "part": {"kind": "value", "data": "t", "where": {"year": "2021"}},
        "whole": {"kind": "value", "data": "t", "where": {"year": "2020"}},
        "share": {"kind": "share", "of": "part", "out_of": "whole"},
    }
    made = table(f"Year,N\n2020,{then}\n2021,{now}\n", rows=None, years={"column": "Year"}, figures=figures)
    return sound(entries, made)


def _at_the_edge(
    facts_at: Callable[[int, int], Facts], now: int, then: int, step: int, reference: str, meaning: str
) -> None:
    found = verdict(facts_at(now, then), reference, meaning)
    for margin in found.margins if found.throughout else ():
        bound, nearer = int(margin.bound), int(margin.bound) + (-step if margin.more else step)
        top = margin.subject in ("2021", "part")
        assert (bound - (now if top else then)) * (1 if margin.more else -1) == margin.gap
        sides = [(n, then) if top else (now, n) for n in (bound, nearer)]
        if min(sides[0]) > 0:
            assert not verdict(facts_at(*sides[0]), reference, meaning).throughout
        if min(sides[1]) > 0:
            assert verdict(facts_at(*sides[1]), reference, meaning).throughout


@settings(max_examples=25)
@given(st.integers(1, 60), st.integers(1, 60), STEPS, st.sampled_from(["ratio", "change"]))
def test_margins_of_growth(now: int, then: int, exactness: tuple[str, int], kind: str) -> None:
    """For every growth meaning, rounded or not."""
    figures, step = exactness
    for meaning in GROWTHS:
        _at_the_edge(lambda a, b: two(a, b, figures, kind), now * step, then * step, step, "f", meaning)


@settings(max_examples=25)
@given(st.integers(1, 60), st.integers(1, 60), STEPS)
def test_margins_of_shares(part: int, whole: int, exactness: tuple[str, int]) -> None:
    """For every fraction, rounded or not."""
    figures, step = exactness
    for meaning in FRACTIONS:
        _at_the_edge(lambda a, b: two(a, b, figures, "ratio"), part * step, whole * step, step, "share", meaning)


@pytest.mark.parametrize("meaning", FRACTIONS)
def test_margins_of_printed_shares(meaning: str) -> None:
    """For a share that someone printed rounded, in steps of what they printed, whatever they printed."""
    facts = shares("".join(f"n{n},{n}\n" for n in range(101)))
    for printed in range(101):
        found = verdict(facts, f"f[n{printed}]", meaning)
        for margin in found.margins if found.throughout else ():
            bound, nearer = int(margin.bound), int(margin.bound) + (-1 if margin.more else 1)
            assert not 0 <= bound <= 100 or not verdict(facts, f"f[n{bound}]", meaning).throughout
            assert verdict(facts, f"f[n{nearer}]", meaning).throughout


@given(st.integers(0, 300), st.integers(1, 300), st.sampled_from(GROWTHS))
def test_what_holds_throughout_is_true(now: int, then: int, meaning: str) -> None:
    """A claim on rounded figures that holds throughout holds for the unrounded ones."""
    printed, base = (10 * ((n + 5) // 10) for n in (now, then))
    assume(base > 0)
    found = verdict(two(printed, base, "rounded to the nearest 10", "ratio"), "f", meaning)
    if found.throughout:
        assert MEANINGS[meaning].region.holds(Fraction(now, then))
