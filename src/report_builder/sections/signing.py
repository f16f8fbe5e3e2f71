"""What there is to sign of a composed report: its figures with their values, its words, and the problems accepted."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from report_builder.campaign.approval import AcceptedProblem, SignedFigure
from report_builder.document.blocks import Document
from report_builder.document.words import words_of
from report_builder.facts.ledger import Entry, Ledger, as_number
from report_builder.sections.view import View


class Signing(Struct, frozen=True):
    """`name` is the edition's, under which its approval is kept; `figures` are those printed, by their ids."""

    name: str
    version: str
    figures: Mapping[str, SignedFigure]
    accepted: tuple[AcceptedProblem, ...]
    words: tuple[str, ...]

    @property
    def report_hash(self) -> str:
        return report_hash(self.version, self.words, self.figures, self.accepted)


def signing_of(view: View, documents: tuple[Document, ...], ledger: Ledger) -> Signing:
    """What a person signs who approves this edition: its report and, where there is one, the release with it."""
    printed = [entry for entry in ledger.facts if entry.printed]
    embargo = "" if view.report.embargo == "none" else view.report.embargo
    return Signing(
        f"{view.place.id}.{view.language.code}",
        view.report.version,
        {entry.id: _figure(entry) for entry in printed},
        tuple(dict.fromkeys(problem for entry in printed for problem in _accepted(entry))),
        (
            view.report.title,
            *(line for document in documents for line in words_of(document)),
            *((f"embargo: {embargo}",) if embargo else ()),
        ),
    )


def together(signings: Sequence[Signing]) -> Signing:
    """The first of several editions, with the figures and accepted problems of all."""
    figures = {id_: one for signing in reversed(signings) for id_, one in signing.figures.items()}
    accepted = tuple(dict.fromkeys(a for signing in signings for a in signing.accepted))
    return replace(signings[0], figures=figures, accepted=accepted)


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
