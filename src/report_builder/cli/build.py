"""`build`: check, then write the PDF."""

from __future__ import annotations

from pathlib import Path

import click

from report_builder.cli import options


@click.command("build")
@options.directory
@click.option("-o", "--output-dir", type=click.Path(path_type=Path), help="Where the files go; build/ in the project.")
@click.option("--draft", is_flag=True, help="Build in spite of failing claims; each is marked in the page.")
@options.formats
@options.look
@options.strict
def command(
    directory: Path,
    output_dir: Path | None,
    draft: bool,
    formats: tuple[str, ...],
    look: options.Look,
    strict: bool,
) -> int:
    """Check the project, then write build/SLUG.pdf, facts.json and results.json."""
    from report_builder.cache import user_cache
    from report_builder.cli.console import say
    from report_builder.cli.results import build_into
    from report_builder.cli.shown import show

    folder = output_dir or directory / "build"
    result = build_into(directory, folder, user_cache(), draft=draft, strict=strict, formats=formats)
    show(result.problems, result.sources, look, directory)
    for path, pages in result.written:
        if look.form == "human" and not look.quiet:
            say(f"{path} ({pages} pages)" if pages else str(path))
    return result.exit_code
