"""Long runs: what fails costs one edition, and what is killed goes on to the same bytes. All of it is really done."""

from __future__ import annotations

import csv
import json
import os
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from calling import Call

from .made import change, many_towns, with_editions
from .running import finish, reports, start

ALL = ("build", "--all-editions", "-j", "2", "-q")


def rows(out: Path) -> list[dict[str, str]]:
    """The rows of editions.csv."""
    with (out / "editions.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_edition_is_built_and_listed(call: Call, project: Path, tmp_path: Path) -> None:
    """A line for each, its files, and the two tables; built alone it has the same bytes."""
    many_towns(project, 3)
    out, alone = tmp_path / "out", tmp_path / "alone"
    outcome = call("build", "--all-editions", "-o", out, project)
    assert (0, "") == (outcome.exit_code, outcome.err)
    said = outcome.out.splitlines()
    assert "3 of 3 editions built" == said[-1]
    assert f"northtown, en-GB: {out / 'bus-stops-northtown-en-GB.pdf'} (4 pages)" in said
    files = {r["file"]: r for r in rows(out)}
    results = json.loads((out / "results.json").read_text(encoding="utf-8"))
    assert ("built", 0, 3) == (results["outcome"], results["exit_code"], len(results["editions"]))
    for name, checksum in reports(out).items():
        assert (checksum, str((out / name).stat().st_size)) == (files[name]["sha256"], files[name]["bytes"])
    assert 0 == call("build", "--edition", "southtown", "-o", alone, project).exit_code
    assert reports(alone).items() <= reports(out).items()
    assert 2 == len(reports(alone))


def test_editions_can_be_chosen(call: Call, project: Path) -> None:
    """By area and language; a word that names none is a mistake on the command line."""
    many_towns(project, 3)
    assert "northtown" in call("editions", "list", project).out
    wrong = call("build", "--edition", "nortown", project)
    assert (2, True) == (wrong.exit_code, 'did you mean "northtown"?' in wrong.err)
    assert 2 == call("build", "--lang", "de", project).exit_code
    assert 0 == call("build", "-q", "--edition", "northtown", "--lang", "en", project).exit_code
    assert ["bus-stops-northtown-en-GB.pdf"] == [p.name for p in (project / "build").glob("*.pdf")]


def test_a_claim_that_fails_at_one_place_is_told_first_and_stops_no_other(call: Call, project: Path) -> None:
    """Before anything is written; the summary says what failed and why, and the exit code is 1."""
    with_editions(project)
    outcome = call("build", "--all-editions", project)
    assert 1 == outcome.exit_code
    assert "2 editions with a claim that does not hold there:" == outcome.out.splitlines()[0]
    assert "in northtown, en-GB" in outcome.err
    assert "1 of 3 editions built" in outcome.out
    assert '  failed: northtown, en-GB: C012: "more than doubled" is not supported by growth[northtown]' in outcome.out
    assert 1 == outcome.err.count("not supported by growth[northtown]")
    results = json.loads((project / "build/results.json").read_text(encoding="utf-8"))
    told = {e["edition"]: e["problems"] for e in results["editions"]}
    assert ["C012"] == [p["code"] for p in told["northtown"] if p["severity"] == "error"]
    assert "report/sections/cover.md" == told["northtown"][0]["file"]
    assert 0 < told["northtown"][0]["line"]
    assert "growth[northtown]" in told["northtown"][0]["message"]
    assert [] == told["exampleshire"]
    failed = [r for r in rows(project / "build") if r["failed"]]
    assert ["northtown", "southtown"] == [r["edition"] for r in failed]
    assert 1 == call("editions", "status", project).exit_code


def test_check_tells_of_claims_that_fail_elsewhere(call: Call, project: Path) -> None:
    """With the editions in which they do; building the report's own edition alone is not kept from it."""
    with_editions(project)
    outcome = call("check", project)
    assert 1 == outcome.exit_code
    assert "= in northtown, en-GB" in outcome.err
    assert 0 == call("build", "-q", project).exit_code


def test_fail_fast_begins_nothing_after_the_first_failure(call: Call, project: Path) -> None:
    """What is not begun is listed."""
    with_editions(project)
    change(project, "report/sections/stops.md", "kind: trend", "kind: trend\nonly_for: [exampleshire]")
    change(project, "report/sections/stops.md", "{bare.period}", "{bare.period} {nothing}")
    outcome = call("build", "--all-editions", "--fail-fast", "-j", "1", project)
    assert 1 == outcome.exit_code
    assert "not begun: northtown, en-GB; southtown, en-GB" in outcome.out


def test_a_file_that_cannot_be_written_costs_one_edition(call: Call, project: Path) -> None:
    """A folder lies in its place."""
    many_towns(project, 3)
    (project / "build/bus-stops-northtown-en-GB.pdf").mkdir(parents=True)
    outcome = call("build", "--all-editions", project)
    assert 4 == outcome.exit_code
    assert "2 of 3 editions built" in outcome.out
    assert "failed: northtown, en-GB: X002:" in outcome.out


def test_a_full_disk_is_told_for_each_edition(call: Call, project: Path, tmp_path: Path) -> None:
    """A file system with room for one or two of three editions; nothing half written stays."""
    many_towns(project, 3)
    small = tmp_path / "small"
    small.mkdir()
    mount = shutil.which("mount")
    size = ["-t", "tmpfs", "-o", "size=128k", "tmpfs", str(small)]
    if mount is None or subprocess.run([mount, *size], capture_output=True, check=False).returncode:
        pytest.skip("no right to mount a small file system")
    try:
        outcome = call("build", "--all-editions", "-j", "1", "-o", small, project)
        assert 4 == outcome.exit_code
        assert "no space left on device" in outcome.out
        assert not [p for p in small.iterdir() if p.name.startswith(".")]
    finally:
        subprocess.run(["umount", str(small)], check=True)


def test_one_interrupt_lets_running_editions_finish(project: Path, tmp_path: Path) -> None:
    """The rest is listed, and resume goes on; the exit code is 130."""
    many_towns(project, 12)
    out, whole = tmp_path / "out", tmp_path / "whole"
    assert 0 == finish(start(project, whole, *ALL))[0]
    process = start(project, out, "build", "--all-editions", "-j", "1")
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    code, said, _ = finish(process)
    assert (130, True) == (code, "not begun:" in said)
    listed = rows(out)
    assert {"not begun", ""} == {r["failed"] for r in listed}
    assert 0 == finish(start(project, out, "editions", "resume", "-j", "2"))[0]
    assert reports(whole) == reports(out)
    assert 0 == finish(start(project, out, "editions", "status"))[0]


def test_a_second_interrupt_stops_now(project: Path, tmp_path: Path) -> None:
    """Nobody waits for what is running."""
    many_towns(project, 12)
    process = start(project, tmp_path / "out", "build", "--all-editions", "-j", "1")
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    assert 130 == finish(process)[0]


def killed_and_resumed(project: Path, out: Path, after: float) -> None:
    """A run killed with everything it started is gone on with until it is whole."""
    process = start(project, out, *ALL)
    time.sleep(after)
    os.killpg(process.pid, signal.SIGKILL)
    finish(process)
    code, _, err = finish(start(project, out, "editions", "resume", "-q"))
    if code == 2:  # it was killed before it noted what it was about to do
        code, _, err = finish(start(project, out, *ALL))
    assert (0, "") == (code, err)


def undisturbed(project: Path, out: Path) -> float:
    """Makes all editions of twelve towns; how many seconds that took."""
    many_towns(project, 12)
    begun = time.monotonic()
    assert 0 == finish(start(project, out, *ALL))[0]
    return time.monotonic() - begun


def test_a_run_killed_at_any_point_ends_with_the_same_bytes(project: Path, tmp_path: Path) -> None:
    """At three random points."""
    took = undisturbed(project, tmp_path / "whole")
    for i in range(3):
        killed_and_resumed(project, tmp_path / f"out{i}", random.uniform(0.3, 1.0) * took)
        assert reports(tmp_path / "whole") == reports(tmp_path / f"out{i}")


@pytest.mark.slow
def test_a_run_killed_at_twenty_points_ends_with_the_same_bytes(project: Path, tmp_path: Path) -> None:
    """At twenty points spread over the whole run, from its first instant to its last."""
    took = undisturbed(project, tmp_path / "whole")
    for i in range(20):
        killed_and_resumed(project, tmp_path / f"out{i}", took * (i + random.random()) / 20)
        assert reports(tmp_path / "whole") == reports(tmp_path / f"out{i}")


def test_resume_builds_all_again_where_the_project_has_changed(call: Call, project: Path) -> None:
    """Or where a file was changed or lost since, that one only."""
    many_towns(project, 3)
    assert 0 == call("build", "--all-editions", "-q", project).exit_code
    before = reports(project / "build")
    assert "3 of 3 editions built, 3 of them before" in call("editions", "resume", project).out
    (project / "build/bus-stops-northtown-en-GB.pdf").write_bytes(b"%PDF half")
    assert "changed or gone since it was built" in call("editions", "status", project).out
    assert "3 of 3 editions built, 2 of them before" in call("editions", "resume", project).out
    assert before == reports(project / "build")
    change(project, "report/report.yml", "publish: 2026-01-15", "publish: 2026-01-16")
    outcome = call("editions", "resume", project)
    assert "the project has changed since; every edition is built again" in outcome.out
    assert not before.items() & {k: v for k, v in reports(project / "build").items() if k.endswith(".pdf")}.items()


def test_a_journal_cut_short_is_read_as_far_as_it_goes(call: Call, project: Path) -> None:
    """A power cut may leave half a line."""
    many_towns(project, 3)
    assert 0 == call("build", "--all-editions", "-q", project).exit_code
    path = project / "build/journal.jsonl"
    path.write_text(path.read_text(encoding="utf-8")[:-40], encoding="utf-8")
    assert "3 of 3 editions built, 2 of them before" in call("editions", "resume", project).out
    path.write_text("{", encoding="utf-8")
    assert 2 == call("editions", "resume", project).exit_code


def test_what_is_wrong_with_the_whole_project_is_told_once(call: Call, project: Path) -> None:
    """Before any worker starts."""
    many_towns(project, 3)
    change(project, "report/facts.yml", "kind: rank", "kind: rnak")
    outcome = call("build", "--all-editions", project)
    assert (1, 1) == (outcome.exit_code, outcome.err.count("error["))
    assert not (project / "build").exists()
