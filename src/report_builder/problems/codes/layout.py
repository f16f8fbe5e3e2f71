"""Codes L001 to L011: pages."""

from __future__ import annotations

from report_builder.problems.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "L001",
        "a page is less than half full",
        "A chart, card, quote or ask is never divided by a page. One that did not fit below has gone to the next page "
        "and left a large white space behind, which readers take for the end.",
        "Move a paragraph from after it to before it, make the chart lower, or let the section start a new page.",
        Severity.WARNING,
    ),
    Code(
        "L002",
        "a word is wider than the place it stands in",
        "Words are never hyphenated, so a word that is wider than its column has been broken between two letters.",
        "Use a shorter word, or type a space or a hyphen where it may be divided. Web addresses break by themselves; "
        "better still, put the address behind words: [words](https://...).",
        Severity.WARNING,
    ),
    Code(
        "L003",
        "the headline does not fit on the cover",
        "The cover tries a few sizes for the headline. This one does not fit even at the smallest.",
        "Shorten the headline. Two hundred characters always fit when no word is very long.",
    ),
    Code(
        "L004",
        "a table is too wide for the page",
        "Even with the smallest gaps between its columns, some column cannot hold its widest number or word.",
        "Show fewer columns, turn rows and columns round, or divide the table in two.",
    ),
    Code(
        "L005",
        "the cover holds more than fits on it",
        "Headline, standfirst, the one number, its trend and the lines at the foot together are higher than the page.",
        "Shorten the standfirst or the headline, or leave out some of the lines at the foot.",
    ),
    Code(
        "L006",
        "a font lacks a character",
        "The brand's font has no shape for a character in the text: readers would see an empty box and hear nothing.",
        "Type another character, or name a font in assets/brand/_brand.yml that has it. Emoji and unusual spaces "
        "pasted from a word processor are the usual cause.",
    ),
    Code(
        "L007",
        "a section does not fit on its one page",
        "The section is declared to stand on one page. Its spaces have been tightened step by step and it is still too "
        "high.",
        "Shorten its words, show fewer asks or cards on it, or let it run over by leaving out the one-page setting.",
    ),
    Code(
        "L008",
        "something is higher than a page",
        "A row of cards, an ask or a row of a table is kept whole, and this one is higher than a page.",
        "Shorten its words, or divide it into two.",
    ),
    Code(
        "L009",
        "a chart has not been drawn",
        "The layout was given no drawing for a chart that stands in the document. That is a fault of the program.",
        "Please report it, with the project folder if you can share it.",
    ),
    Code(
        "L010",
        "the draft or embargo mark is too long",
        "The mark has one line at the head of each page, so that nothing moves when it is taken away. It does not fit.",
        "Say it in fewer words, for example: Embargoed until 00.01, 1 November 2024.",
    ),
    Code(
        "L011",
        "two attached files have one name",
        "A file inside a PDF is found by its name alone, so a second one of the same name hides the first.",
        "Give each attached file its own name.",
    ),
)
