"""`check`: everything that can be wrong, nothing written."""

from __future__ import annotations

from pathlib import Path

import click

from report_builder.cli import options
from report_builder.problems import errors


@click.command("check")
@options.directory
@options.look
@options.strict
@options.release
@click.option("--all-editions", is_flag=True, help="Lay out the pages of every edition, not of the report's own alone.")
def command(directory: Path, look: options.Look, strict: bool, release: bool, all_editions: bool) -> int:
    """Find everything that can be wrong with data, facts, claims, quotes, brand and layout; write nothing.

    Of other editions it is said what is wrong there alone, and in which. Problems accepted on record are listed apart.
    """
    from report_builder.build import as_strict, check, load
    from report_builder.cache import user_cache
    from report_builder.cli.accepted import accepted
    from report_builder.cli.clock import now
    from report_builder.cli.console import say, summary
    from report_builder.cli.release import told_of_release
    from report_builder.cli.shown import show
    from report_builder.pipe.stage import at_stage
    from report_builder.problems import ReportError

    try:
        project = at_stage(load(directory, user_cache()), "release" if release else None)
        checked = check(project, user_cache(), now=now(), every_page=all_editions)
    except ReportError as error:
        show(error.problems, getattr(error, "files", {}), look, directory, ())
        return error.exit_code
    problems = as_strict(checked.problems) if strict else checked.problems
    show(problems, checked.files, look, directory, accepted(checked.facts))
    if look.form == "human" and not errors(problems) and not look.quiet:
        n = len(list(checked.facts)) if checked.facts else 0
        say(f"{n} facts, {checked.work.pdf.pages if checked.work else 0} pages: {summary(problems)}")
        if checked.release is not None:
            say(told_of_release(checked.release.document))
    return ReportError(problems).exit_code if errors(problems) else 0
