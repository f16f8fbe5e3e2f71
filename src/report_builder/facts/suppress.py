"""Which further figures to withhold, so that no secret can be worked out: the cheapest that let each be open.

For each end of an interval that the audit finds closed, the counts are moved as little as is needed to open it, every
printed figure that moves being paid for by the unit (the linear heuristic of Kelly, Golden and Assad 1992); what moved
is withheld. Then each is put back that proves not to be needed.
"""

from __future__ import annotations

from dataclasses import dataclass

from report_builder.facts.audit import Audit, End
from report_builder.facts.disclosure import Disclosure, Statement
from report_builder.facts.linear import Row, Variable
from report_builder.facts.solver import satisfies, solved

_MOST_PUT_BACK = 300  # tries, so that a large table does not take minutes for a few figures more


@dataclass(frozen=True, slots=True)
class Outcome:
    """The facts to withhold, and the secrets that cannot be kept whatever is withheld."""

    hidden: frozenset[str]
    unsafe: tuple[str, ...]


def protected(disclosure: Disclosure) -> Outcome:
    """What to withhold so that every secret is open from end to end; `unsafe` names those that cannot be."""
    audit = Audit(disclosure)
    hidden = disclosure.hidden
    unsafe: list[End] = []
    left = audit.broken(hidden)
    left.sort(key=lambda end: (end[1], end[0]))
    pending = set(left)
    for end in left:
        if end not in pending:
            continue
        found = _moved(audit, hidden, end)
        if found is None:
            unsafe.append(end)
            pending.discard(end)
            continue
        table, moved = found
        hidden |= moved
        audit.take(table, pending)
    if not unsafe:
        hidden = _put_back(audit, hidden)
        unsafe = Audit(disclosure).broken(hidden)  # afresh: nothing is taken over from the search
    names = dict.fromkeys(disclosure.secrets[i].name for i, _ in unsafe)
    return Outcome(hidden, tuple(names))


def _moved(audit: Audit, hidden: frozenset[str], end: End) -> tuple[dict[Variable, int], frozenset[str]] | None:
    """A table in which the secret is open at that end, and the facts that it contradicts; None where there is none."""
    disclosure = audit.disclosure
    shown = [s for s in disclosure.statements if s.fact not in hidden and s.may_hide]
    hard = [
        r for s in disclosure.statements for r in (*s.always, *(() if s.fact in hidden or s.may_hide else s.printed))
    ]
    rows = tuple(dict.fromkeys((*disclosure.known, *hard, audit.targets[end])))
    slack = [(r, s.cost) for s in shown for r in s.printed]
    names = sorted({v for r in (*rows, *(r for r, _ in slack), *audit.targets.values()) for v, _ in r.terms})
    table = solved(names, rows, {}, slack)
    if table is None:
        return None
    return table, frozenset(s.fact for s in shown if not satisfies(table, s.printed))


def _put_back(audit: Audit, hidden: frozenset[str]) -> frozenset[str]:
    """The same facts less those that need not be withheld, the dearest put back first."""
    extra = [s for s in audit.disclosure.statements if s.fact in hidden - audit.disclosure.hidden]
    for found in sorted(extra, key=_dearest_first)[:_MOST_PUT_BACK]:
        fewer = hidden - {found.fact}
        kept = dict(audit.tables)
        if audit.broken(fewer):
            audit.tables = kept
        else:
            hidden = fewer
    return hidden


def _dearest_first(s: Statement) -> tuple[float, str]:
    return -s.cost, s.fact


def contradicts(rows: tuple[Row, ...]) -> bool:
    """Whether what is known cannot all be so."""
    names = sorted({v for r in rows for v, _ in r.terms})
    return bool(names) and solved(names, rows, {}) is None
