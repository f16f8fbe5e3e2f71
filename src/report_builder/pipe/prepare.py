"""A project made ready for any number of editions: every fact computed once, and small counts withheld once."""

from __future__ import annotations

from typing import TypeVar

from msgspec import Struct, field

from report_builder.cache import Cache
from report_builder.campaign.area import said_in
from report_builder.campaign.report import PlaceWords
from report_builder.facts.compute import compute
from report_builder.facts.family import Facts
from report_builder.facts.gather import Files
from report_builder.facts.ledger import Entry
from report_builder.facts.protect import protect
from report_builder.pipe.translate import facts_in, glossary_of
from report_builder.pipe.translations import check_translation
from report_builder.problems import Problem
from report_builder.project.load import DATASETS, FACTS
from report_builder.project.model import Project
from report_builder.sections.acceptances import check_acceptances
from report_builder.sections.view import Figures, Linted

_MOST_KEPT = 4000  # entries of a language; three megabytes
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Spoken(Struct, frozen=True):
    """Facts and areas in the words of one language, and what is wrong with its translation."""

    facts: Facts
    places: dict[str, PlaceWords]
    problems: tuple[Problem, ...] = ()


class Prepared(Struct, frozen=True):
    """A project, the facts that all its editions are views of, and what is wrong with either.

    `entries` keeps what the ledger says of each fact in each language, `figures` how it prints, `linted` what the lint
    says of words, and `spoken` the facts in other languages with what is wrong with their translation, for the next
    edition.
    """

    project: Project
    facts: Facts
    problems: tuple[Problem, ...]
    entries: dict[str, dict[str, Entry]] = field(default_factory=dict)
    figures: dict[str, Figures] = field(default_factory=dict)
    linted: dict[str, Linted] = field(default_factory=dict)
    spoken: dict[str, Spoken] = field(default_factory=dict)

    def in_language(self, code: str) -> Spoken:
        """The facts in the words of a language, made when they are first asked for."""
        if code not in self.spoken:
            self.spoken[code] = _spoken(self, code)
        return self.spoken[code]


def kept_in(code: str, memory: dict[str, dict[_Key, _Value]]) -> dict[_Key, _Value]:
    """What is kept in a language, to be added to; emptied when much has come together.

    Most entries are of one area, and no other edition has them: memory does not grow with the editions.
    """
    kept = memory.setdefault(code, {})
    if len(kept) > _MOST_KEPT:
        kept.clear()
    return kept


def prepare(project: Project, cache: Cache | None = None) -> Prepared:
    """The project with its facts: ranks, medians and what is withheld need every place, whatever is built."""
    facts, problems = compute(project.specs, project.datasets, project.report.place, FACTS, _parents(project))
    facts, found = protect(facts, Files(FACTS, DATASETS, project.earlier, project.previous), cache)
    problems += (*found, *check_acceptances(facts, FACTS))
    return Prepared(project, facts, (*project.problems, *problems))


class Again(Struct):
    """Prepares a project save after save; its facts are computed anew only where what they come from has changed."""

    last: Prepared | None = None

    def __call__(self, project: Project, cache: Cache | None = None) -> Prepared:
        before = self.last
        if before is None or _sources(before.project) != _sources(project):
            self.last = prepare(project, cache)
        else:
            found = before.problems[len(before.project.problems) :]
            kept = before.entries if before.project.report == project.report else {}
            self.last = Prepared(project, before.facts, (*project.problems, *found), kept)
        return self.last


def _sources(project: Project) -> tuple[object, ...]:
    """All that facts are computed from, and withheld because of."""
    computed = (project.specs, project.datasets, project.report.place, _parents(project))
    return *computed, project.earlier, project.previous


def _parents(project: Project) -> dict[str, str]:
    """The larger areas that places are part of, as the editions say, else as the data do."""
    dimensions = (d for dataset in project.datasets.values() for d in dataset.dimensions if d.name == "place")
    by_data = {m.id: m.part_of for d in dimensions for m in d.members if m.part_of}
    areas = project.editions.areas if project.editions else {}
    return by_data | {id_: area.part_of for id_, area in areas.items() if area.part_of}


def _spoken(prepared: Prepared, code: str) -> Spoken:
    project, facts = prepared.project, prepared.facts
    overlay = project.overlays.get(code)
    areas = project.editions.areas if project.editions else {}
    phrases = {id_: area.phrases(code) for id_, area in areas.items()}
    if overlay is None:
        return Spoken(facts, phrases)
    first = project.report.language
    names = {said_in(area.name, first): said_in(area.name, code) for area in areas.values()}
    found = check_translation(project, facts, overlay, names)
    return Spoken(facts_in(facts, overlay, glossary_of(overlay, names)), phrases, found)
