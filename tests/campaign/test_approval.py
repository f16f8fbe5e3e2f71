"""An approval says who approved, who typed, when, and where the approval itself is kept."""

from __future__ import annotations

import pytest

from report_builder.campaign.approval import ApprovalsFile, QuoteApproval

RECORD = {
    "by": "Becky Riggs",
    "author": "A Writer",
    "date": "2024-10-30",
    "hash": "0" * 64,
    "kept": "e-mail of 30 October",
}


def test_a_record() -> None:
    """All of it is kept."""
    approval = ApprovalsFile.model_validate({"quotes": {"riggs-1": RECORD}}).quotes["riggs-1"]
    assert ("Becky Riggs", "2024-10-30", False) == (approval.by, approval.date.isoformat(), approval.own)


@pytest.mark.parametrize("key", ["by", "author", "kept"])
def test_nothing_is_left_empty(key: str) -> None:
    """An approval by nobody, or kept nowhere, is none."""
    with pytest.raises(ValueError, match=key):
        QuoteApproval.model_validate({**RECORD, key: ""})


@pytest.mark.parametrize("author", ["Becky Riggs", "becky riggs", " Becky  Riggs "])
def test_ones_own_approval(author: str) -> None:
    """The approver is not the one who typed the words, in whatever spelling."""
    assert QuoteApproval.model_validate({**RECORD, "author": author}).own
