"""The example released with a mistake in it, and corrected: everybody can tell which version they have."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from docx import Document

from calling import Call
from clock import SetClock, setter
from example import copy_of_example
from pdf.reading import validated
from report_builder.verify.reading import read

SIGNED = ("--by", "A test approver", "--author", "A test author", "--kept", "a test approval")
NOTE = "The figure for South Wales was copied wrongly from its source."
PDF = "build/online-grooming-wales.pdf"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    return setter(monkeypatch)


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def _sign(project: Path, call: Call, day: str) -> None:
    for what in ("figures", "report"):
        assert 0 == call("approve", what, project, *SIGNED, "--date", day).exit_code


@pytest.fixture
def released(tmp_path: Path, call: Call, clock: SetClock) -> Path:
    """The example, released with 323 where its source has 333."""
    copy_of_example(tmp_path)
    _change(tmp_path / "data/welsh-forces.csv", ",333\n", ",323\n")
    _sign(tmp_path, call, "2024-10-30")
    clock("2024-11-01T09:00+00:00")
    outcome = call("build", "--release", tmp_path)
    assert 0 == outcome.exit_code, outcome.err
    return tmp_path


@pytest.fixture
def corrected(released: Path, call: Call, clock: SetClock) -> Path:
    """The same, put right, signed anew and released as version 1.1; the old file is kept as old.pdf."""
    shutil.copy(released / PDF, released / "old.pdf")
    clock("2024-11-05T09:00+00:00")
    outcome = call("correct", released, "--note", NOTE)
    assert "this is version 1.1 now; it replaces version 1.0\n" in outcome.out
    _change(released / "data/welsh-forces.csv", ",323\n", ",333\n")
    assert 3 == call("build", "--release", released).exit_code  # what was signed was version 1.0
    _sign(released, call, "2024-11-05")
    outcome = call("build", "--release", released)
    assert 0 == outcome.exit_code, outcome.err
    return released


def test_a_release_is_kept_on_record(released: Path, call: Call) -> None:
    """Checksums in releases.yml, the ledger beside them; the same again changes nothing, another is refused."""
    listed = (released / "report/releases.yml").read_text("utf-8")
    assert 'version: "1.0", edition: "wales.en-GB", file: "online-grooming-wales.pdf", date: "2024-11-01"' in listed
    kept = released / "report/releases/1.0/wales.en-GB.json"
    assert (released / "build/facts.json").read_bytes() == kept.read_bytes()
    assert 0 == call("build", "--release", released).exit_code
    assert listed == (released / "report/releases.yml").read_text("utf-8")
    _change(released / "data/welsh-forces.csv", ",323\n", ",333\n")
    _sign(released, call, "2024-11-02")
    outcome = call("build", "--release", released)
    assert 3 == outcome.exit_code
    assert "error[S041]: version 1.0 was released on 2024-11-01 with other words or figures" in outcome.err


def test_the_first_page_tells_what_was_corrected(corrected: Path, call: Call) -> None:
    """The day, what was wrong, old and new figure, which version it takes the place of; verify finds no fault."""
    reading = read((corrected / PDF).read_bytes())
    first = " ".join(p.text for p in reading.passages if p.page == 1)
    changed = "Offences of Sexual Communication with a Child (South Wales, 2023/24): 323 before, 333 now."
    assert f"Corrected on 5 November 2024. {NOTE} {changed} This is version 1.1; it replaces version 1.0." in first
    outcome = call("verify", corrected / PDF)
    assert 0 == outcome.exit_code, outcome.err
    assert "version 1.1" in outcome.out
    assert [] == validated([corrected / PDF])


def test_a_corrective_release_comes_with_it(corrected: Path) -> None:
    """Plain text for an e-mail, with old and new figures and whom to ask."""
    text = (corrected / "build/online-grooming-wales-correction.txt").read_text("utf-8")
    head = (
        "FOR IMMEDIATE RELEASE\n\nCORRECTION: Online grooming offences in Wales\n\nExample Campaign · 5 November 2024\n"
    )
    assert text.startswith(head)
    assert "323 before, 333 now." in text
    assert "Please use version 1.1" in text
    assert "press@example.org" in text


def test_the_pack_holds_the_corrective_release_and_the_dated_notice(corrected: Path, call: Call) -> None:
    """As Word file and text: old and new figure, the superseded file by its checksum; no file is called as before."""
    outcome = call("pack", corrected, "--release")
    assert 0 == outcome.exit_code, outcome.err
    folder = corrected / "build/online-grooming-wales-2024-11-01-corrected-2024-11-05"
    assert folder.with_name(f"{folder.name}.zip").is_file()
    text = (folder / "online-grooming-wales-correction.txt").read_text("utf-8")
    word = "\n".join(p.text for p in Document(str(folder / "online-grooming-wales-correction.docx")).paragraphs)
    old = hashlib.sha256((corrected / "old.pdf").read_bytes()).hexdigest()
    for told in (
        NOTE,
        "Offences of Sexual Communication with a Child (South Wales, 2023/24): 323 before, 333 now.",
        "This is version 1.1; it replaces version 1.0. Please use version 1.1",
        f"Version 1.0 was published on 1 November 2024 as online-grooming-wales.pdf (SHA-256 {old}).",
    ):
        assert told in text
        assert told in word
    notice = f"Corrected on 5 November 2024. {NOTE}"
    readme = (folder / "README.txt").read_text("utf-8")
    assert notice in readme
    assert "online-grooming-wales-correction.docx\n" in readme
    assert notice in (folder / "online-grooming-wales-release.txt").read_text("utf-8")
    listed = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert ("1.1", {"version": "1.0", "on": "2024-11-05", "note": NOTE}) == (listed["version"], listed["corrects"])


def test_a_pack_that_was_released_can_be_corrected(released: Path, call: Call) -> None:
    """Whoever packs need not build as well: the report in the pack is on record."""
    listed = (released / "report/releases.yml").read_text("utf-8")
    shutil.rmtree(released / "report/releases")
    (released / "report/releases.yml").unlink()
    assert 0 == call("pack", released, "--release").exit_code
    assert listed == (released / "report/releases.yml").read_text("utf-8")
    assert 0 == call("correct", released, "--note", NOTE).exit_code


def test_an_old_copy_can_be_told(corrected: Path, call: Call) -> None:
    """By the list of checksums; so can a file that was never released."""
    listed = corrected / "report/releases.yml"
    assert 0 == call("verify", corrected / PDF, "--releases", listed).exit_code
    outcome = call("verify", corrected / "old.pdf", "--releases", listed)
    assert 1 == outcome.exit_code
    said = "error[S043]: it is version 1.0 of 2024-11-01, which was corrected: version 1.1 of 2024-11-05"
    assert said in outcome.err
    assert 0 == call("build", corrected).exit_code  # a draft
    outcome = call("verify", corrected / PDF, "--releases", listed)
    assert (1, True) == (outcome.exit_code, "error[R015]: it is none of the files that were released" in outcome.err)


def test_the_versions_can_be_compared(corrected: Path, call: Call) -> None:
    """By the ledger that was kept."""
    outcome = call("diff", corrected / "report/releases/1.0/wales.en-GB.json", corrected)
    assert "offences[south_wales, 2023/24]  323  →  333  (10 more" in outcome.out


def test_many_corrections_have_a_section(released: Path, call: Call) -> None:
    """The first page names it; each figure is a line of it."""
    call("correct", released, "--note", "Four figures were wrong", "--date", "2024-11-06")
    for row in ("39", "144", "105", "91"):
        _change(released / "data/welsh-forces.csv", f",{row},", f",{int(row) + 1},")
    outcome = call("build", released)
    assert 0 == outcome.exit_code, outcome.err
    words = [p.text for p in read((released / PDF).read_bytes()).passages]
    assert any(
        "wrong. The figures that changed are listed under “Corrections”. This is version 1.1;" in w for w in words
    )
    assert any(w.endswith("(Gwent, 2019/20): 144 before, 145 now.") for w in words)
    assert 0 == call("verify", released / PDF).exit_code


def test_a_withheld_figure_is_not_printed_again(project: Path, call: Call) -> None:
    """Where version 1.0 gave a count that is withheld now, the notice does not repeat it."""
    _sign(project, call, "2026-01-12")
    assert 0 == call("build", "--release", project).exit_code
    call("correct", project, "--note", "Counts that are withheld were printed")
    _change(project / "data/datasets.yml", "\nstops:\n", "\nstops:\n  protect:\n    smaller_than: 15\n")
    assert 0 == call("build", "--draft", project).exit_code
    told = (project / "build/bus-stops-correction.txt").read_text("utf-8")
    assert "- Bus stops without a shelter (Westbridge, 2022): no longer given.\n" in told
    assert "12 before" not in told


def test_only_a_release_is_corrected(released: Path, call: Call) -> None:
    """And a correction is released before the next one."""
    call("correct", released, "--note", NOTE)
    outcome = call("correct", released, "--note", NOTE)
    assert (3, True) == (outcome.exit_code, "error[S040]: version 1.1 has not been released" in outcome.err)
    shutil.rmtree(released / "report/releases")
    (released / "report/releases.yml").unlink()
    (released / "report/corrections.yml").unlink()
    outcome = call("correct", released, "--note", NOTE)
    assert (3, True) == (outcome.exit_code, "error[S040]: version 1.0 has not been released" in outcome.err)


def test_a_ledger_that_was_lost_or_spoilt_is_told(released: Path, call: Call) -> None:
    """The old figures are in it."""
    call("correct", released, "--note", NOTE)
    kept = released / "report/releases/1.0/wales.en-GB.json"
    kept.write_text("{}", "utf-8")
    outcome = call("check", released)
    assert (1, True) == (outcome.exit_code, "error[S042]" in outcome.err)
    kept.unlink()
    outcome = call("check", released)
    assert 1 == outcome.exit_code
    assert "report/releases/1.0/wales.en-GB.json" in outcome.err


def test_a_list_of_releases_that_is_none_is_told(released: Path, call: Call, tmp_path: Path) -> None:
    """With its line, not a traceback."""
    listed = tmp_path / "list.yml"
    for text in ("releases:\n  - version: 1.0\n", "releases: [", "\0"):
        listed.write_text(text, "utf-8")
        outcome = call("verify", released / PDF, "--releases", listed)
        assert 1 == outcome.exit_code
        assert "internal error" not in outcome.err
