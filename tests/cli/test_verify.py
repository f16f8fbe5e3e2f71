"""`report-builder verify` tells an outsider what agrees, what does not, and what it cannot show."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from calling import Call
from example import example_pdf
from verify.tampering import reworded


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "the report.pdf"
    path.write_bytes(example_pdf())
    return path


def test_clean(pdf: Path, call: Call) -> None:
    """A report that agrees: exit code 0, what was read, and the limits of the check."""
    outcome = call("verify", pdf)

    assert (0, "") == (outcome.exit_code, outcome.err)
    assert outcome.out.startswith("the report.pdf: nothing found that disagrees\n")
    assert "Someone who changes both alike is not found out by it" in outcome.out


def test_changed(pdf: Path, call: Call) -> None:
    """A changed number: exit code 1, the page and the words around it."""
    pdf.write_bytes(reworded(example_pdf(), 2, "554", "549"))

    outcome = call("verify", pdf)

    assert 1 == outcome.exit_code
    assert 'error[R010]: page 2: no figure of the ledger explains "549"' in outcome.err


def test_json(pdf: Path, call: Call) -> None:
    """For programs: whether it agrees, what was read, the problems."""
    found = json.loads(call("verify", pdf, "--format", "json", "--sha256", "00").out)

    assert (False, ["R015"]) == (found["agrees"], [p["code"] for p in found["problems"]])
    assert found["numbers"]["facts"] > 100


def test_no_such_file(tmp_path: Path, call: Call) -> None:
    """A file that is not there is the machine's matter, not the report's."""
    outcome = call("verify", tmp_path / "nothing.pdf")

    assert 4 == outcome.exit_code
    assert "there is no such file" in outcome.err


def test_no_report(tmp_path: Path, call: Call) -> None:
    """A file that is no PDF could not be checked."""
    path = tmp_path / "notes.pdf"
    path.write_text("554")

    outcome = call("verify", path)

    assert 1 == outcome.exit_code
    assert "notes.pdf: could not be checked" in outcome.out
