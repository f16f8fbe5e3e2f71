"""Tables of whole numbers that agree with given rows, by HiGHS through SciPy, checked in exact arithmetic."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from report_builder.facts.linear import Row, Variable

Table = Mapping[Variable, int]

_NODES = 2_000  # a limit in nodes, not in seconds, so that every machine comes to the same answer


def has_solver() -> bool:
    """Whether SciPy, which brings HiGHS, is installed."""
    return importlib.util.find_spec("scipy") is not None


def satisfies(table: Table, rows: Iterable[Row]) -> bool:
    """Whether a table agrees with every row; one that lacks a count of a row does not."""
    for found in rows:
        if any(variable not in table for variable, _ in found.terms):
            return False
        total = sum(table[variable] * factor for variable, factor in found.terms)
        if (found.low is not None and total < found.low) or (found.high is not None and total > found.high):
            return False
    return True


def solved(
    names: Sequence[Variable],
    rows: Sequence[Row],
    objective: Mapping[Variable, float],
    slack: Sequence[tuple[Row, float]] = (),
) -> dict[Variable, int] | None:
    """A table that agrees with every row, none of its counts below nil, and makes the objective least.

    `slack` are rows that may be broken, at a cost for each unit. None where there is no table, or none was found. The
    solver computes in floating point and is not trusted: what it returns is rounded, and checked.
    """
    import numpy as np  # with SciPy below
    from scipy.optimize import Bounds, LinearConstraint, milp  # 0.4 s, and only where something is protected
    from scipy.sparse import csr_matrix

    at = {name: i for i, name in enumerate(names)}
    n, extra = len(names), len(slack)
    cost = np.zeros(n + 2 * extra)
    for variable, weight in objective.items():
        cost[at[variable]] = weight
    values: list[int] = []
    columns: list[int] = []
    starts = [0]
    bounds: list[tuple[float, float]] = []
    for k, found in enumerate((*rows, *(r for r, _ in slack))):
        values += [factor for _, factor in found.terms]
        columns += [at[variable] for variable, _ in found.terms]
        if k >= len(rows):
            j = n + 2 * (k - len(rows))
            values += [1, -1]
            columns += [j, j + 1]
            cost[j] = cost[j + 1] = slack[k - len(rows)][1]
        starts.append(len(values))
        bounds.append((-np.inf if found.low is None else found.low, np.inf if found.high is None else found.high))
    matrix = csr_matrix((np.array(values, dtype=float), columns, starts), shape=(len(bounds), len(cost)))
    limits = [LinearConstraint(matrix, *np.array(bounds).T)] if bounds else []
    whole = np.concatenate([np.ones(n), np.zeros(2 * extra)])
    # counts have no end, but an objective without one has no best table
    top = 100.0 + 4 * max((abs(b) for pair in bounds for b in pair if np.isfinite(b)), default=1.0)
    room = Bounds(np.zeros(len(cost)), np.concatenate([np.full(n, top), np.full(2 * extra, np.inf)]))
    result = milp(cost, integrality=whole, bounds=room, constraints=limits, options={"node_limit": _NODES})
    if result.x is None:
        return None
    table = {name: max(0, round(float(result.x[i]))) for name, i in at.items()}
    return table if satisfies(table, rows) else None


class Group(Struct, frozen=True):
    """Counts that rows tie to one another, and these rows."""

    names: tuple[Variable, ...]
    rows: tuple[Row, ...]
    inside: frozenset[Variable]


class Reduced(Struct, frozen=True):
    """What is left to find out: counts that the rows give away are `fixed`, the others stand in groups of their own."""

    fixed: Table
    groups: tuple[Group, ...]


def reduced(rows: Iterable[Row], variables: Iterable[Variable]) -> Reduced | None:
    """The rows with every count taken out that one of them gives away; None where they contradict each other."""
    left = list(rows)
    fixed: dict[Variable, int] = {}
    while True:
        found = dict(_given_away(left))
        fixed |= found
        left = _without(found, left) if found else left
        if any(not r.terms and not _possible(r) for r in left):
            return None
        left = [r for r in dict.fromkeys(left) if r.terms]
        if not found:
            return Reduced(fixed, _apart(left, [v for v in sorted(set(variables)) if v not in fixed]))


def _given_away(rows: Iterable[Row]) -> Iterable[tuple[Variable, int]]:
    for r in rows:
        if len(r.terms) == 1 and r.low is not None and r.low == r.high and r.low % r.terms[0][1] == 0:
            yield r.terms[0][0], r.low // r.terms[0][1]


def _without(fixed: Table, rows: Iterable[Row]) -> list[Row]:
    out = []
    for r in rows:
        known = sum(fixed[v] * f for v, f in r.terms if v in fixed)
        terms = tuple((v, f) for v, f in r.terms if v not in fixed)
        low, high = (None if b is None else b - known for b in (r.low, r.high))
        out.append(r if len(terms) == len(r.terms) else Row(terms, low, high))
    return out


def _possible(r: Row) -> bool:
    return (r.low is None or r.low <= 0) and (r.high is None or r.high >= 0)


def _apart(rows: Sequence[Row], variables: Sequence[Variable]) -> tuple[Group, ...]:
    parent = {v: v for v in variables}

    def root(v: Variable) -> Variable:
        while parent[v] != v:
            parent[v] = parent[parent[v]]
            v = parent[v]
        return v

    for r in rows:
        for v, _ in r.terms[1:]:
            parent[root(v)] = root(r.terms[0][0])
    names: dict[Variable, list[Variable]] = {}
    own: dict[Variable, list[Row]] = {}
    for v in variables:
        names.setdefault(root(v), []).append(v)
    for r in rows:
        own.setdefault(root(r.terms[0][0]), []).append(r)
    return tuple(Group(tuple(found), tuple(own.get(at, ())), frozenset(found)) for at, found in names.items())


def connected(rows: Iterable[Row], start: Iterable[Variable]) -> frozenset[Variable]:
    """The counts that rows tie to any of `start`, however far."""
    stands: dict[Variable, list[int]] = {}
    inside = [[v for v, _ in r.terms] for r in rows]
    for i, names in enumerate(inside):
        for v in names:
            stands.setdefault(v, []).append(i)
    found = set(start)
    left = list(found)
    seen: set[int] = set()
    while left:
        for i in stands.get(left.pop(), ()):
            if i not in seen:
                seen.add(i)
                left += [v for v in inside[i] if v not in found]
                found.update(inside[i])
    return frozenset(found)
