"""`build/journal.jsonl`: what a run is made from, then a line for each edition that is done; only ever added to.

A line is on the disk before the next edition is told. The last one may be cut short by a power cut: it is not there.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from report_builder.editions.elsewhere import got
from report_builder.editions.outcome import Outcome, Written
from report_builder.output import refused
from report_builder.pipe.edition import Edition
from report_builder.pipe.stage import Stage
from report_builder.press.parts import Packing
from report_builder.problems import Problem

NAME = "journal.jsonl"


class Header(Struct, frozen=True):
    """The first line: everything that decides what the files of the run hold, and which editions it is of."""

    inputs: str  # of the project's files, the tool and its libraries
    formats: tuple[str, ...]
    draft: bool
    strict: bool
    editions: tuple[Edition, ...]
    stage: Stage | None = None
    packing: Packing | None = None
    address: str = ""  # where the files went, if not into the folder of the journal


class Line(Struct, frozen=True):
    """An edition that was built, or that failed and why."""

    edition: Edition
    files: tuple[Written, ...] = ()
    failed: str = ""
    seconds: float = 0.0
    problems: tuple[dict[str, Any], ...] = ()  # as `--format json` prints them


class Journal(Struct, frozen=True):
    """A journal that was read: the last line of each edition counts."""

    header: Header
    lines: Mapping[Edition, Line]

    def standing(self, folder: Path) -> dict[Edition, Line]:
        """The editions whose files lie in `folder`, or at the run's address, as they were written."""

        def stands(file: Written) -> bool:
            address = self.header.address
            data = got(address, file.name) if address else _read(folder / file.name)
            return data is not None and hashlib.sha256(data).hexdigest() == file.sha256

        return {e: line for e, line in self.lines.items() if line.files and all(map(stands, line.files))}


def begin(folder: Path, header: Header) -> None:
    """A new journal in the place of an old one. ReportError X002 where it cannot be written."""
    _write(folder / NAME, "w", msgspec.to_builtins(header))


def note(folder: Path, outcome: Outcome, said: Callable[[Problem], dict[str, Any]]) -> Line:
    """What came of an edition, as it was added to the journal; `said` is how a problem is told to programs."""
    problems = tuple(map(said, outcome.problems))
    line = Line(outcome.edition, outcome.files, outcome.failed, outcome.seconds, problems)
    _write(folder / NAME, "a", msgspec.to_builtins(line))
    return line


def read(folder: Path) -> Journal | None:
    """The journal of a folder; None where there is none, or its first line cannot be read."""
    try:
        text = (folder / NAME).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    first, *rest = text.split("\n")
    header = _decoded(first, Header)
    if header is None:
        return None
    lines = [line for line in (_decoded(one, Line) for one in rest) if line is not None]
    return Journal(header, {line.edition: line for line in lines})


def inputs_of(digests: Mapping[str, str], versions: str) -> str:
    """A hash of everything that a run is made from."""
    told: Iterable[str] = (f"{name} {digest}" for name, digest in sorted(digests.items()))
    return hashlib.sha256("\n".join((versions, *told)).encode()).hexdigest()


def _decoded(text: str, kind: type[Any]) -> Any:
    try:
        return msgspec.json.decode(text.encode(), type=kind)
    except (msgspec.DecodeError, msgspec.ValidationError):
        return None


def _write(path: Path, mode: str, data: object) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open(mode, encoding="utf-8", newline="\n") as file:
            file.write(("\n" if mode == "a" else "") + json.dumps(data, ensure_ascii=False))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise refused(path, error) from error


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
