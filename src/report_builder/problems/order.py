"""Problems in the order in which they are shown."""

from __future__ import annotations

from collections.abc import Iterable

from report_builder.problems import Problem, Severity

_GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each once: errors before warnings before notes, then by file, as they stand in it."""
    once = dict.fromkeys(problems)
    return tuple(sorted(once, key=lambda p: (_GRAVITY[p.severity], p.where.file if p.where else "", _at(p))))


def _at(p: Problem) -> tuple[int, str]:
    return (p.where.start or 0, ".".join(map(str, p.where.key))) if p.where else (0, "")
