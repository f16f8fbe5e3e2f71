"""Asks stand by decision-maker, numbered through the report, with the facts that evidence them."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from facts.made import ACCEPTED, story
from report_builder.document.blocks import Asks
from report_builder.sections.compose import compose
from sections.made import asks, blocks, composed, lines, section, told, view

OFCOM = {
    "to": "Ofcom",
    "ask": "Strengthen the rules.",
    "why": "There were {offences}.",
    "evidence": ["offences", "girls"],
}
ASKS: dict[str, Any] = {
    "rules": OFCOM,
    "law": {"to": "UK government", "ask": "Strengthen the law.", "by": "this year"},
    "more": {"to": "Ofcom", "ask": "Do more.", "evidence": ["platform[snapchat]"]},
}
THREE: dict[str, Any] = {
    "a": {"to": "Council", "ask": "One."},
    "b": {"to": "Council", "ask": "Two."},
    "c": {"to": "Ofcom", "ask": "Three."},
}


def test_by_decision_maker() -> None:
    """Those of one addressee together, in the order of the file, with their numbers, reasons and evidence."""
    made = composed("# A\n", "asks", asked=ASKS)
    assert [] == told(made)
    wanted = [
        "# A",
        "ask 1 of Ofcom: Strengthen the rules.",
        "  why: There were 554.",
        "  evidence: 554 offences recorded, Wales, 2023/24",
        "  evidence: 81% of victims were girls, UK, 2023/24",
        "ask 3 of Ofcom: Do more.",
        "  evidence: 48% of offences where the platform was known, Snapchat, UK, 2023/24",
        "ask 2 of UK government: Strengthen the law.",
    ]
    assert wanted == lines(blocks(made))
    ofcom, government = blocks(made, Asks)
    assert isinstance(ofcom, Asks)
    assert isinstance(government, Asks)
    assert "this year" == government.asks[0].deadline


def grouped(*powers: str) -> list[tuple[str, str, int]]:
    """Addressee, power and number of asks of each group, where the asks name these powers."""
    asked = tuple(replace(a, power=power) for a, power in zip(asks(THREE), powers, strict=True))
    made = compose(replace(view(section("# Asks\n", "asks")), asks=asked))
    return [(b.addressee, b.power, len(b.asks)) for b in blocks(made, Asks) if isinstance(b, Asks)]


def test_one_heading_for_one_decision_maker() -> None:
    """An ask that names no power is asked of the same body as those that do."""
    assert [("Council", "libraries", 2), ("Ofcom", "", 1)] == grouped("libraries", "", "")
    assert [("Council", "libraries", 2), ("Ofcom", "", 1)] == grouped("", "libraries", "")


def test_two_powers_of_one_body_are_two_groups() -> None:
    """What a council decides as one authority is not what it decides as another."""
    assert [("Council", "libraries", 1), ("Council", "roads", 1), ("Ofcom", "", 1)] == grouped("libraries", "roads", "")


def test_named_asks_keep_their_numbers() -> None:
    """In a section, or where a block places one."""
    made = composed("---\nkind: asks\nasks: [law]\n---\n# A\n", asked=ASKS)
    assert ["# A", "ask 2 of UK government: Strengthen the law."] == lines(blocks(made))
    placed = composed("# A\n\n```ask\nlaw\n```\n", asked=ASKS)
    assert ["# A", "ask 2 of UK government: Strengthen the law."] == lines(blocks(placed))


def test_unknown() -> None:
    """An ask or evidence that is not there is told."""
    assert ["Q020"] == told(composed("---\nkind: asks\nasks: [lwa]\n---\n# A\n", asked=ASKS))
    wrong = {"a": {"to": "Ofcom", "ask": "Act.", "evidence": ["ofences"]}}
    assert ["F001"] == told(composed("# A\n", "asks", asked=wrong))


def test_caveats() -> None:
    """A claim in an ask, in its reason or in its evidence carries its caveat, in brief too."""
    facts = story({"accept": [{"problem": "part-year-base", **ACCEPTED}]})
    claim = "It [more than doubled](claim:growth)."
    asked = {
        "a": {"to": "Ofcom", "ask": claim, "evidence": ["growth"]},
        "b": {"to": "Ofcom", "ask": "Act.", "why": claim},
    }
    got = lines(blocks(composed("# A\n", "asks", asked=asked, facts=facts)))
    assert got[2].startswith("  why: Dyfed-Powys’s figure for 2017/18")
    assert got[3].endswith("like for like, 1.95 times)")
    assert got[5].startswith("  why: It more than doubled. Dyfed-Powys’s")
    brief = lines(blocks(composed("# A\n\nWords.\n", "summary", asked=asked, facts=facts)))
    assert any(line.startswith("ask 1 of Ofcom: It more than doubled. Dyfed-Powys’s") for line in brief)


def test_a_caveat_its_author_placed() -> None:
    """It is not said twice."""
    facts = story({"accept": [{"problem": "part-year-base", **ACCEPTED}]})
    asked = {"a": {"to": "Ofcom", "ask": "Act.", "why": "It [more than doubled](claim:growth). {growth.caveat}"}}
    got = lines(blocks(composed("# A\n", "asks", asked=asked, facts=facts)))
    assert 1 == got[2].count("Counting only")
