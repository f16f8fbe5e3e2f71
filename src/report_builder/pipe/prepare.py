"""A project made ready for any number of editions: every fact computed once, and small counts withheld once."""

from __future__ import annotations

from msgspec import Struct, field

from report_builder.cache import Cache
from report_builder.facts.compute import compute
from report_builder.facts.family import Facts
from report_builder.facts.gather import Files
from report_builder.facts.ledger import Entry
from report_builder.facts.protect import protect
from report_builder.problems import Problem
from report_builder.project.load import DATASETS, FACTS
from report_builder.project.model import Project
from report_builder.sections.acceptances import check_acceptances


class Prepared(Struct, frozen=True):
    """A project, the facts that all its editions are views of, and what is wrong with either.

    `entries` keeps what the ledger says of each fact in each language, for the next edition.
    """

    project: Project
    facts: Facts
    problems: tuple[Problem, ...]
    entries: dict[str, dict[str, Entry]] = field(default_factory=dict)


def prepare(project: Project, cache: Cache | None = None) -> Prepared:
    """The project with its facts: ranks, medians and what is withheld need every place, whatever is built."""
    facts, problems = compute(project.specs, project.datasets, project.report.place, FACTS)
    facts, found = protect(facts, Files(FACTS, DATASETS, project.earlier, project.previous), cache)
    problems += (*found, *check_acceptances(facts, FACTS))
    return Prepared(project, facts, (*project.problems, *problems))
