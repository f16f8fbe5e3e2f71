"""Words that call a figure a record are known, and words that only look like it are not."""

from __future__ import annotations

import pytest

from report_builder.words.records import record_words


@pytest.mark.parametrize(
    ("text", "language", "low"),
    [
        ("Record levels of abuse", "en-GB", False),
        ("A record number of offences", "en", False),
        ("Offences reach an all-time high", "en-GB", False),
        ("The highest on record", "en-GB", False),
        ("More than ever before", "en-GB", False),
        ("A record low for waiting lists", "en-GB", True),
        ("Complaints at their lowest level", "en-GB", True),
        ("Lefelau record o droseddau", "cy", False),
        ("Y nifer uchaf erioed", "cy", False),
        ("Y nifer isaf erioed", "cy", True),
    ],
)
def test_records(text: str, language: str, low: bool) -> None:
    """A record high or low, in English and Welsh."""
    found = record_words(text, language)

    assert found is not None
    assert low == found[1]


@pytest.mark.parametrize(
    "text",
    ["Recorded offences in Wales", "Offences that police record", "On the record", "Higher education", "Lower fares"],
)
def test_no_records(text: str) -> None:
    """Recording is no record, and a comparison is none either."""
    assert record_words(text, "en-GB") is None


def test_unknown_language() -> None:
    """In a language whose words are not listed nothing is found."""
    assert record_words("record", "fr") is None
