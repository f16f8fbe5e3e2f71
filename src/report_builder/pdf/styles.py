"""Every size and space of the layout, derived from the theme: the only place in this room that knows one.

The page is an asymmetric grid. The text stands on a measure of some 68 characters; the hanging column to its left
holds numerals, labels and quotation marks; headings, charts, cards and tables take the whole column. Spaces are
halves and wholes of the baseline.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from report_builder.brand.fonts import Faces
from report_builder.brand.theme import Theme

HANG_SHARE = 0.25  # of the column, left of the text
TIGHTEST = 3
_SPACING = (1.0, 0.8, 0.62, 0.5)  # what a page that must hold a section may do to its spaces, step by step
_LEAD = (1.0, 1.0, 0.6, 0.2)  # how far a standfirst is larger than body text, step by step
_TITLE = 8  # lines of a title or a pull quote that are balanced
_LEADING = (1.0, 1.0, 0.97, 0.94)


class Type(Struct, frozen=True):
    """How words are set: family, weight ("regular", "semibold", "bold"), size and leading in points, colour.

    So many lines as `balanced` are made alike in length, as titles are.
    """

    faces: Faces
    size: float
    leading: float
    colour: str
    weight: str = "regular"
    italic: bool = False
    balanced: int = 0

    def at(self, size: float) -> Type:
        """The same style at another size, leading in proportion."""
        return replace(self, size=size, leading=self.leading * size / self.size)

    def coloured(self, colour: str) -> Type:
        return replace(self, colour=colour)

    def weighing(self, weight: str) -> Type:
        return replace(self, weight=weight)


class Styles(Struct, frozen=True):
    """The theme at one step of tightness. Lengths in points."""

    theme: Theme
    step: int = 0

    def space(self, baselines: float) -> float:
        """A vertical space, in baselines."""
        return baselines * self.theme.scale.baseline * _SPACING[self.step]

    @property
    def column(self) -> float:
        return self.theme.page.column

    @property
    def hang(self) -> float:
        """Where the text column begins, from the left margin."""
        return round(self.column * HANG_SHARE, 1)

    @property
    def measure(self) -> float:
        return self.column - self.hang

    @property
    def gutter(self) -> float:
        return self.theme.scale.baseline * 1.25

    @property
    def rule_light(self) -> float:
        return 0.6

    @property
    def rule_heavy(self) -> float:
        return 1.5

    @property
    def short_bar(self) -> float:
        """How far the bar above a quote reaches."""
        return 40.0

    @property
    def divisible(self) -> float:
        """A quote or table lower than this is kept whole."""
        page = self.theme.page
        return (page.height - page.top - page.bottom) * 0.36

    @property
    def bar(self) -> float:
        return 3.0

    def _text(self, size: float, leading: float, colour: str, weight: str = "regular", *, balanced: int = 0) -> Type:
        leading *= _LEADING[self.step]
        return Type(self.theme.text, size, leading, colour, weight, balanced=balanced)

    def _display(self, size: float, leading: float, colour: str, weight: str = "regular", *, balanced: int = 0) -> Type:
        leading *= _LEADING[self.step]
        return Type(self.theme.display, size, leading, colour, weight, balanced=balanced)

    @property
    def body(self) -> Type:
        return self._text(self.theme.scale.body, self.theme.scale.baseline, self.theme.colours.ink)

    @property
    def lead(self) -> Type:
        scale = self.theme.scale
        size = scale.body + (scale.lead - scale.body) * _LEAD[self.step]
        return self._text(size, size * 1.43, self.theme.colours.ink, balanced=2)

    @property
    def small(self) -> Type:
        return self._text(self.theme.scale.small, self.theme.scale.small * 1.35, self.theme.colours.muted)

    @property
    def small_ink(self) -> Type:
        return self.small.coloured(self.theme.colours.ink)

    @property
    def label(self) -> Type:
        """Small bold words that name what stands beside them."""
        return replace(self.small, weight="bold", colour=self.theme.colours.primary)

    @property
    def h1(self) -> Type:
        size = self.theme.scale.h1
        return self._display(size, size * 1.14, self.theme.colours.primary, "bold", balanced=_TITLE)

    @property
    def h2(self) -> Type:
        size = self.theme.scale.h2
        return self._text(size, size * 1.26, self.theme.colours.primary, "bold", balanced=_TITLE)

    @property
    def h3(self) -> Type:
        size = self.theme.scale.h3
        return self._text(size, self.theme.scale.baseline, self.theme.colours.ink, "bold", balanced=_TITLE)

    def heading(self, level: int) -> Type:
        return {1: self.h1, 2: self.h2}.get(level, self.h3)

    @property
    def chart_title(self) -> Type:
        return replace(self.h3, leading=self.theme.scale.h3 * 1.3)

    @property
    def quote_large(self) -> Type:
        size = self.theme.scale.quote
        return self._display(size, size * 1.4, self.theme.colours.primary, balanced=_TITLE)

    @property
    def quote(self) -> Type:
        size = self.theme.scale.lead
        return self._display(size, size * 1.45, self.theme.colours.ink)

    @property
    def card_number(self) -> Type:
        size = self.theme.scale.card
        return self._display(size, size * 1.1, self.theme.colours.primary, "bold")

    @property
    def contents(self) -> Type:
        return self._text(self.theme.scale.h3, self.theme.scale.baseline * 1.25, self.theme.colours.ink, "semibold")

    @property
    def phone(self) -> Type:
        size = self.theme.scale.h2
        return self._text(size, size * 1.3, self.theme.colours.primary, "bold")

    @property
    def card_label(self) -> Type:
        size = self.theme.scale.body
        return self._text(size, size * 1.3, self.theme.colours.ink, "semibold", balanced=_TITLE)

    @property
    def ask_numeral(self) -> Type:
        size = self.theme.scale.card
        return self._display(size, size * 1.0, self.theme.colours.accent_text, "bold")

    @property
    def ask_figure(self) -> Type:
        return self.body.coloured(self.theme.colours.accent_text).weighing("bold")

    @property
    def ask(self) -> Type:
        size = self.theme.scale.h3
        return self._text(size, size * 1.36, self.theme.colours.ink, "semibold")

    @property
    def cell(self) -> Type:
        return self._text(self.theme.scale.small, self.theme.scale.small * 1.35, self.theme.colours.ink)

    @property
    def mark(self) -> Type:
        return self.small.coloured(self.theme.colours.ink).weighing("bold")

    @property
    def ribbon(self) -> float:
        """The height of the strip at the top edge that says draft or embargo."""
        return self.theme.scale.small * 2.2

    @property
    def header_baseline(self) -> float:
        """Below the top edge of the page."""
        return self.theme.page.top * 0.42 + self.theme.scale.small * 1.35

    @property
    def footer_baseline(self) -> float:
        """Above the bottom edge of the page."""
        return self.theme.page.bottom * 0.48

    @property
    def copy_baseline(self) -> float:
        """Above the bottom edge of the page: a line below the footer."""
        return self.footer_baseline - self.theme.scale.small * 1.6

    @property
    def cover_kicker(self) -> Type:
        return self._text(self.theme.scale.h3, self.theme.scale.baseline, self.theme.colours.accent_on_primary, "bold")

    @property
    def headline(self) -> Type:
        size = self.theme.scale.headline
        return self._display(size, size * 1.1, self.theme.colours.on_primary, "bold", balanced=_TITLE)

    @property
    def head_headline(self) -> Type:
        """The headline where it stands over the text of the first page."""
        return self.headline.at(self.theme.scale.h1 * 1.15)

    @property
    def cover_lead(self) -> Type:
        return replace(self.lead.coloured(self.theme.colours.on_primary), balanced=_TITLE)

    @property
    def cover_body(self) -> Type:
        return replace(self.body.coloured(self.theme.colours.on_primary), balanced=_TITLE)

    @property
    def cover_small(self) -> Type:
        return self.small.coloured(self.theme.colours.on_primary_muted)

    @property
    def cover_measure(self) -> float:
        return self.column * 0.8

    @property
    def cover_space(self) -> float:
        return self.theme.scale.baseline * 2

    @property
    def hero(self) -> Type:
        size = self.theme.scale.hero
        return self._display(size, size * 0.95, self.theme.colours.accent_on_primary, "bold")

    @property
    def hero_label(self) -> Type:
        size = self.theme.scale.lead
        return self._text(size, size * 1.3, self.theme.colours.on_primary, "semibold")

    @property
    def hero_width(self) -> float:
        return self.column * 0.46

    @property
    def logo(self) -> tuple[float, float]:
        """The largest width and height of a logo."""
        return (150.0, 36.0)

    @property
    def cell_pads(self) -> tuple[float, ...]:
        """Between two columns of a table: the first that lets it fit."""
        return (16.0, 11.0, 7.0)

    @property
    def row_pad(self) -> float:
        """Above and below the words of a row."""
        return 3.0

    @property
    def flag_ground(self) -> str:
        return mix(self.theme.colours.accent, self.theme.colours.paper, 0.24)


# sizes a line of figures may step down through before it is reported
def steps_down(size: float, floor: float) -> tuple[float, ...]:
    """Sizes from `size` to not less than `floor`, each an eighth smaller."""
    sizes = [size]
    while sizes[-1] * 0.875 >= floor:
        sizes.append(sizes[-1] * 0.875)
    return tuple(sizes)


def mix(colour: str, ground: str, share: float) -> str:
    """`colour` laid on `ground` with the given opacity, as one opaque colour."""
    pairs = ((int(colour[i : i + 2], 16), int(ground[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(over * share + under * (1 - share)):02x}" for over, under in pairs)
