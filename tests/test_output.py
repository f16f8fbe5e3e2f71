"""Files appear whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_builder.output import write_whole
from report_builder.problems import ReportError


def test_folders_are_made_and_files_replaced(tmp_path: Path) -> None:
    """The path comes back."""
    for data in (b"one", b"two"):
        path = write_whole(tmp_path / "a/b", "c.txt", data)
        assert (tmp_path / "a/b/c.txt", data) == (path, path.read_bytes())
    assert [tmp_path / "a/b/c.txt"] == list((tmp_path / "a/b").iterdir())


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    """With what to do."""
    (tmp_path / "build").write_text("")
    with pytest.raises(ReportError) as error:
        write_whole(tmp_path / "build", "c.txt", b"")
    (problem,) = error.value.problems
    assert ("X002", 4) == (problem.code, error.value.exit_code)
    assert str(tmp_path / "build") in problem.message
    assert "choose another folder with -o" in problem.help


def test_a_folder_in_the_place_of_the_file_stays(tmp_path: Path) -> None:
    """And no temporary file is left beside it."""
    (tmp_path / "c.txt").mkdir()
    with pytest.raises(ReportError, match="X002"):
        write_whole(tmp_path, "c.txt", b"data")
    assert [tmp_path / "c.txt"] == list(tmp_path.iterdir())
