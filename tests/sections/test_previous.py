"""A release is read beside the one before it: the next year's figures of the founding story (549 after 554)."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from report_builder.build import account, check, load
from report_builder.cache import Cache
from report_builder.facts.ledger import Ledger, read, to_bytes
from report_builder.problems import Problem, ReportError

FACTS = """\
offences:
  label: offences
  kind: value
  data: wales
  each: [year]
  place: Wales

growth:
  label: offences compared with the first year
  kind: ratio
  of: offences
  from: first
  to: latest
"""
DATASETS = """\
sources:
  page:
    text: A page, 2025

wales:
  file: wales.csv
  value: Offences
  what: Offences recorded in Wales
  source: page
  figures: whole numbers, exact
  unit: offences
  place: Wales
  years:
    column: Year
    run: 1 April to 31 March
"""
REPORT = """\
title: Offences in Wales
slug: offences
place: Wales
brand: assets/brand
publisher:
  name: Example
publish: {publish}
sections:
  - cover
  - summary
contact:
  name: Example
"""
SUMMARY = """\
---
kind: summary
---
# The summary

Police recorded {offences} offences in {offences.period}. They have [risen](claim:growth) since {growth.from}.
"""
YEAR_BEFORE = {"2017/18": 274, "2022/23": 500, "2023/24": 554}
NEXT_YEAR = {"2017/18": 274, "2024/25": 549}
LEDGER = "data/last-year.json"


def write(root: Path, years: dict[str, int], headline: str, publish: str, previous: str = "") -> Path:
    """A report on the offences of some years, under a headline."""
    sections = root / "report" / "sections"
    rows = "\n".join(("Year,Offences", *(f"{year},{n}" for year, n in years.items())))
    files = {
        "data/wales.csv": rows + "\n",
        "data/datasets.yml": DATASETS,
        "report/facts.yml": FACTS,
        "report/report.yml": REPORT.format(publish=publish) + (f"previous_release: {previous}\n" if previous else ""),
        "report/sections/cover.md": f"---\nkind: cover\nhero: offences\n---\n# {headline}\n",
        "report/sections/summary.md": SUMMARY,
    }
    for name in ("asks.yml", "quotes.yml", "approvals.yml"):
        (root / "report" / name).unlink(missing_ok=True)
    for file in sections.iterdir():
        file.unlink()
    for name, text in files.items():
        (root / name).write_text(text, "utf-8")
    return root


@pytest.fixture
def report(project: Path) -> Path:
    """A project folder in which the ledger of the year before lies."""
    ledger = account(load(write(project, YEAR_BEFORE, "Offences in Wales", "2024-11-01"), Cache()))
    (project / LEDGER).write_bytes(to_bytes(ledger))
    return project


def found(root: Path) -> list[Problem]:
    try:
        return [p for p in check(load(root, Cache())).problems if p.code.startswith("R")]
    except ReportError as error:
        return list(error.problems)


def next_year(report: Path, headline: str = "Offences in Wales", years: dict[str, int] = NEXT_YEAR) -> list[Problem]:
    return found(write(report, years, headline, "2025-11-13", LEDGER))


@pytest.mark.parametrize(
    "headline",
    [
        "Record levels of offences in Wales",
        "Offences in Wales at a record high",
        "Offences in Wales are the highest ever",
        "Offences {place:in} reach an all-time high: {offences}",
    ],
)
def test_record_that_is_none(report: Path, headline: str) -> None:
    """549 under a "record levels" headline, after 554: an error that names both, the gap and the per cent."""
    (problem,) = (p for p in next_year(report, headline) if p.code == "R002")

    assert "is not so: offences were 554 in 2023/24 and 549 in 2024/25" in problem.message
    assert "that is 5 fewer, −0.9 per cent" in problem.notes
    assert problem.where is not None
    assert "report/sections/cover.md" == problem.where.file


def test_record_that_is_one(report: Path) -> None:
    """A figure above all that were printed before may be called a record."""
    assert [] == next_year(report, "Record levels of offences in Wales", {"2017/18": 274, "2024/25": 555})


def test_recorded_is_no_record(report: Path) -> None:
    """Recorded offences, and a record that someone keeps, are no records."""
    assert "R002" not in [p.code for p in next_year(report, "Offences recorded in Wales go on record")]


def test_low_that_is_none(report: Path) -> None:
    """A lowest level is checked against the lowest printed before."""
    years = {"2022/23": 500, "2024/25": 700}

    assert ["R002"] == [p.code for p in next_year(report, "Offences at their lowest level", years)]


def test_with_other_mistakes(report: Path) -> None:
    """A record that is none is told together with whatever else is wrong, not after it."""
    problems = check(load(write(report, NEXT_YEAR, "Record levels: {nothing}", "2025-11-13", LEDGER), Cache())).problems

    assert {"F001", "R002"} <= {p.code for p in problems}


def test_rise_that_is_a_fall(report: Path) -> None:
    """A rise since 2017/18 that is a fall since the figure printed last time is a warning, once."""
    (problem,) = next_year(report)

    assert ("R003", "warning") == (problem.code, problem.severity)
    assert '"risen" since 2017/18, but offences were 554 in 2023/24 and 549 in 2024/25' == problem.message


def test_rise_on_both(report: Path) -> None:
    """A rise since the first year and since the last release is no problem."""
    assert [] == next_year(report, years={"2017/18": 274, "2024/25": 700})


def test_contradiction(report: Path) -> None:
    """Another figure for a year that the earlier release printed is a warning at the fact, with both."""
    problems = next_year(report, years={"2017/18": 280, "2024/25": 700})

    assert ["R001"] == [p.code for p in problems]
    assert '"offences[2017/18]" is 280, and the release of 2024-11-01 printed 274' == problems[0].message


def test_declared_revision(report: Path) -> None:
    """A figure that is declared revised contradicts nothing."""
    write(report, {"2017/18": 280, "2024/25": 700}, "Offences in Wales", "2025-11-13", LEDGER)
    path = report / "data" / "datasets.yml"
    path.write_text(DATASETS + "  cells:\n    - year: 2017/18\n      is: revised\n      note: Counted again.\n")

    assert [] == found(report)


def test_what_was_never_printed_contradicts_nothing(report: Path) -> None:
    """A figure that the earlier release held and did not print can be another now."""
    before = read((report / LEDGER).read_bytes())
    assert isinstance(before, Ledger)
    quiet = tuple(replace(f, printed=()) for f in before.facts)
    (report / LEDGER).write_bytes(to_bytes(replace(before, facts=quiet)))

    assert [] == next_year(report, years={"2017/18": 275, "2024/25": 700})


@pytest.mark.parametrize("text", ["", "{}", "%PDF-1.7", '{"ledger": 9, "facts": []}'])
def test_no_ledger(report: Path, text: str) -> None:
    """A previous release that is no ledger is told at its key."""
    (report / LEDGER).write_text(text)

    assert ["R004"] == [p.code for p in next_year(report)]


def test_no_such_file(report: Path) -> None:
    """A previous release that is not there is told as any other missing file, and nothing else follows."""
    (report / LEDGER).unlink()
    write(report, NEXT_YEAR, "Offences in Wales", "2025-11-13", LEDGER)

    assert ["P050"] == [p.code for p in load(report, Cache()).problems]


def test_not_earlier(report: Path) -> None:
    """A previous release of the same day or later is a warning."""
    problems = found(write(report, YEAR_BEFORE, "Offences in Wales", "2024-11-01", LEDGER))

    assert ["R005"] == [p.code for p in problems]


def test_outside_the_folder(report: Path) -> None:
    """An earlier ledger outside the project folder is not read."""
    write(report, NEXT_YEAR, "Offences in Wales", "2025-11-13", "../last-year.json")

    assert ["P051"] == [p.code for p in load(report, Cache()).problems]
