"""Every bad input is told once, at its place; the old PDF stays. `--regenerate` writes `expected.txt` anew."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from calling import Call, Outcome

from .change import Change, read_change
from .made import MADE

HERE = Path(__file__).parent
CASES = sorted(p.name for p in HERE.iterdir() if p.is_dir() and p.name not in ("base", "__pycache__"))
OLD = b"%PDF-1.7 the report as it was before"


def change_of(case: str) -> Change:
    """What the case changes in files of text."""
    path = HERE / case / "change.txt"
    return read_change(path.read_text(encoding="utf-8")) if path.exists() else Change()


def told(outcome: Outcome, project: Path) -> str:
    """Exit code and messages, the project's own path written as PROJECT."""
    words = (outcome.err + outcome.out).replace(str(project), "PROJECT")
    return f"exit code {outcome.exit_code}\n\n{words}"


@pytest.mark.parametrize("case", CASES)
def test_bad_input_is_told_and_leaves_the_old_report_alone(
    case: str, project: Path, call: Call, pytestconfig: pytest.Config
) -> None:
    """Exit code, message, old PDF and results.json are as the contract has them."""
    change = change_of(case)
    change.apply(project)
    if case in MADE:
        MADE[case](project)
    old = project / "build" / "bus-stops.pdf"
    if not old.parent.exists():
        old.parent.mkdir()
    if old.parent.is_dir() and not old.is_dir():
        old.write_bytes(OLD)
    verb, *options = change.arguments
    outcome = call(verb, *options, project)
    text = told(outcome, project)
    golden = HERE / case / "expected.txt"
    if pytestconfig.getoption("--regenerate"):
        golden.write_text(text, encoding="utf-8", newline="")
    assert golden.read_text(encoding="utf-8") == text
    assert "Traceback" not in text
    assert "internal error" not in text
    if old.is_file():
        assert (verb == "check" or outcome.exit_code != 0) == (old.read_bytes() == OLD)
    if old.parent.is_dir() and verb == "build":
        _results_agree(old.parent / "results.json", outcome)


def _results_agree(path: Path, outcome: Outcome) -> None:
    """results.json tells the same exit code and the same problems, in the same order."""
    results = json.loads(path.read_text(encoding="utf-8"))
    assert ("failed" if outcome.exit_code else "built") == results["outcome"]
    assert outcome.exit_code == results["exit_code"]
    printed = re.findall(r"^(?:error|warning|note)\[(\w+)\]", outcome.err, re.MULTILINE)
    apart = {(p["code"], p["message"], p["file"], p["help"], *p["notes"]): p["code"] for p in results["problems"]}
    assert printed == list(apart.values())  # the same slip of a file is printed once


def test_every_made_case_has_its_folder() -> None:
    """A case that is made by code is told somewhere."""
    assert set() == set(MADE) - set(CASES)


def test_the_base_project_builds_without_a_problem(project: Path, call: Call) -> None:
    """What the cases break is whole before."""
    outcome = call("build", "--strict", project)
    assert Outcome(0, f"{project}/build/bus-stops.pdf (5 pages)\n", "") == outcome
