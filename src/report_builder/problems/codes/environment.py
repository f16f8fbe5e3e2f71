"""Codes X000 to X999: the machine the tool runs on."""

from __future__ import annotations

from report_builder.problems.code import Code

CODES: tuple[Code, ...] = (
    Code("X001", "no such project folder", "The tool works on a folder that holds report/report.yml.", "Give the right folder, or make one with `report-builder new`.", exit_code=4),
    Code("X002", "a file cannot be written", "The folder may be read-only, or the file open in another program: Word, Excel and some PDF readers lock the files they show.", "Close the file in other programs, or choose another folder with -o.", exit_code=4),
    Code("X003", "a file cannot be read", "It may be open in another program, or you may not be allowed to open it.", "Close it elsewhere, and check that you can open it yourself.", exit_code=4),
    Code("X004", "the folder is not empty", "`new` writes a whole project and overwrites nothing.", "Name a folder that does not exist yet.", exit_code=4),
)  # fmt: skip
