"""Codes Q000 to Q999: quotes and asks."""

from __future__ import annotations

from report_builder.problems.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code("Q001", "a quote that does not exist", "A section names a quote that report/quotes.yml does not hold.", "Check the spelling of its name."),
    Code("Q002", "a paragraph that the quote does not have", "Paragraphs of a quote are picked by number.", "Count them from 1; a blank line starts a new one."),
    Code("Q003", "a quote by nobody", "Every quote is somebody's words; the speaker is printed with it.", "Add the speaker under `speakers:` with name and role."),
    Code("Q004", "a published quote without its source", "Words that were published can be checked, if it is said where.", "Add `source:`."),
    Code("Q005", "an approved quote without a record", "An approval that is not recorded cannot be shown to anyone who asks.", "Record it with `report-builder approve quote`."),
    Code(
        "Q006",
        "an approved quote that was altered",
        "The speaker approved these words exactly. White space and line ends do not count; any other change voids the approval.",
        "Restore the words that were approved, or have the new ones approved and record that.",
    ),
    Code("Q007", "a quote approved by whoever typed it", "A second pair of eyes is the point of approval.", "Have the speaker, or someone for them, approve it."),
    Code("Q008", "a quote that waits for approval", "It may stand in a draft, marked, but not in a release.", "Record the approval with `approve quote`.", Severity.WARNING),
    Code("Q009", "a release with an unapproved quote", "A release goes out with no words that their speaker has not approved.", "Record the approval with `approve quote`.", exit_code=3),
    Code("Q010", "a trim that changes the words", "Trimming leaves words out at an ellipsis; it never changes or reorders them.", "Copy each piece from the words as they are."),
    Code("Q011", "markup inside a quote", "A quote is never computed or formatted: it is what someone said.", "Write the plain words."),
    Code("Q012", "quotation marks typed around a quote", "The layout draws them, in the style of the brand.", "Leave them out."),
    Code("Q020", "an ask that does not exist", "A section names an ask that report/asks.yml does not hold.", "Check the spelling of its name."),
)  # fmt: skip
