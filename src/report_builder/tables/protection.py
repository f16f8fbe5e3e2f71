"""`protect:` of a dataset: which counts are too small to print, and what the public knows of them already."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

_BOUND = re.compile(r"(?:fewer than|less than|under|below|<)\s*(\d+)")


def _complain(message: str) -> PydanticCustomError:
    return PydanticCustomError("datasets", "{message}", {"message": message})


def _one_or_many(value: object) -> object:
    if isinstance(value, list | tuple):
        return tuple(value)
    return (value,) if isinstance(value, str | int) else value


Several = Annotated[tuple[str, ...], BeforeValidator(_one_or_many, json_schema_input_type=str | tuple[str, ...])]


class _Typed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)


class PublicTotal(_Typed):
    """A total that the public can find elsewhere; every key that is not declared here selects: place, year, age, ...

    What is not selected is added up. `value` is the figure as it was printed, where it is not the sum of our own.
    """

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Several] = Field(init=False)

    measure: str = ""
    value: str = ""
    rounded_to: int = Field(1, ge=1)

    @property
    def selectors(self) -> Mapping[str, tuple[str, ...]]:
        """Dimension name to the members chosen."""
        return self.__pydantic_extra__


class Protection(_Typed):
    """How the small counts of a dataset are kept from the page, and from being worked out.

    `zero: hidden` treats none as a small count too; `safe` prints it. `show_as` is what stands in place of a small
    count: "withheld", or its bound, as "fewer than 10". `subtotals` names the rows that a total row adds up, where the
    file does not say; `earlier` are ledgers (facts.json) of releases that readers have, by their place in the project.
    """

    smaller_than: int = Field(10, ge=2, le=1000)
    zero: Literal["hidden", "safe"] = "hidden"
    round_to: int = Field(0, ge=0, le=1000)
    show_as: str = "withheld"
    public_totals: tuple[PublicTotal, ...] = ()
    subtotals: dict[str, Several] = {}
    earlier: Several = ()

    @property
    def lowest(self) -> int:
        """The least count that is withheld."""
        return 0 if self.zero == "hidden" else 1

    @property
    def highest(self) -> int:
        """The greatest count that is small."""
        return self.smaller_than - 1

    @property
    def says_bound(self) -> bool:
        """Whether a reader is told which of the withheld counts are small."""
        return self.show_as.strip().casefold() != "withheld"

    def small(self, count: int) -> bool:
        """Whether a count is too small to print."""
        return self.lowest <= count <= self.highest

    def rounded(self, count: int) -> int:
        """The count as it prints: to the nearest `round_to`, halves up."""
        if self.round_to < 2:
            return count
        return (2 * count + self.round_to) // (2 * self.round_to) * self.round_to

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        bound = _BOUND.fullmatch(self.show_as.strip().casefold())
        if self.says_bound and (bound is None or int(bound[1]) != self.smaller_than):
            raise _complain(
                f'`show_as: {self.show_as}` is not one of the two ways: write "withheld", or '
                f'"fewer than {self.smaller_than}"'
            )
        return self
