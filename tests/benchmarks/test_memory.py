"""What a process and those it started hold: really asked of the system."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from memory import held_by, tree_of
from rewarm import cpu_of

pytestmark = pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="asks Linux")


def test_a_tree_is_a_process_and_what_it_started() -> None:
    """Counted as long as it lives."""
    before = held_by(os.getpid())
    with subprocess.Popen(
        [sys.executable, "-c", "held = bytearray(40_000_000); print(flush=True); input()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as child:
        assert child.stdout
        child.stdout.readline()
        assert {os.getpid(), child.pid} <= set(tree_of(os.getpid()))
        assert before + 38 < held_by(os.getpid())
        child.communicate(b"\n")
    assert child.pid not in tree_of(os.getpid())


def test_a_process_that_has_worked_has_used_its_processor() -> None:
    """Seconds of all its threads."""
    before = cpu_of(os.getpid())
    sum(range(1_000_000))
    assert before < cpu_of(os.getpid())
