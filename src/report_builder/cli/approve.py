"""`approve quote`: a record of who approved which exact words."""

from __future__ import annotations

from datetime import date as Date
from pathlib import Path

import click

from report_builder.cli import options


@click.group("approve")
def command() -> None:
    """Record who approved a quote, of exactly which words, and where the approval is kept."""


@command.command("quote")
@click.argument("quote")
@options.directory
@click.option("--by", required=True, help="Who approved the words.")
@click.option("--author", required=True, help="Who typed them into the project; someone else.")
@click.option("--kept", required=True, help="Where the approval itself is kept, as an e-mail of a date.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="When it was given; today if left out.")
def quote(quote: str, directory: Path, by: str, author: str, kept: str, day: object) -> None:
    """Record the approval of a quote in report/approvals.yml."""
    from report_builder.cli.console import say
    from report_builder.project.approve import approve_quote

    when = day.date() if hasattr(day, "date") else Date.today()
    approved = approve_quote(directory, quote, by=by, author=author, kept=kept, when=when)
    still = "" if approved.status == "approved" else "; now set `status: approved` in report/quotes.yml"
    say(f'"{quote}" is on record as approved by {by}{still}')
