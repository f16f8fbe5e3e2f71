"""A release that contradicts the last one by the same campaign: "record" 549 after 554."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from broken.change import read_change
from calling import Call
from example import copy_of_example

NEXT_YEAR = """report/report.yml
-publish: 2024-11-01               # example date
+publish: 2025-11-13
+previous_release: report/last-release.json
report/facts.yml
-      value: 554
+      value: 549
"""


@pytest.fixture
def example(tmp_path: Path, call: Call) -> Path:
    """A copy of the example campaign, with the ledger of its release beside its words, told a year later."""
    copy_of_example(tmp_path)
    assert 0 == call("build", tmp_path).exit_code
    shutil.move(tmp_path / "build" / "facts.json", tmp_path / "report" / "last-release.json")
    read_change(NEXT_YEAR).apply(tmp_path)
    return tmp_path


def test_a_figure_that_was_printed_otherwise_is_told(example: Path, call: Call) -> None:
    """Readers will put 549 beside the 554 of the last release."""
    outcome = call("check", "--strict", example)
    assert 1 == outcome.exit_code
    assert "error[R001]" in outcome.err
    assert "554" in outcome.err
    assert "549" in outcome.err
