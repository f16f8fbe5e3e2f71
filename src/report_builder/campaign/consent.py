"""Consent to be shown in a picture or a story."""

from datetime import date as Date
from typing import Annotated, Literal

from pydantic import Field

from report_builder.campaign.model import OneOrMore, Typed

Use = Literal["report", "web", "press"]


class Consent(Typed):
    """Who agreed to be shown, or who agreed for them, from which day to which, for what, and where the record is kept.

    `report` is the PDF and the Word file, `web` the web page, `press` the release and the pack.
    Who agreed is never printed; a pack tells with the picture until when.
    """

    who: str = Field(min_length=1)
    given: Date
    until: Date
    uses: Annotated[tuple[Use, ...], OneOrMore] = Field(min_length=1)
    kept: str = Field(min_length=1)
