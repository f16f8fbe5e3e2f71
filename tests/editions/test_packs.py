"""Press packs of many editions: made apart, gone on with, refused by the gate."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from calling import Call
from clock import setter
from example import copy_of_example

TWO = """areas:
  wales: {name: Wales, in: in Wales, of: of Wales, police: Police forces in Wales}
  gwent: {name: Gwent, in: in Gwent, of: of Gwent, police: Gwent Police, part_of: wales}
languages: [en-GB]
file_name: "grooming-{area}"
"""
NAMES = ["grooming-gwent-2024-11-01", "grooming-wales-2024-11-01"]


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example for Wales and for one force."""
    copy_of_example(tmp_path)
    (tmp_path / "report/editions.yml").write_text(TWO, encoding="utf-8")
    return tmp_path


def made(folder: Path) -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in sorted(folder.glob("*.zip"))}


def test_a_run_makes_what_each_edition_alone_makes(example: Path, call: Call) -> None:
    """By two workers, with a folder each; one whose zip was lost is made again, and only that one."""
    outcome = call("pack", "--all-editions", "-j", 2, example)
    assert 0 == outcome.exit_code, outcome.err
    assert "2 of 2 editions packed" in outcome.out
    run = made(example / "build")
    assert NAMES == list(run)
    assert NAMES == sorted(p.name for p in (example / "build").iterdir() if p.is_dir())
    assert 0 == call("pack", "--edition", "gwent", "-j", 1, example, "-o", example / "alone").exit_code
    assert {NAMES[0]: run[NAMES[0]]} == made(example / "alone")
    (example / "build" / f"{NAMES[0]}.zip").unlink()
    outcome = call("editions", "resume", example)
    assert 0 == outcome.exit_code, outcome.err
    assert "2 of 2 editions packed, 1 of them before" in outcome.out
    assert run == made(example / "build")


def test_a_run_that_the_gate_refuses_has_its_exit_code(
    example: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    """3 of the command and in results.json; nothing is packed. Of a build as well."""
    setter(monkeypatch)("2024-11-01T09:00+00:00")
    for verb in ("pack", "build"):
        outcome = call(verb, "--all-editions", "--release", "-j", 1, example)
        assert 3 == outcome.exit_code
        assert {"S003", "S005"} == set(re.findall(r"error\[(\w+)\]", outcome.err))
        assert 3 == json.loads((example / "build/results.json").read_text("utf-8"))["exit_code"]
        assert {} == made(example / "build")


def test_an_edition_that_fails_costs_the_others_nothing(example: Path, call: Call) -> None:
    """A pack over its size is told with its edition."""
    outcome = call("pack", "--all-editions", "-j", 1, example, "--max-size", "1.5MB")
    assert (1, NAMES[:1]) == (outcome.exit_code, list(made(example / "build")))
    assert "wales, en-GB: failed, K002" in outcome.out
