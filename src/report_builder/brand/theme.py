"""What layout and charts need of a brand: colours by role, faces, a scale of few sizes, geometry in points."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from report_builder.brand.fonts import Faces
from report_builder.drawing import Drawing


class Colours(Struct, frozen=True):
    """Colours by role, "#rrggbb". Contrast is on the ground named (WCAG 2.2, 1.4.3 and 1.4.11)."""

    ink: str  # text on paper and on tint, 4.5:1
    muted: str  # small print on paper and on tint, 4.5:1
    paper: str
    primary: str  # headings and rules on paper and on tint, 4.5:1; the cover's ground
    on_primary: str  # text on primary, 4.5:1
    on_primary_muted: str  # small print on primary, 4.5:1
    accent: str  # the one highlighted series and marks, 3:1 on paper
    accent_text: str  # the accent dark enough for words on paper and on tint, 4.5:1
    accent_on_primary: str  # the accent on primary, 4.5:1: the cover's small first line is in it
    series: str  # marks that are not highlighted, 3:1 on paper and on tint
    tint: str  # a light ground for cards and panels
    rule: str  # hairlines; decoration only


class Scale(Struct, frozen=True):
    """Sizes in points; nothing printed is smaller than `small`."""

    small: float = 10.0
    body: float = 11.5
    lead: float = 14.0
    h3: float = 12.5
    h2: float = 15.5
    h1: float = 25.0
    card: float = 30.0
    quote: float = 17.0
    headline: float = 38.0
    hero: float = 88.0
    baseline: float = 16.0  # leading of body text; spaces are halves and wholes of it


class Geometry(Struct, frozen=True):
    """The page in points: width, height and margins. The text column is what the margins leave."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def column(self) -> float:
        return self.width - self.left - self.right

    def photo_width(self, shape: float) -> float:
        """How wide a photograph is printed, whose width is `shape` times its height: across the column, but an upright
        one no higher than leaves half of the page for words."""
        return min(self.column, (self.height - self.top - self.bottom) * 0.5 * shape)


Page = Literal["A4", "Letter"]

_MM = 72 / 25.4


def _page(width: float, height: float) -> Geometry:
    """Margins of 20 mm; more above for the running head, and below for the page number."""
    return Geometry(width, height, left=20 * _MM, right=20 * _MM, top=26 * _MM, bottom=22 * _MM)


PAGES: dict[Page, Geometry] = {"A4": _page(210 * _MM, 297 * _MM), "Letter": _page(8.5 * 72, 11 * 72)}


class Logo(Struct, frozen=True):
    """The logo as a drawing in its own units, and what it says to those who do not see it."""

    drawing: Drawing
    alt: str


class Theme(Struct, frozen=True):
    """`text` sets body and labels, `display` headlines and quotes. `logo_reverse` is for the primary ground."""

    name: str
    colours: Colours
    text: Faces
    display: Faces
    scale: Scale
    page: Geometry
    logo: Logo | None = None
    logo_reverse: Logo | None = None
