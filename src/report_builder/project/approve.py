"""Writes the records of approvals into `report/approvals.yml`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date
from pathlib import Path
from typing import Any

from msgspec import Struct

from report_builder.campaign.approval import Approval, ApprovalsFile, FiguresApproval, same_person
from report_builder.campaign.quote import Quote, paragraphs_of, words_hash
from report_builder.output import write_whole
from report_builder.problems import ReportError, Where, problem
from report_builder.project.load import APPROVALS, QUOTES
from report_builder.project.model import Project
from report_builder.project.records import Row, as_yaml
from report_builder.sections.signing import Signing, figures_hash

_HEAD = "Written by `report-builder approve`. Each record is of exactly what its hash was made from."


class Signature(Struct, frozen=True):
    """Who signs, who made what is signed, when, where the approval itself is kept, and a remark."""

    by: str
    author: str
    date: Date
    kept: str
    note: str = ""

    def record(self, of: str, **more: Any) -> dict[str, Any]:
        """The record of signing what has the hash `of`."""
        told = {"by": self.by, "author": self.author, "date": self.date.isoformat(), "kept": self.kept}
        return {**told, **({"note": self.note} if self.note else {}), "hash": of, **more}


def approve_quote(project: Project, name: str, signature: Signature, language: str = "") -> Quote:
    """The quote whose exact words, or those of its translation into `language`, are now on record as approved.

    ReportError for an unknown quote or translation, and for one's own approval.
    """
    quote = project.quotes.quotes.get(name)
    if quote is None:
        known = ", ".join(project.quotes.quotes) or "none"
        raise ReportError([problem("Q001", f'there is no quote "{name}"', Where(QUOTES), help=f"quotes: {known}")])
    if language and language not in quote.translations:
        known = ", ".join(quote.translations) or "none"
        where = Where(QUOTES, key=("quotes", name), on_key=True)
        message = f'"{name}" has no translation into "{language}"'
        raise ReportError([problem("S010", message, where, help=f"its translations: {known}")])
    if same_person(signature.by, signature.author):
        hint = "name under --by whoever approved the words, under --author whoever typed them"
        message = f'"{name}" cannot be approved by the person who typed it'
        raise ReportError([problem("Q007", message, None, help=hint)])
    words = quote.translations[language] if language else quote.words
    record = signature.record(words_hash(quote.speaker, words), words="\n\n".join(paragraphs_of(words)))
    kept = _plain(project.approvals)
    if language:
        kept["translations"].setdefault(name, {})[language] = record
    else:
        kept["quotes"][name] = record
    _write(project.root, kept)
    return quote


def approve_figures(project: Project, signing: Signing, signature: Signature) -> None:
    """Puts on record that these figures and accepted problems are approved. ReportError for one's own approval."""
    _other_person(signature, "the figures")
    figures = {id_: Row(one.model_dump()) for id_, one in signing.figures.items()}
    accepted = [a.model_dump(mode="json") for a in signing.accepted]
    kept = _plain(project.approvals)
    kept["figures"] = signature.record(
        figures_hash(signing.figures, signing.accepted), figures=figures, accepted=accepted
    )
    _write(project.root, kept)


def approve_reports(project: Project, signings: Sequence[Signing], signature: Signature) -> None:
    """Puts on record that these editions are approved, word for word. ReportError for one's own approval."""
    _other_person(signature, "the report")
    kept = _plain(project.approvals)
    for signing in signings:
        accepted = [a.model_dump(mode="json") for a in signing.accepted]
        kept["reports"][signing.name] = signature.record(
            signing.report_hash, version=signing.version, accepted=accepted, words=list(signing.words)
        )
    _write(project.root, kept)


def _other_person(signature: Signature, what: str) -> None:
    if same_person(signature.by, signature.author):
        message = f"{what} cannot be signed by their author, {signature.author}"
        hint = "name under --by whoever signs, under --author whoever made them"
        raise ReportError([problem("S006", message, None, help=hint)])


def _plain(approvals: ApprovalsFile) -> dict[str, Any]:
    """The records as they are, as plain data."""

    def record(one: Approval) -> dict[str, Any]:
        told = {k: v for k, v in one.model_dump(mode="json").items() if v not in ("", [], {})}
        if isinstance(one, FiguresApproval):
            told["figures"] = {id_: Row(figure.model_dump()) for id_, figure in one.figures.items()}
        return told

    return {
        "quotes": {name: record(one) for name, one in approvals.quotes.items()},
        "translations": {
            name: {language: record(one) for language, one in by.items()} for name, by in approvals.translations.items()
        },
        "figures": record(approvals.figures) if approvals.figures else {},
        "reports": {name: record(one) for name, one in approvals.reports.items()},
    }


def _write(root: Path, records: dict[str, Any]) -> None:
    write_whole(root / "report", Path(APPROVALS).name, as_yaml(records, _HEAD))
