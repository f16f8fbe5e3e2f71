"""`check`: everything that can be wrong, nothing written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from calling import Call
from example import copy_of_example
from report_builder.problems import CODES


def _with(project: Path, file: str, old: str, new: str) -> None:
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_is_written(call: Call, project: Path) -> None:
    """Not even an empty folder."""
    before = sorted(project.rglob("*"))
    outcome = call("check", project)
    assert (0, "") == (outcome.exit_code, outcome.err)
    assert "5 pages: no problems" in outcome.out
    assert before == sorted(project.rglob("*"))


def test_a_warning_stops_a_strict_check_only(call: Call, project: Path) -> None:
    """Exit code 1, and the warning is called an error."""
    _with(project, "report/sections/reasons.md", "Of {asked}", "Of 412")
    plain, strict = call("check", project), call("check", "--strict", project)
    assert (0, 1) == (plain.exit_code, strict.exit_code)
    assert "warning[T040]" in plain.err
    assert "error[T040]" in strict.err


def test_quiet_leaves_errors_only(call: Call, project: Path) -> None:
    """A warning goes unsaid, an error does not."""
    _with(project, "report/sections/reasons.md", "Of {asked}", "Of 412")
    outcome = call("check", "-q", project)
    assert ("", "") == (outcome.out, outcome.err)
    _with(project, "report/sections/stops.md", "{bare.period}", "{bear.period}")
    outcome = call("check", "--quiet", project)
    assert outcome.err.startswith("error[F001]")
    assert outcome.err.endswith("\n1 error\n")


def test_problems_as_json_go_to_standard_output(call: Call, project: Path) -> None:
    """With line, column and the line itself; also where the project cannot be loaded at all."""
    _with(project, "report/report.yml", "publish: 2026-01-15", "publish: soon")
    outcome = call("check", "--format", "json", project)
    assert (1, "") == (outcome.exit_code, outcome.err)
    (problem,) = json.loads(outcome.out)["problems"]
    assert ("P025", "report/report.yml", 10, 10) == tuple(problem[k] for k in ("code", "file", "line", "column"))
    assert "publish: soon" == problem["source"]


def test_no_problems_as_json(call: Call, project: Path) -> None:
    """An empty list and what was accepted, and nothing else on standard output."""
    document = json.loads(call("check", "--format", "json", project).out)
    assert [] == document["problems"]
    assert ["growth"] == [a["fact"] for a in document["accepted"]]


def test_problems_stand_under_their_files(call: Call, project: Path) -> None:
    """Each file once with its tally, those with errors first; the last line counts problems and files."""
    _with(project, "report/sections/reasons.md", "Of {asked}", "Of 412")
    _with(project, "report/sections/stops.md", "{bare.period}", "{bear.period}")
    lines = call("check", project).err.splitlines()
    assert ["report/sections/stops.md: 1 error", "report/sections/reasons.md: 1 warning"] == [
        line for line in lines if line.startswith("report/")
    ]
    assert "1 error, 1 warning in 2 files" == lines[-1]


def test_the_same_slip_of_a_file_is_told_once(call: Call, project: Path) -> None:
    """With its other places; the tally counts every one of them."""
    text = (project / "report/sections/stops.md").read_text("utf-8")
    (project / "report/sections/stops.md").write_text(text + "\n{bear} and {bear}.\n\nSo {bear}.\n", "utf-8")
    err = call("check", project).err
    last = text.count("\n") + 4
    assert 1 == err.count('there is no fact named "bear"')
    assert f"   = the same at {last - 2}:12; {last}:4\n" in err
    assert "3 errors" in err


def test_what_was_accepted_is_listed_apart(call: Call, project: Path) -> None:
    """Which, why, by whom and when, on standard output; not with --quiet."""
    out = call("check", project).out
    assert out.startswith("accepted on record: 1\n  growth, part-year-base: ")
    assert "(A. Head, 20" in out
    assert "" == call("check", "-q", project).out


def test_a_difference_that_was_decided_is_accepted(call: Call, tmp_path: Path) -> None:
    """A published figure that is printed in spite of our own is listed with the reason given."""
    copy_of_example(tmp_path)
    assert "offences[wales, 2023/24], published-differs: the published figure is printed" in call("check", tmp_path).out


def test_fail_fast_shows_the_first_error_alone(call: Call, project: Path) -> None:
    """And says how many there are; the exit code is the same."""
    _with(project, "report/sections/reasons.md", "Of {asked}", "Of 412 and {askd}")
    _with(project, "report/sections/stops.md", "{bare.period}", "{bear.period}")
    outcome = call("check", "--fail-fast", project)
    assert (1, "") == (outcome.exit_code, outcome.out)
    assert 1 == outcome.err.count("error[F001]")
    assert outcome.err.endswith("\nthe first of 2 errors\n")


def test_verbose_says_why_once(call: Call, project: Path) -> None:
    """A code's reason stands with the first problem that has it."""
    _with(project, "report/sections/reasons.md", "Of {asked}", "Of 412 and 413")
    assert 1 == call("check", "-v", project).err.count(f"   = why: {CODES['T040'].why}")
    assert "= why:" not in call("check", project).err


def test_annotations_for_github(call: Call, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line each on standard output, the file as seen from where the command was started."""
    _with(project, "report/sections/reasons.md", "Of {asked}", "Of 412")
    monkeypatch.chdir(project.parent)
    outcome = call("check", "--format", "github", project)
    assert (0, "") == (outcome.exit_code, outcome.err)
    (line,) = outcome.out.splitlines()
    assert line.startswith(
        f"::warning file={project.name}/report/sections/reasons.md,line=6,col=4,endColumn=7,title=T040::"
    )


def test_an_area_that_no_data_are_about_is_told_before_its_edition_is_built(call: Call, project: Path) -> None:
    """By its id, as it is typed in editions.yml."""
    area = "    name: {0}\n    in: in {0}\n    of: of {0}\n"
    areas = f"  exampleshire:\n{area.format('Exampleshire')}  nortown:\n{area.format('Northtown')}"
    (project / "report" / "editions.yml").write_text(f"areas:\n{areas}languages: [en-GB]\n", "utf-8")
    outcome = call("check", project)
    assert (1, True) == (outcome.exit_code, 'error[P066]: no data are about "nortown"' in outcome.err)
    assert 'did you mean "northtown"?' in outcome.err
