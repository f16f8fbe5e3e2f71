"""`new`: a project folder that builds at once."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("new")
@click.argument("directory", type=click.Path(path_type=Path))
def command(directory: Path) -> None:
    """Make a new project folder at DIRECTORY, with example words and invented figures to replace with your own."""
    from report_builder.cli.console import say
    from report_builder.project.new import new_project

    for name in new_project(directory):
        say(f"  {directory / name}")
    say(f'now run:  report-builder build "{directory}"')
