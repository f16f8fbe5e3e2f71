"""The edition's own place in a text, in a language that mutates names and in one that does not."""

from __future__ import annotations

from msgspec.structs import replace

from report_builder.campaign.place import Place
from report_builder.sections.compose import compose
from report_builder.words import ENGLISH, WELSH
from report_builder.words.language import Language

from .made import section, view

TEXT = "# Pennawd\n\nTroseddau {place:in}, {place:of}, {place}."


def problems(place: Place, language: Language) -> list[str]:
    """The messages about places of the text above."""
    made = compose(replace(view(section(TEXT)), place=place, language=language))
    return [p.message for p in made.problems if p.code == "T050"]


def test_a_welsh_place_brings_its_phrases() -> None:
    """What it brings is printed; a bare name after "yn" is warned of, for it might have to mutate."""
    given = Place("cymru", "Cymru", "yng Nghymru", "Cymru")
    assert [] == problems(given, WELSH)
    bare = Place("cymru", "Cymru", "yn ardal Cymru", "Cymru", made=("in", "of"))
    found = problems(bare, WELSH)
    assert 2 == len(found)
    assert '{place:in} prints "yn ardal Cymru"' in found[0]
    assert [] == problems(bare, ENGLISH)
