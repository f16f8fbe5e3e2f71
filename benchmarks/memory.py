"""The memory of a process and all its children: what each holds alone, and its part of what they share (PSS)."""

from __future__ import annotations

import re
import time
from pathlib import Path

from measure import Entrant

_EVERY_S = 0.05
_PSS = re.compile(r"^Pss:\s+(\d+) kB", re.M)


def peak_of(entrant: Entrant) -> float:
    """The most that a command and its children held at any time it was looked at, in MB; Linux only."""
    peak = 0.0
    with entrant.started() as process:
        while process.poll() is None:
            peak = max(peak, held_by(process.pid))
            time.sleep(_EVERY_S)
    return peak


def held_by(pid: int) -> float:
    """What a process and its children hold just now, in MB; nothing of those that have ended meanwhile."""
    total = 0
    for one in tree_of(pid):
        try:
            found = _PSS.search(Path(f"/proc/{one}/smaps_rollup").read_text())
        except OSError:
            continue
        total += int(found[1]) if found else 0
    return total / 1024


def tree_of(pid: int) -> list[int]:
    """The process and all that it started, and they."""
    found, ahead = [], [pid]
    while ahead:
        one = ahead.pop()
        found.append(one)
        for children in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                ahead += map(int, children.read_text().split())
            except OSError:
                continue
    return found
