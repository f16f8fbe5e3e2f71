"""`report/approvals.yml`: who approved which exact words, when, and where the approval itself is kept."""

from __future__ import annotations

from datetime import date as Date

from report_builder.campaign.model import Typed


class QuoteApproval(Typed):
    """`by` approved; `author` typed the words into the project. They differ. `hash` is of the exact words."""

    by: str
    author: str
    date: Date
    hash: str
    kept: str
    words: str = ""


class ApprovalsFile(Typed):
    quotes: dict[str, QuoteApproval] = {}
