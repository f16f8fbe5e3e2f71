"""A problem accepted with eyes open: which, why, by whom, when, and where its caveat stands."""

from datetime import date as Date
from typing import Literal

from report_builder.campaign.model import Typed

Accepted = Literal[
    "part-year-base",
    "overlapping-parts",
    "missing-parts",
    "other-definition",
    "in-doubt",
    "parts-differ",
    "jigsaw",
    "start-year",
    "small-base",
    "chance",
]


class Acceptance(Typed):
    """`figure` is the printed figure at the time, where given: the acceptance lapses when it is no longer that."""

    problem: Accepted
    because: str
    by: str
    date: Date
    caveat: Literal["beside", "method"] = "beside"
    figure: str = ""
