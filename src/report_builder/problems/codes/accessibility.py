"""Codes A000 to A999: accessibility."""

from __future__ import annotations

from report_builder.problems.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code("A001", "a heading that skips a level", "Readers of a screen reader move by headings; a skipped level sounds like something missing (PDF/UA-1, 7.4.2).", "Use one # for a section, ## for a part of it, ### below that."),
    Code("A002", "a chart without a description of its own", "Readers who do not see the chart hear its alt text; it has to say what the chart shows (PDF/UA-1, 7.3).", "Leave `alt: automatic`, or describe what the chart shows."),
    Code("A003", "a heading without words", "A heading is how readers find a section.", "Write one, or take the line out."),
    Code("A010", "a font that the web page carries whole", "A web page carries the brand's fonts, each cut down to the letters it prints. A table of this font file cannot be read, so that the whole file stands in the page and makes it larger.", "Nothing has to be done. Ask for the font in a newer file to have a smaller page.", Severity.WARNING),
)  # fmt: skip
