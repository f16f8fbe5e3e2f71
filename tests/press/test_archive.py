"""Zips of the same bytes, and names that any mail program takes."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_builder.output import File
from report_builder.press.archive import short_name, weights, zipped

DAY = date(2024, 11, 1)
FILES = (File("a.txt", b"words " * 99, "text/plain"), File("charts/b.png", b"\x89PNG", "image/png"))


def test_the_same_files_give_the_same_bytes() -> None:
    """Whatever the time of day."""
    assert zipped(FILES, "pack", DAY) == zipped(FILES, "pack", DAY)


def test_every_file_comes_out_as_it_went_in() -> None:
    """Under one folder, dated as the report is."""
    with zipfile.ZipFile(io.BytesIO(zipped(FILES, "pack", DAY))) as archive:
        assert archive.testzip() is None
        assert [("pack/a.txt", FILES[0].data), ("pack/charts/b.png", FILES[1].data)] == [
            (entry.filename, archive.read(entry)) for entry in archive.infolist()
        ]
        assert {(2024, 11, 1, 0, 0, 0)} == {entry.date_time for entry in archive.infolist()}


def test_what_each_file_takes_makes_up_the_zip() -> None:
    """But for the 22 bytes at its end; text counts as it is packed."""
    archive = zipped(FILES, "pack", DAY)
    taken = weights(archive)
    assert len(archive) == sum(taken.values()) + 22
    assert taken["a.txt"] < len(FILES[0].data)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Recorded offences across the UK rose by 89%", "recorded-offences-across-the-uk-rose-by-89"),
        ("Ŵy ac ŷd: “dŵr”", "wy-ac-yd-dwr"),
        ("../../etc/passwd", "etc-passwd"),
        ("\x00\x1b[31m", "31m"),
        ("   ", "file"),
    ],
)
def test_names_are_short_and_plain(words: str, name: str) -> None:
    """ASCII letters, digits and hyphens."""
    assert name == short_name(words)


@given(st.text(max_size=300))
def test_no_name_leads_anywhere(words: str) -> None:
    """Nor is any too long for an old mail program."""
    name = short_name(words)
    assert 1 <= len(name) <= 60
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
