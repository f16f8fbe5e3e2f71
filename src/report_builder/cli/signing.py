"""What `approve` lays before the person who signs."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from report_builder.build import (
    Edition,
    Prepared,
    editions_of,
    ledger_of,
    load,
    may_go_on,
    own_edition,
    prepare,
    view_of,
)
from report_builder.cache import user_cache
from report_builder.problems import Problem, ReportError, problem
from report_builder.problems.order import in_order
from report_builder.project.model import Project
from report_builder.sections.compose import compose
from report_builder.sections.release import compose_release
from report_builder.sections.signing import Signing, signing_of
from report_builder.sections.signoff import check_figures, told
from report_builder.sections.view import View


class ToSign(Struct, frozen=True):
    """One edition, and what there is to sign of it."""

    view: View
    signing: Signing


def to_sign(directory: Path) -> tuple[Project, tuple[ToSign, ...]]:
    """The project and all its editions, its own first. ReportError where one holds an error: mend that first."""
    project = load(directory, user_cache())
    prepared = prepare(project, user_cache())
    own = own_edition(project)
    every = (part for edition in editions_of(project) for part in edition.parts)
    others = (e for e in every if (e.area, e.language) != (own.area, own.language))
    return project, tuple(_edition(prepared, edition) for edition in (own, *others))


def _edition(prepared: Prepared, edition: Edition) -> ToSign:
    view, problems = view_of(prepared, edition)
    composed, release = compose(view), compose_release(view)
    found = (*prepared.problems, *problems, *composed.problems, *(release.problems if release else ()))
    if not may_go_on(found, False):
        raise Unready(in_order(found), prepared.project)
    documents = (composed.document, *([release.document] if release else ()))
    return ToSign(view, signing_of(view, documents, ledger_of(view, composed)))


class Unready(ReportError):
    """A report that cannot be signed yet, with the texts its problems point into."""

    def __init__(self, problems: tuple[Problem, ...], project: Project) -> None:
        super().__init__(problems)
        self.files = project.files


def chosen(editions: tuple[ToSign, ...], names: tuple[str, ...]) -> tuple[ToSign, ...]:
    """The editions of these names, the report's own for no name, every one for "all"."""
    if not names:
        return editions[:1]
    if "all" in names:
        return editions
    known = {one.signing.name: one for one in editions}
    for name in names:
        if name not in known:
            message = f'there is no edition "{name}"'
            near = [one for one in known if one.partition(".")[0] == name]
            hint = f"did you mean {' or '.join(near)}?" if near else f"editions: {', '.join(known)}"
            raise ReportError([problem("S011", message, None, help=hint)])
    return tuple(known[name] for name in dict.fromkeys(names))


def parts_signed(one: ToSign) -> None:
    """ReportError where a quote waits for its approval, or the figures are not signed as they stand."""
    waiting = [id_ for id_, quote in one.view.quotes.quotes.items() if quote.status == "waiting"]
    if waiting:
        message = f"{', '.join(waiting)} {'waits' if len(waiting) == 1 else 'wait'} for approval"
        raise ReportError([problem("S008", message, None, help="first the quotes: report-builder approve quote")])
    found = check_figures(one.view, one.signing, release=True)
    if found:
        hint = "first the figures: report-builder approve figures"
        raise ReportError([problem("S008", found[0].message, None, *found[0].notes, help=hint)])


def accepted_text(signing: Signing) -> str:
    """The problems that were accepted with eyes open, for whoever signs."""
    if not signing.accepted:
        return "no problem of these figures was accepted"
    return "\n".join(("accepted problems, signed with the rest:", *(f"  {told(a)}" for a in signing.accepted)))
