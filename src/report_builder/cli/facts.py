"""`facts`: every fact, as a table, CSV or JSON."""

from __future__ import annotations

from pathlib import Path

import click

from report_builder.cli import options


@click.command("facts")
@options.directory
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", help="How the facts print."
)
def command(directory: Path, form: str) -> int:
    """List every fact: its id, its figure, its place and period, and why there is none where there is none."""
    from report_builder.build import load, own_edition, prepare, view_of
    from report_builder.cache import user_cache
    from report_builder.cli.console import say, show
    from report_builder.cli.listing import as_csv, as_json, as_table
    from report_builder.problems import ReportError, errors

    project = load(directory, user_cache())
    prepared = prepare(project, user_cache())
    view, problems = view_of(prepared, own_edition(project))
    say({"table": as_table, "csv": as_csv, "json": as_json}[form](view.facts, view.language).rstrip("\n"))
    found = errors((*prepared.problems, *problems))
    show(found, project.files)
    return ReportError(found).exit_code if found else 0
