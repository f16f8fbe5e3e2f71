"""The example's press pack before and after its embargo: where its line stands, and when it goes out at all."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from calling import Call
from clock import SetClock
from report_builder.verify.reading import read
from stories.signed import AFTER, BEFORE, LINE

UNMARKED = ("README.txt", "manifest.json")  # by their names; they lie in a folder that is


def packed(example: Path) -> dict[str, bytes]:
    """The files of the only pack there is, by the whole of their names."""
    (path,) = (example / "build").glob("*.zip")
    with zipfile.ZipFile(path) as archive:
        return {f"{path.name}:{name}": archive.read(name) for name in archive.namelist()}


def words(name: str, data: bytes) -> str:
    """What people read in a file, and what it says of itself."""
    if name.endswith(".pdf"):
        return " ".join(passage.text for passage in read(data).passages)
    if name.endswith((".docx", ".xlsx")):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            data = b" ".join(package.read(part) for part in package.namelist() if part.endswith(".xml"))
    return re.sub(r"<[^>]+>", "", data.decode("utf-8", "replace"))


@pytest.mark.parametrize("stage", ["--draft", "--embargoed"])
def test_the_line_is_in_every_file_that_people_read(stage: str, approved: Path, call: Call, clock: SetClock) -> None:
    """And in the names of the files; never among the figures of a CSV."""
    clock(BEFORE)
    outcome = call("pack", stage, approved)
    assert 0 == outcome.exit_code, outcome.err
    files = packed(approved)
    assert {".pdf", ".html", ".docx", ".txt", ".xlsx", ".csv", ".json", ".png", ".svg"} == {
        Path(name).suffix for name in files
    }
    for name, data in files.items():
        assert name.count("-EMBARGOED") == (2 if name.endswith(UNMARKED) else 3), name
        assert (LINE in words(name, data)) != name.endswith((".csv", "manifest.json")), name
        assert ("DRAFT" in words(name, data)) == (stage == "--draft") or name.endswith((".csv", ".json")), name


def test_the_line_is_gone_when_it_is_out(approved: Path, call: Call, clock: SetClock) -> None:
    """From every file and every name, and DRAFT with it."""
    clock(AFTER)
    outcome = call("pack", "--release", approved)
    assert 0 == outcome.exit_code, outcome.err
    for name, data in packed(approved).items():
        assert "EMBARGOED" not in name
        if not name.endswith("facts.json"):  # which explains the numbers of both marks, whether they are printed
            assert not re.search("EMBARGOED|DRAFT", words(name, data)), name


def test_no_pack_goes_out_before_its_time(approved: Path, call: Call, clock: SetClock) -> None:
    """Not a second earlier; nothing is written. After its time there are no copies under embargo any more."""
    clock(BEFORE)
    outcome = call("pack", "--release", approved)
    assert (3, True) == (outcome.exit_code, "error[S026]: the embargo holds" in outcome.err)
    clock(AFTER)
    outcome = call("pack", "--embargoed", approved)
    assert (3, True) == (outcome.exit_code, "error[S027]: the embargo ended" in outcome.err)
    assert not (approved / "build").exists()


def test_nothing_unsigned_goes_out(example: Path, call: Call, clock: SetClock) -> None:
    """Neither released nor to the press under embargo; a draft does."""
    clock(AFTER)
    outcome = call("pack", "--release", example)
    assert (3, {"S003", "S005"}) == (outcome.exit_code, set(re.findall(r"error\[(\w+)\]", outcome.err)))
    clock(BEFORE)
    assert 3 == call("pack", "--embargoed", example).exit_code
    assert not (example / "build").exists()
    assert 0 == call("pack", "--draft", example).exit_code
    assert packed(example)
