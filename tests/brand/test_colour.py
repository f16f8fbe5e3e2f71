"""Colours are read as CSS writes them, and a shade that is asked for can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_builder.brand.colour import Paint, channels, contrast, mix, over, parse, reach

COLOURS = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#abc", Paint("#aabbcc")),
        ("#AABBCC", Paint("#aabbcc")),
        ("#aabbcc80", Paint("#aabbcc", 128 / 255)),
        ("#abc8", Paint("#aabbcc", 136 / 255)),
        ("RebeccaPurple", Paint("#663399")),
        ("rgb(18, 59, 74)", Paint("#123b4a")),
        ("rgb(10% 20% 30% / 50%)", Paint("#1a334c", 0.5)),
        ("hsl(0.5turn 100% 50%)", Paint("#00ffff")),
        ("hsla(276, 80%, 22%, 1)", Paint("#410b65")),
        ("transparent", Paint("#000000", 0.0)),
        ("notacolour", None),
        ("#12", None),
        ("#12345", None),
        ("rgb(1, 2)", None),
        ("rgb(a, b, c)", None),
        ("hsl(1, 2%, x)", None),
        ("", None),
    ],
)
def test_reads_css_notations(text: str, expected: Paint | None) -> None:
    """Every notation of CSS that brands use is read, and nothing else."""
    assert expected == parse(text)


def test_contrast_is_that_of_wcag() -> None:
    """Black on white is 21 to 1, and the lightest grey that passes for text is #767676."""
    assert pytest.approx(21.0) == contrast("#000000", "#ffffff")
    assert contrast("#767676", "#ffffff") >= 4.5 > contrast("#777777", "#ffffff")


def test_a_see_through_colour_is_seen_over_its_ground() -> None:
    """Half black over white is middle grey."""
    assert "#808080" == over(Paint("#000000", 0.5), "#ffffff")


@given(COLOURS, COLOURS)
def test_mixing_starts_and_ends_at_the_colours(one: str, other: str) -> None:
    """None of the other colour leaves the first, all of it leaves the other, but for rounding."""
    for expected, actual in ((one, mix(one, other, 0.0)), (other, mix(one, other, 1.0))):
        assert all(abs(a - b) <= 1.01 / 255 for a, b in zip(channels(expected), channels(actual), strict=True))


@given(COLOURS, COLOURS, st.sampled_from([3.0, 4.5]))
def test_reach_has_the_contrast_asked_for(colour: str, ground: str, ratio: float) -> None:
    """On any single ground some shade has 4.5 to 1, so the one returned has it."""
    assert contrast(reach(colour, ratio, ground), ground) >= ratio


@given(COLOURS)
def test_reach_leaves_a_colour_that_passes(colour: str) -> None:
    """A colour that can be read already is not touched."""
    ground = "#ffffff" if contrast(colour, "#ffffff") >= 4.5 else "#000000"
    assert colour == reach(colour, 4.5, ground)


def test_reach_falls_back_to_black_or_white() -> None:
    """Where no shade can be read on both grounds, the end that stands out more is returned."""
    assert reach("#808080", 4.5, "#000000", "#ffffff") in ("#000000", "#ffffff")
