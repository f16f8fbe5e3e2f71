"""Whatever the palette, every colour of the report can be read where it stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from report_builder.brand.colour import contrast
from report_builder.brand.palette import Palette
from report_builder.brand.roles import roles
from report_builder.brand.theme import Colours
from report_builder.problems import Severity

COLOURS = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}")
USES = st.sampled_from(["foreground", "background", "primary", "secondary", "tertiary", "warning", "light", "link"])
PALETTES = st.builds(
    Palette,
    st.dictionaries(USES, COLOURS, max_size=8),
    st.dictionaries(st.sampled_from(["accent", "sea", "sand"]), COLOURS, max_size=3),
)


def weak(c: Colours) -> list[str]:
    """The roles that miss the contrast that Colours promises."""
    promised: dict[str, tuple[float, *tuple[str, ...]]] = {
        "ink": (4.5, c.paper, c.tint),
        "muted": (4.5, c.paper, c.tint),
        "primary": (4.5, c.paper, c.tint),
        "on_primary": (4.5, c.primary),
        "on_primary_muted": (4.5, c.primary),
        "accent": (3.0, c.paper),
        "accent_text": (4.5, c.paper, c.tint),
        "accent_on_primary": (4.5, c.primary),
        "series": (3.0, c.paper, c.tint),
    }
    return [
        role
        for role, (ratio, *grounds) in promised.items()
        if any(contrast(getattr(c, role), ground) < ratio for ground in grounds)
    ]


@given(PALETTES, st.booleans())
def test_every_role_has_the_contrast_it_promises(palette: Palette, strict: bool) -> None:
    """WCAG 2.2, 1.4.3 and 1.4.11, for any brand."""
    assert [] == weak(roles(palette, "_brand.yml", strict=strict)[0])


def test_a_brand_without_colours_has_good_ones() -> None:
    """The defaults can be read, and there is nothing to tell."""
    colours, problems = roles(Palette(), "_brand.yml")
    assert ([], ()) == (weak(colours), problems)


def test_strong_colours_are_used_as_they_are() -> None:
    """The designer's colours are not touched when they pass."""
    colours, problems = roles(Palette({"primary": "#123b4a", "foreground": "#17252d"}, {"accent": "#bf3f28"}), "f")
    assert () == problems
    assert ("#17252d", "#123b4a", "#bf3f28") == (colours.ink, colours.primary, colours.accent)


def test_a_weak_colour_is_replaced_and_both_ratios_are_told() -> None:
    """The warning names the brand's colour, what it reaches, and the shade used."""
    colours, (found,) = roles(Palette({"primary": "#87ceeb"}), "_brand.yml")
    assert (Severity.WARNING, "B012") == (found.severity, found.code)
    assert '"primary" (#87ceeb) is too weak for headings: 1.74:1 on #ffffff, 4.5:1 is needed' == found.message
    ratio = int(contrast(colours.primary, "#ffffff") * 100) / 100
    assert (f"a shade that can be read is {colours.primary}, {ratio:.2f}:1, and is used",) == found.notes


def test_a_weak_colour_is_an_error_when_strict() -> None:
    """A brand that must be exact is not changed in silence."""
    _, (found,) = roles(Palette({"primary": "#87ceeb"}), "_brand.yml", strict=True)
    assert (Severity.ERROR, "B013") == (found.severity, found.code)


def test_a_dark_page_is_printed_on_white() -> None:
    """The ground becomes the ink."""
    colours, problems = roles(Palette({"background": "#1a1a1a", "foreground": "#f1f1f2"}), "_brand.yml")
    assert ["B015"] == [p.code for p in problems]
    assert ("#ffffff", "#1a1a1a") == (colours.paper, colours.ink)


def test_a_grey_or_the_primary_is_no_accent() -> None:
    """The highlight is the first colour that stands out from both."""
    uses = {"primary": "#447099", "secondary": "#707073", "info": "#447099", "warning": "#ee6331"}
    assert "#ee6331" == roles(Palette(uses | {"tertiary": "#c2c2c4"}), "f")[0].accent
