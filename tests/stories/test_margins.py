"""The headline claim of the example on both sides of its margin: it fails everywhere at once, or nowhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from calling import Call
from example import copy_of_example

ROOT = Path(__file__).parents[2]
CLAIM = "[more than doubled](claim:growth)"
EDITS = {
    "data/welsh-forces.csv": {"Dyfed-Powys,19,": "Dyfed-Powys,{half},"},
    "data/datasets.yml": {
        "    - place: dyfed_powys\n      year: 2017/18\n      is: part year\n      covers: six of 12 months\n"
        "      source: bbc_2018\n": ""
    },
    "report/facts.yml": {"value: 274": "value: {total}"},
    "report/sections/cover.md": {'[more than doubled](claim:growth "or phrase")': CLAIM},
    "report/sections/summary.md": {'[more than doubled](claim:growth "or phrase")': CLAIM},
    "report/sections/wales.md": {
        "South Wales recorded [the most](claim:rank_south_wales)\nalt: automatic": f"Offences have {CLAIM}\nalt: |\n"
        f"  Columns for each force. Together they have {CLAIM}."
    },
}


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the example campaign."""
    return copy_of_example(tmp_path)


def _places(half: int, total: int, example: Path, call: Call) -> list[tuple[str, int]]:
    """File and line of each claim that fails where Dyfed-Powys's first year is complete at `half`."""
    for file, changes in EDITS.items():
        text = (example / file).read_text("utf-8")
        for old, new in changes.items():
            assert old in text
            text = text.replace(old, new.replace("{half}", str(half)).replace("{total}", str(total)))
        (example / file).write_text(text, "utf-8", newline="")
    problems = json.loads(call("check", "--format", "json", example).out)["problems"]
    assert {p["code"] for p in problems if p["severity"] == "error"} <= {"C012"}
    return [(p["file"].rpartition("/")[2], p["line"]) for p in problems if p["code"] == "C012"]


def test_at_277_the_claim_fails_on_cover_title_and_alt_text_at_once(example: Path, call: Call) -> None:
    """554 is not more than twice 277."""
    assert [("cover.md", 5), ("summary.md", 4), ("wales.md", 27), ("wales.md", 29)] == _places(22, 277, example, call)


def test_at_276_it_passes_everywhere(example: Path, call: Call) -> None:
    """554 is more than twice 276."""
    assert [] == _places(21, 276, example, call)
