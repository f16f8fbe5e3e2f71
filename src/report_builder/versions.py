"""Which versions of the drawing and layout libraries are installed, part of every cache key, and how more are added."""

from __future__ import annotations

import os
import sys
from functools import cache

TOOL = "0.1.0"
_DRAWN_WITH = ("matplotlib", "numpy", "reportlab", "fonttools", "brotli", "pillow")


@cache
def installed() -> str:
    """Names and versions as the installer's own folders state them; reading their metadata would cost 20 ms more."""
    found: dict[str, str] = {}
    for folder in sys.path:
        try:
            names = os.listdir(folder)
        except OSError:
            continue
        for name in names:
            package, dash, version = name.removesuffix(".dist-info").partition("-")
            if dash and name.endswith(".dist-info") and package.lower() in _DRAWN_WITH:
                found.setdefault(package.lower(), version)
    return " ".join([f"report_builder {TOOL}", *(f"{k} {found[k]}" for k in sorted(found))])


def adding(extra: str) -> str:
    """How to add the libraries of an extra to the Python that runs the tool, which is seldom the only one."""
    return f'install what is missing with: "{sys.executable}" -m pip install "report_builder[{extra}]"'
