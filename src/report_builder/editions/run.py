"""A run over many editions: what is to be done, done by workers and noted in the journal, and what came of it."""

from __future__ import annotations

import signal
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from types import FrameType

from msgspec import Struct
from msgspec.structs import replace

from report_builder.build import may_go_on
from report_builder.cache import Cache
from report_builder.editions import journal
from report_builder.editions.cluster import Cluster
from report_builder.editions.job import Job
from report_builder.editions.journal import Header, Journal, Line
from report_builder.editions.outcome import Outcome
from report_builder.editions.supervisor import Supervisor
from report_builder.editions.tables import write_tables
from report_builder.pipe.ahead import failing_at
from report_builder.pipe.edition import Edition, editions_of
from report_builder.problems import Problem, ReportError
from report_builder.problems.order import in_order
from report_builder.problems.render import to_json
from report_builder.project.history import list_releases
from report_builder.versions import TOOL, installed


class Plan(Struct, frozen=True):
    """`done` are editions whose files lie in the folder already, as the journal has them."""

    job: Job
    header: Header
    done: Mapping[Edition, Line]

    @property
    def todo(self) -> tuple[Edition, ...]:
        return tuple(e for e in self.header.editions if e not in self.done)

    def ahead(self) -> dict[Problem, tuple[Edition, ...]]:
        """The claims that hold for the report but not for some of its places, each with its editions."""
        assert self.job.prepared is not None
        return failing_at(self.job.prepared, self.todo)


class Told(Struct, frozen=True):
    """What came of a run: a line for each edition that was begun, all that was found, and what is left."""

    lines: Mapping[Edition, Line]
    problems: Mapping[Problem, Sequence[Edition]]
    left: tuple[Edition, ...]
    interrupted: bool = False

    @property
    def failed(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines.values() if line.failed)

    @property
    def exit_code(self) -> int:
        """0 where all are built; else that of the gravest cause, as of one edition alone."""
        return ReportError(self.problems).exit_code if self.failed or self.left else 0


def plan(job: Job, editions: tuple[Edition, ...], before: Journal | None = None) -> Plan:
    """What a run over `editions` has to do; less where `before` is the journal of a run over the same.

    ReportError where something is wrong with the project as a whole, and nothing can be built.
    """
    ready = job.ready()
    assert ready.prepared is not None
    if not may_go_on(ready.prepared.problems, job.draft):
        raise ReportError(in_order(ready.prepared.problems))
    if job.packing is not None:  # a pack is in one language
        editions = tuple(part for edition in editions for part in edition.parts)
    inputs = journal.inputs_of(ready.prepared.project.digests, f"{TOOL} {installed()}")
    told = (job.formats, job.draft, job.strict, editions, job.stage, job.packing)
    header = Header(inputs, *told, address=job.address)
    standing = before.standing(job.folder) if before is not None and before.header == header else {}
    return Plan(ready, header, {e: standing[e] for e in editions if e in standing})


def resumed(
    root: Path, folder: Path, cache: Cache, before: Journal, now: datetime | None = None, address: str = ""
) -> Plan:
    """What is left of the run that a journal tells of; all of it where the project, or `address`, is another now.

    Without an address the files go where that run put them.
    """
    header = before.header
    told = (header.formats, header.draft, header.strict)
    job = Job(root, folder, cache, *told, stage=header.stage, now=now)
    job = replace(job, address=address or header.address, packing=header.packing).ready()
    assert job.prepared is not None
    known = {part for edition in editions_of(job.prepared.project) for part in (edition, *edition.parts)}
    return plan(job, tuple(e for e in header.editions if e in known), before)


def run(plan: Plan, workers: int, fail_fast: bool, hear: Callable[[Outcome], None], scheduler: str = "") -> Told:
    """Makes what is to do, tells `hear` of each edition as it comes, and writes the tables of the whole run.

    The work is done by so many processes, or by the workers of a Dask `scheduler`.

    A first interrupt lets running editions finish; a second one raises KeyboardInterrupt.
    """
    job = plan.job
    lines = dict(plan.done)
    problems: dict[Problem, list[Edition]] = {}
    sources = job.prepared.project.files if job.prepared is not None else {}
    said = cache(lambda one: to_json(one, sources))  # most are of many editions
    with _shared(job) as shared:
        supervisor: Supervisor | Cluster
        if scheduler:
            supervisor = Cluster(shared, plan.todo, scheduler, plan.header.inputs, fail_fast)
        else:
            _preload(shared, plan.todo)
            supervisor = Supervisor(shared, plan.todo, workers, fail_fast)
        if not plan.done:
            journal.begin(job.folder, plan.header)
        with _interruptible(supervisor) as interrupts, closing(supervisor.run()) as outcomes:
            for outcome in outcomes:
                lines[outcome.edition] = journal.note(job.folder, outcome, said)
                for one in outcome.problems:
                    problems.setdefault(one, []).append(outcome.edition)
                hear(outcome)
    in_order_of_run = {e: lines[e] for e in plan.header.editions if e in lines}
    left = tuple(reversed(supervisor.todo))
    told = Told(in_order_of_run, problems, left, bool(interrupts))
    if job.prepared is not None and job.prepared.project.report.stage == "release" and in_order_of_run:
        list_releases(job.root)
    write_tables(job.folder, plan.header, in_order_of_run, left, told.exit_code)
    return told


@contextmanager
def _shared(job: Job) -> Iterator[Job]:
    """The job with a cache that its workers share, so that a chart of several editions is drawn once."""
    if job.cache.folder is not None:
        yield job
        return
    with tempfile.TemporaryDirectory() as folder:
        yield replace(job, cache=Cache(Path(folder)))


def _preload(job: Job, todo: tuple[Edition, ...]) -> None:
    """Loads what workers need before they are forked: what lays out pages, and what draws, where something is new."""
    import report_builder.pdf.write  # ReportLab takes 100 ms

    if todo and job.prepared is not None and not job.drawn(todo[0]):
        import report_builder.charts.record  # noqa: F401  # Matplotlib takes half a second


@contextmanager
def _interruptible(supervisor: Supervisor | Cluster) -> Iterator[list[int]]:
    """While it lasts, the first interrupt stops giving out work and is listed, and the second one is an interrupt."""
    interrupts: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield interrupts
        return

    def on_interrupt(number: int, frame: FrameType | None) -> None:
        if interrupts:
            raise KeyboardInterrupt
        interrupts.append(number)
        supervisor.stopping = True

    before = signal.signal(signal.SIGINT, on_interrupt)
    try:
        yield interrupts
    finally:
        signal.signal(signal.SIGINT, before)
