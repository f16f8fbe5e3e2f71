"""Whole processes measured side by side: wall time, CPU seconds of the process tree, peak memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Entrant:
    """One command in the race. `prepare` runs before each start, untimed; `output` is the file it makes, if any."""

    name: str
    command: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)
    prepare: Callable[[], None] = lambda: None
    output: Path | None = None


@dataclass(frozen=True)
class Run:
    """One run: seconds by the clock, CPU seconds (user and system, children too), the largest process in MB."""

    wall_s: float
    cpu_s: float
    peak_mb: float
    size: int


def race(entrants: list[Entrant], rounds: int) -> dict[str, list[Run]]:
    """Every entrant once in each round, in turn, so that the drift of a shared machine hits all alike.

    A first round, which fills caches of files and bytecode, is not counted.
    """
    runs: dict[str, list[Run]] = {one.name: [] for one in entrants}
    for number in range(rounds + 1):
        for one in entrants:
            result = start(one)
            if number:
                runs[one.name].append(result)
    return runs


def start(one: Entrant) -> Run:
    """Runs the command to its end; SystemExit with what it said where it fails."""
    one.prepare()
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    began = time.perf_counter()
    process = subprocess.Popen(
        one.command, env=kept | one.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = status
    if status:
        raise SystemExit(f"{one.name} failed:\n{said.decode(errors='replace')[-2000:]}")
    size = one.output.stat().st_size if one.output else 0
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, size)


def median(runs: list[Run], what: str) -> float:
    """The median of one field."""
    return statistics.median(getattr(run, what) for run in runs)


def ratio(ours: list[Run], theirs: list[Run], what: str) -> float:
    """The median of the ratios round by round: each pair ran within seconds on the same machine."""
    return statistics.median(getattr(a, what) / getattr(b, what) for a, b in zip(ours, theirs, strict=True))
