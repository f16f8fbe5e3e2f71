"""`explain`: the whole story of a fact or a claim, or what a code means."""

from __future__ import annotations

import re
from pathlib import Path

import click

from report_builder.cli import options

_CODE = re.compile(r"[A-Z]\d{3}")


@click.command("explain")
@click.argument("what", metavar="FACT_CLAIM_OR_CODE")
@options.directory
def command(what: str, directory: Path) -> int:
    """Explain a fact (growth, or offences[gwent, 2017/18]) down to its cells and up to its pages.

    Or a claim: its words as the report has them ("more than doubled"), as the text has it, or growth=more-than-doubled.
    Or a code (C012).
    """
    from report_builder.cli.console import say
    from report_builder.problems import CODES

    if what.upper() in CODES:
        from report_builder.cli.pages import code_page

        say(code_page(CODES[what.upper()]))
        return 0
    if _CODE.fullmatch(what):
        raise click.UsageError(f'there is no code "{what}"; docs/reference/codes.md lists them')
    from report_builder.build import load, own_edition, prepare, view_of
    from report_builder.cache import user_cache
    from report_builder.cli.claim_story import NoClaim, claim_story, claims_named
    from report_builder.cli.story import story
    from report_builder.cli.whereabouts import Told, last_build
    from report_builder.facts.family import Unfound
    from report_builder.sections.compose import compose

    project = load(directory, user_cache())
    view, _ = view_of(prepare(project, user_cache()), own_edition(project))
    told = Told(view, compose(view), project.files, last_build(directory))
    try:
        claims = claims_named(what, told)
    except NoClaim as error:
        raise click.UsageError(str(error)) from error
    if claims:
        say(claim_story(claims, told))
        return 0
    found = view.facts.reference(what.strip("{}"))
    if isinstance(found, Unfound):
        raise click.UsageError(f"{found.message}; {found.help}")
    say(story(found, told))
    return 0
