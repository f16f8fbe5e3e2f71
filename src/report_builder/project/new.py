"""A new project folder, copied from the template that comes with the package."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from report_builder.output import write_whole
from report_builder.problems import ReportError, problem

# a package may hold no file whose name starts with a dot: build tools would take it for their own
_NAMES = {"gitignore": ".gitignore"}


def new_project(root: Path) -> tuple[str, ...]:
    """Writes the template into `root` and gives the names of its files; ReportError X004 where something is there."""
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        message = f'"{root}" is not an empty folder'
        raise ReportError([problem("X004", message, None, help="name one that does not exist yet")])
    written = []
    for name, source in _walk(files("report_builder") / "template", ""):
        path = root / name
        write_whole(path.parent, path.name, source.read_bytes())
        written.append(name)
    return tuple(written)


def _walk(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    out: list[tuple[str, Traversable]] = []
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            out += _walk(entry, f"{prefix}{entry.name}/")
        else:
            out.append((prefix + _NAMES.get(entry.name, entry.name), entry))
    return out
