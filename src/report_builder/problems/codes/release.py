"""Codes N001 to N039: the news release, and what is written for Word."""

from __future__ import annotations

from report_builder.problems.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "N001",
        "a release without a headline",
        "The first line of report/release.md is what an editor reads, and often all of it.",
        "Begin the words with a line like: # What we found",
    ),
    Code(
        "N002",
        "a release with a second headline",
        "A release has one headline. Whatever else is set in large letters competes with it.",
        "Write it as a heading within the release, with ##, or as a paragraph.",
    ),
    Code(
        "N003",
        "a spokesperson without a name",
        "A journalist has to know whom to ask for.",
        "Give `name:` and `role:`, or `speaker:` with the id of someone in report/quotes.yml.",
    ),
    Code(
        "N004",
        "a release without words",
        "A headline alone is no release.",
        "Write the first paragraph: who says what, when, and on what figures.",
    ),
    Code(
        "N005",
        "notes to editors under another heading",
        "What stands under the heading for notes goes below ENDS, before the notes that the tool writes. A heading that only resembles it leaves the notes in the story.",
        "Write the heading as the message shows it.",
        Severity.WARNING,
    ),
    Code(
        "N006",
        "ENDS typed by hand",
        "The tool writes ENDS where the story ends; it would stand there twice.",
        "Take the line out.",
        Severity.WARNING,
    ),
    Code(
        "N007",
        "Word files need libraries that are not installed",
        "Whoever only makes the PDF does without them.",
        'The message gives the command that installs them.',
        exit_code=4,
    ),
    Code(
        "N008",
        "no news release to write",
        "`--formats release` writes what stands in report/release.md, and there is no such file.",
        "Write the file; `report-builder new` makes a folder with one in it.",
    ),
)  # fmt: skip
