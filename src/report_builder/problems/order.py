"""Problems in the order in which they are shown."""

from __future__ import annotations

from collections.abc import Iterable

from report_builder.problems import Problem, Severity

_GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each once, file by file and as they stand in it; files with errors before those with warnings and notes only."""
    once = dict.fromkeys(problems)
    gravest: dict[str, int] = {}
    for p in once:
        gravest[_file(p)] = min(_GRAVITY[p.severity], gravest.get(_file(p), len(_GRAVITY)))
    return tuple(sorted(once, key=lambda p: (gravest[_file(p)], _file(p), *_at(p), _GRAVITY[p.severity])))


def by_file(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    """Problems under the names of their files, in the order given; "" for those that stand in none."""
    out: dict[str, list[Problem]] = {}
    for p in problems:
        out.setdefault(_file(p), []).append(p)
    return out


def _file(p: Problem) -> str:
    return p.where.file if p.where else ""


def _at(p: Problem) -> tuple[int, int, str]:
    return (p.where.start or 0, p.where.row or 0, ".".join(map(str, p.where.key))) if p.where else (0, 0, "")
