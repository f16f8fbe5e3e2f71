"""Codes P050 to P059 and P063 to P066: the project folder and what lies in it."""

from __future__ import annotations

from report_builder.problems.code import Code

CODES: tuple[Code, ...] = (
    Code("P050", "a file that does not exist", "The project names a file that is not there.", "Check the name, capital letters included, or put the file there."),
    Code("P051", "a path that leaves the project folder", "Everything a report is made from lies in its folder, so that the folder can be sent and checked as a whole, and a stranger's project can read nothing else of yours.", "Copy the file into the folder."),
    Code("P052", "a file that is too large", "Limits keep a broken or hostile file from stopping the computer.", "Take out what the report does not need, or split the file."),
    Code("P053", "a text file that is not UTF-8", "Letters such as ŵ, é and the pound sign are read wrongly in other encodings.", "Save the file again as UTF-8."),
    Code("P054", "an empty file", "The project needs what should stand in it.", "Fill it in; `report-builder new` makes a folder with every file filled in."),
    Code("P064", "a language that the tool does not write", "The words of captions, notes and the method section are written by the tool, in languages it knows.", "Choose one of the languages listed."),
    Code("P065", "a section listed twice", "Its words, charts and footnotes would be printed twice.", "Take one of the two out of `sections:` in report/report.yml."),
    Code("P066", "a place that no data are about", "What is printed without a place is about the report's own place, so the data have to know it.", "Write the place in report/report.yml as the data write it, or as `make_up:` in data/datasets.yml has it."),
    Code("P063", "an empty block", "A fenced block says what stands at its place.", "Fill it in, or take it out."),
)  # fmt: skip
