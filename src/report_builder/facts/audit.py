"""The audit: for everything a reader can know, how small and how large each secret count may still be.

An attacker's linear programmes (Fischetti and Salazar 2001; Hundepool and others, "Statistical Disclosure Control",
2012, chapter 4) are solved in whole numbers, as counts are. An end of an interval counts as open only where there is a
table of whole numbers that has it and agrees with every row. Counts that stand in the same rows with the same factors
can be exchanged in such a table, so that one of them speaks for all.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

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


class Proof(Struct, frozen=True):
    """A table that agrees with everything known, and the ends that it has."""

    table: Table
    ends: frozenset[End]


class Audit(Struct):
    """One disclosure under audit. `proofs` agree with what is known where the facts in `hidden` print as marks.

    `suspects` are ends that were found closed at any time: where something is wrong, it is found there first.
    """

    disclosure: Disclosure
    hidden: frozenset[str] = frozenset()
    extra: tuple[Row, ...] = ()
    proofs: list[Proof] = field(default_factory=list)
    suspects: set[End] = field(default_factory=set)
    targets: dict[End, Row] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for i, secret in enumerate(self.disclosure.secrets):
            self.targets[i, "low"] = target(secret, "low")
            self.targets[i, "high"] = target(secret, "high")

    @property
    def rows(self) -> tuple[Row, ...]:
        """Everything a reader knows."""
        said = [
            r for s in self.disclosure.statements for r in (*s.always, *(() if s.fact in self.hidden else s.printed))
        ]
        return tuple(dict.fromkeys((*self.disclosure.known, *said, *self.extra)))

    def with_hidden(self, hidden: frozenset[str]) -> Audit:
        """The audit where other facts are hidden; proofs stay that agree with those that print now."""
        more = [r for s in self.disclosure.statements if s.fact in self.hidden - hidden for r in s.printed]
        kept = [p for p in self.proofs if satisfies(p.table, more)]
        return replace(self, hidden=hidden, proofs=kept)

    def with_rows(self, extra: tuple[Row, ...]) -> Audit:
        """The audit where more is known."""
        kept = [p for p in self.proofs if satisfies(p.table, extra)]
        return replace(self, extra=(*self.extra, *extra), proofs=kept)

    def broken(self, any_will_do: bool = False) -> list[End]:
        """The ends that no table can be found for: of counts that can be exchanged, those of the first.

        Where any will do, the search ends with the first suspect that is found closed.
        """
        rows = self.rows
        left = reduced(rows, self._variables(rows))
        if left is None:
            return sorted(self.targets)  # what is known contradicts itself, so nothing can be shown of anything
        pending = self._unproved(left.groups)
        base = dict(self.proofs[-1].table) if self.proofs else dict(left.fixed)
        for group in left.groups if pending and not self.proofs else ():
            found = solved(group.names, group.rows, {})
            if found is None:
                return sorted(pending)
            base |= found
        self._take(base, pending)
        where = {v: i for i, group in enumerate(left.groups) for v in group.names}
        mine: dict[frozenset[int], set[End]] = {}
        for end in pending:
            mine.setdefault(frozenset(where[v] for v, _ in self.targets[end].terms if v in where), set()).add(end)
        tied = [(_together([left.groups[i] for i in sorted(at)]), ends) for at, ends in mine.items()]
        for group, ends in tied if any_will_do else ():
            for end in sorted(ends & self.suspects):
                self._alone(group, base, end, pending)
                if end in pending:
                    return [end]
        for group, ends in sorted(tied, key=lambda item: item[0].names):
            closed = ends & pending
            self._open(group, base, closed)
            pending -= ends - closed
        self.suspects |= pending
        return sorted(pending)

    def proved(self) -> bool:
        """Whether the proofs prove every end open, each looked at again against everything known; nothing is solved."""
        rows = self.rows
        spoken_of = self._variables(rows)
        left = reduced(rows, spoken_of)
        whole = [p for p in self.proofs if spoken_of <= p.table.keys()]  # a proof from before some of them were
        sound = [p for p in whole if satisfies(p.table, rows) and min(p.table.values(), default=0) >= 0]
        again = replace(self, proofs=[Proof(p.table, self._ends(p.table)) for p in sound])
        return left is not None and not again._unproved(left.groups)

    def _variables(self, rows: Sequence[Row]) -> set[Variable]:
        """Every count that is spoken of, by what is hidden too, so that a proof has them all."""
        hidden = (r for s in self.disclosure.statements if s.fact in self.hidden for r in s.printed)
        return {v for r in (*rows, *hidden, *self.targets.values()) for v, _ in r.terms}

    def _unproved(self, groups: Sequence[Group]) -> set[End]:
        """The ends without a proof, less those of single counts that can be exchanged with another in the list."""
        kinds = {v: (i, *kind) for i, group in enumerate(groups) for v, kind in _kinds(group).items()}
        seen: set[tuple[object, ...]] = set()
        proved = {end for proof in self.proofs for end in proof.ends}
        pending = set()
        for end, wanted in self.targets.items():
            kind = kinds.get(wanted.terms[0][0]) if len(wanted.terms) == 1 else None
            like = (kind, wanted.terms[0][1], wanted.low, wanted.high)
            if end not in proved and (kind is None or like not in seen):
                pending.add(end)
            seen.add(like)
        return pending

    def _ends(self, table: Table) -> frozenset[End]:
        ends = []
        for end, wanted in self.targets.items():  # satisfies(table, (wanted,)), written out: half the time goes here
            total = 0
            for variable, factor in wanted.terms:
                total += table[variable] * factor
            if (wanted.low is None or total >= wanted.low) and (wanted.high is None or total <= wanted.high):
                ends.append(end)
        return frozenset(ends)

    def _take(self, table: Table, pending: set[End]) -> int:
        """Keeps a table that opens an end, and says how many these were."""
        ends = self._ends(table)
        opened = len(ends & pending)
        if opened or not self.proofs:
            self.proofs.append(Proof(table, ends))
        pending.difference_update(ends)
        return opened

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
            idle = 0 if found is not None and self._take({**base, **found}, pending) else idle + 1
        for end in sorted(pending):
            if end in pending:
                self._alone(group, base, end, pending)

    def _alone(self, group: Group, base: Mapping[Variable, int], end: End, pending: set[End]) -> None:
        """Opens one end, where it can be."""
        found = solved(group.names, group.rows, dict(self._pull(end, group))) if group.names else None
        if found is not None:
            self._take({**base, **found}, pending)

    def _pull(self, end: End, group: Group) -> Iterable[tuple[Variable, float]]:
        """The direction in which an end lies, over the counts of a group."""
        sign = -1.0 if end[1] == "high" else 1.0
        return [(v, sign * f) for v, f in self.targets[end].terms if v in group.inside]


def _kinds(group: Group) -> dict[Variable, tuple[object, ...]]:
    """Counts by the rows they stand in and their factors there: where these are the same, counts can be exchanged."""
    stands: dict[Variable, list[object]] = {v: [] for v in group.names}
    for i, r in enumerate(group.rows):
        for v, factor in r.terms:
            stands[v].append((i, factor) if len(r.terms) > 1 else ("alone", factor, r.low, r.high))
    return {v: tuple(found) for v, found in stands.items()}


def _together(groups: Sequence[Group]) -> Group:
    """Groups that a secret has counts in, as one."""
    names = tuple(v for g in groups for v in g.names)
    return Group(names, tuple(r for g in groups for r in g.rows), frozenset(names))
