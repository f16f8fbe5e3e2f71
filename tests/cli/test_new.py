"""`new`: a project folder that builds at once."""

from __future__ import annotations

from pathlib import Path

from calling import Call


def test_a_new_project_builds_without_a_warning(call: Call, tmp_path: Path) -> None:
    """Straight after `new`, even the strict build has nothing to say."""
    made = call("new", tmp_path / "my campaign")
    assert (0, "") == (made.exit_code, made.err)
    assert made.out.endswith(f'now run:  report-builder build "{tmp_path / "my campaign"}"\n')
    built = call("build", "--strict", tmp_path / "my campaign")
    assert (0, "") == (built.exit_code, built.err)
    assert (tmp_path / "my campaign/build/bus-stops.pdf").read_bytes().startswith(b"%PDF-")


def test_each_file_that_is_named_is_there(call: Call, tmp_path: Path) -> None:
    """And the other way round."""
    lines = call("new", tmp_path / "p").out.splitlines()[:-1]
    there = {str(p) for p in (tmp_path / "p").rglob("*") if p.is_file()}
    assert there == {line.strip() for line in lines}


def test_an_empty_folder_may_be_filled(call: Call, tmp_path: Path) -> None:
    """Someone has made the folder first."""
    (tmp_path / "p").mkdir()
    assert 0 == call("new", tmp_path / "p").exit_code


def test_nothing_is_overwritten(call: Call, tmp_path: Path) -> None:
    """A folder with anything in it is left alone, and so is a file."""
    (tmp_path / "notes.txt").write_text("mine")
    for there in (tmp_path, tmp_path / "notes.txt"):
        outcome = call("new", there)
        assert 4 == outcome.exit_code
        assert f'error[X004]: "{there}" is not an empty folder' in outcome.err
    assert [tmp_path / "notes.txt"] == list(tmp_path.iterdir())
