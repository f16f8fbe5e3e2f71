"""What is saved is heard of, by a real watcher of a real folder."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

from report_builder.problems import ReportError
from report_builder.watch.saved import passing, saves


def test_what_is_saved_is_named_and_the_written_report_is_not(project: Path) -> None:
    """In the order of saving; a lock file of LibreOffice is nobody's work, and the build folder is our own."""
    folder, stop = project / "build", threading.Event()
    folder.mkdir()
    heard = saves(project, folder, stop)
    guard = threading.Timer(20, stop.set)
    guard.start()
    try:
        (folder / "bus-stops.pdf").write_bytes(b"%PDF")
        (project / "data/.~lock.stops.csv#").write_text("me", "utf-8")
        path = project / "report/sections/stops.md"
        path.write_text(path.read_text("utf-8") + "\nMore.\n", "utf-8")
        assert ("report/sections/stops.md",) == next(heard)
        fresh = project / "report/sections/.fresh"  # as editors save: a new file, renamed onto the old one
        fresh.write_text("---\nkind: prose\n---\n# New\n", "utf-8")
        fresh.replace(project / "report/sections/new.md")
        assert ("report/sections/new.md",) == next(heard)
    finally:
        guard.cancel()
        stop.set()


def test_a_folder_that_is_not_there_has_no_saves(tmp_path: Path) -> None:
    """The build says that there is no project."""
    assert [] == list(saves(tmp_path / "nothing", tmp_path / "build"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("report/report.yml", False),
        ("data/~$stops.xlsx", True),
        ("report/report.yml~", True),
        (".git/index", True),
        ("report/.report.yml.swp", True),
    ],
)
def test_files_that_come_and_go_beside_the_work(name: str, expected: bool) -> None:
    """Hidden ones, Office's locks, editors' copies."""
    assert expected == passing(name)


def test_without_watchfiles_it_says_how_to_come_by_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """E050, before anything is built."""
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(ReportError) as found:
        saves(project, project / "build")
    assert (["E050"], 4) == ([p.code for p in found.value.problems], found.value.exit_code)
    assert 'pip install "report_builder[watch]"' in found.value.problems[0].help
