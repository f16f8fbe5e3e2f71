"""Packs one edition after the other: what is written, what is said of each, and the exit code."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click
from msgspec import Struct

from report_builder.build import Checked, as_strict, check_edition, load, may_go_on, own_edition, prepare
from report_builder.cache import Cache
from report_builder.cli.console import say
from report_builder.cli.options import Look
from report_builder.cli.shown import show
from report_builder.editions.selection import Wanted, chosen
from report_builder.output import write_folder, write_whole
from report_builder.pipe.edition import Edition, editions_of
from report_builder.pipe.prepare import Prepared
from report_builder.pipe.press import pack_of
from report_builder.pipe.released import record
from report_builder.pipe.stage import Stage, at_stage
from report_builder.press.pack import Pack, over_size
from report_builder.problems import Problem, ReportError, errors
from report_builder.problems.locate import SourceFile
from report_builder.problems.order import in_order
from report_builder.project.history import list_releases


class Ordered(Struct, frozen=True):
    """What is packed, where it goes, and how: parts left out, and the most bytes a pack may have."""

    directory: Path
    folder: Path
    draft: bool
    strict: bool
    stage: Stage | None
    without: tuple[str, ...]
    most: int | None
    now: datetime


def packs(ordered: Ordered, wanted: tuple[tuple[str, ...], tuple[str, ...]] | None, cache: Cache, look: Look) -> int:
    """Packs the report's own edition, or those that are wanted; a failing one stops none of the others."""
    files: dict[str, SourceFile] = {}
    try:
        project = at_stage(load(ordered.directory, cache), ordered.stage)
        files = dict(project.files)
        prepared = prepare(project, cache)
    except ReportError as error:
        show(error.problems, getattr(error, "files", files), look, ordered.directory)
        return error.exit_code
    editions = [own_edition(project)] if wanted is None else chosen(editions_of(project), Wanted(*wanted))
    if isinstance(editions, str):
        raise click.UsageError(editions)
    parts = [part for edition in editions for part in edition.parts]  # a pack is in one language
    codes = [_one(ordered, prepared, part, cache, look) for part in parts]
    if project.report.stage == "release" and 0 in codes:
        list_releases(ordered.directory)
    return max(codes, default=0)


def _one(ordered: Ordered, prepared: Prepared, edition: Edition, cache: Cache, look: Look) -> int:
    try:
        made, problems, checked = _packed(ordered, prepared, edition, cache)
        path = write_whole(ordered.folder, made.zip.name, made.zip.data)
        write_folder(ordered.folder, made.name, {one.file.name: one.file.data for one in made.packed})
        if checked.work is not None and checked.signing is not None:
            record(ordered.directory, checked.work, checked.signing, ordered.now)
    except ReportError as error:
        show(error.problems, prepared.project.files, look, ordered.directory)
        return error.exit_code
    show(problems, prepared.project.files, look, ordered.directory)
    if look.form == "human" and not look.quiet:
        say(f"{path} ({len(made.packed)} files, {len(made.data) / 1_000_000:.1f} MB)")
    return 0


def _packed(
    ordered: Ordered, prepared: Prepared, edition: Edition, cache: Cache
) -> tuple[Pack, tuple[Problem, ...], Checked]:
    """The pack of one edition. ReportError where anything keeps it from being made or sent."""
    checked = check_edition(prepared, edition, cache, ordered.draft, ordered.now)
    problems = as_strict(checked.problems) if ordered.strict else checked.problems
    if not may_go_on(problems, ordered.draft) or checked.work is None:
        raise ReportError(problems)
    made, found = pack_of(checked.work, ordered.without, ordered.now)
    problems = in_order((*problems, *found))
    heavy = over_size(made, ordered.most) if ordered.most is not None else None
    if heavy is not None or errors(found):
        raise ReportError((*problems, *([heavy] if heavy else [])))
    return made, problems, checked
