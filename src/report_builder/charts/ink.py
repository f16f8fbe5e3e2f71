"""Colours and styles of a chart by what they are for, from the theme; on paper or on the brand's own colour."""

from __future__ import annotations

from msgspec import Struct

from report_builder.brand.theme import Theme
from report_builder.charts.lettering import Style

_LARGE = 1.15  # of body: the one number a small chart leads up to


class Ink(Struct, frozen=True):
    """`ground` is what lies behind, `series` marks, `accent` the one mark that matters, `rule` faint lines."""

    ground: str
    series: str
    accent: str
    contrast: str  # the second of two dots, the strongest shade of a map
    tint: str  # what the shades of a map begin near
    rule: str
    baseline: str
    label: Style  # names of categories
    value: Style
    strong: Style  # the highlighted value and name
    small_label: Style
    small: Style  # years, marks, keys
    small_value: Style
    small_strong: Style
    title: Style  # of a panel

    def mark(self, highlight: bool) -> str:
        return self.accent if highlight else self.series

    def figure(self, highlight: bool, small: bool) -> Style:
        """The style of a value, or of a name at a line's end."""
        if small:
            return self.small_strong if highlight else self.small_value
        return self.strong if highlight else self.value


def ink_of(theme: Theme, reverse: bool) -> Ink:
    """The ink of a theme; `reverse` is for the primary ground."""
    c, small, body = theme.colours, theme.scale.small, theme.scale.body
    words, quiet = (c.on_primary, c.on_primary_muted) if reverse else (c.ink, c.muted)
    strong = c.on_primary if reverse else c.accent_text
    regular, semibold, bold = theme.text.regular, theme.text.semibold, theme.text.bold
    return Ink(
        ground=c.primary if reverse else c.paper,
        series=c.on_primary_muted if reverse else c.series,
        accent=c.accent_on_primary if reverse else c.accent,
        contrast=c.on_primary if reverse else c.primary,
        tint=c.primary if reverse else c.tint,
        rule=c.on_primary_muted if reverse else c.rule,
        baseline=quiet,
        label=Style(regular, body, words, small),
        value=Style(semibold, body, words, small),
        strong=Style(bold, body * _LARGE if reverse else body, strong),
        small_label=Style(regular, small, words),
        small=Style(regular, small, quiet),
        small_value=Style(semibold, small, words),
        small_strong=Style(bold, small, strong),
        title=Style(semibold, body, words, small),
    )
