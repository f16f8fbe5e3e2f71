"""`verify`: the outsider's check of a finished PDF."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec.structs import replace

from report_builder.cli import options


@click.command("verify")
@click.argument("pdf", metavar="FILE.pdf", type=click.Path(path_type=Path))
@click.option("--sha256", default="", help="The checksum the publisher gives for the file.")
@click.option(
    "--ledger", type=click.Path(path_type=Path), help="A facts.json from elsewhere, to compare with the one inside."
)
@click.option(
    "--releases", type=click.Path(path_type=Path), help="The publisher's releases.yml: was this version corrected?"
)
@options.form
@options.quiet
def command(pdf: Path, sha256: str, ledger: Path | None, releases: Path | None, form: str, quiet: bool) -> int:
    """Read the numbers, descriptions and data of a finished PDF, and compare them with the ledger inside it."""
    from report_builder.cli.console import say, show
    from report_builder.cli.verified import as_json, as_text
    from report_builder.output import read_whole
    from report_builder.problems import ReportError, errors
    from report_builder.verify.check import verify

    found = verify(read_whole(pdf), pdf.name, sha256, read_whole(ledger) if ledger else None)
    if releases is not None:
        from report_builder.project.history import read_releases  # the models of a project, for this option alone
        from report_builder.verify.published import check_published

        known = read_releases(read_whole(releases), releases.name)
        found = replace(found, problems=(*check_published(found.sha256, known, pdf.name)[1], *found.problems))
    if form == "json":
        say(as_json(found, pdf.name))
    else:
        show(found.problems, {}, form, quiet)
        if not quiet:
            say(as_text(found, pdf.name))
    return ReportError(found.problems).exit_code if errors(found.problems) else 0
