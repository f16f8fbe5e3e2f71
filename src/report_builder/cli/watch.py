"""`watch`: build again whenever a file is saved."""

from __future__ import annotations

from contextlib import nullcontext, suppress
from pathlib import Path

import click

from report_builder.cli import options


@click.command("watch")
@options.directory
@options.output
@click.option("--open", "launch", is_flag=True, help="Open the PDF in the system's viewer; with --serve, the page.")
@click.option("--serve", is_flag=True, help="Show the report on a page for this machine's browser; it keeps its place.")
@click.option("--draft", is_flag=True, help="Build in spite of failing claims; each is marked in the page.")
@options.formats
@options.strict
def command(
    directory: Path,
    output_dir: Path | None,
    launch: bool,
    serve: bool,
    draft: bool,
    formats: tuple[str, ...],
    strict: bool,
) -> int:
    """Build the report, and again whenever one of its files is saved, until Ctrl-C.

    Says which problems came with a save and which are mended. Where a build fails, the files of the last good one stay.
    """
    from report_builder.cache import user_cache
    from report_builder.cli.watching import Viewer, builder, follow
    from report_builder.watch.saved import saves
    from report_builder.watch.server import serving
    from report_builder.watch.shown import Shown

    folder = output_dir or directory / "build"
    wanted = tuple(dict.fromkeys((*formats, "html"))) if serve else formats
    build = builder(directory, folder, user_cache(), draft, strict, wanted)
    shown = Shown()
    with suppress(KeyboardInterrupt), serving(shown) if serve else nullcontext("") as url:
        return follow(build, saves(directory, folder), Viewer(shown, url, launch))
    return 0
