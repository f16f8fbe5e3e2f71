"""Options that several verbs share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

if TYPE_CHECKING:
    from report_builder.editions.selection import Wanted


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


class Chosen(NamedTuple):
    """The editions that are asked for; without any, the report's own is meant."""

    areas: tuple[str, ...]
    languages: tuple[str, ...]
    every: bool

    def __bool__(self) -> bool:
        return self.every or bool(self.areas or self.languages)

    @property
    def wanted(self) -> Wanted:
        """The same for a run over editions."""
        from report_builder.editions.selection import Wanted  # --help does without the pipe

        return Wanted() if self.every else Wanted(self.areas, self.languages)


def editions(verb: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The options that choose editions, given to the command as one `chosen`; `verb` is what is done with them."""

    def chosen_by(command: Callable[..., Any]) -> Callable[..., Any]:
        @click.option("--edition", "areas", multiple=True, metavar="AREA", help=f"{verb} the edition of this area.")
        @click.option(
            "--lang", "languages", multiple=True, metavar="CODE", help=f"{verb} the editions in this language."
        )
        @click.option("--all-editions", "every", is_flag=True, help=f"{verb} every edition of report/editions.yml.")
        @wraps(command)
        def gathered(*args: Any, areas: tuple[str, ...], languages: tuple[str, ...], every: bool, **rest: Any) -> Any:
            return command(*args, chosen=Chosen(areas, languages, every), **rest)

        return gathered

    return chosen_by


class Copies(NamedTuple):
    """Who gets a copy of their own, and where its password comes from."""

    recipients: Path | None
    password_file: Path | None
    ask: bool

    def only_of_own(self, chosen: Chosen) -> None:
        """UsageError for copies of a run over editions."""
        if chosen and any(self):
            raise click.UsageError("--recipients and passwords are for the report's own edition.")


def copies(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of copies, given to `command` as one `copies`."""

    @click.option(
        "--recipients", type=click.Path(path_type=Path), help="A CSV of people; each gets a copy of their own."
    )
    @click.option(
        "--password-file", type=click.Path(path_type=Path), help="Lock every PDF with the password in this file."
    )
    @click.option("--password", "ask", is_flag=True, help="Lock every PDF with a password, which is asked for.")
    @wraps(command)
    def gathered(*args: Any, recipients: Path | None, password_file: Path | None, ask: bool, **rest: Any) -> Any:
        return command(*args, copies=Copies(recipients, password_file, ask), **rest)

    return gathered


release = click.option(
    "--release",
    is_flag=True,
    help="As `stage: release`: refused (exit code 3) unless all is signed and no embargo holds.",
)


def stages(verb: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The options of a stage, given to the command as one `stage`: None where report.yml is to say.

    UsageError where they contradict.
    """

    def staged(command: Callable[..., Any]) -> Callable[..., Any]:
        @click.option("--draft", is_flag=True, help=f"{verb} in spite of failing claims; each is marked in the page.")
        @click.option(
            "--embargoed",
            is_flag=True,
            help="A signed copy for the press before its time: the embargo on every page, no DRAFT.",
        )
        @release
        @wraps(command)
        def gathered(*args: Any, draft: bool, embargoed: bool, release: bool, **rest: Any) -> Any:
            if draft + embargoed + release > 1:
                raise click.UsageError("--draft, --embargoed and --release: choose one of them.")
            stage = "draft" if draft else "embargoed" if embargoed else "release" if release else None
            return command(*args, stage=stage, **rest)

        return gathered

    return staged


def with_scheduler(scheduler: str, address: str) -> None:
    """UsageError for an address to write to without workers that do."""
    if address and not scheduler:
        raise click.UsageError("--to is for the workers of a cluster: add --scheduler, or use -o.")
