"""What a worker of a cluster does: it prepares the project once, and makes the editions that it is given.

Imported only where there is a cluster: Dask takes 400 ms, and is an extra.
"""

from __future__ import annotations

from threading import Lock

import distributed
from distributed.diagnostics.plugin import WorkerPlugin
from msgspec.structs import replace

from report_builder.cache import user_cache
from report_builder.editions.job import Job
from report_builder.editions.journal import inputs_of
from report_builder.editions.outcome import Outcome
from report_builder.pipe.edition import Edition
from report_builder.problems import ReportError, problem
from report_builder.versions import TOOL, installed


class Worker(WorkerPlugin):  # type: ignore[misc]  # Dask is read without its types
    """A plugin of a Dask worker: the job, with the worker's own cache, and what the project must be made from."""

    def __init__(self, job: Job, inputs: str) -> None:
        self.job = job
        self.inputs = inputs

    def setup(self, worker: distributed.Worker) -> None:
        """Called in the worker, which may have several threads; the libraries that draw are made for one."""
        self.one_at_a_time = Lock()
        self.job = replace(self.job, cache=user_cache())

    def make(self, edition: Edition) -> Outcome:
        """What came of an edition; nothing is raised."""
        with self.one_at_a_time:
            try:
                self.job = self._ready()
            except ReportError as error:
                first = error.problems[0]
                return Outcome(edition, (), error.problems, 0.0, f"{first.code}: {first.message}")
            return self.job.do(edition)

    def _ready(self) -> Job:
        ready = self.job.ready()
        assert ready.prepared is not None
        seen = inputs_of(ready.prepared.project.digests, f"{TOOL} {installed()}")
        if seen != self.inputs:
            hint = f'let "{ready.root}" be the same shared folder, and install the same versions: {installed()}'
            message = "a worker sees another project, or has other libraries, than the machine that gives out the work"
            raise ReportError([problem("E054", message, help=hint)])
        return ready


def make(edition: Edition, plugin: str) -> Outcome:
    """The task that is sent to a worker."""
    worker: Worker = distributed.get_worker().plugins[plugin]
    return worker.make(edition)
