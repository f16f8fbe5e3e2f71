"""Data files of any kind, and what is wrong with them."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from report_builder.problems import Where
from report_builder.tables.read import read
from tables import books
from tables.describe import codes_of


@pytest.mark.parametrize(
    ("file", "data", "code", "says"),
    [
        ("data/a.pdf", b"%PDF", "D001", ".pdf"),
        ("data/a", b"a,b", "D001", "data/a"),
        ("data/a.xls", b"\xd0\xcf\x11\xe0", "D001", ".xls"),
        ("data/a.xlsx", b"\xd0\xcf\x11\xe0", "D003", "password"),
        ("data/a.csv", b"PK\x03\x04", "D003", "is a workbook"),
        ("data/a.xlsx", b"a,b\n1,2\n", "D003", "not a workbook"),
        ("data/a.ods", b"", "D003", "not a workbook"),
        ("data/a.csv", b'a,"b\n', "D005", "row 1"),
    ],
)
def test_files_that_are_not_read(file: str, data: bytes, code: str, says: str) -> None:
    """Each is refused with its reason and with what to do."""
    grid, problems = read(data, file)
    assert grid is None
    assert [code] == codes_of(problems)
    assert says in problems[0].message
    assert problems[0].help
    assert Where(file) == problems[0].where


def test_guessed_letters_are_a_warning() -> None:
    """A file in Windows-1252 is read, and the guess reported."""
    grid, problems = read("Môn,1\n".encode("cp1252"), "data/a.CSV")
    assert grid is not None
    assert ["D004"] == codes_of(problems)
    assert "warning" == problems[0].severity


def test_sheets_are_never_guessed() -> None:
    """With several sheets, or only a hidden one, the sheet must be named; a wrong name gets the nearest."""
    data = books.ods(books.table(books.text("a"), name="Table 1") + books.table(books.text("b"), name="Table 2"))
    typed = Where("data/datasets.yml", key=("forces", "sheet"))
    grid, problems = read(data, "data/a.ods", sheet_where=typed)
    assert (None, ["D006"], typed) == (grid, codes_of(problems), problems[0].where)
    assert ('there are "Table 1", "Table 2"',) == problems[0].notes
    _, problems = read(data, "data/a.ods", "table 2")
    assert ('there is no sheet "table 2"', 'did you mean "Table 2"?') == (problems[0].message, problems[0].help)
    grid, problems = read(data, "data/a.ods", "Table 2")
    assert grid is not None
    assert ("b", "Table 2", ()) == (grid.at(1, 1), grid.sheet, problems)


def damaged(package: bytes, part: str, chance: random.Random) -> bytes:
    """The package with some bytes of one part replaced, dropped or doubled."""

    def change(xml: bytes) -> bytes:
        out = bytearray(xml)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(out))
            span = chance.choice((1, 1, 1, 5, 40))
            out[at : at + span] = chance.choice(
                (b"", bytes(out[at : at + span]) * 2, bytes([chance.randrange(256)]), b"9999999999", b"<", b'"', b"-1")
            )
        return bytes(out)

    return books.edited(package, part, change)


def hostile(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Damaged workbooks, and their ending."""
    chance = random.Random(seed)
    book = books.xlsx(A1="Place", B1="2017/18", A2="Gwent", B2=44, A3="Powys", B3="=1+1", C9=0.5)
    sheet = books.ods(
        books.table(books.text("a") + books.number(3), books.text("b") + books.number(0.07, "percentage"))
    )
    for _ in range(count):
        part = chance.choice((books.SHEET, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"))
        yield ".xlsx", damaged(book, part, chance)
        yield ".ods", damaged(sheet, "content.xml", chance)
        cut = bytearray(book)
        cut[chance.randrange(len(cut))] = chance.randrange(256)
        yield ".xlsx", bytes(cut[: chance.randrange(len(cut))] if chance.random() < 0.3 else cut)


def survives(count: int, seed: int) -> None:
    """Reads damaged files; each is read or refused with a problem, and nothing is raised."""
    for suffix, data in hostile(count, seed):
        grid, problems = read(data, f"data/a{suffix}")
        assert (grid is None) == bool(problems)


def test_damaged_workbooks() -> None:
    """A damaged workbook is read or refused, never a traceback."""
    survives(60, 1)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_many_damaged_workbooks(seed: int) -> None:
    """The same for some thousands."""
    survives(400, seed + 100)
