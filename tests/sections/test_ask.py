"""Asks are grouped by whom they are asked of."""

from __future__ import annotations

from dataclasses import replace

from report_builder.document.blocks import Asks
from report_builder.sections.compose import compose
from sections.made import asks, blocks, section, view

ASKED = {
    "a": {"to": "Council", "ask": "One."},
    "b": {"to": "Council", "ask": "Two."},
    "c": {"to": "Ofcom", "ask": "Three."},
}


def grouped(*powers: str) -> list[tuple[str, str, int]]:
    """Addressee, power and number of asks of each group, where the asks name these powers."""
    asked = tuple(replace(a, power=power) for a, power in zip(asks(ASKED), powers, strict=True))
    made = compose(replace(view(section("# Asks\n", "asks")), asks=asked))
    return [(b.addressee, b.power, len(b.asks)) for b in blocks(made, Asks) if isinstance(b, Asks)]


def test_one_heading_for_one_decision_maker() -> None:
    """An ask that names no power is asked of the same body as those that do."""
    assert [("Council", "libraries", 2), ("Ofcom", "", 1)] == grouped("libraries", "", "")
    assert [("Council", "libraries", 2), ("Ofcom", "", 1)] == grouped("", "libraries", "")


def test_two_powers_of_one_body_are_two_groups() -> None:
    """What a council decides as one authority is not what it decides as another."""
    assert [("Council", "libraries", 1), ("Council", "roads", 1), ("Ofcom", "", 1)] == grouped("libraries", "roads", "")


POWERS: dict[str, Any] = {"a": {"to": "Council"}, "b": {"to": "Council"}, "c": {"to": "Ofcom"}}


def grouped(*powers: str) -> list[tuple[str, str, int]]:
    """Addressee, power and number of asks of each group, where the asks name these powers."""
    asked = tuple(replace(a, power=power) for a, power in zip(asks(POWERS), powers, strict=True))
    made = compose(replace(view(section("# Asks\n", "asks")), asks=asked))
    return [(b.addressee, b.power, len(b.asks)) for b in blocks(made, Asks) if isinstance(b, Asks)]


def test_one_heading_for_one_decision_maker() -> None:
    """An ask that names no power is asked of the same body as those that do."""
    assert [("Council", "libraries", 2), ("Ofcom", "", 1)] == grouped("libraries", "", "")
    assert [("Council", "libraries", 2), ("Ofcom", "", 1)] == grouped("", "libraries", "")


def test_two_powers_of_one_body_are_two_groups() -> None:
    """What a council decides as one authority is not what it decides as another."""
    assert [("Council", "libraries", 1), ("Council", "roads", 1), ("Ofcom", "", 1)] == grouped("libraries", "roads", "")
