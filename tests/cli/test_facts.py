"""`facts`: every fact, for people and for programs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from calling import Call


def test_the_table_has_every_fact_with_its_remark(call: Call, project: Path) -> None:
    """Under the label of its family."""
    outcome = call("facts", project)
    assert (0, "") == (outcome.exit_code, outcome.err)
    lines = outcome.out.splitlines()
    assert "bare: bus stops without a shelter (sum)" == lines[0]
    (southtown,) = [line for line in lines if "bare[southtown, 2023]" in line]
    assert southtown.endswith("Southtown: no reply")


def test_csv_has_one_row_a_fact(call: Call, project: Path) -> None:
    """A program reads it as it is."""
    rows = list(csv.DictReader(io.StringIO(call("facts", "--format", "csv", project).out)))
    assert {"fact", "figure", "unit", "place", "period", "remark"} <= set(rows[0])
    assert "177" == next(r["figure"] for r in rows if r["fact"] == "bare[exampleshire, 2025]")


def test_json_has_the_same_facts(call: Call, project: Path) -> None:
    """As in the ledger inside the PDF."""
    entries = json.loads(call("facts", "--format", "json", project).out)
    rows = list(csv.DictReader(io.StringIO(call("facts", "--format", "csv", project).out)))
    assert [r["fact"] for r in rows] == [e["id"] for e in entries]


def test_facts_that_can_be_computed_are_listed_beside_the_problem(call: Call, project: Path) -> None:
    """Exit code 1, and the rest all the same."""
    path = project / "data/asked.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("412", "many"), encoding="utf-8")
    outcome = call("facts", project)
    assert 1 == outcome.exit_code
    assert "error[D020]" in outcome.err
    assert "bare[northtown, 2025]" in outcome.out
