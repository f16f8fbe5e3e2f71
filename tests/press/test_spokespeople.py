"""The sheet of a pack that says who can be interviewed."""

from __future__ import annotations

from pathlib import Path

from report_builder.build import load, own_edition, prepare, view_of
from report_builder.docx.text import plain_text
from report_builder.press.spokespeople import spokespeople_sheet
from report_builder.sections.compose import compose

PEOPLE = """---
kind: release
spokespeople:
  - speaker: driver
    about: what people say at the stops
    languages: [English, Welsh]
    available: mornings only
  - name: C. Example
    note: by telephone
---
# Northtown

Words.
"""


def sheet(project: Path) -> str | None:
    """The sheet as text."""
    prepared = prepare(load(project))
    view, _ = view_of(prepared, own_edition(prepared.project))
    made = spokespeople_sheet(view, compose(view).document)
    return None if made is None else plain_text(made).decode().replace("\r\n", "\n")


def test_each_says_on_what_in_which_languages_and_when(project: Path) -> None:
    """A speaker by name and role; whom to ring stands below."""
    (project / "report/release.md").write_text(PEOPLE, "utf-8")
    text = sheet(project)
    assert text is not None
    assert (
        "A. DRIVER\n\nbus driver in Northtown\n\nSpeaks about: what people say at the stops\n\n"
        "Languages: English and Welsh\n\nAvailable: mornings only\n\nC. EXAMPLE\n\nby telephone\n\nContact\n"
    ) in text


def test_where_nobody_is_named_there_is_no_sheet(project: Path) -> None:
    """Nor where there is no release."""
    assert sheet(project) is None
    (project / "report/release.md").write_text("# Northtown\n\nWords.\n", "utf-8")
    assert sheet(project) is None
