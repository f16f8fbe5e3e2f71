"""The brand's folder as its files are read: by path from the brand file, never from anywhere else."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from msgspec import Struct

from report_builder.problems import Problem, Where, problem

_REMOTE = re.compile(r"(?:[a-z][a-z0-9+.-]+:)?//|data:", re.IGNORECASE)


class Folder(Struct, frozen=True):
    """`file` is the brand file's path in the project, `read` gives the bytes of a path from its folder (None: no such
    file), `fonts` the paths of what lies under `fonts/`, `path` the folder on disk: a Face says where its file is."""

    file: str
    read: Callable[[str], bytes | None]
    fonts: tuple[str, ...]
    path: Path

    def fetch(self, written: str, where: Where, missing: str) -> tuple[str, bytes] | Problem:
        """The path in the folder and the bytes of a file as the brand file writes it, or why there are none.

        `missing` is the code for a file that is not there.
        """
        if _REMOTE.match(written):
            help = "download the file, put it into the brand's folder and write its path here"
            return problem("B038", f'"{written}" is not fetched from the internet', where, help=help)
        path = _normal(written)
        if path is None:
            help = "copy the file into the brand's folder and write its path from there"
            return problem("B037", f'"{written}" leads out of the brand\'s folder', where, help=help)
        data = self.read(path)
        if data is None:
            help = f'copy the file to "{self.named(path)}", or correct the path, capital letters included'
            return problem(missing, f'there is no file "{written}"', where, help=help)
        return path, data

    def named(self, path: str) -> str:
        """The path from the project's folder, as problems name it."""
        return str(PurePosixPath(self.file).parent / path)


def _normal(written: str) -> str | None:
    """The path with forward slashes and without dots; None where it leads out of the folder."""
    text = written.replace("\\", "/")
    if text.startswith(("/", "~")) or re.match(r"[A-Za-z]:", text) or "\0" in text:
        return None
    parts: list[str] = []
    for part in text.split("/"):
        if part == ".." and not parts:
            return None
        elif part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts) or None
