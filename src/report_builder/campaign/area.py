"""`report/editions.yml`: one report for many places and in several languages."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints

from report_builder.campaign.model import Names, Typed
from report_builder.campaign.report import PlaceWords

ByLanguage = str | dict[str, str]
AreaId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_]*$")]
FIELDS = ("slug", "area", "language")


def said_in(words: ByLanguage, language: str) -> str:
    """The words in a language ("cy", "en-GB"), under its code or the first part of it; "" where they are not given."""
    if isinstance(words, str):
        return words
    return words.get(language) or words.get(language.partition("-")[0], "")


class Area(Typed):
    """A place that has an edition: its phrases by language, never made. Any other key is for `{area.key}`.

    `sections` puts another section file in the place of one of the report's, `leave_out` takes sections away.
    """

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, ByLanguage] = Field(init=False)

    name: ByLanguage
    in_: ByLanguage = Field("", alias="in")
    of: ByLanguage = ""
    also: Names = ()
    part_of: str = ""
    sections: dict[str, str] = {}
    leave_out: Names = ()

    def phrases(self, language: str) -> PlaceWords:
        """Its phrases in a language, as a place of report.yml has them."""
        name, in_, of = (said_in(words, language) for words in (self.name, self.in_, self.of))
        return PlaceWords(name=name, in_=in_, of=of, also=self.also)

    def columns(self, language: str) -> dict[str, str]:
        """What the keys of the author's own hold, in a language."""
        return {key: said_in(value, language) for key, value in self.__pydantic_extra__.items()}


class EditionsFile(Typed):
    """Areas by id, in the order of their editions. `file_name` may hold {slug}, {area}, {language} or a column.

    `layout` is a PDF for each language, or one in which all follow one another.
    """

    areas: dict[AreaId, Area] = Field(min_length=1)
    languages: tuple[str, ...] = Field(min_length=1)
    file_name: str = "{slug}-{area}-{language}"
    layout: Literal["separate", "back to back"] = "separate"

    @property
    def bound(self) -> bool:
        """Whether the languages of an area are bound in one PDF."""
        return self.layout == "back to back" and len(self.languages) > 1
