"""Fenced blocks: what an author types inside a ```chart, ```table, ```quote and so on."""

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Struct
from pydantic import Field

from report_builder.campaign.consent import Consent
from report_builder.campaign.model import Names, OneOrMore, Typed
from report_builder.problems import Where
from report_builder.text.spans import HeadingText, ListText, ParagraphText, Span


class ChartFence(Typed):
    """`across` runs along the axis, `down` lists categories, `one_panel_for_each` makes small multiples.

    `map` is the file that says where the areas of `tiles` stand.
    """

    draw: Literal["columns", "bars", "lines", "shares", "dots", "tiles"]
    fact: Annotated[tuple[str, ...], OneOrMore] = Field(min_length=1)
    across: str = ""
    down: str = ""
    one_panel_for_each: str = ""
    only: Names = ()
    highlight: str = ""
    title: str
    subtitle: str = ""
    alt: str = "automatic"
    order: Literal["", "as listed", "largest first", "by name"] = ""
    from_: str = Field("", alias="from")
    to: str = ""
    map: str = ""
    classes: int = Field(5, ge=4, le=5)
    classes_of: Literal["equal numbers", "equal steps"] = "equal numbers"
    table: bool = False


class TableFence(Typed):
    fact: Annotated[tuple[str, ...], OneOrMore] = Field(min_length=1)
    down: str
    across: str = ""
    only: Names = ()
    total: Literal["none", "computed", "published"] = "none"
    title: str = ""
    subtitle: str = ""
    order: Literal["as listed", "largest first", "by name"] = "as listed"
    highlight: str = ""


class FigureCard(Typed):
    fact: str
    label: str = ""
    form: str = ""


class FiguresFence(Typed):
    figures: tuple[FigureCard, ...] = Field(min_length=1)


class QuoteFence(Typed):
    """`paragraphs` picks whole paragraphs by number, from 1; none picks all."""

    quote: str
    paragraphs: Annotated[tuple[int, ...], OneOrMore] = ()
    large: bool = True


class AskFence(Typed):
    ask: str


class AsksFence(Typed):
    """Several asks in brief, grouped by whom they are asked of; none named is all."""

    asks: Names = ()


class PictureFence(Typed):
    """`file` lies in assets/pictures. A picture of people needs their consent; of one without, `people: none`."""

    file: str = Field(min_length=1)
    alt: str
    credit: str = Field(min_length=1)
    caption: str = ""
    consent: Consent | None = None
    people: Literal["", "none"] = ""
    model: bool = False


class WarningFence(Typed):
    """What readers are told before they read on. Its words are Markdown, under "words"."""


AnyFence = ChartFence | TableFence | FiguresFence | QuoteFence | AskFence | AsksFence | PictureFence | WarningFence

# those whose words are YAML
FENCES: dict[str, type[AnyFence]] = {
    "chart": ChartFence,
    "table": TableFence,
    "figures": FiguresFence,
    "quote": QuoteFence,
    "ask": AskFence,
    "asks": AsksFence,
    "picture": PictureFence,
}

# the keys of a fence whose values are text that may hold facts and claims
TEXT_KEYS = ("title", "subtitle", "alt", "label", "caption")


class Placed(Struct, frozen=True):
    """A fenced block where it stands: its model, its texts parsed, and where each of its keys is in the file."""

    fence: AnyFence
    texts: Mapping[str, tuple[Span, ...]]
    where: Where
    keys: Mapping[str, Where]

    def at(self, key: str) -> Where:
        return self.keys.get(key, self.where)


Part = HeadingText | ParagraphText | ListText | Placed
