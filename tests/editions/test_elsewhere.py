"""Files put at an address, and a cluster that is not there."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from calling import Call
from report_builder.editions.elsewhere import put
from report_builder.problems import ReportError

from .made import many_towns


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
