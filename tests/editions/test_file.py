"""`report/editions.yml`: what it may hold, and what is said where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_builder.build import load
from report_builder.problems import Problem

from .made import EDITIONS, with_editions


def problems_of(project: Path) -> list[Problem]:
    """What is wrong with the project's editions."""
    return [p for p in load(project).problems if p.where and p.where.file == "report/editions.yml"]


def test_a_file_without_a_fault(project: Path) -> None:
    """Nothing is said of it."""
    assert [] == problems_of(with_editions(project))


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("en-GB]", 'en-GB]\nfile_name: "../{area}"', "E002", '"../exampleshire" cannot be the name of a file'),
        ("en-GB]", 'en-GB]\nfile_name: "{slug}-{aera}"', "E002", '`file_name:` holds "{aera}", which nobody knows'),
        ("en-GB]", 'en-GB]\nfile_name: "{slug}-{"', "E002", '`file_name:` holds "{?}", which nobody knows'),
        ("en-GB]", 'en-GB]\nfile_name: "{slug}"', "E003", None),
        ("en-GB]", "en-GB, en-GB]", "E003", '"en-GB" is listed twice'),
        ("en-GB]", "en-GB, fr]", "P064", 'the tool does not write "fr" yet'),
        ("part_of: exampleshire", "part_of: exempleshire", "E004", '"exempleshire" is not one of the areas'),
        ("name: Southtown", "name: {cy: Trefdde}", "E005", '"southtown" has no `name` in en-GB'),
        ("mayor: B. Mayor", "leave_out: [raesons]", "E006", '"raesons" is not a section of the report'),
        ("    mayor: B. Mayor\n", "", "E007", '"northtown" has no "mayor", which other areas have'),
        ("    name: Northtown\n", "", "P021", None),
        ("  northtown:", "  North town:", "P024", None),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_place(project: Path, old: str, new: str, code: str, message: str | None) -> None:
    """Each mistake once, with its code."""
    assert old in EDITIONS
    found = problems_of(with_editions(project, EDITIONS.replace(old, new)))
    assert code in [p.code for p in found], found
    if message is not None:
        assert message in [p.message for p in found]


ROW = "exampleshire,Exampleshire,in Exampleshire,of Exampleshire,Swydd,yn y Swydd,y Swydd,A. Mayor\n"
TABLE = f"id,name,in,of,name cy,in cy,of cy,mayor\n{ROW}"


def test_areas_may_be_kept_in_a_table(project: Path) -> None:
    """With a column for each phrase and language, and any others for the text."""
    (project / "data/areas.csv").write_text(TABLE, encoding="utf-8")
    with_editions(project, "areas: ../data/areas.csv\nlanguages: [en-GB]\n")
    made = load(project).editions
    assert made is not None
    area = made.areas["exampleshire"]
    assert ("A. Mayor", "in Exampleshire") == (area.columns("en-GB")["mayor"], area.in_)
    with_editions(project, "areas: ../data/areas.csv\nlanguages: [en-GB, cy]\n")
    made = load(project).editions
    assert made is not None
    assert {"en-GB": "in Exampleshire", "cy": "yn y Swydd"} == made.areas["exampleshire"].in_


@pytest.mark.parametrize(
    ("table", "code"),
    [(TABLE.replace("id,", "code,"), "E001"), (TABLE + ROW, "E001"), (TABLE + ",No id", "E001"), (None, "P050")],
)
def test_a_table_that_cannot_be_used(project: Path, table: str | None, code: str) -> None:
    """Where the entry names it."""
    if table is not None:
        (project / "data/areas.csv").write_text(table, encoding="utf-8")
    found = problems_of(with_editions(project, "areas: ../data/areas.csv\nlanguages: [en-GB]\n"))
    assert [code] == [p.code for p in found][:1]
    outside = problems_of(with_editions(project, "areas: ../../areas.csv\nlanguages: [en-GB]\n"))
    assert ["P051"] == [p.code for p in outside]
