"""`report/report.yml`: names, dates, language, brand, house style and the order of sections."""

import re
from datetime import date as Date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from report_builder.campaign.model import Names, Typed
from report_builder.campaign.style import OwnStyle, StyleName


def _version(typed: str) -> str:
    if not re.fullmatch(r"[1-9][0-9]?\.[0-9]{1,3}", typed):
        raise ValueError("a version is two numbers with a point between them, as 1.0")
    return typed


class Publisher(Typed):
    name: str
    legal: str = ""
    imprint: str = ""
    website: str = ""


class SupportLine(Typed):
    """A line for readers who need help; the phone stays text, so no zero is lost."""

    name: str
    phone: str
    note: str = ""


class Contact(Typed):
    name: str
    email: str = ""
    phone: str = ""
    website: str = ""


class PlaceWords(Typed):
    """How a place is written: its name, with its preposition, and other names under which text may mention it."""

    name: str
    in_: str = Field("", alias="in")
    of: str = ""
    also: Names = ()


class Report(Typed):
    title: str
    slug: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    place: str
    language: str = "en-GB"
    reviewed_by: dict[str, str] = {}  # who has read the text of a language, by its code
    style: StyleName | OwnStyle = "newspaper"
    brand: str = "assets/brand"
    page: Literal["A4", "Letter"] = "A4"
    layout: Literal["full", "two-page"] = "full"
    kicker: str = ""
    publisher: Publisher
    publish: Date
    embargo: str = "none"
    stage: Literal["draft", "embargoed", "release"] = "draft"
    version: Annotated[str, AfterValidator(_version)] = "1.0"
    sections: tuple[str, ...] = Field(min_length=1)
    places: dict[str, PlaceWords] = {}
    keywords: Names = ()
    plain_numbers: Names = ()
    previous_release: str = ""  # the facts.json of the release before, in this folder
    support: tuple[SupportLine, ...] = ()
    contact: Contact
