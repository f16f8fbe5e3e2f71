"""`pack`: the press pack of an edition, as one zip and as a folder."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec.structs import replace

from report_builder.cli import options
from report_builder.press.parts import PARTS


@click.command("pack")
@options.directory
@options.output
@click.option("--edition", "areas", multiple=True, metavar="AREA", help="Pack the edition of this area.")
@click.option("--lang", "languages", multiple=True, metavar="CODE", help="Pack the editions in this language.")
@click.option("--all-editions", is_flag=True, help="Pack every edition of report/editions.yml.")
@options.workers
@click.option("--draft", is_flag=True, help="Pack in spite of failing claims; each is marked in the page.")
@options.embargoed
@options.release
@click.option("--without", multiple=True, type=click.Choice(PARTS), help="Leave a part out; may be given again.")
@click.option("--max-size", metavar="SIZE", help="Refuse a pack over this size, as 10MB, and say what to leave out.")
@options.recipients
@options.password_file
@options.password
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
    draft: bool,
    embargoed: bool,
    release: bool,
    without: tuple[str, ...],
    max_size: str | None,
    recipients: Path | None,
    password_file: Path | None,
    ask: bool,
    look: options.Look,
    strict: bool,
) -> int:
    """Check the project, then write everything that goes to newsrooms into build/: one zip, and the same as a folder.

    The report as PDF and web page, the news release for Word and e-mail, each chart as pictures, the figures as CSV and
    workbook, quotes, notes to editors, social media copy, and a list that says what each file is.
    """
    every = all_editions or bool(areas or languages)
    if every:
        from report_builder.editions.threads import one_thread_each

        one_thread_each()
    from report_builder.cache import user_cache
    from report_builder.cli.clock import now
    from report_builder.editions.job import Job
    from report_builder.press.parts import Packing, bytes_of

    most = bytes_of(max_size) if max_size else None
    if max_size and most is None:
        raise click.UsageError(f'"{max_size}" is no size; write it as 10MB or 900kB')
    if every and (recipients or password_file or ask):
        raise click.UsageError("--recipients and passwords are for the report's own edition.")
    folder, stage = output_dir or directory / "build", options.stage_of(draft, embargoed, release)
    packing = Packing(without, most)
    job = Job(directory, folder, user_cache(), (), draft, strict, stage=stage, now=now(), packing=packing)
    if every:
        from report_builder.cli.many import How, build_many, cores
        from report_builder.editions.selection import Wanted

        chosen = Wanted() if all_editions else Wanted(areas, languages)
        return build_many(job, chosen, How(workers or cores(), progress, look))
    from report_builder.cli.copies import wanted
    from report_builder.cli.packs import pack_own

    return pack_own(replace(job, copies=wanted(recipients, password_file, ask)), look)
