"""What a printed comparison leans on, on real figures of the founding story and on small made ones."""

from __future__ import annotations

from fractions import Fraction

import pytest

from report_builder.facts.claims import check
from report_builder.facts.fact import Fact
from report_builder.facts.family import Facts
from report_builder.facts.meanings import MEANINGS
from report_builder.facts.robustness import CHANCE_Z, remarks, within_chance

from .made import OFFENCES, sound, story, welsh


def _with(**entry: str) -> Facts:
    published = {"offences": {**OFFENCES, "published": ()}}
    return sound(
        {**published, "up": {"kind": "change", "of": "offences", "from": "first", "to": "latest", **entry}}, welsh()
    )


def _codes(facts: Facts, *printed: str) -> list[str]:
    return [p.code for p in remarks(facts, printed, "report/facts.yml")]


def test_another_first_year_that_turns_the_direction_round_is_a_warning() -> None:
    """Gwent is up from 2017/18 and down from 2019/20."""
    facts = story()
    found = remarks(facts, ["growth[gwent]"], "report/facts.yml")
    assert ["F030"] == [p.code for p in found]
    assert '"growth[gwent]" is up from 2017/18, but down from 2019/20' == found[0].message


def test_a_run_that_goes_one_way_is_no_warning() -> None:
    """South Wales is up from every year; the whole of Wales too."""
    assert [] == _codes(story(), "growth[south_wales]", "growth[wales]")


@pytest.mark.parametrize(
    ("to", "from_", "expected"), [(97, 101, True), (67, 44, False), (333, 158, False), (5, 2, True)]
)
def test_counts_of_their_size_differ_by_chance(to: int, from_: int, expected: bool) -> None:
    """97 against 101 is noise, 67 against 44 is not."""
    assert expected is within_chance(_count(to), _count(from_))


def test_the_bound_of_chance_is_196_standard_errors() -> None:
    """Either side of 1.96 times the root of the sum of both counts."""
    assert within_chance(_count(100 + 27), _count(100))
    assert 29 / (229**0.5) < CHANCE_Z
    assert not within_chance(_count(100 + 31), _count(100))


def _count(n: int) -> Fact:
    return Fact("cases", (), "cases", "value", "cases", Fraction(n), None)


def test_a_fall_within_chance_may_not_be_called_one() -> None:
    """North Wales, 101 to 97: "fell" does not hold."""
    facts = _with(**{"from": "2022/23", "to": "2023/24"})
    verdict = check(facts.by_id("up[north_wales]"), MEANINGS["fell"], facts)
    assert verdict.at_value
    assert verdict.by_chance
    assert not verdict.holds


def test_a_percentage_on_a_small_base_is_a_warning() -> None:
    """Dyfed-Powys: 253 per cent on a base of 19."""
    facts = _with()
    assert "F031" in _codes(facts, "up[dyfed_powys]")
    assert "F031" not in _codes(facts, "up[south_wales]")


def test_another_smallest_base_may_be_stated() -> None:
    """`minimum_base:` on the entry takes the place of ours."""
    assert "F031" not in _codes(_with(minimum_base="10"), "up[dyfed_powys]")


def test_a_percentage_without_its_base_is_a_warning() -> None:
    """Girls are 81 per cent of those whose gender was known, not of all."""
    entry = {"kind": "published", "value": "81%", "source": "s"}
    assert ["F034"] == _codes(sound({"girls": entry}), "girls")
    assert [] == _codes(sound({"girls": {**entry, "base": "where gender was known"}}), "girls")
