"""A Dask cluster of separate processes on this machine: the same bytes, whatever becomes of a worker."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dask
import pytest
from distributed import LocalCluster

from calling import Call
from report_builder.build import editions_of, load, prepare
from report_builder.cache import Cache
from report_builder.editions.cluster import Cluster
from report_builder.editions.job import Job
from report_builder.editions.journal import inputs_of
from report_builder.editions.outcome import Outcome, Written
from report_builder.pipe.edition import Edition
from report_builder.problems import Problem
from report_builder.versions import TOOL, installed

from .made import many_towns
from .running import reports

# a worker that starts or is killed closes its connections as it can
pytestmark = [pytest.mark.filterwarnings("ignore"), pytest.mark.slow]


class Doomed(Job, frozen=True):
    """A job whose worker is killed at Southtown: the first time, or every time."""

    always: bool = False

    def make(self, edition: Edition) -> tuple[tuple[Written, ...], tuple[Problem, ...]]:
        mark = self.folder.parent / "killed"
        if edition.area == "southtown" and (self.always or not mark.exists()):
            mark.write_text(str(os.getpid()), encoding="utf-8")
            os.kill(os.getpid(), signal.SIGKILL)
        return super().make(edition)


@pytest.fixture
def cluster() -> Iterator[Any]:
    """Two workers that are processes of their own; an edition is given up when three have died over it."""
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 2}),
        LocalCluster(processes=True, n_workers=2, threads_per_worker=1, dashboard_address=None) as made,
    ):
        yield made


def inputs(job: Job) -> str:
    """What the project of a job is made from."""
    ready = job.ready()
    assert ready.prepared is not None
    return inputs_of(ready.prepared.project.digests, f"{TOOL} {installed()}")


def outcomes(job: Job, address: str) -> dict[str, Outcome]:
    """What comes of every edition."""
    editions = editions_of(load(job.root))
    return {o.edition.area: o for o in Cluster(job, editions, address, inputs(job), False).run()}


def test_the_files_are_those_of_one_machine(cluster: Any, call: Call, project: Path, tmp_path: Path) -> None:
    """Byte for byte; `resume` finds nothing left to do, with the cluster or without."""
    many_towns(project, 6)
    here, there = tmp_path / "here", tmp_path / "there"
    assert 0 == call("build", "--all-editions", "-q", "-o", here, project).exit_code
    told = call("build", "--all-editions", "--scheduler", cluster.scheduler_address, "-o", there, project)
    assert (0, "") == (told.exit_code, told.err)
    assert "6 of 6 editions built" in told.out
    assert reports(here) == reports(there)
    assert "6 of 6 editions built, 6 of them before" in call("editions", "resume", "-o", there, project).out


def test_a_worker_that_is_killed_has_its_editions_made_by_another(cluster: Any, project: Path, tmp_path: Path) -> None:
    """While it makes one: nothing is lost, nothing fails."""
    many_towns(project, 12)
    job = Doomed(project, tmp_path / "out", Cache(), ("pdf",), False, False)
    found = outcomes(job, cluster.scheduler_address)
    assert (tmp_path / "killed").is_file()
    assert (12, []) == (len(found), [o.failed for o in found.values() if o.failed])
    alone = Job(project, tmp_path / "alone", Cache(), ("pdf",), False, False, prepare(load(project)))
    for edition in editions_of(load(project)):
        alone.do(edition)
    assert reports(tmp_path / "alone") == reports(tmp_path / "out")


def test_an_edition_that_kills_every_worker_is_given_up(cluster: Any, project: Path, tmp_path: Path) -> None:
    """E055, after three; the others are made."""
    many_towns(project, 6)
    found = outcomes(
        Doomed(project, tmp_path / "out", Cache(), ("pdf",), False, False, always=True), cluster.scheduler_address
    )
    assert ["E055"] == [p.code for p in found["southtown"].problems]
    assert {"southtown"} == {area for area, outcome in found.items() if outcome.failed}


def test_files_may_go_to_any_address(cluster: Any, call: Call, project: Path, tmp_path: Path) -> None:
    """The journal and the tables stay with whoever gave out the work."""
    many_towns(project, 3)
    far = tmp_path / "far away"
    arguments = ("--scheduler", cluster.scheduler_address, "--to", f"file://{far}", "-o", tmp_path / "out")
    assert 0 == call("build", "--all-editions", "-q", *arguments, project).exit_code
    assert 6 == len(reports(far))
    assert {"journal.jsonl", "editions.csv", "results.json"} == {p.name for p in (tmp_path / "out").iterdir()}
    before = reports(far)
    assert 0 == call("editions", "resume", "-q", *arguments, project).exit_code
    assert before == reports(far)


def test_a_worker_that_sees_another_project_makes_nothing(cluster: Any, project: Path, tmp_path: Path) -> None:
    """E054: its files would differ."""
    many_towns(project, 3)
    job = Job(project, tmp_path / "out", Cache(), ("pdf",), False, False)
    editions = editions_of(load(project))
    found = list(Cluster(job, editions, cluster.scheduler_address, "of another project", False).run())
    assert [["E054"]] * 3 == [[p.code for p in o.problems] for o in found]
    assert not (tmp_path / "out").exists()
