"""`quotes`: every quote with its status, where it is printed and who approved it."""

from __future__ import annotations

from pathlib import Path

import click

from report_builder.cli import options


@click.command("quotes")
@options.directory
@options.form
def command(directory: Path, form: str) -> int:
    """List every quote: its status, speaker, where it is printed, who approved it; trims beside the whole."""
    from report_builder.build import load, own_edition, prepare, view_of
    from report_builder.cache import user_cache
    from report_builder.cli.console import say
    from report_builder.cli.quoted import as_json, as_text
    from report_builder.sections.compose import compose
    from report_builder.sections.quote_sheet import quote_sheet
    from report_builder.sections.release import compose_release

    project = load(directory, user_cache())
    view, _ = view_of(prepare(project, user_cache()), own_edition(project))
    release = compose_release(view)
    rows = quote_sheet(view, compose(view).document, *([release.document] if release else ()))
    say(as_json(rows) if form == "json" else as_text(rows))
    return 0
