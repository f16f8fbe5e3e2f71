"""The quotes sheet of a pack: what may be printed of whom, and who approved it."""

from __future__ import annotations

from pathlib import Path

import pytest

from calling import Call
from report_builder.build import Edition, load, prepare, view_of
from report_builder.docx.text import plain_text
from report_builder.press.quotes import quotes_sheet
from report_builder.sections.compose import compose

WELSH = "Byddwn yn stopio’n gynt pe bai rhywle sych i stopio."


def sheet(project: Path, language: str = "en-GB") -> str:
    """The sheet of an edition, as it is pasted into an e-mail."""
    view, _ = view_of(prepare(load(project)), Edition("exampleshire", language, "bus-stops"))
    made = quotes_sheet(view, compose(view).document)
    assert made is not None
    return plain_text(made).decode().replace("\r\n", "\n")


def rewritten(project: Path, old: str, new: str) -> None:
    """The project with some of its quotes.yml changed."""
    quotes = project / "report/quotes.yml"
    text = quotes.read_text(encoding="utf-8")
    assert old in text
    quotes.write_text(text.replace(old, new), encoding="utf-8")


def test_each_quote_says_where_it_was_published_or_who_approved_it_and_when(project: Path) -> None:
    """With the speaker's role, in the words of a newspaper; where the e-mail is kept is nobody's business."""
    text = sheet(project)
    assert "A. Driver, bus driver in Northtown, said:\n\n“I would stop earlier" in text
    assert "Approved by A. Driver on 10 January 2026." in text
    assert "Published by " in text
    assert "e-mail" not in text
    assert "Cymeradwywyd gan: A. Driver, 10 Ionawr 2026." in sheet(project, "cy")


@pytest.mark.parametrize(
    ("old", "new"),
    [("there were", "there was"), ("speaker: driver\n    status: approved", "speaker: driver\n    status: waiting")],
)
def test_what_its_speaker_did_not_approve_as_it_stands_is_not_approved(project: Path, old: str, new: str) -> None:
    """Words that wait, and words that were changed after their approval."""
    rewritten(project, old, new)
    text = sheet(project)
    assert "Not yet approved by the speaker." in text
    assert "Approved by" not in text


def test_a_trim_stands_beside_the_whole(project: Path) -> None:
    """With what it leaves out."""
    rewritten(project, "  driver-2:", "    trimmed: People stand in the rain … and then apologise to me.\n  driver-2:")
    text = sheet(project)
    assert "“People stand in the rain for half an hour and then apologise to me.”" in text
    assert "Shortened, as printed" in text
    assert "“People stand in the rain … and then apologise to me.”" in text
    assert "Left out: for half an hour" in text


def test_a_translation_is_signed_on_its_own(project: Path, call: Call) -> None:
    """Outside quotation marks until then; in both languages; the original's approval is not that of the translation."""
    rewritten(project, "  driver-2:", "  driver-2:\n    translations: {cy: " + WELSH + "}")
    unsigned = "Translation into Welsh\n\nTranslation, not the speaker’s own words. Not yet approved by the speaker."
    assert f"{unsigned}\n\n{WELSH}" in sheet(project)
    signed = ("--by", "A. Driver", "--author", "B. Writer", "--kept", "mail", "--date", "2026-01-11")
    assert 0 == call("approve", "quote", "driver-2", project, *signed, "--language", "cy").exit_code
    assert f"“{WELSH}”\n\nApproved by A. Driver on 11 January 2026." in sheet(project)
    assert f"“{WELSH}”\n\nCymeradwywyd gan: A. Driver, 11 Ionawr 2026." in sheet(project, "cy")
