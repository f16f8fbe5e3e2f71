"""The press pack on the command line."""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from docx import Document
from PIL import Image

from calling import Call
from example import ROOT
from pictures import jpeg


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the example campaign."""
    for folder in ("report", "data", "assets"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def _files(zipped: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(zipped)) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def test_a_pack_holds_all_that_is_sent_and_says_what_each_file_is(example: Path, call: Call) -> None:
    """One zip, the same as a folder; every file is told of, and its checksum is right."""
    assert 0 == call("pack", example).exit_code
    (path,) = (example / "build").glob("*.zip")
    files = _files(path.read_bytes())
    folder = example / "build" / path.stem
    assert files == {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    listed = json.loads(files["manifest.json"])["files"]
    assert {f["name"]: f["sha256"] for f in listed} == {
        name: hashlib.sha256(data).hexdigest()
        for name, data in files.items()
        if name not in ("manifest.json", "README.txt")
    }
    told = files["README.txt"].decode()
    assert not [name for name in files if name not in told and name != "README.txt"]
    assert {".pdf", ".html", ".docx", ".txt", ".xlsx", ".csv", ".json", ".png", ".svg"} == {
        Path(n).suffix for n in files
    }
    assert not [name for name in files if "lines-to-take" in name or "review" in name]
    assert not [name for name in files if not re.fullmatch(r"[A-Za-z0-9./-]+", name)]


def test_two_runs_give_the_same_bytes(example: Path, call: Call) -> None:
    """Word files and workbook included."""
    for folder in ("a", "b"):
        assert 0 == call("pack", example, "-o", example / folder).exit_code
    assert [p.read_bytes() for p in (example / "a").glob("*.zip")] == [
        p.read_bytes() for p in (example / "b").glob("*.zip")
    ]


def test_quotes_go_out_word_for_word(example: Path, call: Call) -> None:
    """As a sheet of their own."""
    assert 0 == call("pack", example).exit_code
    (path,) = (example / "build").glob("*.zip")
    files = _files(path.read_bytes())
    quotes = Document(io.BytesIO(next(data for name, data in files.items() if name.endswith("quotes.docx"))))
    assert "We need ambitious regulation by Ofcom" in " ".join(p.text for p in quotes.paragraphs)


def test_a_pack_over_its_size_says_what_to_leave_out(example: Path, call: Call) -> None:
    """And is not written; with those parts left out it is."""
    outcome = call("pack", example, "--max-size", "1.6MB")
    assert 1 == outcome.exit_code
    assert "error[K002]" in outcome.err
    assert "--without print" in outcome.err
    assert not list((example / "build").glob("*.zip"))
    parts = re.findall(r"--without (\w+)", outcome.err)
    assert 0 == call("pack", example, "--max-size", "1.6MB", *(w for p in parts for w in ("--without", p))).exit_code


@pytest.mark.parametrize("size", ["ten", "-3MB", "10 GB", ""])
def test_a_size_that_is_none_is_a_wrong_command_line(size: str, example: Path, call: Call) -> None:
    """Before anything is made."""
    assert (2 if size else 0) == call("pack", example, "--max-size", size).exit_code


def test_nothing_half_written_stays_where_the_pack_cannot_be(example: Path, call: Call) -> None:
    """A file in the place of the folder's own."""
    (example / "build").write_text("a file", encoding="utf-8")
    outcome = call("pack", example)
    assert 4 == outcome.exit_code
    assert "error[X002]" in outcome.err


def test_a_pack_of_a_report_that_fails_is_not_made(project: Path, call: Call) -> None:
    """What keeps the report from being built keeps its pack too."""
    section = next((project / "report" / "sections").glob("*.md"))
    section.write_text(section.read_text("utf-8") + "\n\n{nowhere}\n", encoding="utf-8")
    outcome = call("pack", project)
    assert 1 == outcome.exit_code
    assert "F001" in outcome.err
    assert not list((project / "build").glob("*.zip"))


def test_what_is_not_installed_is_named(project: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that installs it."""
    monkeypatch.setattr("report_builder.pipe.press._NEEDED", {"no_such_library": "NoSuchLibrary"})
    outcome = call("pack", project)
    assert 1 == outcome.exit_code
    assert "error[K003]: a press pack needs NoSuchLibrary" in outcome.err


def test_pictures_go_out_and_one_that_may_not_is_told(project: Path, call: Call) -> None:
    """Its words beside it; the other is named with its reason, and in neither zip nor folder."""
    (project / "assets/pictures").mkdir(parents=True)
    for name, colour in (("stop.jpg", "red"), ("shelter.jpg", "blue")):
        (project / "assets/pictures" / name).write_bytes(jpeg(Image.new("RGB", (900, 600), colour), located=False))
    section = project / "report/sections/reasons.md"
    agreed = "consent: {{who: A. Rider, given: 2019-05-01, until: {}, uses: [report, web, press], kept: folder 3}}\n"
    picture = "\n```picture\nfile: {}\nalt: {}\ncredit: A. Person\n{}```\n"
    blocks = picture.format("stop.jpg", "A red sign", agreed.format("2126-01-01"))
    blocks += picture.format("shelter.jpg", "A blue shelter", agreed.format("2026-01-14"))
    section.write_text(section.read_text("utf-8") + blocks, "utf-8")
    outcome = call("pack", project)
    assert 0 == outcome.exit_code, outcome.err
    assert "warning[K020]: this picture is not in the pack: the consent ends on 2026-01-14" in outcome.err
    (path,) = (project / "build").glob("*.zip")
    names = sorted(name for name in _files(path.read_bytes()) if name.startswith("pictures/"))
    assert ["pictures/1-a-red-sign.jpg", "pictures/1-a-red-sign.txt"] == names
    assert 0 == call("pack", project, "--without", "pictures").exit_code
    assert not [name for name in _files(path.read_bytes()) if name.startswith("pictures/")]
