"""What there is to sign of a composed report: its figures with their values, its words, and the problems accepted."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from report_builder.campaign.approval import AcceptedProblem, SignedFigure
from report_builder.document.blocks import Document
from report_builder.document.words import words_of
from report_builder.facts.ledger import Entry, Ledger, as_number
from report_builder.sections.view import View


class Signing(Struct, frozen=True, dict=True):
    """`name` is the edition's, under which its approval is kept; `printed` are the ledger's entries of what prints.

    Their figures and the words of the documents are looked up when they are asked for: most editions are drafts, which
    nobody signs.
    """

    name: str
    version: str
    printed: tuple[Entry, ...]
    title: str
    documents: tuple[Document, ...]
    embargo: str = ""

    @cached_property
    def figures(self) -> Mapping[str, SignedFigure]:
        """The figures printed, by their ids."""
        return {entry.id: _figure(entry) for entry in self.printed}

    @cached_property
    def accepted(self) -> tuple[AcceptedProblem, ...]:
        return tuple(dict.fromkeys(problem for entry in self.printed for problem in _accepted(entry)))

    @cached_property
    def words(self) -> tuple[str, ...]:
        lines = (line for document in self.documents for line in words_of(document))
        return (self.title, *lines, *((f"embargo: {self.embargo}",) if self.embargo else ()))

    @property
    def report_hash(self) -> str:
        return report_hash(self.version, self.words, self.figures, self.accepted)


def signing_of(view: View, documents: tuple[Document, ...], ledger: Ledger) -> Signing:
    """What a person signs who approves this edition: its report and, where there is one, the release with it."""
    report = view.report
    return Signing(
        f"{view.place.id}.{view.language.code}",
        report.version,
        tuple(entry for entry in ledger.facts if entry.printed),
        report.title,
        documents,
        "" if report.embargo == "none" else report.embargo,
    )


def together(signings: Sequence[Signing]) -> Signing:
    """The first of several editions, with the figures and accepted problems of all."""
    printed = {entry.id: entry for signing in reversed(signings) for entry in signing.printed}
    return replace(signings[0], printed=tuple(printed.values()))


def _figure(entry: Entry) -> SignedFigure:
    value = entry.wording or "none" if entry.value is None else str(as_number(entry.value))
    when = f"{entry.from_} to {entry.period}" if entry.from_ else entry.period
    return SignedFigure(value=value, prints=entry.figure or entry.wording, unit=entry.unit, period=when)


def _accepted(entry: Entry) -> list[AcceptedProblem]:
    return [
        AcceptedProblem(figure=entry.name, problem=a.problem, because=a.because, by=a.by, date=a.date)
        for a in entry.accepted
    ]


def figures_hash(figures: Mapping[str, SignedFigure], accepted: tuple[AcceptedProblem, ...]) -> str:
    """The hash of exactly these figures, values and accepted problems (SHA-256, hexadecimal)."""
    return _hash({id_: one.model_dump(mode="json") for id_, one in figures.items()}, _plain(accepted))


def report_hash(
    version: str,
    words: tuple[str, ...],
    figures: Mapping[str, SignedFigure],
    accepted: tuple[AcceptedProblem, ...],
) -> str:
    """The hash of exactly this report: its version, its words, its figures and the problems accepted."""
    return _hash(version, words, figures_hash(figures, accepted))


def _plain(accepted: tuple[AcceptedProblem, ...]) -> list[dict[str, Any]]:
    return sorted((a.model_dump(mode="json") for a in accepted), key=lambda a: json.dumps(a, sort_keys=True))


def _hash(*parts: Any) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
