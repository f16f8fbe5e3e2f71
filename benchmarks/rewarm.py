"""`report-builder watch`, measured from the saving of a file until its report lies there again."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

from measure import Run, surroundings


class Watched:
    """A `watch` that runs as long as the context does; each run of it is one `change`, a save with new words."""

    def __init__(self, name: str, command: Sequence[str], environment: Mapping[str, str], change: Callable[[], None]):
        self.name = name
        self.command = command
        self.environment = environment
        self.change = change

    def __enter__(self) -> Self:
        settings = surroundings(self.environment)
        self.process = subprocess.Popen(
            self.command, env=settings, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._built()
        return self

    def __exit__(self, *error: object) -> None:
        self.process.terminate()
        self.process.communicate()

    def run(self) -> Run:
        """One change of words. The time by the clock has in it the tenth of a second in which saves are gathered."""
        began, used = time.perf_counter(), cpu_of(self.process.pid)
        self.change()
        self._built()
        return Run(time.perf_counter() - began, cpu_of(self.process.pid) - used)

    def _built(self) -> None:
        """Waits until it says that a PDF is written."""
        assert self.process.stdout
        if not any(line.rstrip().endswith(" pages)") for line in iter(self.process.stdout.readline, "")):
            raise SystemExit(f"{self.name} ended without a report")


def cpu_of(pid: int) -> float:
    """CPU seconds of all threads of a process so far, by the scheduler's own clock; Linux only."""
    threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9
