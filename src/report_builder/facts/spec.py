"""`report/facts.yml`: what each fact is, as its author typed it. One model a kind; `kind` decides."""

from typing import Annotated, Any, Literal, Self

from pydantic import Discriminator, Field, RootModel, Tag, model_validator

from report_builder.campaign.acceptance import Acceptance
from report_builder.campaign.model import Names, OneOrMore, Typed


class PublishedFigure(Typed):
    """A figure someone printed for this fact (a member of its family is named by `place`, `year` or `of`)."""

    value: str
    source: str
    place: str = ""
    year: str = ""
    of: Names = ()
    print: Literal["", "published", "computed"] = ""
    because: str = ""


class _Common(Typed):
    label: str
    short: str = ""
    place: str = ""
    period: str = ""
    unit: str = ""
    base: str = ""
    base_size: str = ""
    note: str = ""
    minimum_base: int | None = Field(None, ge=1)
    decimals: int | None = Field(None, ge=0, le=6)
    published: tuple[PublishedFigure, ...] = ()
    accept: Annotated[tuple[Acceptance, ...], OneOrMore] = ()


class FromData(_Common):
    """Reads cells of a dataset: `value` exactly one for each member, the others over all that fall together."""

    kind: Literal["value", "sum", "count", "mean", "median", "min", "max"]
    data: str
    column: str = ""
    each: Names = ()
    where: dict[str, Names] = {}
    counted: Literal["cases", "things"] = "cases"


class Comparison(_Common):
    """`to` against `from`: periods of one family, members of another dimension, or two facts (`of`, `against`)."""

    kind: Literal["change", "difference", "ratio"]
    of: str
    against: str = ""
    from_: str = Field("", alias="from")
    to: str = ""

    @model_validator(mode="after")
    def _two_sides(self) -> Self:
        if bool(self.against) == bool(self.from_ or self.to) or bool(self.from_) != bool(self.to):
            raise ValueError("give either `against:` (another fact) or `from:` and `to:` (two periods)")
        return self


class Share(_Common):
    kind: Literal["share"]
    of: str
    out_of: str


class Rate(_Common):
    kind: Literal["rate"]
    of: str
    population: str
    per: int = 100_000


class Rank(_Common):
    kind: Literal["rank"]
    of: str
    item: str = ""
    among: str
    order: Literal["highest", "lowest"] = "highest"


class Middle(_Common):
    kind: Literal["middle"]
    of: str
    among: str


class SharesTest(Typed):
    """How a published wording can be tested: the facts whose shares it speaks of, which may overlap."""

    add: str
    rows: Names = ()


class Published(_Common):
    """A figure that exists only as someone's printed number or wording; it is never computed with in silence."""

    kind: Literal["published"]
    source: str
    value: str = ""
    wording: str = ""
    test: SharesTest | None = None

    @model_validator(mode="after")
    def _number_or_words(self) -> Self:
        if bool(self.value) == bool(self.wording):
            raise ValueError("give either `value:` (a number) or `wording:` (the words as printed)")
        return self


def _kind(value: Any) -> str:
    kind = value.get("kind") if isinstance(value, dict) else getattr(value, "kind", None)
    return f"kind:{_ROOMS.get(str(kind), kind)}"


_ROOMS = dict.fromkeys(("value", "sum", "count", "mean", "median", "min", "max"), "data") | dict.fromkeys(
    ("change", "difference", "ratio"), "comparison"
)

KINDS = (
    "value",
    "sum",
    "count",
    "mean",
    "median",
    "min",
    "max",
    "change",
    "difference",
    "ratio",
    "share",
    "rate",
    "rank",
    "middle",
    "published",
)

FactSpec = Annotated[
    Annotated[FromData, Tag("kind:data")]
    | Annotated[Comparison, Tag("kind:comparison")]
    | Annotated[Share, Tag("kind:share")]
    | Annotated[Rate, Tag("kind:rate")]
    | Annotated[Rank, Tag("kind:rank")]
    | Annotated[Middle, Tag("kind:middle")]
    | Annotated[Published, Tag("kind:published")],
    Discriminator(_kind),
]

AnySpec = FromData | Comparison | Share | Rate | Rank | Middle | Published


class FactsFile(RootModel[dict[str, FactSpec]]):
    """Facts by name, in the order of the file."""
