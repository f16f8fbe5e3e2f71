"""`schema`: JSON Schemas of the project's files, for editors."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("schema")
@click.option(
    "-o", "--output-dir", type=click.Path(path_type=Path), help="Write one file each; else print one document."
)
def command(output_dir: Path | None) -> None:
    """Write the JSON Schema of each file of a project, so that an editor can complete and check them."""
    import json

    from report_builder.cli.console import say
    from report_builder.output import write_whole
    from report_builder.project.schemas import schemas

    made = schemas()
    if output_dir is None:
        say(json.dumps(made, indent=1))
        return
    for name, schema in made.items():
        say(str(write_whole(output_dir, f"{name}.schema.json", (json.dumps(schema, indent=1) + "\n").encode())))
