"""The supervisor: a worker that is killed, runs out of memory or fails costs the edition it was making."""

from __future__ import annotations

import os
import resource
import signal
from pathlib import Path

import pytest

from report_builder.build import editions_of, load, prepare
from report_builder.cache import Cache
from report_builder.editions.job import Job
from report_builder.editions.outcome import Outcome, Written
from report_builder.editions.supervisor import Supervisor
from report_builder.pipe.edition import Edition
from report_builder.problems import Problem

from .made import many_towns


class Doomed(Job, frozen=True):
    """A job whose worker comes to harm at Southtown."""

    harm: str = ""

    def make(self, edition: Edition) -> tuple[tuple[Written, ...], tuple[Problem, ...]]:
        if edition.area == "southtown":
            if self.harm == "killed":
                os.kill(os.getpid(), signal.SIGKILL)
            if self.harm == "ended":
                os._exit(3)
            if self.harm == "memory":
                resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
                bytearray(1 << 31)
        return super().make(edition)


def outcomes(project: Path, out: Path, harm: str, workers: int, method: str = "") -> dict[str, Outcome]:
    """What comes of the editions of six towns."""
    many_towns(project, 6)
    prepared = prepare(load(project))
    job = Doomed(project, out, Cache(), ("pdf",), False, False, prepared, harm=harm)
    found = Supervisor(job, editions_of(prepared.project), workers, method=method).run()
    return {outcome.edition.area: outcome for outcome in found}


@pytest.mark.parametrize("workers", [1, 2, 8])
@pytest.mark.parametrize(
    ("harm", "code", "said"),
    [
        ("killed", "E030", "was killed (SIGKILL)"),
        ("ended", "E030", "ended with exit code 3"),
        ("memory", "E031", "memory ran out"),
    ],
)
def test_a_lost_worker_costs_one_edition(
    project: Path, tmp_path: Path, harm: str, code: str, said: str, workers: int
) -> None:
    """Whatever became of it, the others are made."""
    found = outcomes(project, tmp_path / "out", harm, workers)
    assert 6 == len(found)
    assert {"southtown"} == {area for area, outcome in found.items() if outcome.failed}
    assert [code] == [p.code for p in found["southtown"].problems]
    assert said in found["southtown"].failed


def test_where_nothing_can_fork_each_worker_prepares_the_project(project: Path, tmp_path: Path) -> None:
    """The files are the same."""
    many = outcomes(project, tmp_path / "spawned", "", 2, "spawn")
    assert not [o.failed for o in many.values() if o.failed]
    job = Job(project, tmp_path / "forked", Cache(), ("pdf",), False, False, prepare(load(project)))
    alone = {e.area: job.do(e) for e in editions_of(load(project))}
    assert {a: o.files for a, o in alone.items()} == {a: o.files for a, o in many.items()}


@pytest.mark.parametrize(("method", "wanted"), [("fork", 3), ("spawn", 1)])
def test_a_worker_ends_after_many_editions(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str, wanted: int
) -> None:
    """Another one takes its place, so that no worker grows without end; where that costs little."""
    monkeypatch.setattr("report_builder.editions.supervisor._MOST_EACH", 2)
    many_towns(project, 6)
    prepared = prepare(load(project))
    job = Job(project, tmp_path / "out", Cache(), ("pdf",), False, False, prepared)
    supervisor = Supervisor(job, editions_of(prepared.project), 1, method=method)
    seen, made = set(), 0
    for outcome in supervisor.run():
        seen |= {worker.process.pid for worker in supervisor.live.values()}
        made += not outcome.failed
    assert (6, wanted) == (made, len(seen))
