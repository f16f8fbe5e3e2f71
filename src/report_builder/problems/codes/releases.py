"""Codes R001 to R020: releases, their ledgers, and finished files read back."""

from __future__ import annotations

from report_builder.problems.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "R001",
        "a figure that contradicts the earlier release",
        "The release named under `previous_release:` printed another number for the same thing and period. Readers will put the two side by side.",
        "Find out which is right. Where the source has revised it, say so: add the cell under `notes:` in data/datasets.yml with `is: revised`.",
        Severity.WARNING,
    ),
    Code(
        "R002",
        "a record that the earlier release disproves",
        "The words say that no figure was higher (or lower), and the release named under `previous_release:` printed one that was.",
        "Say what the figure carries, and name the earlier figure beside it.",
    ),
    Code(
        "R003",
        "a rise that is a fall since the earlier release",
        "The figure is higher than in the year it is compared with, but lower than the one this campaign printed last time. Readers who remember that one will call it misleading.",
        "Print the change since the last release beside the claim.",
        Severity.WARNING,
    ),
    Code(
        "R004",
        "an earlier release that cannot be read",
        "`previous_release:` names the facts.json that the tool wrote when the earlier report was built; it is also attached inside that report's PDF.",
        "Copy that file into the project folder and give its path.",
    ),
    Code(
        "R005",
        "an earlier release that is not earlier",
        "The ledger named under `previous_release:` is of the same date as this report or of a later one, so nothing is learned from it.",
        "Name the ledger of the release before this one.",
        Severity.WARNING,
    ),
    Code(
        "R010",
        "a number in a PDF that nothing explains",
        "Every number on the pages should be a figure of the ledger inside the file, a date, or listed there with what it is.",
        "If the file came from elsewhere, get it again and compare its checksum. In your own report, name the fact in place of the typed number.",
    ),
    Code(
        "R011",
        "a figure that is not where the ledger says",
        "The ledger inside the file lists what is printed of each figure, and on which pages; this is not there.",
        "Get the file again from its publisher, and compare its checksum.",
    ),
    Code(
        "R012",
        "a chart's description that differs from the ledger",
        "Someone who cannot see the chart is told something else than the ledger says.",
        "Get the file again from its publisher, and compare its checksum.",
    ),
    Code(
        "R013",
        "a chart's data that differ from the ledger",
        "The file with a chart's figures, attached inside the PDF, should hold what the chart draws.",
        "Get the file again from its publisher, and compare its checksum.",
    ),
    Code(
        "R014",
        "a PDF that cannot be verified",
        "The check needs a PDF made by report-builder, with the ledger (facts.json) still inside it.",
        "Use the PDF as it was published, not one that was printed, scanned or saved again by another program.",
    ),
    Code(
        "R015",
        "a file that is not the one published",
        "A checksum (SHA-256) changes with every change of the file, however small.",
        "Get the file again from its publisher.",
    ),
    Code(
        "R016",
        "a ledger that contradicts itself",
        "What the ledger says is printed is not the value it gives, or a figure does not follow from those it was computed from.",
        "Get the file again from its publisher, and compare its checksum.",
    ),
    Code(
        "R017",
        "something in a PDF that cannot be read back",
        "A picture without a description, and a font that does not say which characters it draws, hold no words to check.",
        "Look at it yourself.",
        Severity.WARNING,
    ),
    Code(
        "R020",
        "nothing to compare",
        "`diff` compares two of: a facts.json, a PDF with one inside, a build folder, a project folder, a git revision of this project.",
        "Check the spelling of the path or the revision.",
        exit_code=4,
    ),
)
