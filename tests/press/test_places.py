"""The printed figures of a report place by place."""

from __future__ import annotations

import re
from pathlib import Path

from press.made import composed
from report_builder.build import load, own_edition, prepare, view_of
from report_builder.docx.text import plain_text
from report_builder.facts.ledger import Ledger
from report_builder.press.places import place_tables, places_sheet
from report_builder.press.sheet import Number, Sheet
from report_builder.sections.compose import Composed, compose
from report_builder.sections.ledger import ledger_of
from report_builder.sections.view import View


def of(project: Path) -> tuple[View, Composed, Ledger]:
    """The view, document and ledger of a project."""
    prepared = prepare(load(project))
    view, _ = view_of(prepared, own_edition(prepared.project))
    made = compose(view)
    return view, made, ledger_of(view, made)


def read(view: View, made: Composed, ledger: Ledger) -> dict[str, str]:
    """What the sheet says, place by place."""
    sheet = places_sheet(view, made.document, ledger)
    assert sheet is not None
    text = plain_text(sheet).decode().replace("\r\n", "\n")
    parts = [part for part in text.split("\n\n") if part]
    places = [part for part in parts if part.isupper() and "DRAFT" not in part]
    return {place: text.partition(f"\n\n{place}\n\n")[2].partition("\n\n")[0] for place in places} | {"": text}


def tables(view: View, made: Composed, ledger: Ledger) -> list[Sheet]:
    """The tables for the workbook."""
    return list(place_tables(view, made.document, ledger))


def without(project: Path, *kinds: str) -> None:
    """Takes blocks of these kinds out of the section on the places."""
    section = project / "report/sections/stops.md"
    text = section.read_text("utf-8")
    for kind in kinds:
        text = re.sub(rf"```{kind}\n.*?```\n", "", text, flags=re.DOTALL)
    section.write_text(text, "utf-8")


def test_each_place_has_its_printed_figures_and_what_goes_with_them() -> None:
    """The published side of a total, no zero where there is no figure, the part year and the doubt said."""
    said = read(*composed())
    assert ["DYFED-POWYS", "GWENT", "NORTH WALES", "SOUTH WALES", "WALES", ""] == list(said)
    assert said["SOUTH WALES"].endswith("2021/22: 166; 2022/23: no figure; 2023/24: 333")
    assert said["WALES"].endswith("2023/24: 554")
    assert "Dyfed-Powys’s figure for 2017/18 covers six of 12 months." in said[""]
    assert "Gwent’s figure for 2023/24 is in doubt." in said[""]


def test_what_a_table_of_the_report_shows_is_not_in_the_workbook_twice() -> None:
    """The example prints all of it in a table."""
    assert [] == tables(*composed())


def test_a_family_without_a_table_has_one_in_the_workbook(project: Path) -> None:
    """A row a place, a column a year, numbers as numbers."""
    without(project, "table")
    (sheet,) = tables(*of(project))
    assert ("Place", "2022", "2023", "2024", "2025") == sheet.head
    row = next(row for row in sheet.rows if row[0] == "Northtown")
    assert "72" == (row[-1].plain if isinstance(row[-1], Number) else row[-1])


def test_a_withheld_count_stays_withheld(project: Path) -> None:
    """In the sheet and in the table."""
    data = project / "data/datasets.yml"
    text = data.read_text("utf-8")
    data.write_text(text.replace("\nstops:\n", "\nstops:\n  protect:\n    smaller_than: 15\n"), "utf-8")
    without(project, "table")
    made = of(project)
    assert "2022: [c]" in read(*made)["WESTBRIDGE"]
    assert "withheld to protect people" in read(*made)[""]
    (sheet,) = tables(*made)
    assert "[c]" in next(row for row in sheet.rows if row[0] == "Westbridge")


def test_a_figure_that_is_not_printed_is_not_given(project: Path) -> None:
    """Nobody has signed it; of one place alone there is no sheet."""
    without(project, "table", "chart")
    view, made, ledger = of(project)
    assert [] == tables(view, made, ledger)
    assert places_sheet(view, made.document, ledger) is None
