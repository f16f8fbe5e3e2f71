"""Files put at an address, and a cluster that is not there."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from calling import Call
from report_builder.build import editions_of
from report_builder.cache import Cache
from report_builder.editions.elsewhere import put
from report_builder.editions.job import Job
from report_builder.editions.journal import read
from report_builder.editions.run import plan, resumed, run
from report_builder.problems import ReportError

from .made import many_towns
from .running import reports


def test_a_file_put_twice_is_the_same_file(tmp_path: Path) -> None:
    """A task may run twice; nothing half written lies beside it."""
    for _ in range(2):
        put(f"file://{tmp_path}/out", {"a.pdf": b"%PDF", "a.facts.json": b"{}"})
    assert {"a.pdf": b"%PDF", "a.facts.json": b"{}"} == {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()}


@pytest.mark.parametrize("address", ["nowhere://bucket/folder", "file:///dev/null/folder"])
def test_an_address_that_cannot_be_written_says_why(address: str) -> None:
    """E056: a kind of address that nobody knows, a folder where none can be."""
    with pytest.raises(ReportError) as found:
        put(address, {"a.pdf": b"%PDF"})
    assert ["E056"] == [p.code for p in found.value.problems]


def test_a_scheduler_that_does_not_answer_is_told(call: Call, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """E053, and nothing is written."""
    many_towns(project, 3)
    monkeypatch.setattr("report_builder.editions.cluster._PATIENCE_SECONDS", 0.5)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    outcome = call("build", "--all-editions", "--scheduler", f"tcp://127.0.0.1:{port}", project)
    assert (4, True) == (outcome.exit_code, "error[E053]" in outcome.err)
    assert not (project / "build").exists()


def test_without_distributed_it_says_how_to_come_by_it(
    call: Call, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """E052, and nothing is written."""
    many_towns(project, 3)
    monkeypatch.setitem(sys.modules, "distributed", None)
    outcome = call("build", "--all-editions", "--scheduler", "tcp://127.0.0.1:8786", project)
    assert (4, True) == (outcome.exit_code, "error[E052]" in outcome.err)
    assert not (project / "build").exists()


def test_a_cluster_is_for_runs_over_editions(call: Call, project: Path) -> None:
    """And an address is for the workers of one."""
    assert 2 == call("build", "--scheduler", "tcp://127.0.0.1:8786", project).exit_code
    assert 2 == call("build", "--all-editions", "--to", "s3://bucket", project).exit_code


def test_a_run_that_wrote_elsewhere_is_gone_on_with_there(call: Call, project: Path, tmp_path: Path) -> None:
    """What lies at the address as it was written is not made again, what was spoilt or lost there is; by status too."""
    many_towns(project, 3)
    out, away, whole = tmp_path / "out", tmp_path / "away", tmp_path / "whole"
    assert 0 == call("build", "-q", "--all-editions", "-o", whole, project).exit_code
    job = Job(project, out, Cache(), ("pdf",), False, False, address=f"file://{away}").ready()
    assert job.prepared is not None
    told = run(plan(job, editions_of(job.prepared.project)), 1, False, lambda outcome: None)
    assert not told.failed
    assert reports(whole) == reports(away)
    (away / "bus-stops-northtown-en-GB.pdf").write_bytes(b"%PDF")
    (away / "bus-stops-southtown-en-GB.facts.json").unlink()
    status = call("editions", "status", "-o", out, project)
    assert (1, 2) == (status.exit_code, status.out.count("changed or gone since it was built"))
    again = call("editions", "resume", "-o", out, project)
    assert (0, True) == (again.exit_code, "3 of 3 editions built, 1 of them before" in again.out)
    assert reports(whole) == reports(away)
    assert not list(out.glob("*.pdf"))


def test_another_address_has_nothing_of_a_run_yet(project: Path, tmp_path: Path) -> None:
    """There everything is made."""
    many_towns(project, 3)
    job = Job(project, tmp_path / "out", Cache(), ("pdf",), False, False, address=f"file://{tmp_path}/a").ready()
    assert job.prepared is not None
    run(plan(job, editions_of(job.prepared.project)), 1, False, lambda outcome: None)
    before = read(tmp_path / "out")
    assert before is not None
    assert 0 == len(resumed(project, tmp_path / "out", Cache(), before).todo)
    assert 3 == len(resumed(project, tmp_path / "out", Cache(), before, address=f"file://{tmp_path}/b").todo)
