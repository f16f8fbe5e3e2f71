"""Codes G001 to G014: charts."""

from __future__ import annotations

from report_builder.problems.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "G001",
        "the chart has nothing to show",
        "An empty chart tells readers nothing.",
        "Name a fact that has figures.",
    ),
    Code(
        "G002",
        "the chart has no figure at all",
        "Every one of its figures is missing or withheld, so it would be a row of gaps.",
        "Leave the chart out, or choose a period or places that have figures.",
    ),
    Code(
        "G003",
        "a value in the chart is not a number",
        "A value without end, or the result of dividing by zero, cannot be drawn.",
        "Look at the fact with `report-builder explain` and mend what it is computed from.",
    ),
    Code(
        "G004",
        "the series of a chart differ in length",
        "Points stand at the same place in every series; otherwise years would be compared with other years.",
        "Give each series the same periods; a missing figure is a gap, not an absent row.",
    ),
    Code(
        "G005",
        "too many series for this kind of chart",
        "Columns, bars and shares show one series in each panel; more would need a legend to be told apart.",
        "Draw lines, or one panel for each series.",
    ),
    Code(
        "G006",
        "dots need two periods",
        "Dots compare each category at two points in time.",
        "Choose exactly two periods, or draw bars for one and lines for more.",
    ),
    Code(
        "G007",
        "the parts do not make up the whole",
        "One bar of shares says that its parts add up. With a part missing, withheld or below zero they do not.",
        "Draw bars instead.",
    ),
    Code(
        "G010",
        "the chart is higher than a page",
        "A chart is never split over two pages.",
        "Show fewer rows or panels, or make two charts of it.",
    ),
    Code(
        "G011",
        "not every value is printed in the chart",
        "There are more columns than there is room for their values; the first, last and extreme ones are printed, and "
        "all are in the attached data.",
        "Draw bars, which have room for each value, or show fewer periods.",
        Severity.WARNING,
    ),
    Code(
        "G012",
        "not every name is printed in the chart",
        "Names of categories cannot be guessed by readers as the years between two years can.",
        "Draw bars, which have room for long names, or shorten the names.",
    ),
    Code(
        "G013",
        "names or values are too long for the chart",
        "What is left between them is too narrow to compare anything.",
        "Shorten the longest names, or print the values in a shorter form.",
    ),
    Code(
        "G014",
        "a mark in the chart is not explained",
        "Hatched, hollow and withheld figures mean nothing to a reader who is not told what they are.",
        "Say what the state means where the data are described (`covers:`, `note:`).",
        Severity.WARNING,
    ),
    Code(
        "G015",
        "a word in the chart is divided",
        "It is wider than the place for names even in smaller letters; divided without a hyphen it is hard to read.",
        "Shorten the name, or draw bars, which have the most room for names.",
        Severity.WARNING,
    ),
)
