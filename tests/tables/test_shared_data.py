"""Files as publishers made them give the figures that were worked out elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import pytest

from report_builder.tables.dataset import Dataset, Member
from tables.shared_data import DESCRIBED, FOLDER, REASON, ids, read, reference

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason=REASON)

EV, FUEL, LIBRARIES = "ev-charging-constituency-2025", "fuel-poverty-constituency-2025", "libraries-2016"
FORCE, SLEEPING, GROOMING = "police-use-of-force-2018-19", "rough-sleeping-2019", "sexual-grooming-outcomes-2018-19"


def rows(made: Dataset, dimension: int = 0, totals: bool = False) -> list[Member]:
    """The members of a dimension that are totals, or that are not."""
    return [member for member in made.dimensions[dimension].members if member.total is totals]


def added(made: Dataset, *chosen: str, measure: str = "") -> Fraction:
    """The sum over cells whose key has all of `chosen`, rows that are totals apart."""
    totals = {m.id for d in made.dimensions for m in d.members if m.total}
    keys = (k for k in made.cells if k[0] == measure and set(chosen) <= set(k) and not totals & set(k) - set(chosen))
    return sum((made.cells[key].value or Fraction(0) for key in keys), Fraction(0))


def largest(made: Dataset, members: Iterable[Member], count: int, *rest: str) -> list[list[object]]:
    """Names and figures of the members with the most, in order."""
    found = [(made.cells["", member.id, *rest].value or Fraction(0), member.name) for member in members]
    return [[name, figure] for figure, name in sorted(found, key=lambda pair: -pair[0])[:count]]


def percent(part: Fraction, whole: Fraction) -> float:
    """A share as the reference rounds it."""
    return round(float(part / whole * 100), 1)


@pytest.mark.parametrize("path", DESCRIBED, ids=lambda path: path.stem)
def test_every_described_file_is_read(path: Path) -> None:
    """Each description gives its datasets, without an error, and every cell has a figure or a reason."""
    for id in ids(path):
        for cell in read(path.stem, id).cells.values():
            assert (cell.value is None) == bool(cell.reason)


def test_charging_points() -> None:
    """Notes glued to a month and to names, a code in most cells, and three nations among their constituencies."""
    made, figures = read(EV, "chargers"), reference(EV)
    assert figures["constituency_rows"] == len(rows(made))
    assert figures["nation_rows_mixed_in"] == [member.name for member in rows(made, totals=True)]
    assert figures["rows"] == len(made.dimensions[0].members)
    assert figures["uk_Jan-25_constituencies_only"] == added(made, "2025-01")
    assert figures["largest_constituencies_Jan-25"] == largest(made, rows(made), 3, "2025-01")
    assert figures["largest_latest"] == largest(made, made.dimensions[0].members, 3, "2025-01")
    assert figures["x_cells"] == sum(cell.text == "[x]" for cell in made.cells.values())
    months = [member.id for member in made.dimensions[1].members]
    by_month = [[c.value for (_, _, month), c in made.cells.items() if month == m and c.value] for m in months]
    assert list(figures["total_by_period"].values()) == [sum(values) for values in by_month]
    assert list(figures["n_numeric_by_period"].values()) == [len(values) for values in by_month]
    assert "boundaries of July 2024; notes 12 and 14 of the release" == made.cells["", "aldershot", "2024-10"].note


def test_fuel_poverty() -> None:
    """Percentages that end in a space, three measures, and regions that constituencies lie within."""
    made, figures = read(FUEL, "fuel_poverty"), reference(FUEL)
    assert figures["rows"] == len(rows(made))
    poor, all_households = added(made, measure="poor"), added(made, measure="households")
    assert (figures["households"], figures["fuel_poor"]) == (all_households, poor)
    assert figures["england_pct"] == percent(poor, all_households)
    shares = {member.name: made.cells["share", member.id].value for member in rows(made)}
    assert all(share == float(shares[name] or 0) for name, share, _ in figures["highest"])
    assert all(share == float(shares[name] or 0) for name, share in figures["lowest"])
    for region, share in figures["by_region_pct"].items():
        inside = [m.id for m in rows(made) if m.part_of == region.casefold().replace(" ", "_")]
        some, every = (sum(made.cells[m, id].value or 0 for id in inside) for m in ("poor", "households"))
        assert share == percent(Fraction(some), Fraction(every))


def test_library_issues() -> None:
    """A file whose lines end as on old Macs, with ten authorities that gave no figure for the second year."""
    made, figures = read(LIBRARIES, "borrowing"), reference(LIBRARIES)
    assert figures["borrowing_rows"] == len(rows(made))
    both = [m.id for m in rows(made) if all(made.cells["", m.id, y].value is not None for y in ("2012", "2014"))]
    assert figures["rows_with_both_years"] == len(both)
    first = sum((made.cells["", id, "2012"].value or 0 for id in both), Fraction(0))
    assert (figures["issues_2012"], figures["issues_2014"]) == (first, added(made, "2014"))
    assert figures["change_pct"] == round(float((added(made, "2014") / first - 1) * 100), 1)
    naive = added(made, "2014") / added(made, "2012")
    assert figures["naive_change_pct_with_missing"] == round(float((naive - 1) * 100), 1)


def test_library_closures() -> None:
    """A code in 72 cells of the file, a name with an asterisk, and counts of staff with decimals."""
    made, figures = read(LIBRARIES, "closures"), reference(LIBRARIES)
    assert figures["closures_rows"] == len(rows(made))
    assert figures["libraries_closed"] == added(made, measure="closed")
    staff = ("staff_before", "staff_now")
    both = [m.id for m in rows(made) if all(made.cells[s, m.id].value is not None for s in staff)]
    before, now = (sum((made.cells[s, id].value or 0 for id in both), Fraction(0)) for s in staff)
    assert figures["paid_staff_2010_comparable"] == pytest.approx(float(before))
    assert figures["paid_staff_now_comparable"] == pytest.approx(float(now))
    assert figures["staff_change_pct"] == round(float((now / before - 1) * 100), 1)
    cell = made.cells["closed", "rhondda_cynon_taf"]
    assert (14, "see the notes of the data unit") == (cell.value and int(cell.value), cell.note)
    closed = {name.rstrip("*"): count for name, count in figures["most_closed"]}
    assert closed["Hampshire"] == made.cells["closed", "hampshire"].value


def test_rough_sleeping() -> None:
    """A workbook with headings in the fourth row, totals above their councils and notes below."""
    made, figures = read(SLEEPING, "people"), reference(SLEEPING)
    assert (figures["authorities"], 11) == (len(rows(made)), len(rows(made, totals=True)))
    england = {year: made.cells["", "england", year].value for year in ("2010", "2018", "2019")}
    assert [figures[f"england_{year}"] for year in england] == list(england.values())
    assert figures["sum_of_authorities_2019"] == added(made, "2019") == england["2019"]
    assert figures["naive_column_sum_2019"] == sum(c.value or 0 for k, c in made.cells.items() if k[2] == "2019")
    named = {member.name: made.cells["", member.id, "2019"].value for member in rows(made, totals=True)}
    assert figures["region_2019"] == {name: named[name] for name in figures["region_2019"]}
    assert figures["largest_2019"] == largest(made, rows(made), 5, "2019")
    assert figures["zero_2019"] == sum(made.cells["", m.id, "2019"].value == 0 for m in rows(made))
    for name, rise in figures["biggest_rise_2018_19"]:
        id = next(m.id for m in rows(made) if m.name == name)
        assert rise == (made.cells["", id, "2019"].value or 0) - (made.cells["", id, "2018"].value or 0)


def test_rough_sleeping_by_gender() -> None:
    """Two rows of headings, the upper one merged: years over genders, and a total among these."""
    made = read(SLEEPING, "gender")
    assert ["place", "gender", "year"] == [dimension.name for dimension in made.dimensions]
    assert reference(SLEEPING)["england_2019"] == made.cells["", "england", "total", "2019"].value
    assert 614 == made.cells["", "england", "female", "2019"].value == added(made, "female", "2019")


def test_rough_sleeping_otherwise() -> None:
    """Years under one of two merged headings, names that are counted, and a small file of regions."""
    assert reference(SLEEPING)["england_2019"] == added(read(SLEEPING, "funded_areas"), "2019")
    assert reference(SLEEPING)["authorities"] == added(read(SLEEPING, "approach"))
    assert reference(SLEEPING)["england_2019"] == added(read(SLEEPING, "regions"), "2019")


def test_use_of_force() -> None:
    """An ODS workbook: nested totals, headings in three separate rows, and names that are given once for three rows."""
    incidents = read(FORCE, "incidents")
    assert 427725 == added(incidents) == incidents.cells["", "total_england_and_wales"].value
    tasers = read(FORCE, "tasers")
    assert 16913 == tasers.cells["", "total_england_and_wales", "total", "2017/18"].value
    ages = read(FORCE, "tactics_by_age")
    whole = ("", "total_excluding_not_reported_and_tactical_communication", "total_tactics")
    assert 630793 == ages.cells[*whole, "number_of_times_tactic_reported"].value
    assert 853 == ages.cells[*whole, "under_11_years"].value
    officers = read(FORCE, "injuries_to_officers")
    assert 427725 == added(officers, "total_incidents")
    assert 20190 == added(officers, "minor")
    assert 9641 == officers.cells["", "yes", "no", "total_incidents"].value
    subjects = read(FORCE, "injuries_to_subjects")
    assert 427725 == subjects.cells["", "total_incidents", "total_incidents"].value
    assert 24314 == added(subjects, "minor")


def test_reference_tables() -> None:
    """Names are counted, and populations are read out of headings that hold a year."""
    assert 650 == added(read("ref-constituencies-2024", "members")) == added(read("ref-constituencies-2024", "names"))
    printed = read("ref-police-forces", "population_as_printed")
    assert 100 == printed.measures[0].step
    assert 8908100 == printed.cells["", "metropolitan_police", "2018/19"].value
    assert "too few residents for rates" == printed.cells["", "city_of_london", "2018/19"].reason


def test_grooming_outcomes() -> None:
    """Open data with several rows for a force, quarter and outcome, which are added up; rates by its population."""
    made, figures = read(GROOMING, "grooming"), reference(GROOMING)
    offences = {member.name: added(made, member.id) for member in rows(made)}
    assert figures["forces"] == len(offences)
    assert figures["offences_E&W_2018-19_incl_BTP"] == added(made)
    assert figures["offences_43_forces"] == added(made) - offences["British Transport Police"]
    by_quarter = {q: sum((c.value or 0 for k, c in made.cells.items() if k[2] == q), Fraction(0)) for q in "1234"}
    assert figures["by_quarter"] == by_quarter
    types = ("0", "1", "18")
    outcomes = {o: sum((c.value or 0 for k, c in made.cells.items() if k[3] == o), Fraction(0)) for o in types}
    assert figures["charged_or_summonsed"] == outcomes["1"]
    assert figures["charge_pct"] == percent(Fraction(outcomes["1"]), added(made))
    assert (figures["no_suspect_identified"], figures["not_yet_assigned"]) == (outcomes["18"], outcomes["0"])
    assert figures["largest"] == {name: offences[name] for name in figures["largest"]}
    small = {name: count for name, count in offences.items() if count < 10}
    assert figures["small_number_forces_under_10"] == small
    residents = read("ref-police-forces", "population_as_printed")
    population = {m.name.replace("City of London", "London, City of"): m for m in rows(residents)}
    for name, rate in (figures["highest_rate_per_100k"] | figures["lowest_rate_per_100k"]).items():
        people = residents.cells["", population[name].id, "2018/19"].value
        assert people is not None
        assert rate == round(float(offences[name] / people * 100_000), 1)
    for region, count in figures["region_totals"].items():
        inside = [name for name, m in population.items() if m.part_of == region.casefold().replace(" ", "_")]
        assert count == sum(offences[name] for name in inside)
    assert figures["wales"]["Gwent"]["offences"] == offences["Gwent"]
