"""The verbs, in the order people meet them; each is imported only when it is called."""

from __future__ import annotations

import importlib
import io
import sys

import click

from report_builder.versions import TOOL

VERBS = {
    "new": "Make a new project folder that builds at once.",
    "check": "Find everything that can be wrong; write nothing.",
    "build": "Check, then write the PDF into build/.",
    "watch": "Build again on every save; show the report in a viewer or a browser.",
    "pack": "Check, then write the press pack: one zip, and a folder.",
    "editions": "List editions, say how they stand, go on with a run.",
    "describe": "Propose what datasets.yml should say of a spreadsheet.",
    "facts": "List every fact with its members.",
    "explain": "The whole story of a fact, or what a code means.",
    "diff": "What changed between two releases, builds or revisions.",
    "verify": "Compare a finished PDF with the ledger inside it.",
    "approve": "Record who approved a quote, the figures, the report.",
    "correct": "Begin the next version of a report that was released with a mistake.",
    "quotes": "List every quote: its status, where it is printed, who approved it.",
    "schema": "Write JSON Schemas for editors.",
    "completion": "Complete verbs and options in a shell.",
    "doctor": "Look whether this machine has what is needed.",
}


class _Verbs(click.Group):
    """A group whose commands live in modules of their own, so that --help imports none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in VERBS:
            return None
        command: click.Command = importlib.import_module(f"report_builder.cli.{name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Verbs"):
            formatter.write_dl(list(VERBS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            import difflib

            close = difflib.get_close_matches(args[0], VERBS, 1)
            hint = f' Did you mean "{close[0]}"?' if close else ""
            ctx.fail(f'There is no verb "{args[0]}".{hint}')
        return super().resolve_command(ctx, args)


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(TOOL, prog_name="report-builder")
@click.option("--debug", is_flag=True, help="Show a traceback for an internal error.")
@click.pass_context
def cli(ctx: click.Context, debug: bool) -> None:
    """Turns a campaign's data, words and brand into a policy briefing: every number computed, every claim checked."""
    ctx.obj = {"debug": debug}


def main() -> None:
    """Runs the command line and ends the process with the exit code of the contract."""
    from report_builder.cli.console import run

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a sign shows another, and nothing fails
    sys.exit(run(cli))
