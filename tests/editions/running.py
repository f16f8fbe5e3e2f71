"""Runs over editions as people start them: a process of its own, that can be interrupted and killed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import report_builder


def start(project: Path, out: Path, *arguments: str, cache: Path | None = None) -> subprocess.Popen[str]:
    """`report-builder ARGUMENTS -o OUT PROJECT`, started."""
    command = [sys.executable, "-u", "-m", "report_builder", *arguments, "-o", str(out), str(project)]
    code = str(Path(report_builder.__file__).parents[1])
    env = {"PATH": os.defpath, "PYTHONPATH": code, "REPORT_BUILDER_CACHE": str(cache or "")}
    return subprocess.Popen(
        command, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )


def finish(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Exit code and what it printed, when it has ended."""
    out, err = process.communicate(timeout=300)
    return process.returncode, out, err


def reports(out: Path) -> dict[str, str]:
    """The checksum of each PDF and ledger, by name; not what a killed process had only begun to write beside it."""
    found = [p for p in out.iterdir() if p.suffix == ".pdf" or (".facts." in p.name and not p.name.startswith("."))]
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(found)}
