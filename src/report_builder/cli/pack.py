"""`pack`: the press pack of an edition, as one zip and as a folder."""

from __future__ import annotations

from pathlib import Path

import click

from report_builder.cli import options
from report_builder.press.parts import PARTS


@click.command("pack")
@options.directory
@options.output
@click.option("--edition", "areas", multiple=True, metavar="AREA", help="Pack the edition of this area.")
@click.option("--lang", "languages", multiple=True, metavar="CODE", help="Pack the editions in this language.")
@click.option("--all-editions", is_flag=True, help="Pack every edition of report/editions.yml.")
@click.option("--draft", is_flag=True, help="Pack in spite of failing claims; each is marked in the page.")
@options.embargoed
@options.release
@click.option("--without", multiple=True, type=click.Choice(PARTS), help="Leave a part out; may be given again.")
@click.option("--max-size", metavar="SIZE", help="Refuse a pack over this size, as 10MB, and say what to leave out.")
@options.look
@options.strict
def command(
    directory: Path,
    output_dir: Path | None,
    areas: tuple[str, ...],
    languages: tuple[str, ...],
    all_editions: bool,
    draft: bool,
    embargoed: bool,
    release: bool,
    without: tuple[str, ...],
    max_size: str | None,
    look: options.Look,
    strict: bool,
) -> int:
    """Check the project, then write everything that goes to newsrooms into build/: one zip, and the same as a folder.

    The report as PDF and web page, the news release for Word and e-mail, each chart as pictures, the figures as CSV and
    workbook, quotes, notes to editors, social media copy, and a list that says what each file is.
    """
    from report_builder.cache import user_cache
    from report_builder.cli.clock import now
    from report_builder.cli.packs import Ordered, packs
    from report_builder.press.parts import bytes_of

    most = bytes_of(max_size) if max_size else None
    if max_size and most is None:
        raise click.UsageError(f'"{max_size}" is no size; write it as 10MB or 900kB')
    ordered = Ordered(
        directory,
        output_dir or directory / "build",
        draft,
        strict,
        options.stage_of(draft, embargoed, release),
        without,
        most,
        now(),
    )
    every = all_editions or bool(areas or languages)
    return packs(ordered, (areas, languages) if every else None, user_cache(), look)
