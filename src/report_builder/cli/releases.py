"""Where the ledger of a release comes from: a file, a PDF, a folder, a git revision."""

from __future__ import annotations

import tempfile
from pathlib import Path

from report_builder.facts.ledger import NAME, Ledger, ledgers_in, read
from report_builder.output import read_whole
from report_builder.problems import Problem, ReportError, problem

_HELP = "give a facts.json, a PDF with one inside, a build or project folder, or a git revision of this project"


def release(name: str, project: Path) -> Ledger:
    """The ledger that `name` means. ReportError where there is none; `project` is where revisions are looked for."""
    path = Path(name)
    if path.is_dir():
        return _of_folder(path, name)
    if path.exists():
        return _of_file(path, name)
    from report_builder.project.git import take_out

    with tempfile.TemporaryDirectory() as folder:
        take_out(name, project, Path(folder))
        return _of_project(Path(folder))


def _of_folder(path: Path, name: str) -> Ledger:
    if (path / "report" / "report.yml").is_file():
        return _of_project(path)
    for place in (path / NAME, path / "build" / NAME):
        if place.is_file():
            return _of_file(place, name)
    raise ReportError([_nothing(f'the folder "{name}" holds neither a project nor a {NAME}')])


def _of_file(path: Path, name: str) -> Ledger:
    data = read_whole(path)
    if data.startswith(b"%PDF"):
        from report_builder.verify import reading  # pikepdf takes 60 ms to import

        try:
            inside = list(ledgers_in(reading.read(data).files).values())
        except reading.Unreadable as error:
            raise ReportError([_nothing(f'"{name}" cannot be read: {error}')]) from error
        if not inside:
            raise ReportError([_nothing(f'there is no {NAME} inside "{name}"')])
    else:
        inside = [data]
    found = [read(one) for one in inside]
    for one in found:
        if isinstance(one, str):
            raise ReportError([_nothing(f'"{name}" is no ledger: {one}')])
    # of several languages, all of which print the same figures, the first
    return min((one for one in found if isinstance(one, Ledger)), key=lambda ledger: ledger.report.first_page)


def _of_project(path: Path) -> Ledger:
    from report_builder.build import account, load
    from report_builder.cache import user_cache

    return account(load(path, user_cache()))


def _nothing(message: str) -> Problem:
    return problem("R020", message, None, help=_HELP)
