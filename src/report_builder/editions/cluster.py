"""The work on editions handed to a Dask cluster: what a lost worker had is done again elsewhere.

Every worker prepares the project once, from the folder that it shares with us; a worker that sees other files, or has
other libraries, makes nothing, because its bytes would differ. An edition may be made twice: both times it is the same
file, put in its place whole.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from report_builder.editions.job import Job
from report_builder.editions.outcome import Outcome
from report_builder.pipe.edition import Edition
from report_builder.problems import ReportError, problem
from report_builder.versions import adding

if TYPE_CHECKING:
    from distributed import Client, Future, as_completed

_PATIENCE_SECONDS = 30  # for a scheduler to answer, and for its first worker to come
_AHEAD = 2  # editions given out for each that can be made at once: a worker never waits, and little is lost with one


class Cluster:
    """One run of a job over some editions, by the workers of a scheduler. `stopping` and `todo` as of a Supervisor."""

    def __init__(self, job: Job, editions: Sequence[Edition], address: str, inputs: str, fail_fast: bool) -> None:
        """ReportError E052 where the libraries are missing, E053 where there is nobody to do the work."""
        self.client = _client(address)
        self.todo = list(reversed(editions))
        self.fail_fast = fail_fast
        self.stopping = False
        self.plugin = f"report_builder {inputs}"
        from report_builder.editions.worker import Worker  # it imports Dask, which is there if we have come so far

        away = replace(job.unprepared(), root=job.root.resolve(), folder=job.folder.resolve())
        self.client.register_plugin(Worker(away, inputs), name=self.plugin)

    def run(self) -> Generator[Outcome]:
        """The outcome of each edition as it comes. What is left undone when it stops is in `todo`."""
        from distributed import as_completed

        from report_builder.editions.worker import make

        with self.client as client:
            doing: dict[Future, Edition] = {}
            suspects: list[Edition] = []
            coming = as_completed(loop=client.loop, raise_errors=False)
            try:
                self._give(doing, coming)
                for future in coming:
                    edition = doing.pop(future)
                    if _was_killed(future):
                        suspects.append(edition)
                    else:
                        yield self._heard(future, edition)
                    self._give(doing, coming)
                # Dask blames a death on everything that lay with the worker: by itself each shows who it was
                for edition in suspects:
                    yield self._heard(client.submit(make, edition, self.plugin, pure=False), edition)
            finally:
                client.cancel(list(doing))
                client.unregister_worker_plugin(self.plugin)

    def _heard(self, future: Future, edition: Edition) -> Outcome:
        outcome = _outcome(future, edition)
        self.stopping |= self.fail_fast and bool(outcome.failed)
        return outcome

    def _give(self, doing: dict[Future, Edition], coming: as_completed) -> None:
        """Gives out as many editions as keep every worker busy: a million of them never lie with the scheduler."""
        from report_builder.editions.worker import make

        room = _AHEAD * max(1, sum(self.client.ncores().values()))
        while self.todo and not self.stopping and len(doing) < room:
            edition = self.todo.pop()
            future = self.client.submit(make, edition, self.plugin, pure=False)
            doing[future] = edition
            coming.add(future)


def _client(address: str) -> Client:
    try:
        from distributed import Client  # an extra; it takes 400 ms
    except ImportError as error:
        raise ReportError(
            [problem("E052", "distributed, which --scheduler needs, is not installed", help=adding("cluster"))]
        ) from error
    try:
        client = Client(address, timeout=_PATIENCE_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        hint = "give the address that `dask scheduler` prints, as tcp://10.0.0.5:8786"
        why = problem("E053", f'no Dask scheduler answers at "{address}"', None, str(error), help=hint)
        raise ReportError([why]) from error
    try:
        client.wait_for_workers(1, _PATIENCE_SECONDS)
    except TimeoutError as error:
        client.close()
        hint = f"start some on each machine: dask worker {address} --nthreads 1"
        raise ReportError([problem("E053", f'the scheduler at "{address}" has no workers', None, help=hint)]) from error
    return client


def _outcome(future: Future, edition: Edition) -> Outcome:
    """What came of an edition when it is done, or why nothing did: those who made it died, again and again."""
    error = future.exception()
    if error is None:
        outcome: Outcome = future.result()
        return outcome
    message = f'the workers that made "{edition}" died one after the other'
    if not _was_killed(future):
        message = f'"{edition}" could not be handed to a worker: {type(error).__name__}: {error}'
    why = problem("E055", message, help="where memory ran out, give each worker more, and one thread")
    return Outcome(edition, (), (why,), 0.0, f"{why.code}: {why.message}")


def _was_killed(future: Future) -> bool:
    """Whether too many workers died while it lay with them."""
    from distributed import KilledWorker

    return future.status == "error" and isinstance(future.exception(), KilledWorker)
