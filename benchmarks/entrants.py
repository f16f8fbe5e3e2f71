"""Who runs in the benchmark of many editions: our tool and the peers, each at the same briefing."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

import briefing
from measure import Entrant
from rewarm import Watched

SOURCE = briefing.ROOT / "src"
JOBS = 2
FEW, FEW_REPEATED, MANY, MOST = 43, 86, 200, 2000  # 86: 43 areas in two languages

COLD, WORDS, WARM = "ours, first build", "ours, words changed", "ours, saved under `watch`"
WEASY, TYPST, NATIVE = "WeasyPrint + Matplotlib", "Typst + Matplotlib", "Typst, charts in Typst"
OURS, REPEATED = "ours, all charts different", "ours, national charts, two languages"


def many(who: str, editions: int) -> str:
    """The name of an entrant that makes so many editions."""
    return f"{who}: {editions}"


@dataclass(frozen=True)
class Ours:
    """Our tool, run from the source beside this file; everything it makes lies in `work`."""

    work: Path

    def editions(self, who: str, number: int, areas: int = 0) -> Entrant:
        """So many editions from an empty cache into an empty folder: all there are, or the first of more `areas`."""
        here = self.work / f"{areas or number}-{who == REPEATED}"
        project, cache, out = here / "project", here / "cache", here / "out"
        if not project.exists():
            briefing.make(project, areas or number, repeat=who == REPEATED)
        chosen = [word for id_ in briefing.ids(number) for word in ("--edition", id_)] if areas else ["--all-editions"]

        def prepare() -> None:
            for folder in (cache, out):
                shutil.rmtree(folder, ignore_errors=True)

        command = self._command("build", project, out, *chosen, "-j", str(JOBS))
        name = many(who, number) + (f" of {areas:,} areas" if areas else "")
        return Entrant(name, command, _settings(cache), prepare)

    def report(self, name: str, first: bool) -> Entrant:
        """The report for England and Wales in a new process: from an empty cache, or after a change of words."""
        project, cache, out = self._national(name)
        change = Words(project)

        def prepare() -> None:
            if first:
                shutil.rmtree(cache, ignore_errors=True)
            else:
                change()

        return Entrant(name, self._command("build", project, out), _settings(cache), prepare, out / "briefing.pdf")

    def watched(self, name: str) -> Watched:
        """The same in a process that watches."""
        project, cache, out = self._national(name)
        return Watched(name, self._command("watch", project, out), _settings(cache), Words(project))

    def _national(self, name: str) -> tuple[Path, Path, Path]:
        here = self.work / name
        briefing.make(here / "project", 0)
        return here / "project", here / "cache", here / "out"

    def _command(self, verb: str, project: Path, out: Path, *more: str) -> tuple[str, ...]:
        return (sys.executable, "-m", "report_builder", verb, str(project), "-o", str(out), *more)


class Words:
    """Changes the words of one section, never twice to the same; data, figures and charts stay as they are."""

    def __init__(self, project: Path) -> None:
        self.file = project / "report" / "sections" / "method.md"
        self.text = self.file.read_text(encoding="utf-8")
        self.names: Iterator[str] = map(" ".join, permutations(["Ann", "Bea", "Cai", "Dee", "Eve"]))

    def __call__(self) -> None:
        self.file.write_text(f"{self.text}\nChecked by {next(self.names)}.\n", encoding="utf-8")


@dataclass(frozen=True)
class Peers:
    """The peers, from a copy of their folder; `python` has WeasyPrint, Typst and Matplotlib."""

    work: Path
    python: str
    fonts: Path

    def report(self, name: str, script: str) -> Entrant:
        """The briefing for England and Wales in a new process."""
        out = self.work / name
        return Entrant(name, self._command(script, out), self._settings(), output=out / "national.pdf")

    def editions(self, name: str, script: str, number: int) -> Entrant:
        """So many local editions, all charts different."""
        out = self.work / f"{name}-{number}"
        command = self._command(script, out, "--n", str(number), "--jobs", str(JOBS))
        return Entrant(many(name, number), command, self._settings(), lambda: shutil.rmtree(out, ignore_errors=True))

    def _command(self, script: str, out: Path, *more: str) -> tuple[str, ...]:
        data = self.work / "data"
        return (self.python, str(self.work / "peers" / script), "--data", str(data), "--out", str(out), *more)

    def _settings(self) -> dict[str, str]:
        return {"BENCH_FONTS": str(self.fonts)}


def _settings(cache: Path) -> dict[str, str]:
    return {"REPORT_BUILDER_CACHE": str(cache), "PYTHONPATH": str(SOURCE)}
