"""Every wording of every language is checked on both sides of the threshold of its meaning: none is left out."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from msgspec.structs import replace

from report_builder.facts.claims import check
from report_builder.facts.fact import Fact, Standings
from report_builder.facts.family import Facts, Family
from report_builder.facts.interval import Interval, exactly
from report_builder.facts.meaning import Meaning, Quantity, Region
from report_builder.facts.meanings import MEANINGS
from report_builder.facts.spec import Published
from report_builder.words import LANGUAGES
from report_builder.words.language import Language
from report_builder.words.reading import meaning_of

STEP = Fraction(1, 10**6)
SPEC = Published(kind="published", label="x", source="s", value="1")
PLAIN = [name for name, meaning in MEANINGS.items() if meaning.record is None]


def fact_of(quantity: Quantity, value: Fraction, meaning: Meaning) -> tuple[Fact, Facts]:
    """A figure of which a meaning of that quantity may be said, at exactly that value."""

    def made(name: str, kind: str, unit: str, number: Fraction, **more: Any) -> Fact:
        return Fact(name, (), name, kind, unit, number, exactly(number), **more)

    to = made("a", "share", "percent", value * 10)
    from_ = made("b", "middle" if meaning.median else "share", "percent", Fraction(10))
    match quantity:
        case "growth":
            fact = made("f", "ratio", "times", value, from_period="2020", period="2021")
        case "comparison":
            fact = made("f", "ratio", "times", value, inputs=("a", "b"))
        case "rise":
            fact = made("f", "difference", "points", value, from_period="2020", period="2021")
        case "gap":
            fact = made("f", "difference", "points", value, inputs=("a", "b"))
        case "fraction":
            fact = made("f", "share", "percent", value * 100)
        case _:
            tied = ("other",) if meaning.tie == "joint" else ()
            fact = made("f", "rank", "rank", value, standings=Standings((), tied, "place", meaning.lowest))
    families = {f.name: Family(f.name, SPEC, (), {(): f}) for f in (to, from_, fact)}
    return fact, Facts(families, "here")


def edges(region: Region, whole: bool) -> Iterator[tuple[Fraction, bool]]:
    """Values just inside and just outside each end of a region, and at it, with whether the words hold there."""
    step = Fraction(1) if whole else STEP
    single = region.low == region.high
    for end, inward, is_open in ((region.low, step, region.low_open), (region.high, -step, region.high_open)):
        if end is not None:
            yield end, not is_open
            yield end - inward, False
            if not single:
                yield end + inward, True


@pytest.mark.parametrize("name", PLAIN)
def test_both_sides(name: str) -> None:
    """The verdict itself changes at the threshold, for each kind of figure that the meaning can be said of."""
    meaning = MEANINGS[name]
    for quantity, region in ((meaning.quantity, meaning.region), *meaning.also):
        found = list(edges(region, quantity == "rank"))
        assert {True, False} == {holds for _, holds in found}
        for value, holds in found:
            fact, facts = fact_of(quantity, value, meaning)
            verdict = check(fact, meaning, facts)
            assert verdict.applies
            assert holds == verdict.holds, (quantity, float(value))


@pytest.mark.parametrize("name", [name for name in PLAIN if MEANINGS[name].quantity in ("growth", "fraction")])
def test_an_interval_across_the_threshold(name: str) -> None:
    """What holds at the printed value but not over all that rounding leaves is not said to hold."""
    meaning = MEANINGS[name]
    for end, inside in ((meaning.region.low, STEP), (meaning.region.high, -STEP)):
        if end is None:
            continue
        value = end if meaning.region.holds(end) else end + inside
        fact, facts = fact_of(meaning.quantity, value, meaning)
        scale = 100 if meaning.quantity == "fraction" else 1
        wide = Interval((value - 3 * STEP) * scale, (value + 3 * STEP) * scale)
        verdict = check(replace(fact, interval=wide), meaning, facts)
        assert (True, False, False) == (verdict.at_value, verdict.throughout, verdict.holds)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_wording_is_read_as_its_meaning(language: Language) -> None:
    """And the meaning is one whose threshold is tested, here or among the records."""
    assert {} == {w: read for w, name in language.meanings.items() if (read := meaning_of(w, language)) != name}
    tested = {*PLAIN, *(name for name, meaning in MEANINGS.items() if meaning.record is not None)}
    assert set() == set(language.meanings.values()) - tested
