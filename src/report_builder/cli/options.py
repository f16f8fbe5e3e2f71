"""Options that several verbs share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

if TYPE_CHECKING:
    from report_builder.pipe.stage import Stage


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


class Look(NamedTuple):
    """How what was found is to be shown."""

    form: str = "human"
    quiet: bool = False
    verbose: bool = False
    fail_fast: bool = False


directory = click.argument("directory", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
form = click.option(
    "--format", "form", type=click.Choice(["human", "json"]), default="human", help="How problems print."
)
quiet = click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
strict = click.option("--strict", is_flag=True, help="Treat warnings as errors.")
formats = click.option(
    "--formats", type=_Formats(), default="pdf", show_default=True, help="What to write, with commas between."
)


def look(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of how problems are shown, given to `command` as one `look`."""

    @click.option(
        "--format",
        "form",
        type=click.Choice(["human", "json", "github"]),
        default="human",
        help="How problems print; github: as annotations of a workflow.",
    )
    @click.option("--fail-fast", is_flag=True, help="Show the first error only.")
    @click.option("-v", "--verbose", is_flag=True, help="Say with each problem why it matters.")
    @quiet
    @wraps(command)
    def gathered(*args: Any, form: str, quiet: bool, verbose: bool, fail_fast: bool, **rest: Any) -> Any:
        return command(*args, look=Look(form, quiet, verbose, fail_fast), **rest)

    return gathered


output = click.option(
    "-o", "--output-dir", type=click.Path(path_type=Path), help="Where the files go; build/ in the project."
)


def workers(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a run over editions on this machine, given to `command` as `workers` and `progress`."""
    command = click.option(
        "--no-progress", "progress", is_flag=True, default=True, flag_value=False, help="Draw no bar on a terminal."
    )(command)
    return click.option(
        "-j", "workers", type=click.IntRange(1), help="How many editions are made at once; as many as there are cores."
    )(command)


def many(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a run over editions anywhere: also `scheduler` and `address`."""
    command = click.option(
        "--to",
        "address",
        default="",
        metavar="ADDRESS",
        help="With --scheduler: where the files go, as s3://bucket/folder.",
    )(command)
    command = click.option(
        "--scheduler", default="", metavar="ADDRESS", help="Have a Dask cluster make them, as tcp://10.0.0.5:8786."
    )(command)
    return workers(command)


recipients = click.option(
    "--recipients", type=click.Path(path_type=Path), help="A CSV of people; each gets a copy of their own."
)
password_file = click.option(
    "--password-file", type=click.Path(path_type=Path), help="Lock every PDF with the password in this file."
)
password = click.option("--password", "ask", is_flag=True, help="Lock every PDF with a password, which is asked for.")


release = click.option(
    "--release",
    is_flag=True,
    help="As `stage: release`: refused (exit code 3) unless all is signed and no embargo holds.",
)


embargoed = click.option(
    "--embargoed",
    is_flag=True,
    help="A signed copy for the press before its time: the embargo on every page, no DRAFT.",
)


def stage_of(draft: bool, embargoed: bool, release: bool) -> Stage | None:
    """The stage that the options ask for; None where report.yml is to say. UsageError where they contradict."""
    if draft + embargoed + release > 1:
        raise click.UsageError("--draft, --embargoed and --release: choose one of them.")
    return "draft" if draft else "embargoed" if embargoed else "release" if release else None


def with_scheduler(scheduler: str, address: str) -> None:
    """UsageError for an address to write to without workers that do."""
    if address and not scheduler:
        raise click.UsageError("--to is for the workers of a cluster: add --scheduler, or use -o.")
