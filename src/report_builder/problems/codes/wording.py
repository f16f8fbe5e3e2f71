"""Codes W000 to W999: words of the prose that nothing keeps true."""

from __future__ import annotations

from report_builder.problems.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "W001",
        "a number typed in words",
        "“Six offences” goes stale like a typed 6, and hides better.",
        "Name the fact; {fact:words} writes its number in words. Or mark it plain, with a reason.",
        Severity.WARNING,
    ),
    Code(
        "W002",
        "a comparison that nothing checks",
        "“Doubled”, “a record”, “one in four” say something about figures. Marked as a claim they are checked on every "
        "build; typed as plain words they are not.",
        "Mark the words: `[doubled](claim:growth)`. If they are about no figure of this report, mark them plain, with a reason.",
        Severity.WARNING,
    ),
    Code(
        "W003",
        "words that go stale",
        "“Last year” and “yesterday” change their meaning with the date of publication, and a report is read for years.",
        "Write the year or the date. If the words are right whenever they are read, mark them plain, with a reason.",
        Severity.WARNING,
    ),
    Code(
        "W004",
        "per cent where percentage points are meant",
        "From 10 to 15 per cent is a rise of 5 percentage points, or of 50 per cent. A share is a level: nothing rises by it.",
        "Give the rise as a fact of its own: `kind: difference` is in percentage points, `kind: change` in per cent. Leave "
        "out a unit that the fact already prints.",
        Severity.WARNING,
    ),
    Code(
        "W005",
        "a strong assertion without a source",
        "“Research shows” and “undoubtedly” ask for trust. Whoever checks the report will look for the source.",
        "Add a footnote or a link, name who says so, or say less.",
        Severity.NOTE,
    ),
    Code(
        "W006",
        "a cause where the figures show none",
        "Counts over time show that something changed, not why. “Led to” and “due to” claim more than such data carry.",
        "Say what happened together or after; or give the source of the explanation in a footnote or a link.",
        Severity.NOTE,
    ),
    Code(
        "W007",
        "a quote whose words depend on the day they were said",
        "“A year on” was right in the year the words were published. The report is published in another.",
        "Trim the quote, say when it was said, or ask the speaker for words that last; then take them out of `dated_words:`.",
        Severity.WARNING,
    ),
    Code(
        "W008",
        "a direction that the figure contradicts",
        "The words say that a number rose (or fell) by an amount, but the amount is below (or above) zero.",
        "Write {fact:change}, which says the direction by itself.",
        Severity.WARNING,
    ),
    Code(
        "W020",
        "a rise or fall that the figures do not carry",
        "Words say that a number rose or fell, and its difference lies within chance, within the margin of error of a "
        "survey, or holds only for a part of those counted.",
        "Write {fact:change}, which gives both figures where no direction can be shown.",
        Severity.WARNING,
    ),
    Code(
        "W021",
        "a percentage of a part, first printed without its base",
        "“48 per cent” of those where the answer is known reads like 48 per cent of all. The base stands with the first "
        "mention; later ones may do without (BBC style guide; OSR, “Communicating uncertainty in statistics”).",
        "Add the base to the sentence: {fact.base} writes it.",
        Severity.WARNING,
    ),
    Code(
        "W009",
        "a sentence that begins with a numeral",
        "Style guides advise against it (ONS service manual, “Writing numbers”): the eye takes the number for the end of "
        "the sentence before. Numbers up to 999 are written out where the house style does so; this one is not.",
        "Turn the sentence round, so that another word comes first.",
        Severity.NOTE,
    ),
)
