"""A proposed entry loads without an error once a person has filled in what it leaves blank."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_builder.problems import errors
from report_builder.project.yaml import parse
from report_builder.tables.dataset import Dataset
from report_builder.tables.describe import describe
from report_builder.tables.load import dataset
from report_builder.tables.spec import DatasetsFile
from tables import books
from tables.describe import FORCES
from tables.shared_data import FOLDER, REASON

SHARED = sorted(p for p in FOLDER.glob("*/*") if p.suffix in (".csv", ".xlsx", ".ods"))
ANSWERS = {"retrieved": "2026-11-23", "hidden_rows": "read"}


def filled_in(text: str) -> str:
    """The proposal with an answer in each of its blanks."""

    def answer(match: re.Match[str]) -> str:
        return f"{match[1]} {ANSWERS.get(match[1].strip().rstrip(':'), 'something')}"

    return re.sub(r"^(\s*\S.*:)\s+# fill in: .*$", answer, text, flags=re.MULTILINE)


def proposed(data: bytes, file: str, sheet: str = "") -> dict[str, tuple[dict[str, Any], Dataset]]:
    """Each proposed entry as typed, and what it reads the file as, by id."""
    text, problems = describe(data, file, sheet)
    assert () == problems
    parsed = parse(filled_in(text), "datasets.yml")
    assert () == parsed.problems, text
    assert isinstance(parsed.data, dict)
    out: dict[str, tuple[dict[str, Any], Dataset]] = {}
    for id, spec in DatasetsFile.model_validate(parsed.data).datasets.items():
        made, found = dataset(id, spec, data)
        assert () == errors(found), text
        assert made is not None
        entry = parsed.data[id]
        assert isinstance(entry, dict)
        out[id] = (entry, made)
    return out


def one(text: str) -> tuple[dict[str, Any], Dataset]:
    """The entry proposed for a CSV text, and what it reads."""
    return proposed(text.encode(), "table.csv")["table"]


@pytest.mark.skipif(not SHARED, reason=REASON)
@pytest.mark.parametrize("path", SHARED, ids=lambda path: path.name)
def test_every_shared_file(path: Path) -> None:
    """Whatever publishers made, its proposal loads."""
    if path.suffix != ".ods":
        assert proposed(path.read_bytes(), path.name)
        return
    for sheet in ("Table_1", "Table_2", "Table_10", "Table_12", "Table_13"):
        assert proposed(path.read_bytes(), path.name, sheet)


def test_years_in_headings() -> None:
    """Columns that are years are the years, and their run is that of the financial year."""
    entry, made = one(FORCES)
    assert {"columns": "2017/18 to 2019/20", "run": "1 April to 31 March"} == entry["years"]
    assert {"column": "Police force", "are": "place"} == entry["rows"]
    assert {"n/a": "not available"} == entry["codes"]
    assert "whole numbers, exact" == entry["figures"]
    assert 39 == made.cells["", "dyfed_powys", "2019/20"].value


def test_towns_are_places() -> None:
    """Facts and editions are by place; a column of towns, or of districts, holds them."""
    for heading in ("Town", "District council", "City"):
        entry, _ = one(f"{heading},2021,2022\nAx,1,2\nBy,3,4\n")
        assert {"column": heading, "are": "place"} == entry["rows"]


def test_blanks_say_what_is_wanted() -> None:
    """What a file cannot say is left blank, beside a comment that begins alike everywhere."""
    text, _ = describe(FORCES.encode(), "table.csv")
    blanks = re.findall(r"^  (\w+): +# fill in", text, flags=re.MULTILINE)
    assert ["what", "publisher", "licence", "retrieved", "unit"] == blanks


def test_notes_headings_and_totals() -> None:
    """Titles above and notes below are left out, and a row that looks like a total is proposed as one."""
    text = "Table 1: Offences,,\n,,\nForce,2018,2019\nGwent,12,15\nPowys,20,31\nTotal,32,46\n,,\nSource: police,,\n"
    entry, _ = one(text)
    assert ("3", "6", "Table 1: Offences") == (entry["header_row"], entry["last_row"], entry["what"])
    assert ["Total"] == entry["rows"]["totals"]
    assert "# Note in the file: Source: police" in describe(text.encode(), "table.csv")[0]


def test_two_rows_of_headings() -> None:
    """Years over kinds: both are found, and what the kinds are is asked."""
    entry, made = one("Place,2018,,2019,\n,Male,Female,Male,Female\nGwent,1,2,3,4\nPowys,5,6,7,8\n")
    assert ("1 to 2", "2018 to 2019") == (entry["header_row"], entry["years"]["columns"])
    assert 6 == made.cells["", "powys", "female", "2018"].value


def test_years_among_words() -> None:
    """Headings such as "Book issues 2012" hold YEAR, and what has none is said to be left out."""
    entry, made = one("Authority,Book issues 2012,Book issues 2014,Change\nBarnet,14,11,-3\nBexley,12,13,1\n")
    assert ("Book issues YEAR", ["2012", "2014"]) == (entry["value"], entry["years"]["columns"])
    assert 13 == made.cells["", "bexley", "2014"].value


def test_marks_and_shorthand() -> None:
    """Marks are asked for, shorthand gets the meaning that it usually has, to be checked."""
    text = "Area,2017/183,2018/19\nSussex*,12,[c]\nKent,-,14\nEssex,7,<5\nSurrey,#DIV/0!,\n"
    entry, made = one(text)
    assert {"3", "*"} == set(entry["marks"])
    assert {"[c]", "-", "#DIV/0!", "blank"} == set(entry["codes"])
    assert 12 == made.cells["", "sussex", "2017/18"].value


def test_names_in_several_columns() -> None:
    """As many columns of names are proposed as tell the rows apart."""
    entry, _ = one("Force,Age,Year,Count\nGwent,Under 18,2018,4\nGwent,Over 18,2018,6\nPowys,Under 18,2018,2\n"
                   "Powys,Over 18,2018,9\n")  # fmt: skip
    assert ["place", "age"] == [rows["are"] for rows in entry["rows"]] or ["age", "place"] == [
        rows["are"] for rows in entry["rows"]
    ]
    assert ("Year", "Count") == (entry["years"]["column"], entry["value"])


def test_a_list_of_names_is_counted() -> None:
    """A table without figures is a list, whose rows count one each."""
    entry, made = one("Name,Party\nA,Red\nB,Blue\nC,Red\n")
    assert "rows" == entry["count"]
    assert 2 == made.cells["", "red"].value


def test_a_saved_pivot_table() -> None:
    """A name that is given once for several rows is that of the row above."""
    text = "Injured,Assault,Count\nYes,Yes,10\n,No,20\nNo,Yes,30\n,No,41\n"
    entry, made = one(text)
    assert "as above" in [rows.get("blanks") for rows in entry["rows"]]
    assert {10, 20, 30, 41} == {cell.value for cell in made.cells.values()}


def test_units_and_exactness() -> None:
    """Signs and decimals show in the proposal."""
    entry, _ = one("Place,Share,Spent\nGwent,48.1%,£10\nPowys,12.5%,£12\n")
    share, spent = entry["measures"]["share"], entry["measures"]["spent"]
    assert {"percent", "GBP"} == {kind.get("unit", entry["unit"]) for kind in (share, spent)}
    assert {"one decimal place", "whole numbers, exact"} == {k.get("figures", entry["figures"]) for k in (share, spent)}


def test_each_sheet_has_its_entry() -> None:
    """Hidden sheets and sheets of words are left alone, unless they are named."""
    book = openpyxl.Workbook()
    cover = book.active
    cover.title = "Cover"
    cover["A1"] = "Statistics of offences"
    for name in ("One", "Two"):
        sheet = book.create_sheet(name)
        for row in (("Force", "2018"), ("Gwent", 3), ("Powys", 4)):
            sheet.append(row)
    book["Two"].sheet_state = "hidden"
    assert ["one"] == list(proposed(books.saved(book), "book.xlsx"))
    assert ["two"] == list(proposed(books.saved(book), "book.xlsx", "Two"))


def test_windows_letters_are_asked_about() -> None:
    """An encoding that had to be guessed is declared, so that it is looked at once."""
    entry, _ = proposed("Place,2018\nYnys Môn,4\nGwent,5\n".encode("cp1252"), "table.csv")["table"]
    assert "windows-1252" == entry["encoding"]


@pytest.mark.parametrize(("data", "file", "code"), [
    (b"", "table.csv", "D051"), (b"some words\nand more\n", "table.csv", "D051"), (b"x", "table.pdf", "D001"),
    (b"PK", "table.xlsx", "D003"),
])  # fmt: skip
def test_what_holds_no_table(data: bytes, file: str, code: str) -> None:
    """Where no table can be told there is a problem, and no entry."""
    text, problems = describe(data, file)
    assert ("", [code]) == (text, [found.code for found in problems])


CELLS = st.sampled_from(["", "Gwent", "Total", "2017/18", "2018", "44", "1,234", "48%", "n/a", "<5", "*", "67*", "x y"])


@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=7))
def test_any_table(rows: list[list[str]]) -> None:
    """Whatever a sheet holds, there is a proposal that can be read as YAML, or a problem; never an exception."""
    text, problems = describe("\n".join(",".join(row) for row in rows).encode(), "table.csv")
    assert bool(text) != bool(problems)
    assert () == parse(filled_in(text), "datasets.yml").problems or not text


@given(st.binary(max_size=200), st.sampled_from(["csv", "xlsx", "ods"]))
def test_any_bytes(data: bytes, suffix: str) -> None:
    """No bytes raise."""
    describe(data, f"table.{suffix}")
