"""Places in files become lines, columns and widths."""

from __future__ import annotations

from report_builder.problems import KeyPath, Where
from report_builder.problems.locate import Location, Mark, SourceFile, locate

TEXT = "a: one\nb:\n  c: two\n"
MARKS: dict[KeyPath, Mark] = {
    ("a",): Mark(0, 1, 3, 6),
    ("b",): Mark(7, 8, 12, 18),
    ("b", "c"): Mark(12, 13, 15, 18),
}
SOURCES = {"f.yml": SourceFile("f.yml", TEXT, MARKS)}


def test_an_offset_gives_line_and_column_from_one() -> None:
    """Character 15 is the sixth of line 3."""
    assert Location("f.yml", 3, 6, "  c: two", 3) == locate(Where("f.yml", 15, 3), SOURCES)


def test_a_key_path_gives_its_value() -> None:
    """A path of keys points at the value."""
    assert Location("f.yml", 3, 6, "  c: two", 3) == locate(Where("f.yml", key=("b", "c")), SOURCES)


def test_a_key_can_be_pointed_at() -> None:
    """`on_key` points at the name of the key."""
    assert Location("f.yml", 3, 3, "  c: two", 1) == locate(Where("f.yml", key=("b", "c"), on_key=True), SOURCES)


def test_a_missing_key_is_shown_at_the_group_it_is_missing_from() -> None:
    """The nearest ancestor that is in the file is shown by its key."""
    assert Location("f.yml", 2, 1, "b:", 1) == locate(Where("f.yml", key=("b", "d", 0)), SOURCES)


def test_an_underline_ends_with_its_line() -> None:
    """What spans several lines is underlined on the first only."""
    assert Location("f.yml", 2, 1, "b:", 2) == locate(Where("f.yml", 7, 12), SOURCES)


def test_windows_line_ends_are_not_part_of_the_line() -> None:
    """The carriage return is left out."""
    source = SourceFile("w.md", "one\r\ntwo\r\n")
    assert Location("w.md", 2, 1, "two", 3) == locate(Where("w.md", 5, 5), {"w.md": source})


def test_an_offset_beyond_the_end_stays_in_the_file() -> None:
    """The last line is shown."""
    assert Location("x", 1, 4, "end", 1) == locate(Where("x", 99, 3), {"x": SourceFile("x", "end")})


def test_places_that_are_not_in_a_file_have_no_location() -> None:
    """No place, a file that was not read, a file as a whole, a path with no ancestor."""
    nowhere = [None, Where("other", 1), Where("f.yml"), Where("f.yml", key=("z",))]
    assert [None] * 4 == [locate(where, SOURCES) for where in nowhere]


def test_a_row_of_a_table_that_is_text_shows_its_line() -> None:
    """CSV rows are lines; rows of a workbook have a number only."""
    sources = {"t.csv": SourceFile("t.csv", "h\n1\n2\n")}
    assert Location("t.csv", 2, 0, "1", 0, row=2, cell="A") == locate(Where("t.csv", row=2, column="A"), sources)
    assert Location("t.xlsx", 0, 0, "", 0, row=2, cell="A") == locate(Where("t.xlsx", row=2, column="A"), sources)
