"""A data file as a Grid, by what its name ends in."""

from __future__ import annotations

from pathlib import PurePosixPath

from report_builder.problems import Problem, Where, problem
from report_builder.tables.delimited import read_delimited
from report_builder.tables.grid import Grid
from report_builder.tables.nearest import did_you_mean
from report_builder.tables.package import PackageError
from report_builder.tables.scan import SheetChoice

TEXT = (".csv", ".tsv", ".txt")
WORKBOOKS = (".xlsx", ".xlsm", ".ods")  # macros of the second are never looked at

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def read(
    data: bytes,
    file: str,
    sheet: str = "",
    separator: str = "",
    sheet_where: Where | None = None,
    encoding: str = "",
) -> tuple[Grid | None, tuple[Problem, ...]]:
    """The sheet of `data` that is asked for, and what is wrong with it; formulas are read as their saved values.

    `sheet_where` is where the sheet's name is, or would be, typed. No bytes whatever raise an exception.
    """
    suffix = PurePosixPath(file).suffix.casefold()
    where = Where(file)
    if wrong := _mistaken(data, suffix, where):
        return None, (wrong,)
    try:
        if suffix in WORKBOOKS:
            from report_builder.tables.workbook import read_workbook  # zip and XML only where needed: start-up

            return read_workbook(data, suffix, sheet), ()
        grid, guessed = read_delimited(data, separator, encoding)
    except PackageError as error:
        return None, (problem(error.code, str(error), where, help=_HELP.get(error.code, "")),)
    except SheetChoice as choice:
        return None, (_sheet_problem(choice, sheet_where or where),)
    return grid, (_guess(where),) if guessed else ()


_HELP = {
    "D002": "save only the sheet that is needed as a new file",
    "D003": "open the file in Excel or LibreOffice and save it again, without a password",
    "D005": "look for a quotation mark that is opened and not closed",
}


def _mistaken(data: bytes, suffix: str, where: Where) -> Problem | None:
    save_as = "save it as .xlsx, .ods or CSV (UTF-8)"
    if suffix not in TEXT + WORKBOOKS:
        return problem("D001", f'a file named "{suffix or where.file}" is not read', where, help=save_as)
    if data.startswith(_OLE):
        message = "the workbook is protected by a password, or is of the old Excel format .xls"
        return problem("D003", message, where, help=f"open it in Excel and {save_as}, without a password")
    if suffix in TEXT and data.startswith(_ZIP):
        message = f'the file is named "{suffix}" but is a workbook'
        return problem("D003", message, where, help="give its name the ending .xlsx or .ods, or save it as CSV")
    return None


def _guess(where: Where) -> Problem:
    message = "the file is not in UTF-8; it was read as Windows-1252"
    return problem("D004", message, where, help="check the accents and say so with `encoding: windows-1252`")


def _sheet_problem(choice: SheetChoice, where: Where) -> Problem:
    names = [tab.name for tab in choice.tabs]
    if choice.wanted:
        message = f'there is no sheet "{choice.wanted}"'
        return problem("D006", message, where, help=did_you_mean(choice.wanted, names))
    listed = ", ".join(f'"{tab.name}"{" (hidden)" if tab.hidden else ""}' for tab in choice.tabs)
    message = "the workbook's only sheet is hidden" if len(names) == 1 else f"the workbook has {len(names)} sheets"
    return problem("D006", message, where, f"there are {listed}", help="add `sheet:` with the name of the one meant")
