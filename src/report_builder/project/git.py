"""A revision of a project folder, taken out of git: its files are read as data, and nothing of it is executed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path, PurePosixPath

from report_builder.problems import ReportError, problem

LIMIT = 500_000_000  # bytes of all files together
_QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
_PLAIN = ("100644", "100755")  # files; links and submodules are left out

_HELP = "give a facts.json, a PDF, a build or project folder, or a revision such as HEAD~1 or a tag"


def take_out(revision: str, project: Path, target: Path) -> None:
    """Writes the files that lay in the folder `project` at a revision into `target`. ReportError where it cannot."""
    found = _git(["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"], project)
    if found is None:
        message = f'"{revision}" is neither a file, a folder, nor a git revision of this project'
        raise ReportError([problem("R020", message, None, help=_HELP)])
    commit = found.decode().strip()
    listed = _git(["ls-tree", "-r", "-z", commit, "."], project) or b""
    files: dict[str, str] = {}
    for line in listed.split(b"\0"):
        if line:
            about, _, path = line.partition(b"\t")
            mode, kind, blob = about.decode().split()
            if kind == "blob" and mode in _PLAIN:
                files[os.fsdecode(path)] = blob
    if "report/report.yml" not in files:
        message = f'the revision "{revision}" holds no report/report.yml in this folder'
        raise ReportError([problem("R020", message, None, help=_HELP)])
    _write(files, project, target)


def _git(arguments: list[str], project: Path, given: bytes = b"") -> bytes | None:
    """What git prints; None where it fails."""
    program = shutil.which("git")
    if program is None:
        raise ReportError([problem("R020", "git is not installed, so no revision can be read", None)])
    safe = [program, "--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"]
    run = subprocess.run(
        [*safe, *arguments], cwd=project, input=given, capture_output=True, check=False, env={**os.environ, **_QUIET}
    )
    return run.stdout if run.returncode == 0 else None


def _write(files: dict[str, str], project: Path, target: Path) -> None:
    """Puts each blob at its path; one git process reads them all."""
    asked = "".join(f"{blob}\n" for blob in files.values()).encode()
    data = _git(["cat-file", "--batch"], project, asked) or b""
    at = room = 0
    for path, blob in files.items():
        end = data.index(b"\n", at)
        size = int(data[at:end].split()[-1])
        room += size
        if room > LIMIT:
            raise ReportError([problem("R020", f"the revision is larger than {LIMIT // 1_000_000} MB", None)])
        _put(target, path, data[end + 1 : end + 1 + size], blob)
        at = end + 2 + size


def _put(target: Path, path: str, data: bytes, blob: str) -> None:
    parts = PurePosixPath(path)
    if parts.is_absolute() or ".." in parts.parts or "\\" in path or ":" in path:
        raise ReportError([problem("R020", f'the revision holds a file with the name "{path}" ({blob[:8]})', None)])
    file = target / parts
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
