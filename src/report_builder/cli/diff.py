"""`diff`: what changed between two ledgers."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("diff")
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option(
    "--project", "directory", default=".", type=click.Path(path_type=Path), help="The project of git revisions."
)
@click.option("--format", "form", type=click.Choice(["human", "json"]), default="human", help="How changes print.")
def command(before: str, after: str, directory: Path, form: str) -> None:
    """Compare A with B: figures revised, new and gone, claims, wording and asks affected.

    Each is a facts.json, a PDF with one inside, a build folder, a project folder, or a git revision of this project.
    """
    from report_builder.cli.changes import as_json, as_text
    from report_builder.cli.console import say
    from report_builder.cli.releases import release
    from report_builder.facts.revision import compare

    changes = compare(release(before, directory), release(after, directory))
    say((as_json if form == "json" else as_text)(changes))
