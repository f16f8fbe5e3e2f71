"""Copies for recipients and locked copies."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest

from calling import Call
from pdf.reading import read, validated
from report_builder.verify.sameness import compare

PEOPLE = "name,organisation,email\nSam Example,Gazette,sam@example.org\nSiân Ŵyn,,sian@example.org\n"
SECRET = "correct horse battery"


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "recipients.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    return path


def test_each_recipient_gets_a_copy(call: Call, project: Path, people: Path) -> None:
    """With name and id on every page, and nothing else that differs; results.json says whose id is whose."""
    assert 0 == call("build", project, "--recipients", people).exit_code
    results = json.loads((project / "build/results.json").read_text("utf-8"))
    assert ["Sam Example", "Siân Ŵyn"] == [c["name"] for c in results["copies"]]
    sign = results["copies"][0]["id"]
    copy = project / "build" / f"bus-stops-sam-example-{sign}.pdf"
    plain = (project / "build/bus-stops.pdf").read_bytes()
    assert all(
        f"Copy for Sam Example, Gazette · {sign}" in " ".join(p.artifacts) for p in read(copy.read_bytes()).pages
    )
    assert () == compare(copy.read_bytes(), plain).differences
    assert [] == validated([copy])
    assert 0 == call("verify", copy).exit_code
    before = copy.read_bytes()
    call("build", project, "--recipients", people)
    assert before == copy.read_bytes()


def test_a_list_that_cannot_be_used_makes_nothing(call: Call, project: Path, people: Path) -> None:
    """The row is told, and no file is written."""
    people.write_text(PEOPLE + "../../sam,Gazette,other@example.org\n", encoding="utf-8")
    outcome = call("build", project, "--recipients", people)
    assert (1, True) == (outcome.exit_code, "error[S032]" in outcome.err)
    assert not (project / "build").exists()
    assert 4 == call("build", project, "--recipients", people.with_name("nobody.csv")).exit_code


def test_a_locked_copy_opens_with_its_password_only(call: Call, project: Path, tmp_path: Path) -> None:
    """AES-256; it claims to be accessible still, and PDF/A no more, and says so."""
    secret = tmp_path / "secret.txt"
    secret.write_text(f"{SECRET}\n", encoding="utf-8")
    outcome = call("build", project, "--password-file", secret)
    assert 0 == outcome.exit_code
    assert "locked copies are no PDF/A" in outcome.out
    locked = project / "build/bus-stops-LOCKED.pdf"
    assert not (project / "build/bus-stops.pdf").exists()
    results = json.loads((project / "build/results.json").read_text("utf-8"))
    assert (True, False) == (results["locked"], results["pdf_a"])
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(locked)
    with pikepdf.open(locked, password=SECRET) as pdf:
        assert 6 == pdf.encryption.R
        assert pdf.allow.accessibility
        metadata = pdf.open_metadata()
        assert ("1", None) == (metadata.get("pdfuaid:part"), metadata.get("pdfaid:part"))
        assert 5 == len(pdf.pages)
    outcome = call("verify", locked)
    assert (1, True) == (outcome.exit_code, "it is locked with a password" in outcome.err)


def test_a_short_password_is_refused(call: Call, project: Path, tmp_path: Path) -> None:
    """And an empty file."""
    secret = tmp_path / "secret.txt"
    for words in ("hunter2", ""):
        secret.write_text(words, encoding="utf-8")
        outcome = call("build", project, "--password-file", secret)
        assert (1, True) == (outcome.exit_code, "error[S034]" in outcome.err)


def test_a_release_is_for_everybody(call: Call, project: Path, people: Path) -> None:
    """Neither copies nor a password; and each edition's copies are made on their own."""
    signed = ("--by", "A. Driver", "--author", "B. Writer", "--kept", "mail")
    call("approve", "figures", project, *signed)
    call("approve", "report", project, *signed)
    outcome = call("build", "--release", project, "--recipients", people)
    assert (3, True) == (outcome.exit_code, "error[S035]" in outcome.err)
    assert 2 == call("build", "--all-editions", project, "--recipients", people).exit_code
