"""`style:` in report.yml: a house style by its name, or a project's own, based on one."""

from typing import Literal

from pydantic import Field

from report_builder.campaign.model import Typed

StyleName = Literal["newspaper", "ons"]


class OwnStyle(Typed):
    """What differs from the style it is based on; what is left out is as there."""

    based_on: StyleName = "newspaper"
    percent: Literal["word", "sign"] | None = None
    words_to: int | None = Field(None, ge=0, le=10)
    start: Literal["words", "numerals"] | None = None
    thousands: Literal["comma", "space", "none"] | None = None
    ranges: Literal["to", "dash"] | None = None
    years: Literal["as given", "to", "ending"] | None = None
    ordinals_to: int | None = Field(None, ge=0, le=10)
    millions: Literal["words", "digits"] | None = None
    date: Literal["1 November 2024", "Friday 1 November 2024", "November 1, 2024"] | None = None
