"""The front matter of a section file: one model a kind of section; `kind` decides."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Tag

from report_builder.campaign.consent import Consent
from report_builder.campaign.model import Names, Typed


class _Section(Typed):
    needs: Names = ()
    only_for: Names = ()  # the areas whose editions it stands in; all of them where none is named
    new_page: bool = False


class CoverSection(_Section):
    kind: Literal["cover"]
    hero: str = ""


class ContentsSection(_Section):
    kind: Literal["contents"]


class SummarySection(_Section):
    kind: Literal["summary"]
    figures: Names = ()


class HeadlineFiguresSection(_Section):
    kind: Literal["headline-figures"]
    figures: Names = ()


class TrendSection(_Section):
    kind: Literal["trend"]


class BreakdownSection(_Section):
    kind: Literal["breakdown"]


class ComparisonSection(_Section):
    kind: Literal["comparison"]


class QuotesSection(_Section):
    kind: Literal["quotes"]
    quotes: Names = ()


class AsksSection(_Section):
    kind: Literal["asks"]
    asks: Names = ()


class CaseStudySection(_Section):
    """`person` is one of the speakers in report/quotes.yml."""

    kind: Literal["case-study"]
    person: str = ""
    consent: Consent | None = None


class ProseSection(_Section):
    kind: Literal["prose"]


class MethodSection(_Section):
    kind: Literal["method"]


class SourcesSection(_Section):
    kind: Literal["sources"]


class ContactSection(_Section):
    kind: Literal["contact"]


def _kind(value: Any) -> str:
    return f"kind:{value.get('kind') if isinstance(value, dict) else getattr(value, 'kind', None)}"


AnySection = (
    CoverSection
    | ContentsSection
    | SummarySection
    | HeadlineFiguresSection
    | TrendSection
    | BreakdownSection
    | ComparisonSection
    | QuotesSection
    | AsksSection
    | CaseStudySection
    | ProseSection
    | MethodSection
    | SourcesSection
    | ContactSection
)

SectionOptions = Annotated[
    Annotated[CoverSection, Tag("kind:cover")]
    | Annotated[ContentsSection, Tag("kind:contents")]
    | Annotated[SummarySection, Tag("kind:summary")]
    | Annotated[HeadlineFiguresSection, Tag("kind:headline-figures")]
    | Annotated[TrendSection, Tag("kind:trend")]
    | Annotated[BreakdownSection, Tag("kind:breakdown")]
    | Annotated[ComparisonSection, Tag("kind:comparison")]
    | Annotated[QuotesSection, Tag("kind:quotes")]
    | Annotated[AsksSection, Tag("kind:asks")]
    | Annotated[CaseStudySection, Tag("kind:case-study")]
    | Annotated[ProseSection, Tag("kind:prose")]
    | Annotated[MethodSection, Tag("kind:method")]
    | Annotated[SourcesSection, Tag("kind:sources")]
    | Annotated[ContactSection, Tag("kind:contact")],
    Discriminator(_kind),
]

KINDS = (
    "cover",
    "contents",
    "summary",
    "headline-figures",
    "trend",
    "breakdown",
    "comparison",
    "quotes",
    "asks",
    "case-study",
    "prose",
    "method",
    "sources",
    "contact",
)
