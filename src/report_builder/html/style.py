"""The style of the page: page.css, and before it the brand as custom properties, for light and dark screens and paper.

Sizes on a screen keep the proportions of the printed page, its body text being 18 pixels where the reader has not
chosen another size.
"""

from __future__ import annotations

from importlib.resources import files

from msgspec.structs import asdict

from report_builder.brand.colour import mix
from report_builder.brand.dark import dark
from report_builder.brand.theme import Colours, Theme
from report_builder.html.picture import classes

_BODY_REM = 1.125
_FLAG = 0.24  # of the accent in the ground behind words that a draft marks, as in the PDF


def stylesheet(theme: Theme, mark: str) -> str:
    """Everything but the fonts. `mark` is printed at the head of each page of paper, "" for none."""
    night = dark(theme.colours)
    scale = _BODY_REM / theme.scale.body
    sizes = {f"size-{name}": f"{value * scale:.3f}rem" for name, value in asdict(theme.scale).items()}
    ground = theme.colours
    cover = {
        "cover": ground.primary,
        "on-cover": ground.on_primary,
        "on-cover-muted": ground.on_primary_muted,
        "cover-accent": ground.accent_on_primary,
    }
    parts = [
        _rule(":root", {**sizes, **cover, **_colours(theme.colours)}),
        f"@media screen and (prefers-color-scheme: dark) {{\n{_rule(':root', _colours(night))}\n}}",
        *(f".{name} {{ {use}: var(--{role}) }}" for name, use, role in classes()),
        (files("report_builder.html") / "page.css").read_text("utf-8").strip(),
        _paper(theme, mark),
    ]
    return "\n".join(parts)


def _paper(theme: Theme, mark: str) -> str:
    """The sheet and its margins, those of the PDF; the mark of the first stands in the page itself.

    Of the browsers, those that know margin boxes (CSS Paged Media 3, 4.2) print the mark on the other sheets.
    """
    page, small = theme.page, theme.scale.small
    margins = " ".join(f"{side:.4g}pt" for side in (page.top, page.right, page.bottom, page.left))
    sheet = f"@page {{ size: {page.width:.4g}pt {page.height:.4g}pt; margin: {margins} }}"
    if not mark:
        return sheet
    look = f"color: {theme.colours.accent_text}; font: 700 {small:.4g}pt text, system-ui, sans-serif"
    head = f"@page {{ @top-left {{ content: {_string(mark)}; {look} }} }}"
    return "\n".join((sheet, head, "@page :first { @top-left { content: none } }"))


def _string(words: str) -> str:
    """Words as a CSS string that no character of theirs can end (CSS Syntax 3, 4.3.7)."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in words) + '"'


def _colours(colours: Colours) -> dict[str, str]:
    named = {name.replace("_", "-"): value for name, value in asdict(colours).items()}
    return {**named, "flag": mix(colours.paper, colours.accent, _FLAG)}


def _rule(selector: str, values: dict[str, str]) -> str:
    return f"{selector} {{ {' '.join(f'--{name}: {value};' for name, value in values.items())} }}"
