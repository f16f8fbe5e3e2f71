"""A disk that is full in the middle of a pack: a real one, small enough to fill."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from calling import Call
from example import copy_of_example

Disk = Callable[[int], Path]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """Mounts a disk in memory of so many kilobytes; needs root, as CI has it."""
    place = tmp_path / "small disk"
    place.mkdir()

    def mounted(kilobytes: int) -> Path:
        command = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place)]
        try:
            subprocess.run(command, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError) as error:
            if os.environ.get("REPORT_BUILDER_ALL_TESTS"):
                raise
            pytest.skip(f"no disk can be mounted here: {error}")
        return place

    yield mounted
    if os.path.ismount(place):
        subprocess.run(["umount", str(place)], check=True)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    project = tmp_path / "project"
    project.mkdir()
    return copy_of_example(project)


def every(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("kilobytes", [300, 2700], ids=["in the zip", "in the folder"])
def test_nothing_is_half_written(kilobytes: int, example: Path, disk: Disk, call: Call) -> None:
    """A diagnostic, exit code 4, and no file: neither where the zip finds no room nor where the folder after it."""
    place = disk(kilobytes)
    outcome = call("pack", example, "-o", place)
    assert 4 == outcome.exit_code
    assert "error[X002]" in outcome.err
    assert "no space left on device" in outcome.err
    assert [] == list(place.iterdir())


def test_the_pack_that_was_there_stays(example: Path, disk: Disk, call: Call) -> None:
    """Zip and folder as they were, where a larger one finds no room beside them."""
    place = disk(2700)
    slim = [word for part in ("print", "square", "svg", "wide", "quotes", "web") for word in ("--without", part)]
    assert 0 == call("pack", example, "-o", place, *slim).exit_code
    before = every(place)
    assert 4 == call("pack", example, "-o", place).exit_code
    assert before == every(place)


def test_a_run_over_editions_tells_of_it(example: Path, disk: Disk, call: Call) -> None:
    """Of each edition that found no room, with the exit code of one alone."""
    place = disk(300)
    outcome = call("pack", "--all-editions", "-j", 1, example, "-o", place)
    assert 4 == outcome.exit_code
    assert "error[X002]" in outcome.err
    assert not [path for path in place.iterdir() if path.name.endswith(".zip") or path.is_dir()]
