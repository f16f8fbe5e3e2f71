"""The pipe of one build: project, facts, view, document, drawings, pages, files; all problems together."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from report_builder.brand.theme import Theme
from report_builder.cache import Cache, key_of
from report_builder.campaign.place import Place
from report_builder.charts.chart import Chart
from report_builder.document.blocks import Attachment, Document, FigureBlock
from report_builder.document.check import check_document
from report_builder.drawing import Drawing
from report_builder.facts.compute import compute
from report_builder.facts.family import Facts
from report_builder.facts.gather import Files
from report_builder.facts.ledger import NAME as LEDGER
from report_builder.facts.ledger import Ledger, to_bytes, with_pages
from report_builder.facts.protect import protect
from report_builder.facts.robustness import remarks
from report_builder.problems import Problem, ReportError, Severity, Where, errors, problem
from report_builder.problems.locate import SourceFile
from report_builder.project.echoes import without_echoes
from report_builder.project.load import APPROVALS, ASKS, DATASETS, FACTS, QUOTES, REPORT, load
from report_builder.project.load import strict as as_strict
from report_builder.project.model import Project
from report_builder.sections.acceptances import check_acceptances
from report_builder.sections.compose import Composed, compose
from report_builder.sections.ledger import ledger_of
from report_builder.sections.previous import check_previous
from report_builder.sections.usage import unused
from report_builder.sections.view import View
from report_builder.tables.ids import make_id
from report_builder.versions import installed
from report_builder.words import LANGUAGES, language
from report_builder.words.style import in_style, style_of

if TYPE_CHECKING:
    from report_builder.pdf.write import PlacedThing

__all__ = ["Built", "Checked", "File", "account", "as_strict", "build", "check", "load", "view_of"]

# what a draft may carry: claims that do not hold, each marked in the page with its reason
DRAFT_MAY_FAIL = ("C",)
# what is missed where a file could not be read
_SHADOWS = {QUOTES: ("Q00",), ASKS: ("Q02",), APPROVALS: ("Q005",)}


@dataclass(frozen=True, slots=True)
class File:
    """A finished file: its name within the output folder, and its bytes."""

    name: str
    data: bytes
    pages: int = 0

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Checked:
    """All that could be found wrong, with the texts to show it in; the document and its pages where there are any."""

    problems: tuple[Problem, ...]
    files: Mapping[str, SourceFile]
    facts: Facts | None = None
    composed: Composed | None = None
    pdf: File | None = None
    ledger: File | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """The finished files of a report, and the warnings that came with them."""

    files: tuple[File, ...]
    checked: Checked


def view_of(project: Project, draft: bool = False, cache: Cache | None = None) -> tuple[View, tuple[Problem, ...]]:
    """The view of the report's own place and language over computed facts, small counts withheld."""
    facts, problems = compute(project.specs, project.datasets, project.report.place, FACTS)
    facts, found = protect(facts, Files(FACTS, DATASETS, project.earlier, project.previous), cache)
    problems += (*found, *check_acceptances(facts, FACTS))
    words = language(project.report.language)
    if words is None:
        known = ", ".join(w.code for w in LANGUAGES)
        where = Where("report/report.yml", key=("language",))
        message = f'the tool does not write "{project.report.language}" yet'
        problems += (problem("P064", message, where, help=f"it writes {known}"),)
        words = LANGUAGES[0]
    words = in_style(words, style_of(project.report.style))
    report = project.report
    here = make_id(report.place)
    typed = report.places.get(here)
    place = Place(
        here,
        typed.name if typed else report.place,
        (typed.in_ if typed else "") or words.say("in place", place=report.place),
        (typed.of if typed else "") or words.say("of place", place=report.place),
    )
    view = View(
        report,
        facts,
        words,
        place,
        project.sections,
        project.quotes,
        project.approvals,
        project.asks,
        project.citations,
        draft,
        project.cited,
    )
    return view, problems


def check(project: Project, cache: Cache | None = None, draft: bool = False) -> Checked:
    """Everything that can be wrong with the project, its pages laid out in memory included; writes nothing."""
    view, problems = view_of(project, draft, cache)
    problems = (*project.problems, *problems)
    composed = compose(view)
    if project.previous is not None:
        problems += check_previous(project.previous, view, composed)
    problems = without_echoes((*problems, *composed.problems), _unread(project))
    problems = _without_unknown_place(problems, view)
    if not _may_go_on(problems, draft):
        return Checked(_in_order(problems), project.files, view.facts, composed)
    problems += unused(view.facts, composed.printed, FACTS)
    problems += remarks(view.facts, composed.printed, FACTS)
    document = composed.document
    problems += check_document(document)
    if not _may_go_on(problems, draft):
        return Checked(_in_order(problems), project.files, view.facts, composed)
    drawings, found = draw(document, project, cache or Cache())
    from report_builder.pdf.write import write  # ReportLab takes 100 ms to import, and a failed check needs none of it

    ledger = ledger_of(view, composed)
    written = write(document, drawings, project.theme, lambda placed, pages: (_attached(ledger, placed, pages),))
    problems += (*found, *written.problems)
    pdf = File(f"{project.report.slug}.pdf", written.data, written.pages)
    return Checked(
        _in_order(problems), project.files, view.facts, composed, pdf, File(LEDGER, written.attached[0].data)
    )


def build(project: Project, cache: Cache | None = None, draft: bool = False) -> Built:
    """The report's files. ReportError with every problem where an error keeps it from being made."""
    checked = check(project, cache, draft)
    if not _may_go_on(checked.problems, draft) or checked.pdf is None or checked.ledger is None:
        raise ReportError(checked.problems)
    return Built((checked.pdf, checked.ledger), checked)


def draw(document: Document, project: Project, cache: Cache) -> tuple[dict[Chart, Drawing], tuple[Problem, ...]]:
    """Every chart of the document, drawn or taken from the cache; Matplotlib is imported only where one is new."""
    from report_builder.charts.stored import from_json, to_json

    theme = project.theme
    out: dict[Chart, Drawing] = {}
    problems: list[Problem] = []
    for chart, width_pt, where in _charts(document, project):
        key = key_of("drawing", installed(), repr(chart), _look(theme), f"{width_pt:g}")
        stored = cache.get(key)
        drawing = from_json(stored) if stored else None
        if drawing is None:
            from report_builder.charts.record import record  # Matplotlib takes half a second to import

            drawing, found = record(chart, theme, width_pt, where)
            problems += found
            cache.put(key, to_json(drawing))
            if found:
                cache.put(key_of(key, "problems"), b"")
        elif cache.get(key_of(key, "problems")) is not None:
            from report_builder.charts.sheet import lay_out  # twenty modules that other drawings do without

            problems += lay_out(chart, theme, width_pt, where).problems
        out[chart] = drawing
    return out, tuple(problems)


def _look(theme: Theme) -> str:
    """Everything of a theme that a chart is drawn with."""
    return repr((theme.colours, theme.text, theme.display, theme.scale, theme.page))


def _charts(document: Document, project: Project) -> list[tuple[Chart, float, Where | None]]:
    from report_builder.pdf.cover import trend_width  # with ReportLab, as above

    column = project.theme.page.column
    charts: list[tuple[Chart, float, Where | None]] = []
    cover = document.cover
    if cover and cover.hero and cover.hero.trend:
        charts.append((cover.hero.trend, trend_width(project.theme), cover.where))
    for section in document.sections:
        charts += [(b.chart, column, b.where) for b in section.blocks if isinstance(b, FigureBlock)]
    return charts


def account(project: Project) -> Ledger:
    """The project's ledger without laying out its pages. ReportError where its facts cannot be computed.

    Claims that do not hold are in it as such.
    """
    view, problems = view_of(project)
    if errors((*project.problems, *problems)):
        raise ReportError(_in_order((*project.problems, *problems)))
    return ledger_of(view, compose(view))


def _attached(ledger: Ledger, placed: tuple[PlacedThing, ...], pages: int) -> Attachment:
    """The ledger as it goes into the PDF and beside it, with the pages that each fact is printed on."""
    found: dict[str, list[int]] = {}
    for thing in placed:
        if thing.kind == "fact":
            found.setdefault(thing.id, []).append(thing.page)
    data = to_bytes(with_pages(ledger, found, pages))
    return Attachment(LEDGER, "application/json", data, "Every figure of this report, with its sources", "Supplement")


def _may_go_on(problems: tuple[Problem, ...], draft: bool) -> bool:
    return not [p for p in errors(problems) if not (draft and p.code.startswith(DRAFT_MAY_FAIL))]


def _unread(project: Project) -> tuple[str, ...]:
    """The codes of what is missed where a file could not be read, which has been reported."""
    return tuple(code for file, codes in _SHADOWS.items() if file in project.unread for code in codes)


def _without_unknown_place(problems: tuple[Problem, ...], view: View) -> tuple[Problem, ...]:
    """One problem where no data are about the report's place, instead of one for each fact that needs it."""
    axes = (axis for family in view.facts.families.values() for axis in family.axes if axis.name == "place")
    known = {m.id: m.name for axis in axes for m in axis.members}
    echoes = [p for p in problems if p.message.endswith("by place; say which")]
    if not echoes or view.facts.here in known:
        return problems
    place = view.report.place
    close = difflib.get_close_matches(place, known.values(), 1)
    hint = f'did you mean "{close[0]}"?' if close else f"the data are about {', '.join(known.values())}"
    found = problem("P066", f'no data are about "{place}"', Where(REPORT, key=("place",)), help=hint)
    return (*(p for p in problems if p not in echoes), found)


def _in_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Each once: errors before warnings before notes, then by file, as they stand in it."""
    gravity = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
    once = dict.fromkeys(problems)
    return tuple(sorted(once, key=lambda p: (gravity[p.severity], p.where.file if p.where else "", _at(p))))


def _at(p: Problem) -> tuple[int, str]:
    return (p.where.start or 0, ".".join(map(str, p.where.key))) if p.where else (0, "")
