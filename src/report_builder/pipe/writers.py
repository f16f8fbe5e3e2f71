"""The formats a report can be written in: one function and one line of WRITERS each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from report_builder.brand.theme import Theme
from report_builder.cache import Cache
from report_builder.charts.chart import Chart
from report_builder.document.blocks import Document
from report_builder.drawing import Drawing
from report_builder.output import File
from report_builder.pipe.draw import draw_narrow
from report_builder.pipe.word import lines_file, release_files, report_in_word, review_files
from report_builder.problems import Problem
from report_builder.problems.locate import SourceFile
from report_builder.sections.compose import Composed
from report_builder.sections.consent import check_use
from report_builder.sections.view import View


class Work(Struct, frozen=True):
    """What a writer is given. `name` is that of the edition's files, without a suffix.

    `pdf` is laid out whatever formats are asked for: check reads the pages, and the ledger says where each fact stands.
    `sources` are the project's files, which what is said of a figure points into.
    """

    name: str
    document: Document
    drawings: Mapping[Chart, Drawing]
    theme: Theme
    pdf: File
    ledger: File
    view: View
    composed: Composed
    release: Composed | None
    sources: Mapping[str, SourceFile]
    cache: Cache


Outcome = tuple[tuple[File, ...], tuple[Problem, ...]]


def _pdf(work: Work) -> Outcome:
    return (work.pdf,), ()


def _html(work: Work) -> Outcome:
    from report_builder.html import write as html  # what follows is for those who want a web page only
    from report_builder.html.figures import TELEPHONE_PT

    agreed = check_use(work.composed.shown, "web", work.view.report)
    narrow = draw_narrow(work.document, work.theme, TELEPHONE_PT, work.cache)
    made = html.write(work.document, work.drawings, work.theme, narrow, work.ledger, work.cache)
    return (File(f"{work.name}.html", made.data, "text/html"),), (*agreed, *made.problems)


def _docx(work: Work) -> Outcome:
    return report_in_word(work)


def _numbered(work: Work) -> Outcome:
    return report_in_word(work, numbered=True)


WRITERS: Mapping[str, Callable[[Work], Outcome]] = {
    "pdf": _pdf,
    "html": _html,
    "docx": _docx,
    "docx-numbered": _numbered,
    "release": release_files,
    "lines": lines_file,
    "review": review_files,
}


def write(work: Work, formats: tuple[str, ...]) -> Outcome:
    """The files of an edition in each of `formats` (KeyError for one that is not in the list), and what is wrong."""
    files: tuple[File, ...] = ()
    problems: tuple[Problem, ...] = ()
    for name in formats:
        made, found = WRITERS[name](work)
        files, problems = files + made, problems + found
    return files, problems
