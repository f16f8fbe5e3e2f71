"""Whatever the brand, its colours on a dark screen can be read where they stand."""

from __future__ import annotations

from hypothesis import given

from brand.test_roles import PALETTES, weak
from report_builder.brand.colour import distance, luminance
from report_builder.brand.dark import dark
from report_builder.brand.palette import Palette
from report_builder.brand.roles import roles


@given(PALETTES)
def test_every_role_has_the_contrast_it_promises(palette: Palette) -> None:
    """WCAG 2.2, 1.4.3 and 1.4.11, on a ground that is dark."""
    night = dark(roles(palette, "_brand.yml")[0])
    assert [] == weak(night)
    assert luminance(night.paper) < 0.03
    assert luminance(night.ink) > 0.6


def test_the_hue_is_kept() -> None:
    """A colour strong enough for the dark stays the designer's own."""
    colours, _ = roles(Palette({"primary": "#123b4a"}, {"accent": "#ff6a4d"}), "f")
    assert distance(dark(colours).accent, "#ff6a4d") < 0.12
