"""`correct`: the next version of a report that was released with a mistake in it."""

from __future__ import annotations

from pathlib import Path

import click

from report_builder.cli import options


@click.command("correct")
@options.directory
@click.option("--note", required=True, help="What was wrong, in words for readers.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day of the correction; today if left out.")
def command(directory: Path, note: str, day: object) -> None:
    """Begin version 1.1 of a released report: a dated notice on its first page, old and new figures, a release.

    Then put the mistake right, have it signed again, and release it. The earlier version stays on record.
    """
    from report_builder.build import load
    from report_builder.cache import user_cache
    from report_builder.cli.clock import now
    from report_builder.cli.console import say
    from report_builder.project.history import correct

    project = load(directory, user_cache())
    when = day.date() if hasattr(day, "date") else now().date()
    made = correct(directory, project.history, project.report.version, note, when)
    say(f"this is version {made.version} now; it replaces version {made.supersedes}")
    say("put the mistake right, then: approve figures, approve report, build --release")
