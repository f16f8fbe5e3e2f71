"""What really arrives, each trap as a small file: read as what it is, or refused with the reason."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import openpyxl
import pytest
from pydantic import ValidationError

from report_builder.tables.dataset import Dataset, Standing
from report_builder.tables.load import dataset
from tables import books
from tables.describe import FORCES, codes_of, read_text, spec_of

YEARS = {"columns": "2018 to 2019"}
PLACES = {"column": "Place", "are": "place"}


def figures(made: Dataset) -> dict[str, Fraction | None]:
    """Value by key, the parts of the key joined."""
    return {" ".join(filter(None, key)): cell.value for key, cell in made.cells.items()}


def test_two_rows_of_headings_in_csv() -> None:
    """A year over two columns reaches to the next one; the other row of headings is a dimension."""
    text = "Place,2018,,2019,\n,Male,Female,Male,Female\nGwent,1,2,3,4\n"
    made, problems = read_text(text, header_row="1 to 2", rows=PLACES, columns={"are": "gender"}, years=YEARS)
    assert () == problems
    assert ["place", "gender", "year"] == [dimension.name for dimension in made.dimensions]
    assert {"gwent male 2018": 1, "gwent male 2019": 3, "gwent female 2018": 2, "gwent female 2019": 4} == figures(made)


def test_three_rows_of_headings_in_a_workbook() -> None:
    """Merged headings reach as far as they are merged, and measures are told by the part that names them."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (("Place", "2018", None, "2019", None), (None, "Number", "Per cent", "Number", "Per cent"),
                ("Gwent", 4, 0.25, 6, 0.5)):  # fmt: skip
        sheet.append(row)
    for span in ("B1:C1", "D1:E1", "A1:A2"):
        sheet.merge_cells(span)
    for address in ("C3", "E3"):
        sheet[address].number_format = "0%"
    measures = {"count": {"column": "YEAR > Number"},
                "share": {"column": "YEAR > Per cent", "unit": "%", "figures": "whole per cents"}}  # fmt: skip
    spec = spec_of(file="a.xlsx", header_row="1 to 2", rows=PLACES, years=YEARS, measures=measures)
    made, problems = dataset("forces", spec, books.saved(book))
    assert made is not None
    assert () == problems
    expected = {"count gwent 2018": 4, "count gwent 2019": 6, "share gwent 2018": 25, "share gwent 2019": 50}
    assert expected == figures(made)


def test_headings_in_rows_apart() -> None:
    """Header rows need not touch; rows between them and the table are not read."""
    text = ",Under 18,Over 18\n,11,22\nPlace,,\nGwent,1,2\n"
    made, problems = read_text(text, header_row=[1, 3], rows=PLACES, columns={"are": "age"}, years=None)
    assert () == problems
    assert {"gwent under_18": 1, "gwent over_18": 2} == figures(made)


def test_measures_with_years_in_one_heading() -> None:
    """YEAR stands for the year in each of several headings."""
    text = "Place,Staff 2018,Staff 2019,Visits 2018,Visits 2019\nGwent,1,2,30,40\n"
    measures = {"staff": {"column": "Staff YEAR"}, "visits": {"column": "Visits YEAR"}}
    made, problems = read_text(text, rows=PLACES, years=YEARS, measures=measures)
    assert () == problems
    assert 40 == made.cells["visits", "gwent", "2019"].value
    _, problems = read_text(text, rows=PLACES, years={"columns": "2018"}, value="Staff YEAR")
    assert ["D033"] == codes_of(problems)


def test_a_heading_by_its_letter() -> None:
    """A column without a heading of its own is called by its letter."""
    made, problems = read_text(",2018,2019\nGwent,1,2\n", rows={"column": "column A", "are": "place"}, years=YEARS)
    assert () == problems
    assert 2 == made.cells["", "gwent", "2019"].value


def test_totals_in_headings() -> None:
    """A column that looks like a total must be said to be one, as a row must."""
    text = "Place,Male,Female,Total\nGwent,1,2,3\n"
    _, problems = read_text(text, rows=PLACES, columns={"are": "gender"}, years=None)
    assert ["D042"] == codes_of(problems)
    assert "under `columns:`" in problems[0].help
    made, problems = read_text(text, rows=PLACES, columns={"are": "gender", "totals": ["Total"]}, years=None)
    assert () == problems
    assert [False, False, True] == [member.total for member in made.dimensions[1].members]


def test_totals_that_arithmetic_gives_away() -> None:
    """A row that is the sum of all others in every column is no part of them, whatever it is called."""
    text = "Place,2018,2019\nThe county,10,14\nA,1,2\nB,3,4\nC,6,8\n"
    _, problems = read_text(text, rows=PLACES, years=YEARS)
    assert ["D042"] == codes_of(problems)
    assert 'add `totals: ["The county"]`' in problems[0].help
    assert () == read_text(text, rows={**PLACES, "totals": ["The county"]}, years=YEARS)[1]
    assert () == read_text(text, rows={**PLACES, "totals": []}, years=YEARS)[1]
    few = "Place,2018,2019\nA,3,3\nB,1,1\nC,2,2\n"
    assert () == read_text(few, rows=PLACES, years=YEARS)[1]


def test_nations_among_many_places() -> None:
    """The names of nations among twenty places are totals of them; among a few they are places."""
    many = "".join(f"Place {chr(65 + i)},{i + 3},{i * i + 1}\n" for i in range(20))
    _, problems = read_text(f"Place,2018,2019\n{many}Wales,9,9\nScotland,8,8\n", rows=PLACES, years=YEARS)
    assert ["D042", "D042"] == codes_of(problems)
    assert () == read_text("Place,2018,2019\nEngland,1,2\nWales,9,9\nScotland,8,8\n", rows=PLACES, years=YEARS)[1]


def test_nested_totals() -> None:
    """Each region is compared with its own councils, and councils know their region."""
    text = "Council,Region,2018\n,North,5\nA,North,2\nB,North,4\n,South,7\nC,South,7\n"
    rows = {
        "column": "Council",
        "or_column": "Region",
        "within": "Region",
        "are": "place",
        "totals": ["North", "South"],
    }
    made, problems = read_text(text, rows=rows, years={"columns": "2018"})
    assert ['"North" (2018) is 5, but its rows add up to 6'] == [found.message for found in problems]
    assert ["", "north", "north", "", "south"] == [member.part_of for member in made.dimensions[0].members]


def test_totals_that_begin_alike() -> None:
    """An ellipsis stands for the rest of the name."""
    rows = {**PLACES, "totals": ["Total ..."]}
    made, _ = read_text("Place,2018\nA,1\nTotal north,1\nTotal south,2\n", rows=rows, years={"columns": "2018"})
    assert [False, True, True] == [member.total for member in made.dimensions[0].members]


MARKED = "Place,2017/183,Oct-24 [Note 1]\nSussex*,12,67r\nKent†,7,*\n"


def test_marks_that_are_declared() -> None:
    """Names, years and numbers are read without their marks, and carry what the marks mean."""
    marks = {"*": "west of the county only", "3": "three months late", "r": "revised", "†": "new boundary"}
    text = MARKED.replace("Oct-24 [Note 1]", "2018/19")
    made, problems = read_text(
        text, rows=PLACES, years={"columns": "2017/18 to 2018/19"}, marks=marks, codes={"*": "withheld"}
    )
    assert () == problems
    assert ["Sussex", "Kent"] == [member.name for member in made.dimensions[0].members]
    first, revised, withheld = (
        made.cells["", *key] for key in (("sussex", "2017/18"), ("sussex", "2018/19"), ("kent", "2018/19"))
    )
    assert (12, "west of the county only; three months late") == (first.value and int(first.value), first.note)
    assert (67, Standing.REVISED, "67r") == (revised.value and int(revised.value), revised.standing, revised.text)
    assert (None, "withheld", "new boundary") == (withheld.value, withheld.reason, withheld.note)


def test_marks_that_are_not_declared() -> None:
    """A mark in a heading hides its year, one at a number is an error, one at a name a warning."""
    text = MARKED.replace("Oct-24 [Note 1]", "2018/19")
    made, problems = dataset("forces", spec_of(rows=PLACES, years={"columns": "2017/18"}), text.encode())
    assert (None, ["D032", "D033"]) == (made, codes_of(problems))
    assert "under `marks:`" in problems[0].help
    _, problems = read_text("Place,2018\nSussex*,12\nKent,67r\n", rows=PLACES, years={"columns": "2018"})
    assert {"D022", "D028"} == set(codes_of(problems))
    zones = "Place,2018\n" + "".join(f"Zone{i},{i * 7}\n" for i in range(1, 9))
    assert () == read_text(zones, rows=PLACES, years={"columns": "2018"})[1]


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "reason"),
    [("[x]", None, None, None, "not available"), ("..", None, None, None, "not available"), ("-", 0, 0, 0, ""),
     ("*", None, 1, 4, "withheld, 1 to 4"), ("[c]", None, 0, 4, "withheld, fewer than 5"),
     ("<5", None, 0, 4, "between 0 and 4"),
     ("Not held", None, None, None, "not held"), ("Refused", None, None, None, "refused under section 12")],
)  # fmt: skip
def test_shorthand(text: str, value: int | None, low: int | None, high: int | None, reason: str) -> None:
    """Each code is what it is declared to be, with the bounds that its meaning ends in."""
    codes = {
        "[x]": "not available", "..": "not available", "-": "nil", "*": "withheld, 1 to 4",
        "[c]": "withheld, fewer than 5", "Not held": "not held", "Refused": "refused under section 12",
    }  # fmt: skip
    made, problems = read_text(f"Place,2018\nGwent, {text} \n", rows=PLACES, years={"columns": "2018"}, codes=codes)
    cell = made.cells["", "gwent", "2018"]
    assert ((), value, low, high, reason) == (problems, cell.value, cell.low, cell.high, cell.reason)


@pytest.mark.parametrize("text", ["0", "", "-", "*", "<5", "N/A "])
def test_six_ways_to_overwrite_a_code(text: str) -> None:
    """Only a zero is a zero and only a bound a bound; the rest is an error until it is declared."""
    made, problems = read_text(FORCES.replace("n/a", text))
    cell = made.cells["", "gwent", "2019/20"]
    assert {"0": [], "<5": [], "": ["D021"]}.get(text, ["D020"]) == codes_of(problems)
    assert (text == "0", text == "<5") == (cell.value == 0, cell.value is None and cell.high == 4)


@pytest.mark.parametrize("text", ["#DIV/0!", "#REF!", "#N/A", "Err:502"])
def test_errors_copied_out_of_a_spreadsheet(text: str) -> None:
    """An error is missing, with that reason, in a CSV file too."""
    made, problems = read_text(f"Place,2018\nGwent,{text}\n", rows=PLACES, years={"columns": "2018"})
    cell = made.cells["", "gwent", "2018"]
    assert (["D026"], None, f'the cell holds the error "{text}"') == (codes_of(problems), cell.value, cell.reason)


def test_formulas_without_a_saved_value() -> None:
    """A formula that was never calculated is missing with that reason, and can be declared."""
    changes: dict[str, Any] = {"file": "a.xlsx", "rows": PLACES, "years": {"columns": "2018"}}
    data = books.xlsx(A1="Place", B1=2018, A2="Gwent", B2="=1+1")
    made, problems = dataset("forces", spec_of(**changes), data)
    assert made is not None
    assert (["D026"], "the cell holds a formula that was never calculated") == (
        codes_of(problems), made.cells["", "gwent", "2018"].reason)  # fmt: skip
    made, problems = dataset("forces", spec_of(**changes, codes={"formula": "lost"}), data)
    assert made is not None
    assert ((), "lost") == (problems, made.cells["", "gwent", "2018"].reason)


def test_a_column_too_narrow() -> None:
    """A row of hashes is no error of the formula, and its message says what happened."""
    _, problems = read_text("Place,2018\nGwent,####\n", rows=PLACES, years={"columns": "2018"})
    assert "too narrow" in problems[0].message


def test_a_saved_pivot_table() -> None:
    """Names given once are those of the rows below, where that is declared."""
    text = "Row Labels,Age,Count\nGwent,under 18,1\n,over 18,2\nPowys,under 18,3\n,over 18,4\n"
    rows = [{"column": "Row Labels", "are": "place", "blanks": "as above"}, {"column": "Age"}]
    made, problems = read_text(text, rows=rows, years=None)
    assert () == problems
    assert 4 == made.cells["", "powys", "over_18"].value
    _, problems = read_text(text, rows=[{"column": "Row Labels"}, {"column": "Age"}], years=None)
    assert "blanks: as above" in next(found.help for found in problems if found.code == "D046")


def test_rows_left_out() -> None:
    """Rows inside the table that are none of it are skipped by number."""
    text = "Place,2018\nNorth,\nA,1\nSouth,\nB,2\n"
    made, problems = read_text(text, rows=PLACES, years={"columns": "2018"}, skip_rows="2, 4")
    assert () == problems
    assert {"a 2018": 1, "b 2018": 2} == figures(made)


@pytest.mark.parametrize(("said", "codes", "rows"), [
    (None, ["D007"], ["gwent", "powys"]), ("read", [], ["gwent", "powys"]), ("left out", [], ["gwent"]),
])  # fmt: skip
@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_hidden_rows(suffix: str, said: str | None, codes: list[str], rows: list[str]) -> None:
    """Rows that someone filtered away are an error until it is said what they are."""
    book = openpyxl.Workbook()
    for row in (("Place", "2018"), ("Gwent", 1), ("Powys", 2)):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    last = f'<table:table-row table:visibility="filter">{books.text("Powys")}{books.number(2)}</table:table-row>'
    table = books.table(books.text("Place") + books.text("2018"), books.text("Gwent") + books.number(1), last)
    data = books.saved(book) if suffix == "xlsx" else books.ods(table)
    spec = spec_of(file=f"a.{suffix}", rows=PLACES, years={"columns": "2018"}, hidden_rows=said)
    made, problems = dataset("forces", spec, data)
    assert made is not None
    assert (codes, rows) == (codes_of(problems), [member.id for member in made.dimensions[0].members])


def test_rows_are_counted() -> None:
    """In a list each row counts one; what does not occur together is nil."""
    text = "Name,Party,Sex\nA,Red,F\nB,Red,M\nC,Blue,F\nD,Red,F\n"
    rows = [{"column": "Party"}, {"column": "Sex"}]
    made, problems = read_text(text, count="rows", figures=None, rows=rows, years=None)
    assert () == problems
    assert {"red f": 2, "red m": 1, "blue f": 1, "blue m": 0} == figures(made)


def test_rows_are_added_up() -> None:
    """Rows of one place are their sum where that is declared, and missing where one of them is."""
    text = "Place,Kind,2018,2019\nGwent,a,1,2\nGwent,b,3,n/a\n"
    made, problems = read_text(text, rows=PLACES, years=YEARS, same_row="added")
    assert () == problems
    first, second = made.cells["", "gwent", "2018"], made.cells["", "gwent", "2019"]
    assert (4, "2 rows") == (first.value and int(first.value), first.text)
    assert (None, None, "no figure published") == (second.value, second.low, second.reason)


@pytest.mark.parametrize(
    ("unit", "text", "name", "value"),
    [("£ million", "1.2", "GBP", 1_200_000), ("£m", "£1.2", "GBP", 1_200_000), ("EUR thousand", "€3", "EUR", 3000),
     ("households, in thousands", "44", "households", 44_000), ("percent, as parts of 1", "0.48", "percent", 48),
     ("$", "$5", "USD", 5), ("AUD", "$5", "AUD", 5), ("€", "5 euros", "EUR", 5)],
)  # fmt: skip
def test_units(unit: str, text: str, name: str, value: int) -> None:
    """Money has its currency, and figures printed in thousands or as parts of 1 are what they stand for."""
    made, problems = read_text(
        f"Place,2018\nGwent,{text}\n", rows=PLACES, years={"columns": "2018"}, unit=unit, figures="exact", codes=None
    )
    assert ((), name) == (problems, made.measures[0].unit)
    assert value == made.cells["", "gwent", "2018"].value


def test_the_wrong_currency() -> None:
    """Pounds among euros are an error."""
    _, problems = read_text("Place,2018\nGwent,£5\n", rows=PLACES, years={"columns": "2018"}, unit="€", figures="exact")
    assert ["D025"] == codes_of(problems)


SURVEY: dict[str, Any] = {
    "rows": PLACES,
    "years": None,
    "value": "Estimate",
    "unit": "%",
    "figures": "one decimal place",
}


@pytest.mark.parametrize(
    ("headings", "cells", "beside"),
    [("Lower,Upper", "44.1,52.3", {"interval": ["Lower", "Upper"]}), ("CI", '"(44.1, 52.3)"', {"interval": "CI"}),
     ("CI", "44.1% to 52.3%", {"interval": "CI"}), ("CI", "44.1–52.3", {"interval": ["CI"]})],
)  # fmt: skip
def test_intervals_of_a_survey(headings: str, cells: str, beside: dict[str, Any]) -> None:
    """The bounds are the interval that the survey gives, and the base is how many were asked."""
    text = f"Place,Estimate,{headings},Base\nGwent,48.2,{cells},512\n"
    made, problems = read_text(text, **SURVEY, **beside, base="Base")
    cell = made.cells["", "gwent"]
    assert () == problems
    assert [Fraction("44.1"), Fraction("52.3"), 512] == [cell.low, cell.high, cell.base]
    assert made.measures[0].estimate


def test_standard_errors() -> None:
    """An interval is 1.96 standard errors either side, and no share is below zero."""
    text = "Place,Estimate,SE\nGwent,48.0,2\nPowys,1.0,1\n"
    made, problems = read_text(text, **SURVEY, standard_error="SE")
    assert () == problems
    assert [Fraction("44.08"), Fraction("51.92")] == [made.cells["", "gwent"].low, made.cells["", "gwent"].high]
    assert 0 == made.cells["", "powys"].low


def test_intervals_under_years() -> None:
    """Columns beside an estimate are found for each year."""
    text = "Place,2018,,,2019,,\n,Estimate,Lower,Upper,Estimate,Lower,Upper\nGwent,48.2,44,52,50.0,47,53\n"
    changes = SURVEY | {"years": YEARS, "value": "YEAR > Estimate", "interval": ["YEAR > Lower", "YEAR > Upper"]}
    made, problems = read_text(text, header_row="1 to 2", **changes)
    assert () == problems
    assert [44, 52, 47, 53] == [bound for cell in made.cells.values() for bound in (cell.low, cell.high)]


@pytest.mark.parametrize("cells", ["49,52,512", "44,,512", "44,x,512", "44,52,some", "52,44,512", "44,52,5.5"])
def test_intervals_that_do_not_fit(cells: str) -> None:
    """An estimate outside its interval, half an interval and a base that is no number are errors."""
    text = f"Place,Estimate,Lower,Upper,Base\nGwent,48.2,{cells}\n"
    _, problems = read_text(text, **SURVEY, interval=["Lower", "Upper"], base="Base")
    assert ["D050"] == codes_of(problems)


@pytest.mark.parametrize(
    "changes",
    [{"interval": ["a", "b"], "standard_error": "c"}, {"interval": ["a", "b", "c"]}, {"count": "rows", "value": "x"},
     {"skip_rows": "1"}, {"header_row": "4 to 2"}, {"same_row": "added", "standard_error": "x"},
     {"columns": {"are": "age"}, "value": "Count", "years": None}, {"encoding": "ebcdic"}, {"hidden_rows": "perhaps"},
     {"value": "Count of YEAR", "years": {"columns": {"a": "2018"}}}],
)  # fmt: skip
def test_descriptions_that_contradict_themselves(changes: dict[str, Any]) -> None:
    """What cannot be meant together is refused before a file is read."""
    with pytest.raises(ValidationError):
        spec_of(**changes)


@pytest.mark.parametrize(("encoding", "declared"), [
    ("utf-16-le", ""), ("utf-16-be", ""), ("cp1252", "windows-1252"), ("mac-roman", "mac-roman"), ("utf-8-sig", ""),
    ("utf-16", "utf-16"),
])  # fmt: skip
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(encoding: str, declared: str, line_end: str) -> None:
    """Letters that are declared, or that can be told, raise no warning."""
    text = line_end.join(("Place,2018", "Ynys Môn,1", "Abertawe,2", "Caerdydd,3", ""))
    spec = spec_of(rows=PLACES, years={"columns": "2018"}, encoding=declared or None)
    made, problems = dataset("forces", spec, text.encode(encoding))
    assert made is not None
    assert ((), "Ynys Môn") == (problems, made.dimensions[0].members[0].name)


def test_letters_that_are_not_as_declared() -> None:
    """A file that is not in the declared letters is refused."""
    spec = spec_of(encoding="utf-8")
    assert ["D003"] == codes_of(dataset("forces", spec, "Police force,Môn\n".encode("cp1252"))[1])
