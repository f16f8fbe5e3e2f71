"""Many editions on the command line: which ones, what is said of each as it comes, and what came of them all."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

import click
from msgspec import Struct

from report_builder.cli.console import INTERRUPTED, say
from report_builder.cli.options import Look
from report_builder.cli.shown import show
from report_builder.editions.job import Job
from report_builder.editions.outcome import Outcome
from report_builder.editions.run import Plan, Told, plan, run
from report_builder.editions.selection import Wanted, chosen
from report_builder.pipe.ahead import listed, noted
from report_builder.pipe.edition import Edition, editions_of
from report_builder.problems import Problem, ReportError
from report_builder.problems.order import in_order


class How(Struct, frozen=True):
    """How a run is done and shown: workers at once, or whose workers; whether a bar may be drawn."""

    workers: int
    progress: bool
    look: Look
    scheduler: str = ""


def build_many(job: Job, wanted: Wanted, how: How) -> int:
    """Builds or packs the editions that are wanted. UsageError where there are none such."""
    ready = _ready(job, how)
    if isinstance(ready, int):
        return ready
    assert ready.prepared is not None
    found = chosen(editions_of(ready.prepared.project), wanted)
    if isinstance(found, str):
        raise click.UsageError(found)
    return carry_out(plan(ready, found), how)


def carry_out(work: Plan, how: How) -> int:
    """Does what a plan has to do, telling as it goes; the exit code."""
    assert work.job.prepared is not None
    project = work.job.prepared.project
    ahead = work.ahead()
    if ahead and how.look.form == "human":
        say(f"{_count(len({e for es in ahead.values() for e in es}))} with a claim that does not hold there:")
        show(_noted(ahead, len(work.todo)), project.files, how.look, project.root)
    told = _run(work, how)
    whole = len(work.header.editions)
    rest = {p: es for p, es in told.problems.items() if p not in ahead}
    show(_noted(rest, whole), project.files, how.look, project.root)
    if how.look.form == "human" and not how.look.quiet:
        _sum_up(told, work)
    return INTERRUPTED if told.interrupted else told.exit_code


def _ready(job: Job, how: How) -> Job | int:
    """The job with its project prepared; the exit code, its problems shown, where it cannot be loaded."""
    try:
        return job.ready()
    except ReportError as error:
        show(error.problems, getattr(error, "files", {}), how.look, job.root)
        return error.exit_code


def _run(work: Plan, how: How) -> Told:
    if not (how.progress and sys.stdout.isatty() and how.look.form == "human" and not how.look.quiet):
        lines = how.look.form == "human" and not how.look.quiet
        hear = _one_line(work.job.address.rstrip("/") or work.job.folder.as_posix()) if lines else lambda outcome: None
        return run(work, how.workers, how.look.fail_fast, hear, how.scheduler)
    with click.progressbar(length=len(work.todo), label="editions") as bar:
        return run(work, how.workers, how.look.fail_fast, lambda outcome: bar.update(1), how.scheduler)


class _one_line(Struct, frozen=True):
    """Says a line for each edition."""

    where: str

    def __call__(self, outcome: Outcome) -> None:
        if outcome.failed:
            say(f"{outcome.edition}: failed, {outcome.failed}")
            return
        pages = f" ({outcome.files[0].pages} pages)" if outcome.files[0].pages else ""
        say(f"{outcome.edition}: {self.where}/{outcome.files[0].name}{pages}")


def _noted(problems: Mapping[Problem, Sequence[Edition]], whole: int) -> tuple[Problem, ...]:
    """Each problem once, with the editions it is in where it is not in all of them."""
    return in_order(noted(p, editions) if len(editions) < whole else p for p, editions in problems.items())


def _sum_up(told: Told, work: Plan) -> None:
    built = len(told.lines) - len(told.failed)
    before = f", {len(work.done)} of them before" if work.done else ""
    done = "built" if work.job.packing is None else "packed"
    say(f"{built} of {_count(len(work.header.editions))} {done}{before}")
    for line in told.failed:
        say(f"  failed: {line.edition}: {line.failed}")
    if told.left:
        say(f"  not begun: {listed(told.left)}; go on with `report-builder editions resume`")


def _count(n: int) -> str:
    return f"{n} edition{'' if n == 1 else 's'}"


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
