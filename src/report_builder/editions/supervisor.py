"""Worker processes that are watched: one that dies costs the edition it was making, and another takes its place.

A pipe to each worker; its end says that the worker is gone. (ProcessPoolExecutor loses everything that is pending when
one process is killed, and multiprocessing.Pool waits for it for ever.) Where processes can fork they start with the
project prepared and the libraries loaded; elsewhere each prepares the project once.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import signal
from collections.abc import Generator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from msgspec import Struct

from report_builder.editions.job import Job
from report_builder.editions.outcome import Outcome
from report_builder.pipe.edition import Edition
from report_builder.problems import problem

_MOST_EACH = 200  # editions; what a worker reads of the shared facts becomes its own, page by page, until it ends


class _Worker(Struct):
    process: BaseProcess
    doing: Edition | None
    made: int = 0


class Supervisor:
    """One run of a job over some editions. `stopping` is set from outside: what runs is finished, no more."""

    def __init__(
        self, job: Job, editions: Sequence[Edition], workers: int, fail_fast: bool = False, method: str = ""
    ) -> None:
        self.method = method or ("fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn")
        self.context = multiprocessing.get_context(self.method)
        self.job = job.ready() if self.method == "fork" else job.unprepared()
        self.todo = list(reversed(editions))
        self.workers = min(workers, len(editions))
        self.live: dict[Connection, _Worker] = {}
        self.fail_fast = fail_fast
        self.stopping = False

    def run(self) -> Generator[Outcome]:
        """The outcome of each edition as it comes. What is left undone when it stops is in `todo`."""
        gc.freeze()  # pages that are shared with the workers stay shared: no collection writes into them
        try:
            for _ in range(self.workers):
                self._start()
            while self.live:
                for connection in wait(list(self.live)):
                    assert isinstance(connection, Connection)
                    yield self._heard(connection)
        finally:
            gc.unfreeze()
            for worker in self.live.values():
                worker.process.kill()
                worker.process.join()

    def _heard(self, connection: Connection) -> Outcome:
        worker = self.live[connection]
        try:
            outcome: Outcome | None = connection.recv()
        except (EOFError, OSError):
            outcome = None
        self.stopping |= self.fail_fast and (outcome is None or bool(outcome.failed))
        if outcome is not None and not outcome.spent:
            worker.made += 1
            self._give(connection)
            return outcome
        self.live.pop(connection).process.join()
        connection.close()
        if self.todo and not self.stopping:
            self._start()
        return outcome or _lost(worker)

    def _start(self) -> None:
        ours, theirs = self.context.Pipe()
        inherited = (ours, *self.live) if self.method == "fork" else ()
        arguments: tuple[Any, ...] = (theirs, inherited, self.job)
        process: BaseProcess = self.context.Process(target=_work, args=arguments, daemon=True)  # type: ignore[attr-defined]  # BaseContext lacks it in typeshed
        process.start()
        theirs.close()
        self.live[ours] = _Worker(process, None)
        self._give(ours)

    def _give(self, connection: Connection) -> None:
        worker = self.live[connection]
        more = bool(self.todo) and not self.stopping
        ends = worker.made >= _MOST_EACH and self.method == "fork"  # elsewhere another would prepare the project again
        worker.doing = self.todo.pop() if more and not ends else None
        with contextlib.suppress(OSError):  # where it has died meanwhile, the end of its pipe says so
            connection.send(worker.doing)
        if worker.doing is None:
            self.live.pop(connection)
            worker.process.join()
            connection.close()
            if more:
                self._start()


def _work(connection: Connection, inherited: Sequence[Connection], job: Job) -> None:
    """A worker's life: editions until there are no more, or until the one who gives them is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the one who gives out the work
    for other in inherited:  # a pipe ends when nobody holds it open any more
        other.close()
    ready = job.ready()
    gc.disable()  # looking for garbage again and again while an edition is made took a tenth of its time
    try:
        while (edition := connection.recv()) is not None:
            outcome = ready.do(edition)
            connection.send(outcome)
            gc.collect()
            gc.freeze()  # what is left is kept for the next editions
            if outcome.spent:  # the memory that is left would not do for the next one either
                return
    except (EOFError, OSError):
        return


def _lost(worker: _Worker) -> Outcome:
    assert worker.doing is not None
    code = worker.process.exitcode or 0
    how = f"was killed ({signal.Signals(-code).name})" if code < 0 else f"ended with exit code {code}"
    hint = "where memory ran out, use fewer workers: -j 1"
    why = problem("E030", f'the worker that made "{worker.doing}" {how}', None, help=hint)
    return Outcome(worker.doing, (), (why,), 0.0, f"{why.code}: {why.message}")
