"""`build`: check, then write the PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from report_builder.cli import options

if TYPE_CHECKING:
    from report_builder.pipe.stage import Stage


@click.command("build")
@options.directory
@options.output
@options.editions("Build")
@options.many
@options.stages("Build")
@options.copies
@options.formats
@options.look
@options.strict
def command(
    directory: Path,
    output_dir: Path | None,
    chosen: options.Chosen,
    workers: int | None,
    progress: bool,
    scheduler: str,
    address: str,
    stage: Stage | None,
    copies: options.Copies,
    formats: tuple[str, ...],
    look: options.Look,
    strict: bool,
) -> int:
    """Check the project, then write build/SLUG.pdf, facts.json and results.json.

    With --edition, --lang or --all-editions: the editions of report/editions.yml, each on its own; a failing one stops
    none of the others.
    """
    if chosen:
        from report_builder.editions.threads import one_thread_each

        one_thread_each()
    from report_builder.cache import user_cache
    from report_builder.cli.clock import now

    folder = output_dir or directory / "build"
    copies.only_of_own(chosen)
    if scheduler and not chosen:
        raise click.UsageError("--scheduler is for a run over editions: add --all-editions.")
    options.with_scheduler(scheduler, address)
    if chosen:
        from report_builder.cli.many import How, build_many, cores
        from report_builder.editions.job import Job

        draft = stage == "draft"
        job = Job(directory, folder, user_cache(), formats, draft, strict, stage=stage, now=now(), address=address)
        return build_many(job, chosen.wanted, How(workers or cores(), progress, look, scheduler))
    from report_builder.cli.console import say
    from report_builder.cli.copies import wanted
    from report_builder.cli.results import build_into, lines_of
    from report_builder.cli.shown import show

    for_whom = wanted(*copies)
    result = build_into(directory, folder, user_cache(), stage == "draft", strict, formats, stage, now(), for_whom)
    show(result.problems, result.sources, look, directory)
    for line in lines_of(result, bool(for_whom.password)) if look.form == "human" and not look.quiet else ():
        say(line)
    return result.exit_code
