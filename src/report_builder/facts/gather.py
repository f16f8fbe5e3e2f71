"""All that a report would give away, gathered: what holds, what is public, what each fact says, what is small."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from report_builder.facts import percentages
from report_builder.facts.disclosure import Disclosure, Statement
from report_builder.facts.earlier import Elsewhere
from report_builder.facts.forms import Counts
from report_builder.facts.ledger import Ledger, to_bytes
from report_builder.facts.linear import Row
from report_builder.facts.statements import is_small, like_for_like, secrets, statement
from report_builder.facts.structure import Structure
from report_builder.problems import Problem, Where, problem

_MOST_NAMED = 8


class Files(Struct, frozen=True):
    """Where problems point: the files of facts and of datasets; and what was released before.

    `earlier` are ledgers by their place in the project, `previous` that of the release before.
    """

    facts: str
    datasets: str
    earlier: Mapping[str, bytes]
    previous: Ledger | None = None


def gathered(counts: Counts, files: Files) -> tuple[Disclosure, tuple[Problem, ...]]:
    """The disclosure of a report's facts, and what is wrong with what is said of their protection."""
    known, problems = _known(counts, files)
    return _disclosure(counts, known), tuple(problems)


def _known(counts: Counts, files: Files) -> tuple[tuple[Row, ...], list[Problem]]:
    """What holds and what readers know whatever the report prints."""
    found: list[Row] = []
    problems: list[Problem] = []
    elsewhere = Elsewhere(counts)
    elsewhere.published()
    if files.previous is not None:
        elsewhere.ledger("previous_release", to_bytes(files.previous), Where(files.datasets))
    for dataset, protection in counts.protected():
        structure = Structure(counts, dataset, protection, files.datasets)
        structure.find()
        found += structure.rows
        problems += structure.problems
        for name in protection.earlier:
            if name in files.earlier:
                elsewhere.ledger(
                    name, files.earlier[name], Where(files.datasets, key=(dataset.id, "protect", "earlier"))
                )
    problems += elsewhere.problems
    if elsewhere.revised:
        named = ", ".join(dict.fromkeys(elsewhere.revised[:_MOST_NAMED]))
        message = f"{len(elsewhere.revised)} figures were revised since an earlier release: {named}"
        problems.append(problem("V008", message, Where(files.datasets)))
    return tuple(dict.fromkeys((*found, *elsewhere.rows))), problems


def _disclosure(counts: Counts, known: tuple[Row, ...]) -> Disclosure:
    statements: list[Statement] = []
    hidden: set[str] = set()
    for fact in counts.facts:
        said = statement(fact, counts)
        if said is not None:
            statements.append(said)
            if is_small(fact, counts):
                hidden.add(fact.id)
        like = like_for_like(fact, counts)
        if like is not None:
            statements.append(like)
    of_bases = percentages.percentages(counts)
    statements += [percentages.statement(p) for p in of_bases]
    hidden |= {p.fact.id for p in of_bases if p.small}
    behind = tuple(s for p in of_bases for s in percentages.secrets(p))
    known = (*known, *percentages.add_up(of_bases, counts))
    return Disclosure(known, tuple(statements), (*secrets(counts), *behind), frozenset(hidden))
