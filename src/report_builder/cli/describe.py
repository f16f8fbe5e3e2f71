"""`describe`: proposes the entry of datasets.yml for a spreadsheet or CSV file."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("describe")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--sheet", default="", help="The sheet to describe; else every sheet that holds figures.")
def command(file: Path, sheet: str) -> int:
    """Propose what data/datasets.yml should say of FILE: look it over, fill in what is left blank, and paste it in."""
    from report_builder.cli.console import say, show
    from report_builder.problems import ReportError, errors, problem
    from report_builder.tables.describe import describe

    try:
        data = file.read_bytes()
    except OSError as error:
        raise ReportError([problem("X003", f'"{file}" cannot be read: {error.strerror}')]) from error
    text, problems = describe(data, file.name, sheet)
    if text:
        say(text.rstrip("\n"))
    if not errors(problems):
        return 0
    show(problems, {})
    return ReportError(problems).exit_code
