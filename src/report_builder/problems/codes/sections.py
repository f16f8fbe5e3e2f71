"""Codes of what sections make of words and facts: T030 to T049, G020 to G039, P060 to P069."""

from __future__ import annotations

from report_builder.problems.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code("T030", "a footnote mark without its footnote", "The mark promises words at the foot of the page.", "Add a line [^label]: words."),
    Code("T031", "a form that a place does not have", "A place is written as its name, or with `in` or `of`.", "Write {place}, {place:in} or {place:of}."),
    Code("T032", "a form that does not exist", "After the colon stands how the figure is written.", "Use one of the forms listed."),
    Code("T033", "a form that is not for this unit", "Per cent, percentage points, multiples and counts are different things and are not printed as one another.", "Leave the form out, or name a fact of the right kind."),
    Code("T034", "a part that a fact does not have", "After the dot stands a part of the fact, such as its period.", "Use one of the parts listed."),
    Code("T035", "something in a list that a list cannot hold", "List items hold words and lists.", "Put it after the list."),
    Code("T040", "a number typed by hand", "Nothing keeps a typed number true when the data change, and nothing says where it came from.", "Name a fact; or mark the number plain with a reason; or list it under `plain_numbers` in report/report.yml.", Severity.WARNING),
    Code("T041", "figures of different places in one sentence", "A reader takes every figure of a sentence for the place it speaks of; a figure for Wales beside a percentage for the UK misleads.", "Name each place in the sentence, or give each figure its own. Other names of a place are listed under `places:` in report/report.yml.", Severity.WARNING),
    Code("T050", "a place without its own phrase in a language that mutates names", "Wales is “Cymru”, and in Wales is “yng Nghymru”: no program knows the mutations of every name, so each place brings its phrases.", "Add `in:` or `of:` to the place, under `places:` in report/report.yml or in report/editions.yml.", Severity.WARNING),
    Code("T060", "a figure of a part where the sentence speaks of the whole", "“Police in Wales recorded 333 offences” takes one force’s figure for that of all four.", "Name the place that the figure is of, or print the figure of the place that the sentence speaks of. Other names of a place are listed under `places:` in report/report.yml.", Severity.WARNING),
    Code("G020", "a chart or table along something its facts are not by", "A chart runs along places, years or categories that its facts have.", "Use one of the names listed."),
    Code("G021", "two units on one scale", "A scale shows one unit; per cent beside counts misleads.", "Draw one chart for each."),
    Code("G022", "parts of a whole that overlap or are incomplete", "Shares in one bar say that they add up to everything, once.", "Draw bars."),
    Code("G023", "parts that do not add up to the whole", "Shares in one bar have to add up to a hundred per cent.", "Draw bars, or add the part that is missing."),
    Code("G024", "a part without a figure", "With a part missing the whole is not known.", "Draw bars; they show the gap."),
    Code("G025", "alt text that repeats the title", "Readers who do not see the chart hear the title already; the alt text has to say what the chart shows.", "Leave `alt: automatic`, or describe the chart."),
    Code("G026", "a chart title of more than ten words", "The title is read at a glance or not at all.", "Say the one thing the chart shows; details go into the text.", Severity.WARNING),
    Code("G027", "several facts and their years in one table", "With years across, every fact would need a row of headings of its own.", "Write a table for each fact, or leave `across:` out."),
    Code("P060", "something a cover cannot hold", "The cover has a headline and a few lines.", "Move it to the next section."),
    Code("P061", "a section that does not begin with a heading", "Headings are how readers, and screen readers above all, find their way.", "Begin its words with a line like: # What we found"),
    Code("P062", "a section, or the number on the cover, is left out", "It needs a figure that does not exist here.", "Nothing, if that is as it should be; else look at the fact.", Severity.NOTE),
)  # fmt: skip
