"""Codes P: the project folder and its YAML files. P001 to P049: the YAML itself; from P050: the folder."""

from __future__ import annotations

from report_builder.problems.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "P001",
        "A character that cannot stand in a text file",
        "Control characters are invisible and come in by copying from other programs, or because the file is no text "
        "file at all (a spreadsheet that was renamed, for one).",
        "Delete the character at the place shown, or save the file again as plain text (UTF-8).",
    ),
    Code(
        "P002",
        "The text is too long or too deeply nested",
        "The files of a project hold words and settings, never tables of data; limits keep a broken or hostile file "
        "from stopping the computer.",
        "Split the file, or move tables of data to a CSV or Excel file in the folder data.",
    ),
    Code(
        "P003",
        "The text cannot be read as YAML",
        "YAML is read by its colons, dashes and the spaces at the start of a line; here they do not fit together, and "
        "the slip is none of those that are known.",
        "Compare the line shown, and the one above it, with their neighbours: the spaces at the start, the colon with "
        "a space after it, quotation marks at both ends.",
    ),
    Code(
        "P004",
        "A line is indented with a tab",
        "YAML reads spaces only at the start of a line; a tab looks like some of them but counts as none.",
        "Write two spaces for each tab, or set the editor to write spaces when you press Tab.",
    ),
    Code(
        "P005",
        "A text starts with a sign that YAML reads as its own",
        "The signs { [ @ % & * ! | > ? and the backtick have a meaning in YAML when they start a value. A title that "
        "starts with a figure in braces or with a claim in square brackets is the most frequent case.",
        "Put the whole text in straight quotation marks, or write it under a | sign on lines of its own.",
    ),
    Code(
        "P006",
        "A colon inside a text without quotation marks",
        "A colon followed by a space ends a key in YAML, so a text that holds one must say that it is a text.",
        "Put the whole text in straight quotation marks.",
    ),
    Code(
        "P007",
        "No space after the colon of a key",
        "YAML takes the key, the colon and the value for one word where no space follows the colon.",
        "Write a space after the colon.",
    ),
    Code(
        "P008",
        "A list item without the dash of a list",
        "An item of a list starts with a hyphen and a space. Word processors turn the hyphen into a longer dash or a "
        "bullet, which YAML takes for text.",
        "Start the line with a hyphen and a space.",
    ),
    Code(
        "P009",
        "Curly quotation marks around a value",
        "YAML knows straight quotation marks only; curly ones are printed as part of the text.",
        "Use straight quotation marks. To print curly ones, write straight ones around them.",
        Severity.WARNING,
    ),
    Code(
        "P010",
        "A quotation mark or bracket is never closed",
        "Everything after the mark is read as one text, to the end of the file.",
        "Close the text with the same mark, the list with its bracket, or take the first one out.",
    ),
    Code(
        "P011",
        "A quotation mark or backslash inside quotation marks",
        "The text ends at the first mark of the same kind, an apostrophe included; a backslash in double marks starts "
        "a code.",
        "Use the other kind of straight quotation mark around the text, as the message shows.",
    ),
    Code(
        "P012",
        "A line does not start under those it belongs with",
        "YAML reads what belongs together from the spaces at the start of the lines.",
        "Start the line exactly under its neighbours of the same kind.",
    ),
    Code(
        "P013",
        "A key is given twice",
        "Only one of the two values could count, and nobody would see which.",
        "Keep one of them, or give one another name.",
    ),
    Code(
        "P014",
        "An anchor, alias or tag of YAML",
        "A value that starts with & * or ! refers to other places or to types of a program; project files have no use "
        "for either, and most often the sign was meant as text.",
        "Put the text in quotation marks, or write the value out.",
    ),
    Code(
        "P015",
        "Several documents in one file",
        "A line of three hyphens starts a second document; only one is read from a file.",
        "Take the line out, or move what follows it to a file of its own.",
    ),
    Code(
        "P016",
        "A key that is no plain text",
        "Keys are names; a group, a list or nothing at all cannot be one.",
        "Write the name, in quotation marks where it holds brackets.",
    ),
    Code(
        "P017",
        "A value that is read as a comment",
        "After a space, the sign # starts a comment, so a colour such as #ff0000 leaves its key empty.",
        "Put the value in quotation marks.",
    ),
    Code(
        "P018",
        "A non-breaking space where a plain space belongs",
        "Word processors and web pages put in spaces that look like plain ones; YAML takes them for text.",
        "Delete the space shown and type it again.",
    ),
    Code(
        "P019",
        "A key without a colon",
        "A key is followed by a colon and a space; without them the line is read as text.",
        "Write a colon and a space after the key.",
    ),
    Code(
        "P020",
        "A key that is not known",
        "A key that nobody reads is most often a slip of the keyboard, and its value would be lost without a word.",
        "Spell the key as the message suggests, or take it out.",
    ),
    Code(
        "P021",
        "A key is missing",
        "The entry cannot be used without it.",
        "Add the key the message names, with its value.",
    ),
    Code(
        "P022",
        "A value that is none of those that may stand here",
        "Some keys take one word of a short list.",
        "Choose one of the values the message lists.",
    ),
    Code(
        "P023",
        "A text is cut at the sign #",
        "After a space, the sign # starts a comment: the rest of the line is not read.",
        "Put the whole text in quotation marks, or write a space after the # where a comment is meant.",
        Severity.WARNING,
    ),
    Code(
        "P024",
        "A value breaks a rule of its key",
        "The value is of the right kind, but not one that can be used here.",
        "Write a value of the form the message describes.",
    ),
    Code(
        "P025",
        "A value of the wrong kind",
        "The key takes another kind of value: a number, a date, a list, a group of keys.",
        "Write the value as the message says.",
    ),
)
