"""`completion`: the script that completes verbs and options in a shell."""

from __future__ import annotations

import click

# the variable in which a shell asks what fits; click reads it wherever a command starts
_ASKED = "_REPORT_BUILDER_COMPLETE"


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the completion script of SHELL; bash: eval "$(report-builder completion bash)" in ~/.bashrc."""
    from click.shell_completion import get_completion_class

    from report_builder.cli.console import say
    from report_builder.cli.main import cli

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f'there is no completion for "{shell}"')
    say(kind(cli, {}, "report-builder", _ASKED).source().rstrip("\n"))
