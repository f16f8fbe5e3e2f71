"""Hundreds of editions from files as publishers made them, read where they lie; the four small forces nowhere."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterable
from pathlib import Path

import openpyxl
import pytest

from report_builder.tables.ids import make_id
from tables.shared_data import FOLDER, REASON

from .running import finish, start

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not FOLDER.is_dir(), reason=REASON)]

GROOMING = FOLDER / "sexual-grooming-outcomes-2018-19/sexual_grooming_2018-19.csv"
SLEEPING = FOLDER / "rough-sleeping-2019/2019_Rough_Sleeping_Snapshot_Tables.xlsx"
FUEL = FOLDER / "fuel-poverty-constituency-2025/fuel-poverty-sub-regional-statistics-2025.csv"
MEMBERS = FOLDER / "ref-constituencies-2024/current-MPs.csv"
SMALL = ("london_city_of", "north_yorkshire", "wiltshire")  # the fourth, the railway force, has no edition

REPORT = """title: {title} {{place:in}}
slug: {slug}
place: {place}
brand: assets/brand
publisher: {{name: An example}}
publish: 2026-01-15
sections: [cover, figures, method, sources]
contact: {{name: An example, email: press@example.org}}
"""
COVER = """---
kind: cover
hero: {hero}
---
# {title} {{place:in}}

An example, built to see that it can be built.
"""
COUNT = "{name}:\n  label: {label}\n  kind: sum\n  data: counts\n  each: [{each}]\n{more}"
PLACE_OF = "rank:\n  label: place in the order\n  kind: rank\n  of: {of}\n  item: here\n  among: place\n"
BESIDE = (
    "middle:\n  label: the median force\n  kind: middle\n  of: offences\n  among: place\n"
    "beside:\n  label: beside the median force\n  kind: ratio\n  of: offences[here]\n  against: middle\n"
)
SOURCES = "sources:\n  page:\n    text: The publisher's own table\n\n"


def made(project: Path, texts: dict[str, str], data: Path, areas: Iterable[tuple[str, ...]]) -> Path:
    """The small project with other words, data and areas."""
    for name in ("asks.yml", "quotes.yml", "approvals.yml"):
        (project / "report" / name).unlink()
    shutil.rmtree(project / "report/sections")
    (project / "report/sections").mkdir()
    for name, text in texts.items():
        (project / name).write_text(text, encoding="utf-8")
    for name in ("method", "sources"):
        (project / f"report/sections/{name}.md").write_text(f"---\nkind: {name}\n---\n", encoding="utf-8")
    shutil.copy(data, project / "data")
    with (project / "data/areas.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(areas)
    (project / "report/editions.yml").write_text("areas: ../data/areas.csv\nlanguages: [en-GB]\n", encoding="utf-8")
    return project


def built(project: Path, out: Path) -> list[dict[str, object]]:
    """What results.json says of a run over every edition, none of which failed."""
    code, said, err = finish(start(project, out, "build", "--all-editions", "-j", "2", cache=out / "cache"))
    assert 0 == code, (said[-2000:], err[-4000:])
    results = json.loads((out / "results.json").read_text(encoding="utf-8"))
    found: list[dict[str, object]] = results["editions"]
    return found


def words(of: str, name: str) -> dict[str, str]:
    """The words of a report on one count."""
    return {
        "report/sections/cover.md": COVER.format(hero=of, title=name),
        "report/report.yml": REPORT.format(title=name, slug=of, place="England"),
    }


def test_forty_three_forces_without_the_small_ones(project: Path, tmp_path: Path) -> None:
    """No edition prints a count below ten, or says it by another number, a place in the order or beside the median."""
    with GROOMING.open(encoding="utf-8-sig", newline="") as file:
        names = sorted({row["force_name"] for row in csv.DictReader(file)} - {"British Transport Police"})
    areas = [(make_id(n), n, f"in the {n} area", f"of {n}") for n in names]
    dataset = (
        "counts:\n  file: sexual_grooming_2018-19.csv\n  what: Offences of sexual grooming recorded by the police\n"
        "  publisher: Home Office\n  source: page\n  figures: whole numbers, exact\n  unit: offences\n  year: 2018/19\n"
        "  rows:\n    - {column: force_name, are: place, make_up: England and Wales}\n"
        "    - {column: financial_quarter, are: quarter}\n  same_row: added\n  no_row: nil\n"
        "  value: force_outcomes_for_offences_recorded_in_quarter\n  protect: {smaller_than: 10}\n"
    )
    texts = words("offences", "Grooming offences recorded") | {
        "report/facts.yml": COUNT.format(name="offences", label="offences recorded", each="place", more="")
        + PLACE_OF.format(of="offences")
        + BESIDE,
        "data/datasets.yml": SOURCES + dataset,
        "report/sections/place.md": (
            "---\nkind: prose\nneeds: [rank, beside]\n---\n# Where this force stands\n\n"
            "The {offences} offences recorded {place:in} are {rank:phrase} of {rank.among}, and {beside:phrase}.\n"
        ),
        "report/sections/figures.md": (
            "---\nkind: prose\n---\n# What each force recorded\n\nFigures of every force follow.\n\n"
            "```table\nfact: offences\ndown: place\ntotal: computed\nhighlight: here\n```\n"
        ),
    }
    report = texts["report/report.yml"].replace("place: England", "place: England and Wales")
    texts["report/report.yml"] = report.replace("figures, method", "figures, place, method")
    project = made(project, texts, GROOMING, [("id", "name", "in", "of"), *areas])
    found = built(project, tmp_path / "out")
    assert 43 == len(found)
    for edition in found:
        ledger = tmp_path / "out" / f"offences-{edition['edition']}-en-GB.facts.json"
        told = {f["id"]: f["value"] for f in json.loads(ledger.read_text(encoding="utf-8"))["facts"]}
        assert {None} == {told[f"offences[{small}]"] for small in (*SMALL, "british_transport_police")}
        assert "5838" == str(told["offences[england_and_wales]"])
        assert "36" == str(told["offences[gwent]"])
        small = edition["edition"] in SMALL
        said = [told.get(f"{name}[{edition['edition']}]") for name in ("rank", "beside")]
        assert [small, small] == [value is None for value in said], edition
    problems = [e["problems"] for e in found]
    assert 3 == len([some for some in problems if isinstance(some, list) and len(some) == 3])  # no number, no place


def test_the_councils_of_the_rough_sleeping_workbook(project: Path, tmp_path: Path) -> None:
    """Three hundred and seventeen of them, each with its place in the order."""
    sheet = openpyxl.load_workbook(SLEEPING)["Table 1 Total"]
    rows = [[str(cell or "").strip() for cell in row[:5]] for row in sheet.iter_rows(5, 334, values_only=True)]
    heads = [str(cell or "").strip() for cell in next(sheet.iter_rows(4, 4, max_col=5, values_only=True))]
    at = heads.index("Local authority")
    names = [row[at] for row in rows if row[at]]
    areas = [(make_id(n), n, f"in {n}", f"of {n}") for n in names]
    entry = (Path(__file__).parents[1] / "tables/shared/rough-sleeping-2019.yml").read_text("utf-8").split("\n\n")[0]
    texts = words("people", "People sleeping rough") | {
        "report/facts.yml": COUNT.format(name="people", label="people sleeping rough", each="place, year", more="")
        + PLACE_OF.format(of="people"),
        "data/datasets.yml": SOURCES + entry.replace("people:", "counts:", 1) + "\n  source: page\n",
        "report/sections/figures.md": (
            "---\nkind: trend\nneeds: rank\n---\n# How many sleep rough\n\n"
            "{people} people slept rough {place:in} on one night "
            "in {people.period}. Its place among the councils: {rank}.\n\n```chart\ndraw: columns\nfact: people\n"
            "across: year\ntitle: People sleeping rough {place:in}\n```\n"
        ),
    }
    project = made(project, texts, SLEEPING, [("id", "name", "in", "of"), *areas])
    found = built(project, tmp_path / "out")
    assert 317 == len(found)
    assert {"built"} == {e["outcome"] for e in found}


def test_the_constituencies_with_their_members(project: Path, tmp_path: Path) -> None:
    """Five hundred and forty-three, each naming its member of parliament."""
    with MEMBERS.open(encoding="utf-8-sig", newline="") as file:
        members = {row["PCON24CD"]: row["MP"] for row in csv.DictReader(file)}
    with FUEL.open(encoding="utf-8-sig", newline="") as file:
        rows = [r for r in csv.DictReader(file) if r["Parliamentary Constituency Code"].startswith("E14")]
    names = [(r["Parliamentary Constituency"], members[r["Parliamentary Constituency Code"]]) for r in rows]
    areas = [(make_id(n), n, f"in {n}", f"of {n}", mp) for n, mp in names]
    entry = (Path(__file__).parents[1] / "tables/shared/fuel-poverty-constituency-2025.yml").read_text("utf-8")
    texts = words("poor", "Homes in fuel poverty") | {
        "report/facts.yml": COUNT.format(
            name="poor", label="households in fuel poverty", each="place", more="  column: poor\n"
        )
        + PLACE_OF.format(of="poor"),
        "data/datasets.yml": SOURCES + entry.replace("fuel_poverty:", "counts:", 1).rstrip() + "\n  source: page\n",
        "report/sections/figures.md": (
            "---\nkind: prose\n---\n# Who can change it\n\n{poor} households {place:in} are in fuel poverty. "
            "{area.mp} represents the people {place:of}. Its place among the constituencies: {rank}.\n"
        ),
    }
    project = made(project, texts, FUEL, [("id", "name", "in", "of", "mp"), *areas])
    found = built(project, tmp_path / "out")
    assert 543 == len(found)
    assert {"built"} == {e["outcome"] for e in found}
