"""What an earlier release says of a fact is found by name, place, members and time."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from msgspec.structs import replace

from facts.made import fact, story
from report_builder.facts.entries import entry
from report_builder.facts.family import Facts
from report_builder.facts.ledger import About, Entry, Ledger, Place
from report_builder.facts.memory import Memory, level_of

ABOUT = About(title="T", slug="t", publisher="P", place="Wales", language="en-GB", date=date(2024, 11, 1))
PRINTED = (Place(file="a.md", words=("554",)),)


def memory(facts: Facts, *changed: tuple[str, dict[str, Any]]) -> Memory:
    """An earlier release that printed every fact as it is now, some of them changed."""
    updates = dict(changed)
    entries = tuple(entry(f, printed=PRINTED) for f in facts)
    made: tuple[Entry, ...] = tuple(replace(e, **updates.get(e.id, {})) for e in entries)
    return Memory(Ledger(ledger=1, tool="t", report=ABOUT, facts=made), facts)


def test_the_same_release_contradicts_nothing() -> None:
    """A release beside itself has no contradictions."""
    assert {} == memory(story()).roots()


def test_roots() -> None:
    """A total that was printed otherwise is told once, with what follows from it."""
    facts = story()
    growth = fact(facts, "growth").id
    changed = ("offences[wales, 2023/24]", {"value": Fraction(549)})
    ratio = (growth, {"value": Fraction(549, 274)})

    assert {"offences[wales, 2023/24]": (growth,)} == memory(facts, changed, ratio).roots()


def test_withdrawn() -> None:
    """A figure that was printed and is none now is a contradiction."""
    changed = ("offences[gwent, 2020/21]", {"value": Fraction(30), "reason": ""})

    assert ["offences[gwent, 2020/21]"] == list(memory(story(), changed).roots())


def test_earlier_figures_of_one_place() -> None:
    """Earlier periods of the same place are found, oldest first; other places and gaps are not."""
    facts = story()

    found = memory(facts).earlier(fact(facts, "offences[gwent, 2021/22]"))

    assert ["2017/18", "2018/19", "2019/20"] == [e.period for e in found]
    assert {"Gwent"} == {e.place for e in found}


def test_level() -> None:
    """What a rise is of is its later side; a figure is of itself."""
    facts = story()

    assert "offences[wales, 2023/24]" == level_of(fact(facts, "growth"), facts).id
    assert "offences[wales, 2023/24]" == level_of(fact(facts, "offences"), facts).id
