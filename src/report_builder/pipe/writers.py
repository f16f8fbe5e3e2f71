"""The formats a report can be written in: one function and one line of WRITERS each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from report_builder.brand.theme import Theme
from report_builder.charts.chart import Chart
from report_builder.document.blocks import Document
from report_builder.drawing import Drawing
from report_builder.output import File
from report_builder.pipe.word import release_files, report_in_word
from report_builder.problems import Problem
from report_builder.sections.compose import Composed


class Work(Struct, frozen=True):
    """What a writer is given. `name` is that of the edition's files, without a suffix.

    `pdf` is laid out whatever formats are asked for: check reads the pages, and the ledger says where each fact stands.
    """

    name: str
    document: Document
    drawings: Mapping[Chart, Drawing]
    theme: Theme
    pdf: File
    ledger: File
    release: Composed | None = None
    release_numbered: bool = False


Outcome = tuple[tuple[File, ...], tuple[Problem, ...]]


def _pdf(work: Work) -> Outcome:
    return (work.pdf,), ()


def _docx(work: Work) -> Outcome:
    return report_in_word(work)


def _numbered(work: Work) -> Outcome:
    return report_in_word(work, numbered=True)


WRITERS: Mapping[str, Callable[[Work], Outcome]] = {
    "pdf": _pdf,
    "docx": _docx,
    "docx-numbered": _numbered,
    "release": release_files,
}


def write(work: Work, formats: tuple[str, ...]) -> Outcome:
    """The files of an edition in each of `formats` (KeyError for one that is not in the list), and what is wrong."""
    files: tuple[File, ...] = ()
    problems: tuple[Problem, ...] = ()
    for name in formats:
        made, found = WRITERS[name](work)
        files, problems = files + made, problems + found
    return files, problems
