"""Whole processes measured side by side: wall time, CPU seconds of the process tree, peak memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True)
class Run:
    """One run: seconds by the clock, CPU seconds (user and system, children too), the largest process in MB."""

    wall_s: float
    cpu_s: float
    peak_mb: float = 0.0
    size: int = 0


class Racer(Protocol):
    """Whatever can be run once and measured."""

    @property
    def name(self) -> str: ...

    def run(self) -> Run: ...


@dataclass(frozen=True)
class Entrant:
    """One command in the race. `prepare` runs before each start, untimed; `output` is the file it makes, if any."""

    name: str
    command: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)
    prepare: Callable[[], None] = lambda: None
    output: Path | None = None

    def run(self) -> Run:
        """Runs the command to its end; SystemExit with what it said where it fails."""
        with self.started() as process:
            began = time.perf_counter()
            _, status, used = os.wait4(process.pid, 0)
            wall = time.perf_counter() - began
            process.returncode = os.waitstatus_to_exitcode(status)
        size = self.output.stat().st_size if self.output else 0
        return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, size)

    @contextmanager
    def started(self) -> Iterator[subprocess.Popen[bytes]]:
        """The command, prepared and started, to be waited for; SystemExit where it has failed at the end."""
        self.prepare()
        with tempfile.TemporaryFile() as said:
            settings = surroundings(self.environment)
            process = subprocess.Popen(self.command, env=settings, stdout=subprocess.DEVNULL, stderr=said)
            yield process
            if process.returncode:
                said.seek(0)
                raise SystemExit(f"{self.name} failed:\n{said.read().decode(errors='replace')[-2000:]}")


def surroundings(own: Mapping[str, str]) -> dict[str, str]:
    """Our environment and a command's own, without Python's settings: one of them keeps it from writing bytecode."""
    return {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")} | {**own}


def race(entrants: Sequence[Racer], rounds: int) -> dict[str, list[Run]]:
    """Every entrant once in each round, in turn, so that the drift of a shared machine hits all alike.

    A first round, which fills caches of files and bytecode, is not counted.
    """
    runs: dict[str, list[Run]] = {one.name: [] for one in entrants}
    for number in range(rounds + 1):
        for one in entrants:
            result = one.run()
            if number:
                runs[one.name].append(result)
    return runs


def median(runs: list[Run], what: str) -> float:
    """The median of one field."""
    return float(statistics.median(getattr(run, what) for run in runs))


def ratio(ours: list[Run], theirs: list[Run], what: str) -> float:
    """The median of the ratios round by round: each pair ran within seconds on the same machine."""
    pairs = zip(ours, theirs, strict=True)
    return float(statistics.median(getattr(a, what) / getattr(b, what) for a, b in pairs))
