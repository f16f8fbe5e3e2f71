"""Options that several verbs share."""

from __future__ import annotations

from pathlib import Path

import click

directory = click.argument("directory", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
form = click.option(
    "--format", "form", type=click.Choice(["human", "json"]), default="human", help="How problems print."
)
quiet = click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
strict = click.option("--strict", is_flag=True, help="Treat warnings as errors.")
