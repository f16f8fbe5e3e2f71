"""`pack`: the press pack of an edition, as one zip and as a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from report_builder.cli import options
from report_builder.press.parts import PARTS

if TYPE_CHECKING:
    from report_builder.pipe.stage import Stage


@click.command("pack")
@options.directory
@options.output
@options.editions("Pack")
@options.workers
@options.stages("Pack")
@click.option("--without", multiple=True, type=click.Choice(PARTS), help="Leave a part out; may be given again.")
@click.option("--max-size", metavar="SIZE", help="Refuse a pack over this size, as 10MB, and say what to leave out.")
@options.copies
@options.look
@options.strict
def command(
    directory: Path,
    output_dir: Path | None,
    chosen: options.Chosen,
    workers: int | None,
    progress: bool,
    stage: Stage | None,
    without: tuple[str, ...],
    max_size: str | None,
    copies: options.Copies,
    look: options.Look,
    strict: bool,
) -> int:
    """Check the project, then write everything that goes to newsrooms into build/: one zip, and the same as a folder.

    The report as PDF and web page, the news release for Word and e-mail, each chart as pictures, the figures as CSV and
    workbook, quotes, notes to editors, social media copy, and a list that says what each file is.
    """
    if chosen:
        from report_builder.editions.threads import one_thread_each

        one_thread_each()
    from report_builder.cache import user_cache
    from report_builder.cli.clock import now
    from report_builder.editions.job import Job
    from report_builder.press.parts import Packing, bytes_of

    most = bytes_of(max_size) if max_size else None
    if max_size and most is None:
        raise click.UsageError(f'"{max_size}" is no size; write it as 10MB or 900kB')
    copies.only_of_own(chosen)
    folder, draft, packing = output_dir or directory / "build", stage == "draft", Packing(without, most)
    job = Job(directory, folder, user_cache(), (), draft, strict, stage=stage, now=now(), packing=packing)
    if chosen:
        from report_builder.cli.many import How, build_many, cores

        return build_many(job, chosen.wanted, How(workers or cores(), progress, look))
    from report_builder.cli.copies import wanted
    from report_builder.cli.packs import pack_own

    return pack_own(replace(job, copies=wanted(*copies)), look)
