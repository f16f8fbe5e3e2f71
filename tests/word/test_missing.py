"""Whoever has only what the PDF needs is told what Word files need."""

from __future__ import annotations

import importlib.util
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from calling import Call


@pytest.mark.parametrize("form", ["docx", "docx-numbered", "release"])
def test_missing_libraries_are_named(form: str, project: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 4, one message, no traceback, and nothing is written."""
    found = importlib.util.find_spec
    (project / "report/release.md").write_text("# A\n\nThere were {bare} stops.\n", encoding="utf-8")

    def without(name: str, package: str | None = None) -> ModuleSpec | None:
        return None if name == "docx" else found(name, package)

    monkeypatch.setattr(importlib.util, "find_spec", without)
    outcome = call("build", "--formats", form, project)
    assert 4 == outcome.exit_code
    assert 'error[N007]: Word files need docx\n   = help: install what is missing with: "' in (outcome.err)
    assert [] == list((project / "build").glob("*.docx"))
