"""An edition, one place and language of a report, and what it is composed from."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from report_builder.campaign.place import Place
from report_builder.pipe.prepare import Prepared
from report_builder.problems import Problem, Where, problem
from report_builder.project.load import REPORT
from report_builder.project.model import Project
from report_builder.sections.view import View
from report_builder.tables.ids import make_id
from report_builder.words import LANGUAGES, language
from report_builder.words.language import Language
from report_builder.words.style import in_style, style_of


class Edition(Struct, frozen=True):
    """One place, by its id, and one language of a report."""

    area: str
    language: str


def own_edition(project: Project) -> Edition:
    """The edition that report.yml itself names."""
    return Edition(make_id(project.report.place), project.report.language)


def view_of(prepared: Prepared, edition: Edition, draft: bool = False) -> tuple[View, tuple[Problem, ...]]:
    """The facts, words, quotes and asks of one edition: nothing is computed or filtered, only looked at from there."""
    project = prepared.project
    words, problems = _words(edition.language)
    words = in_style(words, style_of(project.report.style))
    view = View(
        project.report,
        replace(prepared.facts, here=edition.area),
        words,
        _place(project, edition, words),
        project.sections,
        project.quotes,
        project.approvals,
        project.asks,
        project.citations,
        draft,
        project.cited,
        project.release,
    )
    return view, problems


def _words(code: str) -> tuple[Language, tuple[Problem, ...]]:
    words = language(code)
    if words is not None:
        return words, ()
    known = ", ".join(w.code for w in LANGUAGES)
    where = Where(REPORT, key=("language",))
    return LANGUAGES[0], (problem("P064", f'the tool does not write "{code}" yet', where, help=f"it writes {known}"),)


def _place(project: Project, edition: Edition, words: Language) -> Place:
    typed = project.report.places.get(edition.area)
    name = typed.name if typed else project.report.place
    return Place(
        edition.area,
        name,
        (typed.in_ if typed else "") or words.say("in place", place=project.report.place),
        (typed.of if typed else "") or words.say("of place", place=project.report.place),
    )
