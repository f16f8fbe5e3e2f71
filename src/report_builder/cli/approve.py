"""`approve`: records of who approved exactly what: a quote, the figures, the whole report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from report_builder.cli import options

if TYPE_CHECKING:
    from report_builder.project.approve import Signature

_SIGNATURE = (
    click.option("--by", required=True, help="Who approved it."),
    click.option("--author", required=True, help="Who typed or made it; someone else."),
    click.option("--kept", required=True, help="Where the approval itself is kept, as an e-mail of a date."),
    click.option("--note", default="", help="A remark to keep with the record."),
    click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="When it was given; today if left out."),
)


def _signed(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(_SIGNATURE):
        command = option(command)
    return command


@click.group("approve")
def command() -> None:
    """Record who approved a quote, the figures or the report, exactly as they stand, and where the approval is kept."""


@command.command("quote")
@click.argument("quote")
@options.directory
@_signed
@click.option("--language", default="", help="Approve the quote's translation into this language, as cy.")
def quote(quote: str, directory: Path, language: str, **given: Any) -> None:
    """Record the approval of a quote in report/approvals.yml."""
    from report_builder.build import load
    from report_builder.cache import user_cache
    from report_builder.cli.console import say
    from report_builder.project.approve import approve_quote

    approved = approve_quote(load(directory, user_cache()), quote, _signature(given), language)
    what = f'"{quote}"' if not language else f'the translation of "{quote}" into {language}'
    done = language or approved.status == "approved"
    still = "" if done else "; now set `status: approved` in report/quotes.yml"
    say(f"{what} is on record as approved by {given['by']}{still}")


@command.command("figures")
@options.directory
@_signed
def figures(directory: Path, **given: Any) -> None:
    """Record that the figures printed, with their values and accepted problems, were looked at and approved."""
    from report_builder.cli.console import say
    from report_builder.cli.signing import accepted_text, to_sign
    from report_builder.project.approve import approve_figures
    from report_builder.sections.signing import together

    project, editions = to_sign(directory)
    signing = together([one.signing for one in editions])
    approve_figures(project, signing, _signature(given))
    say(accepted_text(signing))
    say(f"{len(signing.figures)} figures are on record as approved by {given['by']}")


@command.command("report")
@options.directory
@_signed
@click.option(
    "--edition", "names", multiple=True, help="An edition as AREA.LANGUAGE, or all; the report's own if left out."
)
def report(directory: Path, names: tuple[str, ...], **given: Any) -> None:
    """Record that the whole report was read and approved: its words, its figures, its accepted problems."""
    from report_builder.cli.console import say
    from report_builder.cli.signing import accepted_text, chosen, parts_signed, to_sign
    from report_builder.project.approve import approve_reports

    project, editions = to_sign(directory)
    wanted = chosen(editions, names)
    for one in wanted:
        parts_signed(one)
    approve_reports(project, [one.signing for one in wanted], _signature(given))
    for one in wanted:
        say(accepted_text(one.signing))
        said = f"version {one.signing.version} of the report ({one.signing.name})"
        say(f"{said} is on record as approved by {given['by']}")


def _signature(given: dict[str, Any]) -> Signature:
    from report_builder.project.approve import Signature

    day = given["day"]
    when = day.date() if hasattr(day, "date") else Date.today()
    return Signature(given["by"], given["author"], when, given["kept"], given["note"])
