"""The audit: for everything a reader can know, how small and how large each secret count may still be.

An attacker's linear programmes (Fischetti and Salazar 2001; Hundepool and others, "Statistical Disclosure Control",
2012, chapter 4) are solved in whole numbers, as counts are. An end of an interval counts as open only where there is a
table of whole numbers that has it and agrees with every row; the tables are kept, and are the proof.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from report_builder.facts.disclosure import Disclosure, Secret
from report_builder.facts.linear import Row, Variable, row
from report_builder.facts.solver import Group, Table, reduced, satisfies, solved

End = tuple[int, Literal["low", "high"]]  # which secret, by its place in the list, and which end of its interval

_ROUNDS = 60  # of solving for many ends at once


def target(secret: Secret, end: Literal["low", "high"]) -> Row:
    """The row that holds of a table in which the secret is as low, or as high, as it must be able to be."""
    found = row(secret.form, None, secret.low) if end == "low" else row(secret.form, secret.high, None)
    if found is None:
        raise ValueError(f"a secret without a count: {secret.name}")
    return found


@dataclass(slots=True)
class Audit:
    """One disclosure under audit. `tables` are those found for the ends that are shown to be open."""

    disclosure: Disclosure
    tables: dict[End, Table] = field(default_factory=dict)
    targets: dict[End, Row] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for i, secret in enumerate(self.disclosure.secrets):
            self.targets[i, "low"] = target(secret, "low")
            self.targets[i, "high"] = target(secret, "high")

    def rows(self, hidden: frozenset[str]) -> tuple[Row, ...]:
        """Everything a reader knows where the facts in `hidden` print as marks."""
        said = [r for s in self.disclosure.statements for r in (*s.always, *(() if s.fact in hidden else s.printed))]
        return tuple(dict.fromkeys((*self.disclosure.known, *said)))

    def broken(self, hidden: frozenset[str]) -> list[End]:
        """The ends that no table can be found for; the others' tables are kept."""
        rows = self.rows(hidden)
        checked: dict[int, bool] = {}
        pending = set()
        for end in self.targets:
            table = self.tables.get(end)
            if table is not None and id(table) not in checked:
                checked[id(table)] = satisfies(table, rows)
            if table is None or not checked[id(table)]:
                pending.add(end)
        if pending:
            self._solve(rows, pending)
        return sorted(pending)

    def take(self, table: Table, pending: set[End]) -> int:
        """Keeps a table for each end that it opens, and says how many these were."""
        opened = [end for end in pending if satisfies(table, (self.targets[end],))]
        for end in opened:
            self.tables[end] = table
            pending.discard(end)
        return len(opened)

    def _solve(self, rows: Sequence[Row], pending: set[End]) -> None:
        left = reduced(rows, (v for r in (*rows, *self.targets.values()) for v, _ in r.terms))
        if left is None:
            return  # what is known contradicts itself, so nothing can be shown of anything
        base = dict(left.fixed)
        for group in left.groups:
            found = solved(group.names, group.rows, {})
            if found is None:
                return
            base |= found
        self.take(base, pending)
        where = {v: i for i, group in enumerate(left.groups) for v in group.names}
        mine: dict[frozenset[int], set[End]] = {}
        for end in pending:
            mine.setdefault(frozenset(where[v] for v, _ in self.targets[end].terms if v in where), set()).add(end)
        for at, ends in sorted(mine.items(), key=lambda item: sorted(item[0])):
            closed = set(ends)
            self._open(_together([left.groups[i] for i in sorted(at)]), base, closed)
            pending -= ends - closed

    def _open(self, group: Group, base: Mapping[Variable, int], pending: set[End]) -> None:
        """Opens ends many at a time, by random objectives over those that are left, then each by itself."""
        if not group.names:
            return
        chance = random.Random(len(group.names))
        idle = 0
        for _ in range(_ROUNDS):
            if len(pending) < 3 or idle > 1:
                break
            objective = dict.fromkeys(group.names, 0.0)
            for end in sorted(pending):
                weight = chance.random()
                for variable, pull in self._pull(end, group):
                    objective[variable] += weight * pull
            found = solved(group.names, group.rows, objective)
            idle = 0 if found is not None and self.take({**base, **found}, pending) else idle + 1
        for end in sorted(pending):
            if end in pending:
                found = solved(group.names, group.rows, dict(self._pull(end, group)))
                if found is not None:
                    self.take({**base, **found}, pending)

    def _pull(self, end: End, group: Group) -> Iterable[tuple[Variable, float]]:
        """The direction in which an end lies, over the counts of a group."""
        sign = -1.0 if end[1] == "high" else 1.0
        inside = set(group.names)
        return [(v, sign * f) for v, f in self.targets[end].terms if v in inside]


def _together(groups: Sequence[Group]) -> Group:
    """Groups that a secret has counts in, as one."""
    return Group(tuple(v for g in groups for v in g.names), tuple(r for g in groups for r in g.rows))
