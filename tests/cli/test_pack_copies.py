"""A press pack for each recipient, and packs whose PDF opens with a password."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pikepdf
import pytest

from calling import Call
from pdf.reading import read
from report_builder.verify.check import verify

PEOPLE = "name,organisation,email\nSam Example,Channel 4,sam@example.org\nSiân Ŵyn,,sian@example.org\n"
SECRET = "correct horse battery"


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "recipients.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    return path


def inside(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def test_each_recipient_gets_a_pack(call: Call, project: Path, people: Path) -> None:
    """Name and id in the zip's name, in its list of files and on each page of its PDF; all else is as in the pack."""
    outcome = call("pack", project, "--recipients", people)
    assert 0 == outcome.exit_code, outcome.err
    plain, *copies = sorted((project / "build").glob("*.zip"), key=lambda path: len(path.name))
    assert ["sam-example", "sian-wyn"] == sorted(c.stem.removeprefix(f"{plain.stem}-")[:-10] for c in copies)
    assert [plain.stem] == [p.name for p in (project / "build").iterdir() if p.is_dir()]
    sam = next(c for c in copies if "sam" in c.name)
    line = f"Copy for Sam Example, Channel 4 · {sam.stem[-9:]}"
    files, others = inside(sam), inside(plain)
    report = next(name for name in files if name.endswith(".pdf"))
    assert {report, "README.txt", "manifest.json"} == {n for n, data in files.items() if others.get(n) != data}
    assert sam.stem[-9:] in report
    assert line in files["README.txt"].decode()
    manifest = json.loads(files["manifest.json"])
    assert line == manifest["copy"]
    assert report in [one["name"] for one in manifest["files"]]
    assert all(line in " ".join(page.artifacts) for page in read(files[report]).pages)


def test_a_number_in_the_name_of_an_organisation_is_no_figure(call: Call, project: Path, people: Path) -> None:
    """The copy for Channel 4 agrees with its ledger, the one in the pack."""
    assert 0 == call("pack", project, "--recipients", people).exit_code
    (sam,) = (project / "build").glob("*sam*.zip")
    files = inside(sam)
    ledger = next(data for name, data in files.items() if name.endswith("facts.json"))
    report = next(name for name in files if name.endswith(".pdf"))
    assert () == verify(files[report], report, other=ledger).problems


def test_a_locked_pack_says_what_is_locked(call: Call, project: Path, tmp_path: Path) -> None:
    """The PDF alone, with AES-256; the other files are open, and that is said."""
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    outcome = call("pack", project, "--password-file", secret)
    assert (0, True) == (outcome.exit_code, "only the PDF is locked" in outcome.out)
    (path,) = (project / "build").glob("*.zip")
    files = inside(path)
    (report,) = (name for name in files if name.endswith(".pdf"))
    assert report.endswith("-LOCKED.pdf")
    assert report in files["README.txt"].decode()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(files[report]))
    with pikepdf.open(io.BytesIO(files[report]), password=SECRET) as pdf:
        assert 6 == pdf.encryption.R


def test_what_cannot_be_copied_makes_nothing(call: Call, project: Path, people: Path) -> None:
    """A list with someone twice, and copies of what is everybody's; a run over editions has none."""
    people.write_text(PEOPLE + "S. Example,Gazette,sam@example.org\n", encoding="utf-8")
    outcome = call("pack", project, "--recipients", people)
    assert (1, True) == (outcome.exit_code, "error[S031]" in outcome.err)
    people.write_text(PEOPLE, encoding="utf-8")
    for what in ("figures", "report"):
        call("approve", what, project, "--by", "A. Driver", "--author", "B. Writer", "--kept", "mail")
    outcome = call("pack", "--release", project, "--recipients", people)
    assert (3, True) == (outcome.exit_code, "error[S035]" in outcome.err)
    assert 2 == call("pack", "--all-editions", project, "--recipients", people).exit_code
    assert not (project / "build").exists()
