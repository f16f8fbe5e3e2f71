"""`recipients.csv`: who gets a copy of a report before it is out, one line each: name, organisation, email."""

from __future__ import annotations

import csv
import hashlib
import io
import unicodedata

from msgspec import Struct

from report_builder.problems import Problem, Where, problem

COLUMNS = ("name", "organisation", "email")
_PATHS = ("/", "\\", ":")
_LONGEST = 80
_SIGNS = "BCDFGHJKLMNPRSTV"
_LETTERS = str.maketrans("0123456789abcdef", _SIGNS)


SIGN = f"[{_SIGNS}]{{4}}-[{_SIGNS}]{{4}}"  # what a document id looks like


class Recipient(Struct, frozen=True):
    """One person; `row` is that of the file, from 1."""

    name: str
    organisation: str
    email: str
    row: int

    def document_id(self, report: str) -> str:
        """The id of this person's copy of a report ("slug 1.0"): eight letters by which a copy is traced to its line.

        No digits are among them, so nobody takes it for a figure.
        """
        digest = hashlib.sha256("\n".join((report, self.name, self.organisation, self.email)).encode())
        sign = digest.hexdigest()[:8].translate(_LETTERS)
        return f"{sign[:4]}-{sign[4:]}"


def read_recipients(data: bytes, file: str) -> tuple[tuple[Recipient, ...], tuple[Problem, ...]]:
    """The people of a file, and everything that is wrong with it."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")  # as Excel saves CSV on Windows
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True))
    except csv.Error as error:
        message = f"it cannot be read as a table: {error}"
        return (), (problem("S030", message, Where(file), help="save it as CSV, with commas between"),)
    head = [cell.strip().casefold() for cell in rows[0]] if rows else []
    missing = [name for name in COLUMNS if name not in head]
    if missing:
        hint = f"the first line reads: {','.join(COLUMNS)}"
        return (), (problem("S030", f"there is no column {' and no column '.join(missing)}", Where(file), help=hint),)
    people = tuple(
        Recipient(**{name: _cell(row, head.index(name)) for name in COLUMNS}, row=number)
        for number, row in enumerate(rows[1:], 2)
        if any(cell.strip() for cell in row)
    )
    if not people:
        return (), (problem("S030", "nobody is listed", Where(file), help="write a line for each recipient"),)
    return people, (*_twice(people, file), *(p for person in people for p in _unfit(person, file)))


def _delimiter(text: str) -> str:
    """The comma, or the semicolon that Excel writes where the comma is a decimal sign."""
    head = text.partition("\n")[0]
    return ";" if head.count(";") > head.count(",") else ","


def _cell(row: list[str], at: int) -> str:
    return unicodedata.normalize("NFC", row[at].strip(" ")) if at < len(row) else ""


def _twice(people: tuple[Recipient, ...], file: str) -> list[Problem]:
    seen: dict[str, int] = {}
    out = []
    for person in people:
        key = person.email.casefold() or " ".join(person.name.casefold().split())
        if key in seen:
            message = f'"{person.email or person.name}" is listed twice, in rows {seen[key]} and {person.row}'
            out.append(problem("S031", message, Where(file, row=person.row), help="take one of the two out"))
        seen.setdefault(key, person.row)
    return out


def _unfit(person: Recipient, file: str) -> list[Problem]:
    where = Where(file, row=person.row)
    said = (person.name, person.organisation, person.email)
    if any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") for words in said for c in words):
        message = f"row {person.row} holds a character that cannot be seen"
        return [problem("S032", message, where, help="type the cell again")]
    if not person.name:
        return [problem("S030", f"row {person.row} has no name", where, help="each copy is made out to a person")]
    if any(sign in person.name for sign in _PATHS) or person.name.strip(".") == "" or len(person.name) > _LONGEST:
        message = f'"{person.name[:_LONGEST]}" cannot be part of the name of a file'
        return [problem("S032", message, where, help="write the person's name, without / \\ or :")]
    if person.email and ("@" not in person.email or " " in person.email):
        return [problem("S033", f'"{person.email}" is no e-mail address', where, help="write it as name@example.org")]
    return []
