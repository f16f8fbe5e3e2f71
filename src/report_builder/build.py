"""The pipe of one build: project, facts, view, document, drawings, pages, files; all problems together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from report_builder.cache import Cache
from report_builder.document.blocks import Attachment
from report_builder.document.check import check_document
from report_builder.docx.text import plain_text
from report_builder.facts.family import Facts
from report_builder.facts.ledger import Ledger, name_in, to_bytes, with_pages
from report_builder.facts.robustness import remarks
from report_builder.output import File
from report_builder.pipe.ahead import noted
from report_builder.pipe.draw import draw
from report_builder.pipe.edition import Edition, editions_of, own_edition, place_named, view_of
from report_builder.pipe.prepare import Prepared, prepare
from report_builder.pipe.stage import at_stage
from report_builder.pipe.writers import Work, write
from report_builder.problems import Problem, ReportError, Severity, errors, problem
from report_builder.problems.locate import SourceFile
from report_builder.problems.order import in_order
from report_builder.project.echoes import without_echoes, without_unknown_place
from report_builder.project.load import APPROVALS, ASKS, FACTS, QUOTES, load
from report_builder.project.load import strict as as_strict
from report_builder.project.model import Project
from report_builder.sections.compose import Composed, compose
from report_builder.sections.consent import check_consents
from report_builder.sections.correction_release import compose_correction
from report_builder.sections.embargo import check_embargo
from report_builder.sections.ledger import ledger_of
from report_builder.sections.marks import suffix_of
from report_builder.sections.previous import check_previous
from report_builder.sections.release import compose_release
from report_builder.sections.signing import Signing, signing_of
from report_builder.sections.signoff import check_signoff
from report_builder.sections.social import compose_social
from report_builder.sections.usage import named, unused
from report_builder.sections.view import View

if TYPE_CHECKING:
    from report_builder.pdf.write import Attach, PlacedThing
    from report_builder.verify.sameness import Sameness

__all__ = [
    "Built",
    "Checked",
    "Edition",
    "Prepared",
    "account",
    "as_strict",
    "build",
    "build_edition",
    "check",
    "check_edition",
    "editions_of",
    "ledger_of",
    "load",
    "may_go_on",
    "own_edition",
    "prepare",
    "view_of",
]

# what a draft may carry: claims that do not hold, each marked in the page with its reason
DRAFT_MAY_FAIL = ("C",)
# what is missed where a file could not be read
_SHADOWS = {QUOTES: ("Q00",), ASKS: ("Q02",), APPROVALS: ("Q005",)}


class Checked(Struct, frozen=True):
    """All that could be found wrong, with the texts to show it in; the document and its pages where there are any."""

    problems: tuple[Problem, ...]
    files: Mapping[str, SourceFile]
    facts: Facts | None = None
    composed: Composed | None = None
    work: Work | None = None
    release: Composed | None = None
    signing: Signing | None = None
    halves: tuple[Checked, ...] = ()  # of an edition in several languages, bound in one PDF: each of them


class Built(Struct, frozen=True):
    """The finished files of an edition, and what was found on the way; of a release, the proof that only marks went."""

    files: tuple[File, ...]
    checked: Checked
    proof: Sameness | None = None


def check(
    project: Project,
    cache: Cache | None = None,
    draft: bool = False,
    now: datetime | None = None,
    every_page: bool = False,
) -> Checked:
    """Everything that can be wrong with the project, its pages laid out in memory included; writes nothing.

    What is laid out is the report's own edition, and the others where `every_page` is asked for. Of these it is said
    what is wrong or doubtful there and not in its own: claims that do not hold, figures that lack.
    """
    prepared = prepare(project, cache)
    own = own_edition(project)
    checked = check_edition(prepared, own, cache, draft, now)
    others = [p for code in project.overlays for p in prepared.in_language(code).problems]
    if project.editions is not None and may_go_on(prepared.problems, draft):
        told = {*checked.problems, *others}
        found: dict[Problem, list[Edition]] = {}
        for edition in (part for e in editions_of(project) for part in e.parts):
            if (edition.area, edition.language) != (own.area, own.language):
                for p in check_edition(prepared, edition, cache, draft, now, pages=every_page).problems:
                    if p.severity is not Severity.NOTE and p not in told:
                        found.setdefault(p, []).append(edition)
        others += [noted(p, editions) for p, editions in found.items()]
        others += unused(prepared.facts, named(prepared.facts, project.files, FACTS), FACTS)
    return replace(checked, problems=in_order((*checked.problems, *others)))


def build(
    project: Project,
    cache: Cache | None = None,
    draft: bool = False,
    formats: tuple[str, ...] = ("pdf",),
    now: datetime | None = None,
    ready: Callable[[Project, Cache | None], Prepared] = prepare,
) -> Built:
    """The report's files. ReportError with every problem where an error keeps it from being made.

    `ready` prepares the project; one that builds it again and again keeps what stays the same.
    """
    return build_edition(ready(project, cache), own_edition(project), cache, draft, formats, now)


def check_edition(
    prepared: Prepared,
    edition: Edition,
    cache: Cache | None = None,
    draft: bool = False,
    now: datetime | None = None,
    pages: bool = True,
) -> Checked:
    """Everything that can be wrong with one edition of a project, an embargo that still holds at `now` among it.

    Without `pages` it is composed but neither drawn nor laid out, which takes most of the time.
    """
    project = prepared.project
    view, problems = view_of(prepared, edition, draft)
    composed, release, social = compose(view), compose_release(view), compose_social(view)
    problems = (*prepared.problems, *problems, *social.problems)
    if project.previous is not None:
        problems += check_previous(project.previous, view, composed)
    problems = without_echoes((*problems, *composed.problems, *(release.problems if release else ())), _unread(project))
    problems = without_unknown_place(problems, view.facts, *place_named(project, edition))
    if not may_go_on(problems, draft):
        return Checked(in_order(problems), project.files, view.facts, composed)
    printed = {**composed.printed, **(release.printed if release else {}), **social.printed}
    if not view.one_of_many and view.report.layout == "full":  # what is left out here may be printed elsewhere
        problems += unused(view.facts, printed, FACTS)
    problems += remarks(view.facts, printed, FACTS)
    problems += check_document(composed.document)
    problems += check_document(release.document) if release else ()
    ledger = ledger_of(view, composed)
    documents = (composed.document, *([release.document] if release else ()))
    signing = signing_of(view, documents, ledger)
    problems += (*check_embargo(view, now), *check_signoff(view, signing))
    problems += check_consents(composed.shown, "report", view.report, now)
    problems += check_consents(release.shown, "press", view.report, now) if release else ()
    if not pages or not may_go_on(problems, draft):
        return Checked(in_order(problems), project.files, view.facts, composed)
    drawings, found = draw(composed.document, project.theme, cache or Cache())
    if release is not None:
        more, wrong = draw(release.document, project.theme, cache or Cache())
        drawings, found = drawings | more, found + wrong
    from report_builder.pdf import write as pdf  # ReportLab takes 100 ms to import, and a failed check needs none of it

    document, theme = composed.document, project.theme
    written = pdf.write(document, drawings, theme, _attach(ledger, view))
    problems += (*found, *written.problems)
    name = edition.name + suffix_of(view)
    beside = File(written.attached[0].name, written.attached[0].data, "application/json")
    laid_out = File(f"{name}.pdf", written.data, "application/pdf", written.pages)
    own = cache or Cache()
    work = Work(name, document, drawings, theme, laid_out, beside, view, composed, release, project.files, own)
    return Checked(in_order(problems), project.files, view.facts, composed, work, release, signing)


def build_edition(
    prepared: Prepared,
    edition: Edition,
    cache: Cache | None = None,
    draft: bool = False,
    formats: tuple[str, ...] = ("pdf",),
    now: datetime | None = None,
) -> Built:
    """The files of one edition, the ledger last. ReportError with every problem where an error keeps it from them.

    Of an edition in several languages the PDF is one, and what else there is, is of each.
    """
    parts = tuple(check_edition(prepared, part, cache, draft, now) for part in edition.parts)
    problems = _all(p for part in parts for p in part.problems)
    works = tuple(part.work for part in parts if part.work is not None)
    if not may_go_on(problems, draft) or len(works) < len(parts):
        raise ReportError(problems)
    if edition.halves:
        works, found = _bound(works, edition)
        problems = _all((*problems, *found))
    made = [write(work, formats) for work in works]
    problems = _all((*problems, *(p for _, found in made for p in found)))
    if not may_go_on(problems, draft):
        raise ReportError(problems)
    proof = _proof(prepared, edition, cache, works[0])
    files = [file for written, _ in made for file in written]
    files += [
        File(f"{work.name}-correction.txt", plain_text(text), "text/plain; charset=utf-8")
        for work in works
        if (text := compose_correction(work.view)) is not None
    ]
    halves = tuple(replace(part, work=work) for part, work in zip(parts, works, strict=True))
    checked = replace(halves[0], problems=problems, halves=halves if edition.halves else ())
    return Built((*dict.fromkeys(files), *(work.ledger for work in works)), checked, proof)


def _all(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return in_order(dict.fromkeys(problems))


def _bound(works: tuple[Work, ...], edition: Edition) -> tuple[tuple[Work, ...], tuple[Problem, ...]]:
    """The works of several languages with one PDF for all, in which each has its own ledger; what is wrong with it."""
    from report_builder.pdf.write import Half, bind

    halves = []
    for w in works:
        words, attach = w.view.language, _attach(ledger_of(w.view, w.composed), w.view)
        halves.append(Half(w.document, w.drawings, attach, words.own_name, words.say("in this file")))
    written = bind(halves, works[0].theme)
    name = f"{edition.name}{suffix_of(works[0].view)}.pdf"
    pdf = File(name, written.data, "application/pdf", written.pages)
    ledgers = (File(a.name, a.data, a.media_type) for a in written.attached)
    return tuple(replace(w, pdf=pdf, ledger=one) for w, one in zip(works, ledgers, strict=True)), written.problems


def _proof(prepared: Prepared, edition: Edition, cache: Cache | None, work: Work) -> Sameness | None:
    """Of a release: that it is its marked copy, sign by sign, but for the marks. ReportError where it is not."""
    if work.view.report.stage != "release":
        return None
    from report_builder.verify.sameness import compare  # pikepdf takes 60 ms, and only a release is compared

    draft = replace(prepared, project=at_stage(prepared.project, "draft"))
    marked = tuple(w for part in edition.parts if (w := check_edition(draft, part, cache).work) is not None)
    assert len(marked) == len(edition.parts)
    if edition.halves:
        marked, _ = _bound(marked, edition)
    found = compare(marked[0].pdf.data, work.pdf.data)
    if found.differences:
        hint = "this is our mistake, not yours; send us what it prints"
        message = "the release differs from its marked copy in more than the marks"
        raise ReportError([problem("S028", message, None, *found.differences[:6], help=hint)])
    return found


def account(project: Project) -> Ledger:
    """The project's ledger without laying out its pages. ReportError where its facts cannot be computed.

    Claims that do not hold are in it as such.
    """
    prepared = prepare(project)
    view, problems = view_of(prepared, own_edition(project))
    problems = (*prepared.problems, *problems)
    if errors(problems):
        raise ReportError(in_order(problems))
    return ledger_of(view, compose(view))


def may_go_on(problems: tuple[Problem, ...], draft: bool) -> bool:
    """Whether nothing that was found keeps the report from being made."""
    return not [p for p in errors(problems) if not (draft and p.code.startswith(DRAFT_MAY_FAIL))]


def _attach(ledger: Ledger, view: View) -> Attach:
    """Makes the ledger as it goes into the PDF and beside it, with the pages that each fact is printed on."""

    def attached(placed: tuple[PlacedThing, ...], pages: range) -> tuple[Attachment, ...]:
        found: dict[str, dict[str, list[int]]] = {}
        for thing in placed:
            if thing.kind == "fact":
                found.setdefault(thing.id, {}).setdefault(thing.file, []).append(thing.page)
        data = to_bytes(with_pages(ledger, found, pages))
        name = name_in(view.half)
        return (Attachment(name, "application/json", data, view.language.say("ledger"), "Supplement"),)

    return attached


def _unread(project: Project) -> tuple[str, ...]:
    """The codes of what is missed where a file could not be read, which has been reported."""
    return tuple(code for file, codes in _SHADOWS.items() if file in project.unread for code in codes)
