"""The sign-off of a report against what it says now: whatever changed since somebody signed it is signed no more."""

from __future__ import annotations

from collections.abc import Iterator

from report_builder.campaign.approval import AcceptedProblem, Approval, FiguresApproval, ReportApproval, SignedFigure
from report_builder.problems import Problem, Where, problem
from report_builder.sections.signing import Signing, figures_hash
from report_builder.sections.view import View
from report_builder.text.difference import changed_words

APPROVALS = "report/approvals.yml"
_MOST = 6  # changed figures that are listed one by one


def check_signoff(view: View, signing: Signing) -> tuple[Problem, ...]:
    """In a draft what is signed no more, as warnings; before a release whatever is not signed, as it stands, by others.

    A figure or report that nobody has signed yet is no fault of a draft.
    """
    release = view.report.stage != "draft"
    known = _released(view, signing) if view.report.stage == "release" else ()
    return (*check_figures(view, signing, release), *_check_report(view, signing, release), *known)


def _released(view: View, signing: Signing) -> tuple[Problem, ...]:
    """That this version has not been released with other words."""
    record = view.releases.of(signing.version, signing.name)
    if record is None or record.report == signing.report_hash:
        return ()
    message = f"version {signing.version} was released on {record.date} with other words or figures"
    hint = 'what readers have is corrected in the open: report-builder correct --note "..."'
    return (problem("S041", message, None, help=hint),)


def check_figures(view: View, signing: Signing, release: bool) -> tuple[Problem, ...]:
    """What is wrong with the signature under the figures; in a release its absence as well."""
    record = view.approvals.figures
    if record is not None:
        return tuple(_figures(record, signing, release))
    hint = 'report-builder approve figures --by "..." --author "..." --kept "where the e-mail is"'
    return (problem("S003", "nobody has signed the figures", None, help=hint),) if release else ()


def _check_report(view: View, signing: Signing, release: bool) -> tuple[Problem, ...]:
    record = view.approvals.reports.get(signing.name)
    approve = f"report-builder approve report{f' --edition {signing.name}' if view.one_of_many else ''}"
    if record is not None:
        return tuple(_report(record, signing, release, approve))
    hint = f'{approve} --by "..." --author "..." --kept "where the e-mail is"'
    return (problem("S005", f"nobody has signed the report ({signing.name})", None, help=hint),) if release else ()


def _own(record: Approval, what: str, where: Where) -> Iterator[Problem]:
    if record.own:
        message = f"the {what} were signed by {record.by}, who made them"
        yield problem("S006", message, where, help="someone else has to sign them")


def _figures(record: FiguresApproval, signing: Signing, release: bool) -> Iterator[Problem]:
    where = Where(APPROVALS, key=("figures",), on_key=True)
    yield from _own(record, "figures", where)
    if record.hash != figures_hash(record.figures, record.accepted):
        hint = "records are written by `approve` only: run `approve figures` again"
        yield problem("S007", "the record of the signed figures was changed by hand", where, help=hint)
        return
    notes = [*_changed(record, signing), *_newly_accepted(record.accepted, signing)]
    if notes:
        message = f"the figures are no longer those that {record.by} signed on {record.date}"
        hint = "look at them again, then have them signed: report-builder approve figures"
        yield problem("S003" if release else "S002", message, where, *notes, help=hint)


def _changed(record: FiguresApproval, signing: Signing) -> list[str]:
    """Old and new value of each figure that is another now; a figure that is printed no more needs no signature."""
    lines = [
        f"{id_}: {_told(record.figures.get(id_), now)}  →  {_told(now, record.figures.get(id_))}"
        for id_, now in signing.figures.items()
        if not _same(record.figures.get(id_), now)
    ]
    more = len(lines) - _MOST
    return [*lines[:_MOST], *([f"and {more} more"] if more > 0 else [])]


def _same(one: SignedFigure | None, now: SignedFigure) -> bool:
    """Whether it is the same number of the same thing; another language may print it otherwise."""
    return one is not None and (one.value, one.unit, one.period) == (now.value, now.unit, now.period)


def _told(one: SignedFigure | None, other: SignedFigure | None) -> str:
    if one is None:
        return "not printed"
    told = one.prints or "no figure"
    if other is not None and other.prints == one.prints and other.value != one.value:
        told += f" ({one.value})"
    if other is not None and other.period != one.period:
        told += f", {one.period}"
    return told if other is None or other.unit == one.unit else f"{told} {one.unit}"


def _newly_accepted(known: tuple[AcceptedProblem, ...], signing: Signing) -> list[str]:
    return [f"accepted since: {told(a)}" for a in signing.accepted if a not in known]


def told(accepted: AcceptedProblem) -> str:
    """An accepted problem in one line, for whoever signs."""
    return f"{accepted.figure}: {accepted.problem}, by {accepted.by} on {accepted.date}: {accepted.because}"


def _report(record: ReportApproval, signing: Signing, release: bool, approve: str) -> Iterator[Problem]:
    where = Where(APPROVALS, key=("reports", signing.name), on_key=True)
    if record.own:
        message = f"the report was signed by {record.by}, who made it"
        yield problem("S006", message, where, help="someone else has to sign it")
    if record.hash == signing.report_hash:
        return
    notes = [*changed_words(" ".join(record.words), " ".join(signing.words), was="signed")]
    notes += _newly_accepted(record.accepted, signing)
    if record.version != signing.version:
        notes.insert(0, f"version {record.version} was signed, and this is version {signing.version}")
    message = f"the report is no longer what {record.by} signed on {record.date}"
    hint = f"read it again, then have it signed: {approve}"
    notes = notes or ["its words are the same: a figure behind them changed"]
    yield problem("S005" if release else "S004", message, where, *notes, help=hint)
