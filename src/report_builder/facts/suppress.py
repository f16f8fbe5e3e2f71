"""Which further figures to withhold, so that no secret can be worked out: the cheapest that let each be open.

For each end of an interval that the audit finds closed, the counts are moved as little as is needed to open it, every
printed figure that moves being paid for by the unit (the linear heuristic of Kelly, Golden and Assad 1992); what moved
is withheld. Then each is put back that proves not to be needed.
"""

from __future__ import annotations

from msgspec import Struct

from report_builder.facts.audit import Audit, End
from report_builder.facts.disclosure import Disclosure, Statement
from report_builder.facts.linear import Row
from report_builder.facts.solver import Table, connected, satisfies, solved

_MOST_PUT_BACK = 200  # tries, so that a large table does not take minutes for a few figures more


class Outcome(Struct, frozen=True):
    """The audit of what is withheld in the end, and the secrets that cannot be kept whatever is withheld."""

    audit: Audit
    unsafe: tuple[str, ...]

    @property
    def hidden(self) -> frozenset[str]:
        return self.audit.hidden


def protected(disclosure: Disclosure) -> Outcome:
    """What to withhold so that every secret is open from end to end; `unsafe` names those that cannot be."""
    audit = Audit(disclosure, disclosure.hidden)
    unsafe: list[End] = []
    while not unsafe and (closed := audit.broken()):
        audit, unsafe = _opened(audit, closed)
    if not unsafe:
        audit = _put_back(audit)
        unsafe = [] if audit.proved() else list(audit.targets)
    names = dict.fromkeys(disclosure.secrets[i].name for i, _ in unsafe)
    return Outcome(audit, tuple(names))


def _opened(audit: Audit, closed: list[End]) -> tuple[Audit, list[End]]:
    """The audit with more facts hidden, so that every closed end can be open; and the ends that never can be."""
    never: list[End] = []
    hidden = audit.hidden
    left = dict.fromkeys(closed)
    while left:
        end = next(iter(left))
        del left[end]
        found = _moved(audit, hidden, end)
        if found is None:
            never.append(end)
            continue
        table, moved = found
        hidden |= moved
        for other in list(left):
            wanted = audit.targets[other]
            if all(v in table for v, _ in wanted.terms) and satisfies(table, (wanted,)):
                del left[other]
    return audit.with_hidden(hidden), never if never or hidden != audit.hidden else closed


def _moved(audit: Audit, hidden: frozenset[str], end: End) -> tuple[Table, frozenset[str]] | None:
    """A table in which the secret is open at that end, and the facts that it contradicts; None where there is none."""
    shown = [s for s in audit.disclosure.statements if s.fact not in hidden and s.may_hide]
    hard = [
        r
        for s in audit.disclosure.statements
        for r in (*s.always, *(() if s.fact in hidden or s.may_hide else s.printed))
    ]
    wanted = audit.targets[end]
    every = [*audit.disclosure.known, *hard, *(r for s in shown for r in s.printed)]
    names = connected(every, [v for v, _ in wanted.terms])
    rows = [r for r in dict.fromkeys((*audit.disclosure.known, *hard)) if r.terms[0][0] in names]
    near = [s for s in shown if any(r.terms[0][0] in names for r in s.printed)]
    slack: list[tuple[Row, float]] = [(r, s.cost) for s in near for r in s.printed if r.terms[0][0] in names]
    table = solved(sorted(names), (*rows, wanted), {}, slack)
    if table is None:
        return None
    broken = (s for s in near if not satisfies(table, [r for r in s.printed if r.terms[0][0] in names]))
    return table, frozenset(s.fact for s in broken)


def _put_back(audit: Audit) -> Audit:
    """The audit less the facts that need not be withheld, the dearest put back first."""
    extra = [s for s in audit.disclosure.statements if s.fact in audit.hidden - audit.disclosure.hidden]
    for found in sorted(extra, key=_dearest_first)[:_MOST_PUT_BACK]:
        fewer = audit.with_hidden(audit.hidden - {found.fact})
        if not fewer.broken(any_will_do=True):
            audit = fewer
    return audit


def _dearest_first(s: Statement) -> tuple[float, str]:
    return -s.cost, s.fact


def contradicts(rows: tuple[Row, ...]) -> bool:
    """Whether what is known cannot all be so."""
    names = sorted({v for r in rows for v, _ in r.terms})
    return bool(names) and solved(names, rows, {}) is None
