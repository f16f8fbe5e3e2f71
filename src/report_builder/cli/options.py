"""Options that several verbs share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click


class _Formats(click.ParamType[tuple[str, ...]]):
    """Formats with commas between them: "pdf,html"."""

    name = "LIST"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        from report_builder.pipe.writers import WRITERS  # --help does without the pipe

        wanted = tuple(dict.fromkeys(word.strip() for word in str(value).split(",") if word.strip()))
        unknown = [word for word in wanted if word not in WRITERS]
        if unknown or not wanted:
            self.fail(f"{value!r}: the formats are {', '.join(WRITERS)}; write several with commas", param, ctx)
        return wanted


directory = click.argument("directory", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
form = click.option(
    "--format", "form", type=click.Choice(["human", "json"]), default="human", help="How problems print."
)
quiet = click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
strict = click.option("--strict", is_flag=True, help="Treat warnings as errors.")
formats = click.option(
    "--formats", type=_Formats(), default="pdf", show_default=True, help="What to write, with commas between."
)
