"""`report/approvals.yml`: who approved which exact words, when, and where the approval itself is kept."""

from __future__ import annotations

from datetime import date as Date

from pydantic import Field

from report_builder.campaign.model import Typed


class QuoteApproval(Typed):
    """`by` approved; `author` typed the words into the project. They differ. `hash` is of the exact words."""

    by: str = Field(min_length=1)
    author: str = Field(min_length=1)
    date: Date
    hash: str
    kept: str = Field(min_length=1)
    words: str = ""

    @property
    def own(self) -> bool:
        """Whether the approver is the one who typed the words, however the name is spaced and capitalised."""
        by, author = (" ".join(name.casefold().split()) for name in (self.by, self.author))
        return by == author


class ApprovalsFile(Typed):
    quotes: dict[str, QuoteApproval] = {}
