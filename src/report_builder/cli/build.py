"""`build`: check, then write the PDF."""

from __future__ import annotations

from pathlib import Path

import click

from report_builder.cli import options


@click.command("build")
@options.directory
@options.output
@click.option("--edition", "areas", multiple=True, metavar="AREA", help="Build the edition of this area.")
@click.option("--lang", "languages", multiple=True, metavar="CODE", help="Build the editions in this language.")
@click.option("--all-editions", is_flag=True, help="Build every edition of report/editions.yml.")
@options.many
@click.option("--draft", is_flag=True, help="Build in spite of failing claims; each is marked in the page.")
@options.embargoed
@options.release
@options.recipients
@options.password_file
@options.password
@options.formats
@options.look
@options.strict
def command(
    directory: Path,
    output_dir: Path | None,
    areas: tuple[str, ...],
    languages: tuple[str, ...],
    all_editions: bool,
    workers: int | None,
    progress: bool,
    scheduler: str,
    address: str,
    draft: bool,
    embargoed: bool,
    release: bool,
    recipients: Path | None,
    password_file: Path | None,
    ask: bool,
    formats: tuple[str, ...],
    look: options.Look,
    strict: bool,
) -> int:
    """Check the project, then write build/SLUG.pdf, facts.json and results.json.

    With --edition, --lang or --all-editions: the editions of report/editions.yml, each on its own; a failing one stops
    none of the others.
    """
    if areas or languages or all_editions:
        from report_builder.editions.threads import one_thread_each

        one_thread_each()
    from report_builder.cache import user_cache
    from report_builder.cli.clock import now

    stage = options.stage_of(draft, embargoed, release)
    folder = output_dir or directory / "build"
    if (areas or languages or all_editions) and (recipients or password_file or ask):
        raise click.UsageError("--recipients and passwords are for the report's own edition.")
    if scheduler and not (areas or languages or all_editions):
        raise click.UsageError("--scheduler is for a run over editions: add --all-editions.")
    options.with_scheduler(scheduler, address)
    if areas or languages or all_editions:
        from report_builder.cli.many import How, build_many, cores
        from report_builder.editions.job import Job
        from report_builder.editions.selection import Wanted

        job = Job(directory, folder, user_cache(), formats, draft, strict, stage=stage, now=now(), address=address)
        chosen = Wanted() if all_editions else Wanted(areas, languages)
        return build_many(job, chosen, How(workers or cores(), progress, look, scheduler))
    from report_builder.cli.console import say
    from report_builder.cli.copies import LOCKED, wanted
    from report_builder.cli.results import build_into, told_of_proof
    from report_builder.cli.shown import show

    for_whom = wanted(recipients, password_file, ask)
    result = build_into(
        directory,
        folder,
        user_cache(),
        draft=draft,
        strict=strict,
        formats=formats,
        stage=stage,
        now=now(),
        copies=for_whom,
    )
    show(result.problems, result.sources, look, directory)
    for path, pages in result.written:
        if look.form == "human" and not look.quiet:
            say(f"{path} ({pages} pages)" if pages else str(path))
    if result.proof is not None and look.form == "human" and not look.quiet:
        say(told_of_proof(result.proof))
    if for_whom.password and result.written and look.form == "human" and not look.quiet:
        say(LOCKED)
    return result.exit_code
