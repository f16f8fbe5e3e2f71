"""Files as publishers made them, read with a description and compared with figures worked out elsewhere."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from report_builder.problems import errors
from report_builder.tables.dataset import Dataset
from report_builder.tables.load import dataset
from report_builder.tables.spec import DatasetsFile

SHARED = Path(__file__).parents[2] / "../shared/data"
REGIONS = ("London", "East Midlands", "North East", "North West", "South East", "South West", "West Midlands")

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the folder ../shared/data is not there")


def read(folder: str, **description: Any) -> tuple[Dataset, dict[str, Any]]:
    """The dataset of a file, read without an error, and the folder's reference figures."""
    content = {"what": "x", "figures": "whole numbers, exact", "unit": "n", **description}
    spec = DatasetsFile.model_validate({"it": content}).datasets["it"]
    made, problems = dataset("it", spec, (SHARED / folder / spec.file).read_bytes())
    assert () == errors(problems)
    assert made is not None
    reference = SHARED / folder / "reference.json"
    return made, json.loads(reference.read_text("utf-8")) if reference.is_file() else {}


def added(made: Dataset, *chosen: str, measure: str = "", totals: bool = False) -> Fraction:
    """The sum over cells whose key has all of `chosen`, rows that are totals apart."""
    left_out = {m.id for d in made.dimensions for m in d.members if m.total is not totals and d.name != "year"}
    return sum(
        (c.value for k, c in made.cells.items()
         if k[0] == measure and set(chosen) <= set(k) and not left_out & set(k) and c.value is not None),
        Fraction(0),
    )  # fmt: skip


def test_grooming_outcomes() -> None:
    """Open data with a row for each force, quarter and outcome."""
    made, reference = read(
        "sexual-grooming-outcomes-2018-19",
        file="sexual_grooming_2018-19.csv",
        rows=[
            {"column": "force_name", "are": "place"},
            {"column": "financial_quarter", "are": "quarter"},
            {"column": "outcome_description", "are": "outcome"},
            {"column": "outcome_type", "are": "type"},
        ],
        years={"column": "financial_year", "run": "1 April to 31 March"},
        value="force_outcomes_for_offences_recorded_in_quarter",
        where={"offence_code": "88A", "offence_code_expired": "FALSE"},
        no_row="nil",
    )
    assert reference["forces"] == len(made.dimensions[0].members)
    assert reference["offences_E&W_2018-19_incl_BTP"] == added(made)
    assert reference["charged_or_summonsed"] == added(made, "charged_summonsed")
    assert list(reference["by_quarter"].values()) == [
        sum((c.value or 0 for k, c in made.cells.items() if k[2] == quarter), Fraction(0)) for quarter in "1234"
    ]
    assert reference["wales"]["Gwent"]["offences"] == added(made, "gwent")
    assert reference["small_number_forces_under_10"]["London, City of"] == added(made, "london_city_of")


def test_fuel_poverty() -> None:
    """Percentages that end in a space, and three measures."""
    made, reference = read(
        "fuel-poverty-constituency-2025",
        file="fuel-poverty-sub-regional-statistics-2025.csv",
        year="2023",
        rows={"column": "Parliamentary Constituency", "are": "place", "make_up": "England"},
        measures={
            "households": {"column": "Number of households"},
            "poor": {"column": "Number of households in fuel poverty"},
            "share": {
                "column": "Proportion of households fuel poor (%)", "unit": "percent", "figures": "one decimal place",
            },
        },
    )  # fmt: skip
    assert reference["rows"] == len(made.dimensions[0].members)
    assert (reference["households"], reference["fuel_poor"]) == (
        added(made, measure="households"),
        added(made, measure="poor"),
    )
    highest = {name: share for name, share, _ in reference["highest"]}
    assert highest["Birmingham Perry Barr"] == float(made.cells["share", "birmingham_perry_barr"].value or 0)


def test_library_issues() -> None:
    """A file whose lines end as on old Macs, with ten authorities that gave no figure for the second year."""
    made, reference = read(
        "libraries-2016",
        file="LibrariesBookBorrowing.csv",
        rows={"column": "Authority", "are": "place"},
        years={"columns": {"Book issues 2012": "2012", "Book issues 2014": "2014"}},
        codes={"blank": "no figure given"},
    )
    members = [m.id for m in made.dimensions[0].members]
    assert reference["borrowing_rows"] == len(members)
    both = [m for m in members if all(made.cells["", m, year].value is not None for year in ("2012", "2014"))]
    assert reference["rows_with_both_years"] == len(both)
    assert reference["issues_2012"] == sum(made.cells["", m, "2012"].value or 0 for m in both)
    assert reference["issues_2014"] == added(made, "2014")


def test_library_closures() -> None:
    """A code in 72 cells, and counts of staff with decimals."""
    made, reference = read(
        "libraries-2016",
        file="library_closures_BBC.csv",
        figures="exact",
        rows={"column": "Council", "are": "place"},
        measures={
            "before": {"column": "Paid staff 2010"},
            "now": {"column": "Paid staff now"},
            "closed": {"column": "Total libraries closed since 2010"},
        },
        codes={"Not available": "not available", "blank": "no figure given"},
    )
    assert reference["libraries_closed"] == added(made, measure="closed")
    both = [m.id for m in made.dimensions[0].members
            if all(made.cells[measure, m.id].value is not None for measure in ("before", "now"))]  # fmt: skip
    assert reference["paid_staff_now_comparable"] == float(sum(made.cells["now", m].value or 0 for m in both))


def test_rough_sleeping() -> None:
    """A workbook with headings in the fourth row, totals above their councils and notes below."""
    regions = [*REGIONS, "Rest of England", "East of England", "Yorkshire and The Humber"]
    made, reference = read(
        "rough-sleeping-2019",
        file="2019_Rough_Sleeping_Snapshot_Tables.xlsx",
        sheet="Table 1 Total",
        header_row="4",
        last_row="334",
        rows={
            "column": "Local authority", "or_column": "Region", "are": "place", "make_up": "England",
            "totals": ["England", *regions],
        },
        years={"columns": "2010 to 2019"},
    )  # fmt: skip
    councils = [member.id for member in made.dimensions[0].members if not member.total]
    assert reference["authorities"] == len(councils)
    assert reference["england_2019"] == made.cells["", "england", "2019"].value == added(made, "2019")
    assert reference["england_2010"] == made.cells["", "england", "2010"].value
    assert reference["region_2019"]["London"] == made.cells["", "london", "2019"].value
    assert reference["zero_2019"] == sum(made.cells["", council, "2019"].value == 0 for council in councils)


def test_use_of_force() -> None:
    """An ODS workbook of 19 sheets: total rows marked by an asterisk, years in a column."""
    others = ("England and Wales", "East of England", "Yorkshire and the Humber", "Wales")
    made, _ = read(
        "police-use-of-force-2018-19",
        file="police-use-of-force-apr2018-mar2019-hosb3319-tables.ods",
        sheet="Table_13",
        header_row="4",
        last_row="112",
        rows={
            "column": "Police force", "are": "place",
            "totals": [f"*Total {region}" for region in (*REGIONS, *others)],
        },
        years={"column": "Financial year", "run": "1 April to 31 March"},
        value="Total",
    )  # fmt: skip
    assert 16913 == made.cells["", "total_england_and_wales", "2017/18"].value
    assert {"2017/18", "2018/19"} == {member.id for member in made.dimensions[1].members}
