"""`report/approvals.yml`: who approved exactly what, when, and where the approval itself is kept."""

from datetime import date as Date

from pydantic import Field

from report_builder.campaign.model import Typed


class Approval(Typed):
    """`by` approved; `author` made what was approved. They differ.

    `hash` is of exactly what was approved, `note` the approver's remark.
    """

    by: str = Field(min_length=1)
    author: str = Field(min_length=1)
    date: Date
    hash: str
    kept: str = Field(min_length=1)
    note: str = ""

    @property
    def own(self) -> bool:
        """Whether the approver is the author, however the name is spaced and capitalised."""
        return same_person(self.by, self.author)


class QuoteApproval(Approval):
    """Of a quote, or of a translation of it. `words` are those approved, so that a change can be shown."""

    words: str = ""


class AcceptedProblem(Typed):
    """A problem that had been accepted when somebody signed: of which figure, which one, why, by whom and when."""

    figure: str
    problem: str
    because: str
    by: str
    date: Date


class SignedFigure(Typed):
    """A figure as it was signed: its exact value or wording ("none" for none), what is printed, unit and period."""

    value: str
    prints: str = ""
    unit: str = ""
    period: str = ""


class FiguresApproval(Approval):
    """Of every figure printed, with the problems accepted of them."""

    figures: dict[str, SignedFigure] = {}
    accepted: tuple[AcceptedProblem, ...] = ()


class ReportApproval(Approval):
    """Of a whole report: all its words, figures and accepted problems. `words` are its lines, in reading order."""

    version: str = ""
    accepted: tuple[AcceptedProblem, ...] = ()
    words: tuple[str, ...] = ()


class ApprovalsFile(Typed):
    """`quotes` by their names, `translations` by quote and language, `reports` by place and language."""

    quotes: dict[str, QuoteApproval] = {}
    translations: dict[str, dict[str, QuoteApproval]] = {}
    figures: FiguresApproval | None = None
    reports: dict[str, ReportApproval] = {}


def same_person(one: str, other: str) -> bool:
    """Whether two names are the same, however they are spaced and capitalised."""
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())
