"""How what was found is shown: for people, file by file; for programs as JSON; for GitHub as annotations."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath

import click
from msgspec import Struct

from report_builder.cli.console import colour, summary
from report_builder.cli.options import Look
from report_builder.problems import CODES, Problem, Severity, errors
from report_builder.problems.annotations import annotation
from report_builder.problems.locate import SourceFile, locate
from report_builder.problems.order import by_file
from report_builder.problems.render import place, render, to_json

_NOWHERE = "the report as a whole"


class Agreed(Struct, frozen=True):
    """A problem that was accepted on record: of which entry of facts.yml, which, why, by whom and when."""

    fact: str
    problem: str
    because: str
    by: str = ""
    date: str = ""


def show(
    problems: Sequence[Problem],
    sources: Mapping[str, SourceFile],
    look: Look,
    directory: Path,
    accepted: Sequence[Agreed] | None = None,
) -> None:
    """Prints problems, on standard error for people and on standard output for programs.

    `accepted` are listed apart, where they were asked for.
    """
    shown = _some(problems, look)
    if look.form == "json":
        document: dict[str, object] = {"problems": [to_json(p, sources) for p in shown]}
        if accepted is not None:
            document["accepted"] = [{f: getattr(a, f) for f in a.__struct_fields__} for a in accepted]
        click.echo(json.dumps(document, ensure_ascii=False, indent=1))
    elif look.form == "github":
        for one in shown:
            click.echo(annotation(one, sources, _seen_from_here(directory)))
    else:
        _as_text([p for p in shown if p.severity is Severity.ERROR or not look.quiet], sources, look, problems)
        if accepted and not (look.quiet or look.fail_fast):
            click.echo("\n".join(_on_record(accepted)))


def _some(problems: Sequence[Problem], look: Look) -> Sequence[Problem]:
    """All of them, or the first error alone where that was asked for."""
    return errors(problems)[:1] or problems if look.fail_fast else problems


def _as_text(shown: Sequence[Problem], sources: Mapping[str, SourceFile], look: Look, every: Sequence[Problem]) -> None:
    files = by_file(shown)
    told: set[str] = set()
    for file, found in files.items():
        if len(files) > 1:
            click.echo(f"{click.style(file or _NOWHERE, bold=colour())}: {summary(found)}\n", err=True)
        for one, *again in _alike(found):
            click.echo(render(one, sources, colour=colour()), err=True)
            if again:
                places = (place(p, locate(p.where, sources)).removeprefix(file).lstrip(":, ") for p in again)
                click.echo(f"   = the same at {'; '.join(places)}", err=True)
            if look.verbose and one.code not in told:
                click.echo(f"   = why: {CODES[one.code].why}", err=True)
                told.add(one.code)
            click.echo("", err=True)
    if not shown:
        return
    all_errors = len(errors(every))
    if look.fail_fast and all_errors > 1:
        click.echo(f"the first of {all_errors} errors", err=True)
        return
    where = f" in {len(files)} files" if len(files) > 1 and "" not in files else ""
    click.echo(f"{summary(shown)}{where}", err=True)


def _alike(found: Sequence[Problem]) -> Iterable[list[Problem]]:
    """The problems of a file, those that say the same of different places together: a renamed fact is one slip."""
    out: dict[tuple[object, ...], list[Problem]] = {}
    for p in found:
        out.setdefault((p.code, p.severity, p.message, p.notes, p.help, p.where is None), []).append(p)
    return out.values()


def _on_record(accepted: Sequence[Agreed]) -> list[str]:
    lines = [f"accepted on record: {len(accepted)}"]
    for a in accepted:
        who = f" ({', '.join(x for x in (a.by, a.date) if x)})" if a.by or a.date else ""
        lines.append(f"  {a.fact}, {a.problem}: {a.because.rstrip('.')}.{who}")
    return lines


def _seen_from_here(directory: Path) -> PurePosixPath:
    """The project's folder as GitHub knows it: seen from the folder that the command was started in."""
    whole, here = directory.resolve(), Path.cwd().resolve()
    return PurePosixPath((whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix())
