"""`doctor`: whether this machine has what the tool needs."""

from __future__ import annotations

import importlib.util
import sys

import pytest

from calling import Call


def test_a_machine_that_runs_the_tests_is_well(call: Call) -> None:
    """Nothing that is needed is missing, and each line says what it is for."""
    outcome = call("doctor")
    assert 0 == outcome.exit_code
    assert "MISSING" not in outcome.out
    assert "ok      reportlab: lays out the PDF" in outcome.out


def test_what_is_missing_is_named_and_exit_code_4(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a library the tool cannot build."""
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "pandas" else find(name))
    outcome = call("doctor")
    assert 4 == outcome.exit_code
    assert "MISSING pandas: reshapes tables" in outcome.out


def test_a_library_of_an_extra_is_only_noted(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that adds it to this very Python."""
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "docx" else find(name))
    outcome = call("doctor")
    assert 0 == outcome.exit_code
    assert f'"{sys.executable}" -m pip install "report_builder[press]"' in outcome.out
