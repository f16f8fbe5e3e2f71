"""The pack of a report's own edition: what is written, what is said of it, and the exit code."""

from __future__ import annotations

from report_builder.build import own_edition
from report_builder.cli.console import say
from report_builder.cli.options import Look
from report_builder.cli.shown import show
from report_builder.editions.job import Job
from report_builder.problems import ReportError
from report_builder.project.history import list_releases

LOCKED = "only the PDF is locked: the other files of the pack open without its password"


def pack_own(job: Job, look: Look) -> int:
    """Packs the report's own edition, and a copy for each recipient."""
    try:
        job = job.ready()
        assert job.prepared is not None
        project = job.prepared.project
    except ReportError as error:
        show(error.problems, getattr(error, "files", {}), look, job.root)
        return error.exit_code
    try:
        written, problems = job.make(own_edition(project))
        if project.report.stage == "release":
            list_releases(job.root)
    except ReportError as error:
        show(error.problems, project.files, look, job.root)
        return error.exit_code
    show(problems, project.files, look, job.root)
    if look.form == "human" and not look.quiet:
        for one in written:
            say(f"{job.folder / one.name} ({one.bytes / 1_000_000:.1f} MB)")
        if job.copies.password:
            say(LOCKED)
    return 0
