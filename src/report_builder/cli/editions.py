"""`editions`: list them, say how they stand, go on with a run."""

from __future__ import annotations

from pathlib import Path

import click

from report_builder.cli import options


@click.group("editions")
def command() -> None:
    """List the editions of a report, say which are built, or go on with a run that was stopped."""


@command.command("list")
@options.directory
def listed(directory: Path) -> int:
    """List every edition: area, language, and the name of its files."""
    from report_builder.build import editions_of, load
    from report_builder.cache import user_cache
    from report_builder.cli.console import say

    for edition in editions_of(load(directory, user_cache())):
        say(f"{edition.area:<24} {edition.languages:<8} {edition.name}")
    return 0


@command.command("status")
@options.directory
@options.output
def status(directory: Path, output_dir: Path | None) -> int:
    """Say of each edition of the last run whether it is built, failed, or was not begun."""
    from report_builder.cli.console import say
    from report_builder.editions import journal

    folder = output_dir or directory / "build"
    found = journal.read(folder)
    if found is None:
        raise click.UsageError(f"no run over editions is noted in {folder}; report-builder build --all-editions")
    standing = found.standing(folder)
    for edition in found.header.editions:
        line = found.lines.get(edition)
        if edition in standing:
            said = "built"
        elif line is None:
            said = "not begun"
        else:
            said = f"failed, {line.failed}" if line.failed else "changed or gone since it was built"
        say(f"{edition}: {said}")
    return 0 if len(standing) == len(found.header.editions) else 1


@command.command("resume")
@options.directory
@options.output
@options.many
@options.look
def resume(
    directory: Path,
    output_dir: Path | None,
    workers: int | None,
    progress: bool,
    scheduler: str,
    address: str,
    look: options.Look,
) -> int:
    """Go on with the last run: build what is left of it and what failed; the files are those of a run never stopped."""
    from report_builder.cli.console import say
    from report_builder.editions.threads import one_thread_each

    one_thread_each()
    from report_builder.cache import user_cache
    from report_builder.cli.clock import now
    from report_builder.cli.many import How, carry_out, cores
    from report_builder.editions import journal
    from report_builder.editions.run import resumed

    options.with_scheduler(scheduler, address)
    folder = output_dir or directory / "build"
    before = journal.read(folder)
    if before is None:
        raise click.UsageError(f"no run over editions is noted in {folder}; report-builder build --all-editions")
    work = resumed(directory, folder, user_cache(), before, now(), address)
    if work.header.inputs != before.header.inputs and not look.quiet:
        say("the project has changed since; every edition is built again")
    return carry_out(work, How(workers or cores(), progress, look, scheduler))


@command.command("translated")
@options.directory
@click.option("--lang", "code", required=True, metavar="CODE", help="The language that was translated into.")
@click.option("--reviewed-by", default="", metavar="NAME", help="Who has read it beside the first language.")
def translated(directory: Path, code: str, reviewed_by: str) -> int:
    """Record that every translation there is is one of the words as they stand today; and who reviewed it."""
    from report_builder.build import load
    from report_builder.cache import user_cache
    from report_builder.cli.console import say
    from report_builder.output import write_whole
    from report_builder.pipe.translations import record_of
    from report_builder.project.overlay import RECORD

    project = load(directory, user_cache())
    overlay = project.overlays.get(code)
    if overlay is None:
        known = ", ".join(project.overlays) or "none; add it to `languages:` in report/editions.yml"
        raise click.UsageError(f'there is no translation into "{code}"; there is {known}')
    text = record_of(project, overlay, reviewed_by)
    say(str(write_whole(directory / overlay.folder, RECORD, text.encode())))
    return 0
