"""`report-builder describe` prints an entry to paste, or says why there is none."""

from __future__ import annotations

from pathlib import Path

from calling import Call


def test_an_entry_is_printed(call: Call, tmp_path: Path) -> None:
    """The entry names the file and goes to standard output, ready to be pasted."""
    file = tmp_path / "my stops.csv"
    file.write_text("Town,2024,2025\nNorthtown,1,2\nSouthtown,3,4\n", "utf-8")
    outcome = call("describe", file)
    assert (0, "") == (outcome.exit_code, outcome.err)
    assert "my_stops:\n  file: my stops.csv\n" in outcome.out
    assert "    columns: 2024 to 2025\n" in outcome.out


def test_no_table(call: Call, tmp_path: Path) -> None:
    """A file without a table is a problem of the content, one that cannot be read of the machine."""
    file = tmp_path / "words.csv"
    file.write_text("only words\n", "utf-8")
    outcome = call("describe", file)
    assert (1, "") == (outcome.exit_code, outcome.out)
    assert "D051" in outcome.err
    missing = call("describe", tmp_path / "gone.csv")
    assert 4 == missing.exit_code
    assert "X003" in missing.err
