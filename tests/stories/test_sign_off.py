"""The example from draft to release, with test approvals and a set clock: nothing goes out unsigned or too early."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest

from calling import Call
from clock import SetClock
from pdf.reading import read, validated
from report_builder.facts.ledger import Ledger
from report_builder.facts.ledger import read as read_ledger
from stories.signed import AFTER, BEFORE, LINE, SIGNED

MARKED, CLEAN = "online-grooming-wales-EMBARGOED.pdf", "online-grooming-wales.pdf"


def pages(path: Path) -> list[str]:
    """The words of each page that are outside its tags: header, footer, mark."""
    return [" ".join(page.artifacts) for page in read(path.read_bytes()).pages]


def test_a_draft_says_what_it_is_on_every_page(example: Path, call: Call) -> None:
    """With its embargo and version, in the file's name and in its metadata too; what it says is counted by verify."""
    assert 0 == call("build", example).exit_code
    marked = example / "build" / MARKED
    assert all(f"{LINE} · DRAFT, version 1.0" in page for page in pages(marked))
    with pikepdf.open(marked) as pdf:
        assert str(pdf.docinfo["/Keywords"]).startswith(f"{LINE}, DRAFT, version 1.0, ")
        assert pdf.open_metadata()["pdf:Keywords"] == str(pdf.docinfo["/Keywords"])
    assert 0 == call("verify", marked).exit_code
    assert [] == validated([marked])


def test_nothing_unsigned_is_released(example: Path, call: Call, clock: SetClock) -> None:
    """Exit code 3, and no file."""
    clock(AFTER)
    outcome = call("build", "--release", example)
    assert 3 == outcome.exit_code
    assert ["S003", "S005"] == [code for code in ("S003", "S005", "S026") if f"error[{code}]" in outcome.err]
    assert not (example / "build" / CLEAN).exists()


def test_nothing_is_released_before_its_time(approved: Path, call: Call, clock: SetClock) -> None:
    """Not a second earlier, whatever zone the clock is in; `stage: release` is refused alike."""
    for moment in (BEFORE, "2024-10-31T23:59:00+00:00", "2024-11-01T01:00:59+01:00"):
        clock(moment)
        outcome = call("build", "--release", approved)
        assert (3, True) == (
            outcome.exit_code,
            "error[S026]: the embargo holds until 2024-11-01 00:01 GMT" in outcome.err,
        )
    assert "that is in 1 minute" in outcome.err
    report = approved / "report/report.yml"
    report.write_text(report.read_text("utf-8").replace("stage: draft", "stage: release"), "utf-8")
    assert 3 == call("build", approved).exit_code
    assert not (approved / "build" / CLEAN).exists()


def test_the_press_gets_a_signed_copy_before(approved: Path, call: Call, clock: SetClock) -> None:
    """With the embargo and without DRAFT; after its time there is no such copy."""
    clock(BEFORE)
    assert 0 == call("build", "--embargoed", approved).exit_code
    marked = approved / "build" / MARKED
    assert all(page.startswith(LINE) or LINE in page for page in pages(marked))
    assert not any("DRAFT" in page for page in pages(marked))
    clock(AFTER)
    outcome = call("build", "--embargoed", approved)
    assert (3, True) == (outcome.exit_code, "error[S027]: the embargo ended" in outcome.err)


def test_one_command_releases_it_and_proves_that_only_the_marks_went(
    approved: Path, call: Call, clock: SetClock
) -> None:
    """The same pages, the same places, the same words; the terminal and results.json say so."""
    clock(BEFORE)
    call("build", "--embargoed", approved)
    clock(AFTER)
    outcome = call("build", "--release", approved)
    assert 0 == outcome.exit_code, outcome.err
    assert "the same as its marked copy, but for the marks: 10 pages, " in outcome.out
    proof = json.loads((approved / "build/results.json").read_text("utf-8"))["proof"]
    assert (True, 10) == (proof["same_but_for_marks"], proof["pages"])
    assert proof["operations_drawn"] > 1000
    clean = approved / "build" / CLEAN
    assert not any("EMBARGO" in page or "DRAFT" in page for page in pages(clean))
    assert [] == validated([clean])
    assert 0 == call("verify", clean).exit_code
    assert isinstance(read_ledger((approved / "build/facts.json").read_bytes()), Ledger)


def test_moving_the_embargo_voids_the_signature(approved: Path, call: Call, clock: SetClock) -> None:
    """Whoever signed the report signed its embargo too: nobody gets round it unseen."""
    report = approved / "report/report.yml"
    text = report.read_text("utf-8").replace("embargo: 2024-11-01 00:01 Europe/London", "embargo: none")
    report.write_text(text, "utf-8")
    clock(BEFORE)
    outcome = call("build", "--release", approved)
    assert (3, True) == (outcome.exit_code, "error[S005]" in outcome.err)


def test_the_environment_does_not_set_the_clock(approved: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock is the machine's: in 2024 tests set it in this process, and no variable reaches it."""
    report = approved / "report/report.yml"
    text = report.read_text("utf-8").replace("2024-11-01 00:01 Europe/London", "2999-11-01 00:01 Europe/London")
    report.write_text(text, "utf-8")
    call("approve", "report", approved, *SIGNED)
    for name in ("SOURCE_DATE_EPOCH", "NOW", "REPORT_BUILDER_NOW", "REPORT_BUILDER_CLOCK"):
        monkeypatch.setenv(name, "32503680000")
    assert "error[S026]" in call("build", "--release", approved).err
