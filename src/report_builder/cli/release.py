"""What `check` says of the news release."""

from __future__ import annotations

from report_builder.document.blocks import Document
from report_builder.sections.release import length_of


def told_of_release(release: Document) -> str:
    """ "release: 412 words, reading age 15 (Flesch-Kincaid)"."""
    words, age = length_of(release)
    ease = f"reading age {age} (Flesch-Kincaid)" if age is not None else "reading age is measured in English only"
    return f"release: {words} words; {ease}"
