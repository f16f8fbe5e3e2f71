"""`report-builder diff` between ledgers, PDFs, builds, projects and revisions."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from calling import Call
from example import copy_of_example, example

FACTS = "report/facts.yml"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A copy of the example."""
    folder = tmp_path / "the report"
    copy_of_example(folder)
    return folder


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A build folder of the example as it is."""
    folder = tmp_path / "build"
    folder.mkdir()
    for file in example().files:
        (folder / file.name).write_bytes(file.data)
    return folder


def revise(report: Path) -> None:
    """The published total of 2023/24 becomes 548, the first figure at which "more than doubled" is false."""
    path = report / FACTS
    text = path.read_text("utf-8")
    assert "value: 554" in text
    path.write_text(text.replace("value: 554", "value: 548"), "utf-8")


@pytest.mark.parametrize("kind", ["facts.json", "online-grooming-wales.pdf", ""])
def test_against_itself(built: Path, report: Path, call: Call, kind: str) -> None:
    """The ledger, the PDF and the build folder of a report say what its project says."""
    outcome = call("diff", built / kind, report)

    assert (0, "") == (outcome.exit_code, outcome.err)
    assert "no figure and no claim differs" in outcome.out


def test_revised_total(built: Path, report: Path, call: Call) -> None:
    """548 after 554: by how much, the claim that no longer holds, the files and the ask to look at."""
    revise(report)

    out = call("diff", built, report).out

    assert "  offences[wales, 2023/24]  554  →  548  (6 fewer, −1.1 per cent)" in out
    assert '"more than doubled" of growth[wales] no longer holds' in out
    assert "  ofcom-rules: offences[wales, 2023/24]" in out
    assert "  report/sections/summary.md: offences[wales, 2023/24], growth[wales]" in out


def test_json(built: Path, report: Path, call: Call) -> None:
    """The same for programs."""
    revise(report)

    found = json.loads(call("diff", built, report, "--format", "json").out)

    total = next(c for c in found["revised"] if c["id"] == "offences[wales, 2023/24]")
    assert (554, 548, -6, -1.08) == (total["old"]["value"], total["new"]["value"], total["by"], total["percent"])
    assert [True] == [c["flipped"] for c in found["claims"] if c["fact"] == "growth[wales]"]


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(report: Path) -> Path:
    """The report as a git repository of two revisions, the second with 548."""
    if shutil.which("git") is None:
        pytest.skip("needs git")
    git(report, "init", "-q")
    git(report, "add", ".")
    git(report, "commit", "-qm", "The report")
    git(report, "tag", "published")
    revise(report)
    git(report, "commit", "-qam", "A revision")
    return report


def test_revisions(repository: Path, call: Call) -> None:
    """A tag and a commit of the project are compared without touching the folder."""
    out = call("diff", "published", "HEAD", "--project", repository).out

    assert "554  →  548" in out
    assert "value: 548" in (repository / FACTS).read_text("utf-8")


def test_revision_of_a_folder_within(repository: Path, tmp_path: Path, call: Call) -> None:
    """A project that is one folder of a repository is found there, its own files only."""
    outer = tmp_path / "outer"
    shutil.copytree(repository, outer / "wales", ignore=shutil.ignore_patterns(".git"))
    git(outer, "init", "-q")
    git(outer, "add", ".")
    git(outer, "commit", "-qm", "A report in a folder")

    assert "no figure" in call("diff", "HEAD", outer / "wales", "--project", outer / "wales").out


def test_links_are_left_out(repository: Path, tmp_path: Path, call: Call) -> None:
    """A revision in which a data file is a link to somewhere else is read without it."""
    secret = tmp_path / "secret.csv"
    secret.write_text("1\n")
    data = repository / "data" / "uk-series.csv"
    data.unlink()
    data.symlink_to(secret)
    git(repository, "commit", "-qam", "A link")

    outcome = call("diff", "published", "HEAD", "--project", repository)

    assert 1 == outcome.exit_code
    assert 'there is no file "data/uk-series.csv"' in outcome.err


@pytest.mark.parametrize("name", ["nothing", "--output=x", "HEAD:report", "a b"])
def test_nothing_to_compare(repository: Path, call: Call, name: str) -> None:
    """What is neither file nor folder nor revision is told, with exit code 4 (2 for an option that is none)."""
    outcome = call("diff", name, "HEAD", "--project", repository)

    assert outcome.exit_code in (2, 4)
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("text", ["{}", "554", '{"ledger": 9, "facts": []}'])
def test_no_ledger(tmp_path: Path, report: Path, call: Call, text: str) -> None:
    """A file that is no ledger is told, with the reason."""
    path = tmp_path / "other.json"
    path.write_text(text)

    outcome = call("diff", path, report)

    assert 4 == outcome.exit_code
    assert 'other.json" is no ledger: ' in outcome.err


def test_project_that_cannot_be_computed(built: Path, report: Path, call: Call) -> None:
    """A project with a broken data file is not compared: its figures would only seem to be gone."""
    (report / "data" / "uk-series.csv").unlink()

    outcome = call("diff", built, report)

    assert 1 == outcome.exit_code
    assert "P050" in outcome.err
