"""The finished file as a whole."""

from __future__ import annotations

from report_builder.brand.theme import Theme
from report_builder.pdf.write import write

from .briefing import briefing, drawings


def test_the_same_document_has_the_same_bytes(theme: Theme) -> None:
    """Two calls in one process give one file."""
    first = write(briefing(), drawings(theme), theme)
    assert first.data == write(briefing(), drawings(theme), theme).data
    assert 8 == first.pages
