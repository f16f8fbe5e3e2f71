"""What was measured on: the processor, the system, the versions of what ran."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path


def described(rounds: int) -> str:
    """The date and the machine in a sentence."""
    return (
        f"Measured on {date.today():%-d %B %Y}: {os.cpu_count()} cores, {processor()}, {platform.system()}, "
        f"Python {platform.python_version()}; {rounds} interleaved rounds, medians."
    )


def processor() -> str:
    """The processor's name as Linux gives it."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())


def installed(python: str, *names: str) -> str:
    """Names and versions of libraries in some Python."""
    if python == sys.executable:
        return ", ".join(f"{name} {version(name)}" for name in names)
    code = (
        "import sys; from importlib.metadata import version as v; print(', '.join(f'{n} {v(n)}' for n in sys.argv[1:]))"
    )
    return subprocess.run([python, "-c", code, *names], check=True, capture_output=True, text=True).stdout.strip()
