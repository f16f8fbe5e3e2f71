"""The front matter of `report/release.md`, the news release: all of it may be left out."""

from typing import Literal

from report_builder.campaign.model import Names, Typed


class Spokesperson(Typed):
    """Who can be interviewed: someone of quotes.yml by the speaker's id, or by name and role.

    `about` what, in which `languages`, and when they are `available`, in the words of the release's language.
    """

    speaker: str = ""
    name: str = ""
    role: str = ""
    about: str = ""
    languages: Names = ()
    available: str = ""
    note: str = ""


class ReleaseHead(Typed):
    """`numbered` numbers the paragraphs, as select committees ask for."""

    kind: Literal["release"] = "release"
    numbered: bool = False
    only_for: Names = ()  # the areas whose editions have a release; all of them where none is named
    spokespeople: tuple[Spokesperson, ...] = ()
