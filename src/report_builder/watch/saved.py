"""What is saved in a project folder, as it is saved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from report_builder.problems import ReportError, problem
from report_builder.versions import adding

if TYPE_CHECKING:
    from watchfiles import Change

_AT_ONCE_MS = 50  # saves closer together than this are one: editors write a file in several steps
_ASLEEP_MS = 100


def saves(root: Path, folder: Path, stop: Event | None = None) -> Iterator[tuple[str, ...]]:
    """The names of the files that were saved, made or deleted, seen from the project folder, time after time.

    Files of `folder`, where the report is written, are none of them. ReportError E050 where watchfiles is missing.
    """
    try:
        from watchfiles import watch  # an extra; it takes 30 ms
    except ImportError as error:
        raise ReportError(
            [problem("E050", "watchfiles, which `watch` needs, is not installed", help=adding("watch"))]
        ) from error
    if not root.is_dir():
        return iter(())
    watched = watch(
        root, step=_AT_ONCE_MS, watch_filter=None, stop_event=stop, rust_timeout=_ASLEEP_MS, yield_on_timeout=True
    )
    next(watched)  # from now on nothing is missed, while the first build is made either
    return _seen(watched, root.resolve(), folder.resolve())


def _seen(watched: Iterable[set[tuple[Change, str]]], root: Path, folder: Path) -> Iterator[tuple[str, ...]]:
    for found in watched:
        paths = {Path(path).resolve() for _, path in found}
        wanted = [p for p in paths if not p.is_relative_to(folder) and not passing(p.relative_to(root).as_posix())]
        there = [p for p in wanted if p.exists()] or wanted  # editors write a file beside the real one and rename it
        if there:
            yield tuple(sorted(p.relative_to(root).as_posix() for p in there))


def passing(name: str) -> bool:
    """Whether a file is hidden, or one that an editor or Office keeps beside what is open in it."""
    last = name.rpartition("/")[2]
    return any(part.startswith(".") for part in name.split("/")) or last.startswith("~$") or last.endswith("~")
