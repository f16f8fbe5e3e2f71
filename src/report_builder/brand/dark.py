"""The colours of a brand on a dark screen: the same hues, each as light as it has to be to be read on a dark ground."""

from __future__ import annotations

from report_builder.brand.colour import GRAPHIC, TEXT, mix, reach, shade
from report_builder.brand.theme import Colours

_PAPER, _TINT, _INK, _RULE = 0.19, 0.25, 0.95, 0.38  # lightness in Oklab
_GREY = "#808080"
_HEADINGS = 7.0  # headings are larger, and a page of them at 4.5:1 looks dim
_MARKS = GRAPHIC * 1.3


def dark(colours: Colours) -> Colours:
    """Colours for a dark ground that keep every contrast which `Colours` promises."""
    paper, tint = (mix(shade(colours.primary, light), shade(_GREY, light), 0.6) for light in (_PAPER, _TINT))
    ink = shade(_GREY, _INK)
    primary = reach(colours.primary, _HEADINGS, paper, tint)
    accent = reach(colours.accent, _MARKS, paper, tint)
    return Colours(
        ink=ink,
        muted=reach(mix(ink, paper, 0.32), TEXT + 0.3, paper, tint),
        paper=paper,
        primary=primary,
        on_primary=reach(paper, TEXT, primary),
        on_primary_muted=reach(mix(paper, primary, 0.22), TEXT, primary),
        accent=accent,
        accent_text=reach(colours.accent, TEXT + 0.3, paper, tint),
        accent_on_primary=reach(accent, TEXT, primary),
        series=reach(colours.series, _MARKS, paper, tint),
        tint=tint,
        rule=shade(_GREY, _RULE),
    )
