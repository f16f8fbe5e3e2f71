"""What was measured beside what is to be reached, as a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Measured:
    """A ratio of CPU seconds, memory or bytes; the same by the clock where that means something; the goals."""

    what: str
    found: float
    must: float
    aim: float
    clock: float | None = None


def table(rows: Iterable[Measured]) -> list[str]:
    """The lines of a table in Markdown."""
    lines = [
        "| what (a ratio) | CPU, memory or bytes | by the clock | must | | aim | |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        clock = "" if row.clock is None else f"{row.clock:.2f}"
        goals = " | ".join(f"{goal} | {_said(row.found, goal)}" for goal in (row.must, row.aim))
        lines.append(f"| {row.what} | **{row.found:.2f}** | {clock} | {goals} |")
    return lines


def _said(found: float, goal: float) -> str:
    return "reached" if found <= goal else "not reached"
