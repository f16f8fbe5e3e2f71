"""Turns a campaign's data, words and brand into a policy briefing whose numbers are computed and claims are checked.

from pathlib import Path
import report_builder

project = report_builder.load(Path("."))
checked = report_builder.check(project)     # problems, all of them
built = report_builder.build(project)       # files as bytes; ReportError where it cannot be made
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_builder.versions import TOOL as __version__

if TYPE_CHECKING:
    from report_builder.build import build, check, load

__all__ = ["__version__", "build", "check", "load"]


def __getattr__(name: str) -> object:
    """The pipe is imported when it is first asked for, so that `report-builder --help` stays quick."""
    if name in ("build", "check", "load"):
        import importlib

        return getattr(importlib.import_module("report_builder.build"), name)
    raise AttributeError(f"module 'report_builder' has no attribute {name!r}")
