"""`build`: the files it writes, when it writes none, and that the same input makes the same bytes."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import report_builder
from calling import Call

PDF = "build/bus-stops.pdf"


def _with(project: Path, file: str, old: str, new: str) -> None:
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def _results(project: Path) -> dict[str, object]:
    results: dict[str, object] = json.loads((project / "build/results.json").read_text(encoding="utf-8"))
    return results


def test_results_say_what_was_built(call: Call, project: Path) -> None:
    """Name, size, hash and pages of each file."""
    outcome = call("build", project)
    assert (0, f"{project / PDF} (5 pages)\n", "") == (outcome.exit_code, outcome.out, outcome.err)
    results = _results(project)
    assert {"tool", "outcome", "draft", "exit_code", "files", "problems"} <= set(results)
    assert ("built", 0, False, []) == tuple(results[k] for k in ("outcome", "exit_code", "draft", "problems"))
    files = results["files"]
    assert isinstance(files, list)
    for file in files:
        data = (project / "build" / file["name"]).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (file["bytes"], file["sha256"])
    assert ("bus-stops.pdf", 5) == (files[0]["name"], files[0]["pages"])


def test_files_may_go_elsewhere(call: Call, project: Path, tmp_path: Path) -> None:
    """With -o nothing is written into the project."""
    before = sorted(project.rglob("*"))
    outcome = call("build", "-o", tmp_path / "for the press", project)
    assert 0 == outcome.exit_code
    assert (tmp_path / "for the press/bus-stops.pdf").is_file()
    assert before == sorted(project.rglob("*"))


def test_formats_are_a_list_with_commas(call: Call, project: Path) -> None:
    """A format that nobody writes is a mistake on the command line; the message names those there are."""
    outcome = call("build", "--formats", "pdf,paper", project)
    assert 2 == outcome.exit_code
    assert "the formats are pdf" in outcome.err
    assert not (project / "build").exists()
    assert 0 == call("build", "--formats", " pdf, pdf", project).exit_code


def test_json_is_all_of_standard_output(call: Call, project: Path) -> None:
    """A program can read it as it is."""
    assert {"problems": []} == json.loads(call("build", "--format", "json", project).out)


def test_quiet_says_nothing_of_success(call: Call, project: Path) -> None:
    """The exit code tells."""
    outcome = call("build", "-q", project)
    assert (0, "", "") == (outcome.exit_code, outcome.out, outcome.err)


def test_a_draft_marks_a_failing_claim_with_its_reason(call: Call, project: Path) -> None:
    """In the page beside the claim; the draft says on every page that it is one."""
    pdftotext = shutil.which("pdftotext")
    if pdftotext is None:
        pytest.skip("pdftotext (poppler) is not installed, and the words of the page cannot be read")
    _with(project, "report/sections/stops.md", "[the most]", "[the fewest]")
    assert 1 == call("build", project).exit_code
    outcome = call("build", "--draft", project)
    assert 0 == outcome.exit_code
    assert "error[C012]" in outcome.err
    results = _results(project)
    assert ("built", True, 0) == tuple(results[k] for k in ("outcome", "draft", "exit_code"))
    done = subprocess.run([pdftotext, "-layout", str(project / PDF), "-"], capture_output=True, check=True)
    pages = done.stdout.decode().split("\f")[:-1]
    assert all("DRAFT" in page for page in pages[1:])
    assert any("not supported" in page for page in pages)


def test_a_draft_does_not_forgive_a_mistake(call: Call, project: Path) -> None:
    """Only claims may fail in it."""
    _with(project, "report/sections/stops.md", "{bare.period}", "{bear.period}")
    assert 1 == call("build", "--draft", project).exit_code
    assert not (project / PDF).exists()


def test_what_looks_like_a_number_is_printed_as_typed(call: Call, project: Path) -> None:
    """A helpline keeps its zeros without quotation marks; Windows line ends and a byte order mark do no harm."""
    pdftotext = shutil.which("pdftotext")
    if pdftotext is None:
        pytest.skip("pdftotext (poppler) is not installed, and the words of the page cannot be read")
    _with(project, "report/report.yml", '"0800 1111"', "0800 1111")
    _with(project, "report/report.yml", "name: Bus helpline", "name: 0101")
    report = project / "report/report.yml"
    report.write_bytes(b"\xef\xbb\xbf" + report.read_bytes().replace(b"\n", b"\r\n"))
    outcome = call("build", "--strict", project)
    assert (0, "") == (outcome.exit_code, outcome.err)
    done = subprocess.run([pdftotext, "-layout", str(project / PDF), "-"], capture_output=True, check=True)
    words = " ".join(done.stdout.decode().split())
    assert "0800 1111" in words
    assert "0101" in words


def _no_replace(code: int) -> object:
    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


@pytest.mark.parametrize(
    ("step", "code"),
    [
        ("os.replace", errno.EACCES),  # open in a program that locks what it shows
        ("os.fsync", errno.ENOSPC),
        ("tempfile.mkstemp", errno.EROFS),
    ],
)
def test_a_write_that_fails_leaves_the_old_report(
    call: Call, project: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int
) -> None:
    """Exit code 4, the reason in words, no half file and no temporary one."""
    old = {PDF: b"%PDF old", "build/results.json": b"{}\n"}
    (project / "build").mkdir()
    for name, data in old.items():
        (project / name).write_bytes(data)
    monkeypatch.setattr(f"report_builder.output.{step}", _no_replace(code))
    outcome = call("build", project)
    assert 4 == outcome.exit_code
    assert outcome.err.startswith("error[X002]: ")
    assert outcome.err.endswith("\n1 error\n")
    assert os.strerror(code).lower() in outcome.err
    there = {f"build/{p.name}": p.read_bytes() for p in (project / "build").iterdir()}
    assert old == there


def test_a_full_disk_leaves_the_old_report(call: Call, project: Path, tmp_path: Path) -> None:
    """On a file system of 64 kB, where it can be mounted."""
    small = tmp_path / "small"
    small.mkdir()
    mount = shutil.which("mount")
    size = ["-t", "tmpfs", "-o", "size=64k", "tmpfs", str(small)]
    if mount is None or subprocess.run([mount, *size], capture_output=True, check=False).returncode:
        pytest.skip("no right to mount a small file system")
    try:
        (small / "bus-stops.pdf").write_bytes(b"%PDF old")
        outcome = call("build", "-o", small, project)
        assert 4 == outcome.exit_code
        assert "no space left on device" in outcome.err
        assert b"%PDF old" == (small / "bus-stops.pdf").read_bytes()
        assert not [p for p in small.iterdir() if p.name.startswith(".")]
    finally:
        subprocess.run(["umount", str(small)], check=True)


def _build_elsewhere(project: Path, cwd: Path, **environment: str) -> bytes:
    """The PDF built by a process of its own, from the code that is tested here."""
    command = [sys.executable, "-m", "report_builder", "build", "-q", str(project)]
    code = str(Path(report_builder.__file__).parents[1])
    env = {"PATH": os.defpath, "PYTHONPATH": code, **environment}
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, check=False)
    assert (0, b"", b"") == (done.returncode, done.stdout, done.stderr)
    return (project / PDF).read_bytes()


def test_the_same_input_makes_the_same_bytes(call: Call, project: Path, tmp_path: Path) -> None:
    """Whatever the process, hash seed, time zone, folder, and whether anything was in the cache."""
    cache = str(tmp_path / "cache")
    copy = Path(shutil.copytree(project, tmp_path / "elsewhere"))
    call("build", project)
    here = (project / PDF).read_bytes()
    empty = _build_elsewhere(project, tmp_path, PYTHONHASHSEED="1", TZ="Asia/Tokyo", REPORT_BUILDER_CACHE=cache)
    full = _build_elsewhere(copy, copy, PYTHONHASHSEED="2", TZ="America/Lima", REPORT_BUILDER_CACHE=cache)
    assert here == empty
    assert here == full


def test_a_damaged_cache_is_no_cache(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call
) -> None:
    """The bytes are the same, and nobody hears of it."""
    call("build", project)
    before = (project / PDF).read_bytes()
    cache = tmp_path / "cache"
    _build_elsewhere(project, tmp_path, REPORT_BUILDER_CACHE=str(cache))
    entries = [p for p in cache.rglob("*") if p.is_file()]
    assert entries
    for entry in entries:
        data = entry.read_bytes()
        entry.write_bytes(data[: len(data) // 2])
    assert before == _build_elsewhere(project, tmp_path, REPORT_BUILDER_CACHE=str(cache))


def test_a_web_page_is_a_format(call: Call, project: Path) -> None:
    """It is written beside the PDF where both are asked for, with the warnings of either."""
    outcome = call("build", "--formats", "pdf,html", project)
    assert 0 == outcome.exit_code
    page = (project / "build/bus-stops.html").read_bytes()
    assert page.startswith(b'<!DOCTYPE html>\n<html lang="en-GB">')
    assert page.endswith(b"</html>\n")
    assert ["bus-stops.pdf", "bus-stops.html", "facts.json"] == [f["name"] for f in _results(project)["files"]]  # type: ignore[attr-defined]
