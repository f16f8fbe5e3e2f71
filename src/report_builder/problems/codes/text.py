"""Codes T: Markdown, titles and captions."""

from __future__ import annotations

from report_builder.problems.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "T001",
        "A brace without its partner",
        "A fact stands between two braces, {name}; one brace alone would be printed as it is, without the number.",
        "Write the other brace, or a backslash before a brace that is meant to be printed.",
    ),
    Code(
        "T002",
        "Braces that hold no fact",
        "A fact is written {name}, with what belongs to it in a fixed order: {name[place, year].part:form}.",
        "Write the fact as the message shows.",
    ),
    Code(
        "T003",
        "A link that leads nowhere",
        "What stands in the parentheses after [words] is an address that starts with https://, http://, mailto:, tel: "
        "or #, or one of claim:, plain and lang:.",
        "Write the whole address, or the sign that is meant.",
    ),
    Code(
        "T004",
        "A claim that is not written like one",
        'A claim names the fact that must carry the words: `[words](claim:name)`, with "or phrase" after the name where '
        "other words may take their place.",
        "Write the claim as the message shows.",
    ),
    Code(
        "T005",
        "A plain number without a reason",
        "A number that is no figure of the report (a law, a postcode) is marked as plain, and the reason tells those "
        "who check the report why.",
        'Write the reason in straight quotation marks: `[section 15A](plain "name of the law")`.',
    ),
    Code(
        "T006",
        "A space between words and their target",
        "The parentheses belong directly after the square bracket; with a space between, both are printed as text.",
        "Take the space out.",
    ),
    Code(
        "T007",
        "Curly quotation marks in a target",
        "Word processors turn straight quotation marks into curly ones. What is meant is clear, so it is read; other "
        "programs would not.",
        "Type straight quotation marks there.",
        Severity.WARNING,
    ),
    Code(
        "T008",
        "A target without words",
        "The words between the square brackets are what is printed; there are none.",
        "Write the words, or take the brackets out.",
    ),
    Code(
        "T009",
        "A claim or link inside another",
        "Words can carry one claim, and lead to one address.",
        "End the one before the other begins.",
    ),
    Code(
        "T010",
        "A target that is never closed",
        "The parenthesis after [words] opens a target that has no end.",
        "Write the closing parenthesis.",
    ),
    Code(
        "T011",
        "HTML",
        "A report is printed as PDF and read aloud; tags of HTML have no meaning in either, comments included.",
        "Say it in Markdown, as the message shows, or take it out.",
    ),
    Code(
        "T012",
        "A picture in the text",
        "Charts are drawn from facts, so that they agree with the text and can be read aloud; the logo comes from the "
        "brand. Pictures are not read.",
        "Draw the chart with a ```chart block, or take the picture out.",
    ),
    Code(
        "T013",
        "A table typed by hand",
        "Numbers in a table are computed from data, so that they cannot drift from the text.",
        "Write a ```table block that names a fact.",
    ),
    Code(
        "T014",
        "A block quote",
        "Somebody's words are printed with speaker, role and source, and only as they were approved.",
        "Put the words into quotes.yml and write a ```quote block with their name.",
    ),
    Code(
        "T015",
        "A line across the page",
        "The layout sets sections apart; a line typed by hand would be heard as nothing and stand in the way.",
        "Take it out, or start a new section with a heading.",
    ),
    Code(
        "T016",
        "Program code",
        "Backticks and four spaces at the start of a line mark program code in Markdown; a report has none.",
        "Take the backticks out, or start the line at the very left.",
    ),
    Code(
        "T017",
        "A heading that is not written like one",
        "Headings start with one, two or three # and a space. Lines of = or - under a text make it a heading by "
        "accident.",
        "Write the heading as the message shows.",
    ),
    Code(
        "T018",
        "A block that is never closed",
        "Everything after the opening ``` belongs to the block, to the end of the file.",
        "Write ``` on a line of its own after the last line of the block.",
    ),
    Code(
        "T019",
        "A block of an unknown kind",
        "The word after ``` says what the block is: chart, table, figures, quote, ask or asks.",
        "Write one of these, alone on the line.",
    ),
    Code(
        "T020",
        "A list that is not written like one",
        "Items of a list start with a hyphen and a space, or with 1. and a space, so that readers who listen hear a "
        "list.",
        "Write the item as the message shows.",
    ),
    Code(
        "T021",
        "A footnote that does not exist",
        "The mark in the text has no note to lead to.",
        "Add a line  [^name]: the note  below the text.",
    ),
    Code(
        "T022",
        "A footnote that nothing refers to",
        "A note without a mark in the text is not printed.",
        "Write its mark where it belongs, or take the note out.",
        Severity.WARNING,
    ),
    Code(
        "T023",
        "A footnote given twice",
        "Two notes have one name; only one of them could be printed.",
        "Give one of them another name.",
    ),
    Code(
        "T024",
        "Front matter is missing or not closed",
        "A section file starts with its settings, the kind of section first, between two lines of three hyphens.",
        "Write a line of three hyphens before and after the settings.",
    ),
    Code(
        "T025",
        "A block that cannot stand where it is",
        "Lists and footnotes hold paragraphs and lists only, a few levels deep; headings, charts and tables stand "
        "beside them.",
        "Leave an empty line before the block and start it at the very left.",
    ),
    Code(
        "T026",
        "An address set apart from its words",
        "Addresses stand beside their words, so that whoever reads the text sees where a link leads.",
        "Write the address beside the words, as the message shows.",
    ),
)
