"""`completion`: scripts for shells, and what they are told when they ask."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from calling import Call


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_its_script(shell: str, call: Call) -> None:
    """It asks the program itself."""
    outcome = call("completion", shell)
    assert 0 == outcome.exit_code
    assert "_REPORT_BUILDER_COMPLETE" in outcome.out
    assert "report-builder" in outcome.out


def test_a_shell_is_told_the_verbs_that_fit() -> None:
    """As bash asks: the words so far, and which of them is being typed."""
    asked = {"_REPORT_BUILDER_COMPLETE": "bash_complete", "COMP_WORDS": "report-builder ver", "COMP_CWORD": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "report_builder"], env=os.environ | asked, capture_output=True, text=True, check=True
    )
    assert ["plain,verify"] == done.stdout.split()
