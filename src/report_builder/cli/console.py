"""The one place that prints, and that turns errors into exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from report_builder.problems import Problem, ReportError, Severity

if TYPE_CHECKING:
    from report_builder.problems.locate import SourceFile

USAGE, INTERNAL, INTERRUPTED = 2, 70, 130


def run(command: click.Command) -> int:
    """Runs a command: 0; 1, 3, 4 by the problems; 2 for a wrong command line, 70 our own fault, 130 interrupted."""
    try:
        result = command.main(standalone_mode=False, prog_name="report-builder")
        return result if isinstance(result, int) else 0
    except ReportError as error:
        show(error.problems, getattr(error, "files", {}))
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except BrokenPipeError:  # whoever read our output (head, a pager) has closed it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if "--debug" in sys.argv:
            import traceback

            traceback.print_exc()
        click.echo(f"internal error: {type(error).__name__}: {error}", err=True)
        click.echo(
            "this is our mistake, not yours; run again with  report-builder --debug …  and send us what it prints",
            err=True,
        )
        return INTERNAL


def colour() -> bool:
    """Whether errors go to a terminal that wants colour (no-color.org)."""
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR")


def show(
    problems: Sequence[Problem], files: Mapping[str, SourceFile], form: str = "human", quiet: bool = False
) -> None:
    """Prints problems: on standard error as text, or on standard output as JSON."""
    import json  # these two here, because --help has no problems to print

    from report_builder.problems.render import render, to_json

    if form == "json":
        click.echo(json.dumps({"problems": [to_json(p, files) for p in problems]}, ensure_ascii=False, indent=1))
        return
    shown = [p for p in problems if p.severity is Severity.ERROR or not quiet]
    for one in shown:
        click.echo(render(one, files, colour=colour()), err=True)
        click.echo("", err=True)
    if shown:
        click.echo(summary(shown), err=True)


def summary(problems: Sequence[Problem]) -> str:
    """ "2 errors, 1 warning"."""
    counts = {s: sum(p.severity is s for p in problems) for s in Severity}
    said = [f"{n} {s.value}{'' if n == 1 else 's'}" for s, n in counts.items() if n]
    return ", ".join(said) or "no problems"


def say(text: str, **style: Any) -> None:
    """One line on standard output."""
    click.echo(click.style(text, **style) if style and sys.stdout.isatty() and not os.environ.get("NO_COLOR") else text)
