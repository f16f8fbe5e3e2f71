"""What `doctor` looks at."""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import sys

from msgspec import Struct

from report_builder.cache import user_cache
from report_builder.versions import adding, installed

_LIBRARIES = {
    "reportlab": "lays out the PDF",
    "matplotlib": "draws charts",
    "pandas": "reshapes tables",
    "pydantic": "validates files",
    "yaml": "reads YAML",
    "markdown_it": "reads Markdown",
    "python_calamine": "reads Excel and ODS",
    "babel": "writes numbers and dates",
    "font_source_sans_pro": "the shipped sans",
    "font_source_serif_pro": "the shipped serif",
}

_EXTRAS = {
    "docx": ("writes Word files", "press"),
    "resvg_py": ("makes pictures of charts", "press"),
    "xlsxwriter": ("writes workbooks", "press"),
    "watchfiles": ("sees what is saved, for `watch`", "watch"),
}


class Finding(Struct, frozen=True):
    what: str
    said: str
    good: bool
    needed: bool = True


def findings() -> list[Finding]:
    """Everything looked at, in the order it prints."""
    out = [Finding("Python", platform.python_version(), sys.version_info >= (3, 11))]
    out += [Finding(name, what, importlib.util.find_spec(name) is not None) for name, what in _LIBRARIES.items()]
    for name, (what, extra) in _EXTRAS.items():
        there = importlib.util.find_spec(name) is not None
        out.append(Finding(name, what if there else f"not there ({what}); {adding(extra)}", there, needed=False))
    out.append(_yaml_in_c())
    out.append(_cache())
    for program, use in (
        ("pdftoppm", "turns pages into pictures, for looking at them"),
        ("java", "runs veraPDF in the tests"),
    ):
        where = shutil.which(program)
        out.append(Finding(program, use if where else f"not found ({use})", where is not None, needed=False))
    out.append(Finding("versions", installed(), True))
    return out


def _yaml_in_c() -> Finding:
    import yaml

    good = hasattr(yaml, "CSafeLoader")
    return Finding(
        "PyYAML in C", "found" if good else "PyYAML was built without libyaml; reinstall it from a wheel", good
    )


def _cache() -> Finding:
    folder = user_cache().folder
    if folder is None:
        return Finding("cache", "switched off", True)
    parent = next((p for p in (folder, *folder.parents) if p.exists()), folder)
    good = os.access(parent, os.W_OK)
    return Finding(
        "cache", f"{folder}{'' if good else ' cannot be written; builds will be slower'}", good, needed=False
    )
