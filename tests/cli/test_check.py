"""`check`: everything that can be wrong, nothing written."""

from __future__ import annotations

import json
from pathlib import Path

from calling import Call


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
    """An empty list, and nothing else on standard output."""
    assert {"problems": []} == json.loads(call("check", "--format", "json", project).out)
