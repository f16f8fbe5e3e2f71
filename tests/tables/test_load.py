"""A file and its description become a dataset, with every problem found at once."""

from __future__ import annotations

from fractions import Fraction
from math import prod
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_builder.problems import CODES, Where, errors
from report_builder.problems.codes import data as family
from report_builder.tables.citations import unlisted_sources
from report_builder.tables.dataset import Standing
from report_builder.tables.load import dataset
from report_builder.tables.spec import DatasetsFile
from tables import books
from tables.describe import FORCES, WIDE, codes_of, read_text, spec_of

TEXTS = (
    "Police force",
    "2017/18",
    "2018/19",
    "2019/20",
    "Gwent",
    "Total",
    "n/a",
    "",
    "44",
    "<5",
    "-1",
    "67*",
    "48%",
    "Year",
)
SHAPES: tuple[dict[str, Any], ...] = (
    {},
    {"years": {"columns": "2017/18"}},
    {"years": {"column": "Year"}, "value": "44"},
    {"rows": None, "years": None, "value": "Gwent"},
    {
        "rows": [{"column": "Police force"}, {"column": "Gwent"}],
        "years": {"column": "Year"},
        "value": "44",
        "no_row": "nil",
    },
    {"rows": {"column": "Police force", "totals": ["Total"]}, "codes": {"blank": "nil", "n/a": "none"}},
)


def test_wide_table() -> None:
    """Members stand in the order of the file, years in that of time, and each cell has its place."""
    made, problems = read_text(FORCES)
    assert () == problems
    assert ["place", "year"] == [dimension.name for dimension in made.dimensions]
    assert ["dyfed_powys", "gwent"] == [member.id for member in made.dimensions[0].members]
    assert ["Dyfed-Powys", "Gwent"] == [member.name for member in made.dimensions[0].members]
    assert ["2017/18", "2018/19", "2019/20"] == [member.id for member in made.dimensions[1].members]
    cell = made.cells["", "gwent", "2019/20"]
    assert (None, "no figure published", 3, "D") == (cell.value, cell.reason, cell.row, cell.column)
    assert ("data/forces.csv", "1 April to 31 March") == (made.file, made.run)


def test_long_table_with_measures() -> None:
    """Several columns of figures are several measures, each with its own unit and rounding."""
    text = "Year,Place,Count,Share\n2018/19,Gwent,4,12%\n2017/18,Gwent,3,10%\n"
    measures = {"count": {"column": "Count"}, "share": {"column": "Share", "unit": "%", "figures": "whole per cents"}}
    made, problems = read_text(
        text, rows={"column": "Place", "are": "place"}, years={"column": "Year"}, measures=measures
    )
    assert () == problems
    assert [("count", "offences", Fraction(0)), ("share", "percent", Fraction(1))] == [
        (m.id, m.unit, m.step) for m in made.measures
    ]
    assert ["2017/18", "2018/19"] == [member.id for member in made.dimensions[1].members]
    assert 12 == made.cells["share", "gwent", "2018/19"].value


def test_one_figure() -> None:
    """A file of one figure is a dataset without dimensions."""
    made, problems = read_text('Known\n"1,824"\n', rows=None, years=None, place="UK", year="2023/24")
    assert () == problems
    assert () == made.dimensions
    assert 1824 == made.cells[("",)].value
    assert ("UK", "2023/24") == (made.place, made.year and made.year.id)


def test_every_problem_at_once() -> None:
    """Each unreadable text is one problem at its first cell; the rest of the table is still read."""
    made, problems = read_text("Police force,2017/18,2018/19,2019/20\nDyfed-Powys,N/A,,67*\nGwent,N/A,4.5,-3\n")
    assert ["D020", "D021", "D022", "D023", "D024"] == sorted(codes_of(problems))
    assert Where("data/forces.csv", row=2, column="B") == problems[0].where
    assert ("one more cell like it",) == problems[0].notes
    assert {None} == {cell.value for cell in made.cells.values()}
    assert {Standing.MISSING} == {cell.standing for cell in made.cells.values()}


def test_notes_under_the_table() -> None:
    """A row that has a name and no figure is taken for what it is, with what to do."""
    _, problems = read_text(FORCES + "Source: police,,,\n1 A note,,,\n")
    assert ["D021"] == codes_of(problems)
    assert "rows 4, 5 have a name and no figure" == problems[0].message
    assert "last_row: 3" in problems[0].help
    assert () == read_text(FORCES + "Source: police,,,\n", last_row="3")[1]


@pytest.mark.parametrize(
    ("text", "changes", "code"),
    [
        (FORCES + "Gwent,1,2,3\n", {}, "D030"),
        (FORCES + ",1,2,3\n", {}, "D046"),
        (FORCES + "Dyfed Powys,1,2,3\n", {}, "D045"),
        (FORCES + "Total,63,67,39\n", {}, "D042"),
        (FORCES + "*Total Wales,63,67,39\n", {}, "D042"),
        (FORCES + "Wales,63,67,39\n", {"rows": {"column": "Police force", "are": "place", "make_up": "Wales"}}, "D042"),
        (FORCES, {"rows": {"column": "Police force", "totals": ["Wales"]}}, "D044"),
        (FORCES, {"rows": {"column": "Police force", "only": ["Gwent", "Powys"]}}, "D044"),
        (FORCES, {"rows": {"column": "Police force", "names": {"Gwent": "Gwent Police"}}}, "D044"),
        (FORCES, {"rows": {"column": "Police force", "ids": {"Powys": "powys"}}}, "D044"),
        (FORCES, {"cells": [{"place": "powys", "is": "revised"}]}, "D040"),
        (FORCES, {"cells": [{"plaice": "gwent", "is": "revised"}]}, "D040"),
        (FORCES, {"cells": [{"place": "gwent", "measure": "share", "is": "revised"}]}, "D040"),
        (FORCES, {"cells": [{"place": "gwent", "is": "revised"}, {"year": "2018/19", "is": "in doubt"}]}, "D041"),
        (FORCES, {"year": "last year"}, "D049"),
    ],
)
def test_checks(text: str, changes: dict[str, Any], code: str) -> None:
    """Each thing that can be wrong with a table has its code, a place and what to do."""
    _, problems = read_text(text, **changes)
    assert [code] == codes_of(problems)
    assert problems[0].where is not None
    assert problems[0].help


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"where": {"Police force": "Powys"}}, "D013"),
        ({"last_row": "1"}, "D013"),
        ({"rows": {"column": "Force"}}, "D010"),
        ({"file": "forces.pdf"}, "D001"),
    ],
)
def test_no_dataset(changes: dict[str, Any], code: str) -> None:
    """Where no table can be made, there is none."""
    made, problems = dataset("forces", spec_of(**changes), FORCES.encode())
    assert (None, [code]) == (made, codes_of(problems))


def test_years_in_a_column() -> None:
    """A year that cannot be read is pointed at; kinds of years are not mixed."""
    long = {"rows": None, "years": {"column": "Year", "run": "1 April to 31 March"}}
    _, problems = read_text("Year,Count\n2017/18,1\n2018,2\n", **long)
    assert ["D031"] == codes_of(problems)
    assert Where("data/forces.csv", row=3, column="A") == problems[0].where
    _, problems = read_text("Year,Count\n2017/18,1\nOct-18,2\n", **long)
    assert ["D034"] == codes_of(problems)


def test_combinations_without_a_row() -> None:
    """They are missing with a warning, or what the description says: a reason, or nil."""
    text = "Year,Place,Count\n2017/18,Gwent,1\n2018/19,Gwent,2\n2018/19,Powys,3\n"
    long: dict[str, Any] = {"rows": {"column": "Place", "are": "place"}, "years": {"column": "Year"}}
    made, problems = read_text(text, **long)
    hole = made.cells["", "powys", "2017/18"]
    assert (["D047"], None, "no row in the file", 0) == (codes_of(problems), hole.value, hole.reason, hole.row)
    made, problems = read_text(text, **long, no_row="did not reply")
    assert ((), "did not reply") == (problems, made.cells["", "powys", "2017/18"].reason)
    made, problems = read_text(text, **long, no_row="nil")
    hole = made.cells["", "powys", "2017/18"]
    assert ((), Fraction(0), Standing.COMPLETE, "") == (problems, hole.value, hole.standing, hole.text)


def test_remarks() -> None:
    """A remark finds its cell by id, printed name or another spelling of the year, and keeps or removes the figure."""
    made, problems = read_text(
        FORCES,
        cells=[
            {"place": "dyfed_powys", "year": "2017-18", "is": "part year", "covers": "6 of 12 months", "source": "bbc"},
            {"place": "Gwent", "year": "2017/18", "is": "missing", "note": "withdrawn by the force"},
            {"place": "gwent", "year": ["2018/19", "2019/20"], "note": "counted in another way"},
        ],
    )
    assert () == problems
    first, noted = made.cells["", "dyfed_powys", "2017/18"], made.cells["", "gwent", "2018/19"]
    assert (19, "6 of 12 months", "bbc") == (first.value and int(first.value), first.covers, first.source)
    assert (26, "counted in another way") == (noted.value and int(noted.value), noted.note)
    assert (Standing.PART_PERIOD, Standing.COMPLETE) == (first.standing, noted.standing)
    gone = made.cells["", "gwent", "2017/18"]
    assert (None, None, Standing.MISSING) == (gone.value, gone.low, gone.standing)
    assert "withdrawn by the force" == gone.reason


def totals(*rows: str, **changes: Any) -> list[str]:
    """The messages about a table with a declared total."""
    declared = {"column": "Place", "are": "place", "totals": ["Wales"]}
    text = "Place,2017/18\n" + "\n".join(rows) + "\n"
    return [p.message for p in read_text(text, rows=declared, years={"columns": "2017/18"}, **changes)[1]]


def test_totals_are_added_up() -> None:
    """A total that its rows cannot add up to, whatever rounding and missing figures leave open, is a warning."""
    assert [] == totals("A,1", "B,2", "Wales,3")
    assert ['"Wales" (2017/18) is 554, but its rows add up to 564'] == totals("A,264", "B,300", "Wales,554")
    assert [] == totals("A,1", "B,n/a", "Wales,3")
    assert ['"Wales" (2017/18) is 3, but its rows add up to at least 4'] == totals("A,4", "B,n/a", "Wales,3")
    assert [] == totals("A,<5", "B,2", "Wales,6")
    assert 1 == len(totals("A,<5", "B,2", "Wales,7"))
    assert [] == totals("A,10", "B,10", "Wales,30", figures="rounded to the nearest 10")
    assert 1 == len(totals("A,10", "B,10", "Wales,40", figures="rounded to the nearest 10"))


def test_rows_that_are_no_totals() -> None:
    """An empty list of totals says that the author has looked."""
    rows = {"column": "Police force", "are": "place", "totals": []}
    assert () == read_text(FORCES + "Total Recall,1,2,3\n", rows=rows)[1]


def test_only_some_rows() -> None:
    """`only:` keeps some rows, and the dimension is then known to be incomplete; `names:` prints them otherwise."""
    rows = {"column": "Police force", "are": "place", "only": ["Gwent"], "names": {"gwent": "Gwent Police"}}
    made, problems = read_text(FORCES, rows=rows)
    assert () == problems
    assert (["Gwent Police"], False) == ([m.name for m in made.dimensions[0].members], made.dimensions[0].complete)


def test_names_in_a_second_column() -> None:
    """A row whose first name is blank is named by its second, as regions above their councils."""
    text = "Council,Region,2017/18,2018/19,2019/20\n,London,3,3,3\nCamden,London,3,3,3\n"
    rows = {"column": "Council", "or_column": "Region", "are": "place", "totals": ["London"]}
    made, problems = read_text(text, rows=rows)
    assert () == problems
    assert [("london", True), ("camden", False)] == [(m.id, m.total) for m in made.dimensions[0].members]


def merged(cells: dict[str, object], *spans: str) -> bytes:
    """A workbook of these cells, with merged ones laid over them."""
    refs = "".join(f'<mergeCell ref="{span}"/>' for span in spans).encode()
    after = b"</sheetData><mergeCells>" + refs + b"</mergeCells>"
    return books.edited(books.xlsx(**cells), books.SHEET, lambda xml: xml.replace(b"</sheetData>", after))


def test_merged_figures_are_diagnosed() -> None:
    """What merging hid is said to be merged, not blank."""
    cells: dict[str, object] = {"A1": "Police force", "B1": "2017/18", "C1": "2018/19", "D1": "2019/20"}
    cells |= {"A2": "Gwent", "B2": 1, "C2": 2, "D2": 3, "A3": "Powys", "B3": 4, "C3": None, "D3": 6}
    _, problems = dataset("forces", spec_of(file="forces.xlsx"), merged(cells, "B3:C3"))
    assert (["D027"], "C") == (codes_of(problems), problems[0].where and problems[0].where.column)


def test_merged_names_are_those_of_each_row() -> None:
    """A name that is merged over several rows names all of them."""
    cells: dict[str, object] = {"A1": "Force", "B1": "Age", "C1": "Count", "A2": "Gwent", "B2": "under 18", "C2": 1}
    cells |= {"B3": "over 18", "C3": 2, "A4": "Powys", "B4": "under 18", "C4": 3, "B5": "over 18", "C5": 4}
    rows = [{"column": "Force", "are": "place"}, {"column": "Age"}]
    spec = spec_of(file="forces.xlsx", rows=rows, years=None)
    made, problems = dataset("forces", spec, merged(cells, "A2:A3", "A4:A5"))
    assert made is not None
    assert () == problems
    assert 4 == made.cells["", "powys", "over_18"].value


def test_formula_errors_are_diagnosed() -> None:
    """A cell with an error is an error with its place, and missing with a reason once it is declared."""
    data = books.edited(
        books.xlsx(A1="Police force", B1="2017/18", A2="Gwent", B2=3),
        books.SHEET,
        lambda xml: xml.replace(b'<c r="B2" t="n"><v>3</v>', b'<c r="B2" t="e"><v>#REF!</v>'),
    )
    changes: dict[str, Any] = {"file": "forces.xlsx", "years": {"columns": "2017/18"}}
    _, problems = dataset("forces", spec_of(**changes), data)
    assert (["D026"], 2) == (codes_of(problems), problems[0].where and problems[0].where.row)
    made, problems = dataset("forces", spec_of(**changes, codes={"#REF!": "lost by the force"}), data)
    assert made is not None
    assert ((), "lost by the force") == (problems, made.cells["", "gwent", "2017/18"].reason)


def test_digest_is_of_file_and_description() -> None:
    """The same file and description have one digest; a change of either changes it."""
    digests = {
        read_text(FORCES)[0].digest,
        read_text(FORCES)[0].digest,
        read_text(FORCES + "\n")[0].digest,
        read_text(FORCES, notes="x")[0].digest,
    }
    assert 3 == len(digests)


def test_unlisted_sources() -> None:
    """Every source that is cited must be listed."""
    cells = [{"place": "gwent", "is": "revised", "source": "bbc_2018"}]
    file = DatasetsFile.model_validate(
        {"sources": {"bbc_2019": {"text": "BBC"}}, "forces": {**WIDE, "source": "itv", "cells": cells}}
    )
    problems = unlisted_sources(file)
    assert ["D048", "D048"] == codes_of(problems)
    assert [("forces", "source"), ("forces", "cells", 0, "source")] == [p.where and p.where.key for p in problems]
    assert 'did you mean "bbc_2019"?' == problems[1].help


def test_every_code_is_explained() -> None:
    """Each code of this family is registered and says why it matters and what to do."""
    for code in family.CODES:
        assert code == CODES[code.code]
        assert all((code.title, code.why, code.mend))
        assert code.title[0].islower()


@given(
    st.lists(st.lists(st.sampled_from(TEXTS) | st.text(max_size=4), max_size=7), max_size=6), st.sampled_from(SHAPES)
)
def test_any_table(rows: list[list[str]], changes: dict[str, Any]) -> None:
    """Whatever stands in a file, it is a dataset or a problem, and each combination has a value or a reason."""
    headings = ["Police force", "2017/18", "2018/19", "2019/20", "Gwent", "44", "Year"]
    text = "\n".join(",".join(row) for row in [headings, *rows])
    made, problems = dataset("forces", spec_of(**changes), text.encode("utf-8", "replace"))
    assert made is not None or errors(problems)
    if made is not None:
        sizes = [len(dimension.members) for dimension in made.dimensions]
        assert prod(sizes) * len(made.measures) == len(made.cells) or errors(problems)
        for cell in made.cells.values():
            assert (cell.value is None) == bool(cell.reason) == (cell.standing is Standing.MISSING)


@given(st.binary(max_size=300), st.sampled_from(["csv", "xlsx", "ods"]))
def test_any_bytes(data: bytes, suffix: str) -> None:
    """No bytes raise."""
    made, problems = dataset("forces", spec_of(file=f"forces.{suffix}"), data)
    assert made is not None or errors(problems)
