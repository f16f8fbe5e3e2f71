"""CSV files in the letters, line ends and separators in which they come."""

from __future__ import annotations

import csv
import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_builder.tables.delimited import MAX_FILE_BYTES, read_delimited
from report_builder.tables.package import PackageError

ROWS = (("Place", "2017/18"), ("Ynys Môn", "1,234"), ("Gwent", "44"))
WELSH = "Place,Count\nTŷ Ŵyl,5\n"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends(separator: str, line_end: str) -> None:
    """Three separators and three line ends are told apart without being declared."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator=line_end).writerows(ROWS)
    grid, guessed = read_delimited(out.getvalue().encode())
    assert (ROWS, False) == (grid.rows, guessed)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_letters(encoding: str) -> None:
    """A mark at the beginning says which letters follow; without one they are UTF-8."""
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    grid, guessed = read_delimited(mark + WELSH.encode(encoding))
    assert ("Tŷ Ŵyl", False) == (grid.at(2, 1), guessed)


def test_windows_letters_are_a_guess() -> None:
    """What is not UTF-8 is read as Windows-1252, and said to be a guess."""
    grid, guessed = read_delimited("Place,Count\nYnys Môn – “x”,5\n".encode("cp1252"))
    assert ("Ynys Môn – “x”", True) == (grid.at(2, 1), guessed)


def test_a_declared_separator_wins() -> None:
    """`separator:` overrides what the rows look like."""
    grid, _ = read_delimited(b"a;b,c\n1;2,3\n", "comma")
    assert ("1;2", "3") == grid.rows[1]


def test_decimal_commas_do_not_mislead() -> None:
    """A separator is what cuts most rows alike, headings included."""
    grid, _ = read_delimited(b"Place;Rate\nGwent;4,5\nPowys;3,1\n")
    assert ("Gwent", "4,5") == grid.rows[1]


def test_one_column() -> None:
    """A file of one column has no separator."""
    grid, _ = read_delimited(b'Known\n"1,824"\n')
    assert (("Known",), ("1,824",)) == grid.rows


def test_blank_lines_keep_their_row() -> None:
    """A blank line is a row, so that row numbers are those of the spreadsheet."""
    grid, _ = read_delimited(b"a,b\n\n1,2\n")
    assert "1" == grid.at(3, 1)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'a,b\n1,"2\n3,4\n', "D005"),
        (b'a,b\n1,"2"x\n', "D005"),
        (b"a,b\n1,\0\n", "D003"),
        (b"\xef\xbb\xbf\xff\xff", "D003"),
        (b"\xff\xfea", "D003"),
        (b"a" * 200_000, "D005"),
    ],
)
def test_broken_files(data: bytes, code: str) -> None:
    """What cannot be read is refused with its code."""
    with pytest.raises(PackageError) as caught:
        read_delimited(data)
    assert code == caught.value.code


def test_size_limit() -> None:
    """A file beyond the limit is not even decoded."""
    with pytest.raises(PackageError) as caught:
        read_delimited(bytes(MAX_FILE_BYTES + 1))
    assert "D002" == caught.value.code


@given(st.lists(st.lists(st.text("ab,;\"'\n é", max_size=5), min_size=2, max_size=2), min_size=2, max_size=6))
def test_what_was_written_is_read(rows: list[list[str]]) -> None:
    """Whatever the csv module writes comes back cell by cell, the separator being declared."""
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    grid, _ = read_delimited(out.getvalue().encode(), "comma")
    assert tuple(map(tuple, rows)) == grid.rows


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    """No bytes raise anything but a refusal."""
    with suppress(PackageError):
        read_delimited(data)
