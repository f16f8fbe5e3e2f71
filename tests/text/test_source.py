"""A passage knows where its characters stand in the file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from report_builder.problems import Where
from report_builder.text.source import Passage, line_of, whole


@given(st.text(alphabet="ab\n\r", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_a_part_of_a_file_points_at_the_same_characters(text: str, start: int, end: int) -> None:
    """Cutting a passage does not move what is left."""
    start, end = min(start, len(text)), min(max(start, end), len(text))
    part = whole("f", text).part(start, end)
    for at, character in enumerate(part.text):
        assert character == text[part.offset(at)]


def test_lines_that_lost_their_indentation_keep_their_place() -> None:
    """`starts` holds where each line begins in the file."""
    text = "  one\n  two\n"
    passage = Passage("f", "one\ntwo\n", (2, 8, 12))
    where = passage.where(2, 4)
    assert ("e\n  tw", Where("f", 4, 6)) == (text[4:10], where)


def test_a_passage_without_exact_places_points_at_its_start() -> None:
    """Folded and escaped YAML values."""
    assert Where("f", 7) == Passage("f", "a\nb", (7,), exact=False).where(2)


def test_line_and_column_count_from_one() -> None:
    """The first character of the second line."""
    assert (2, 1) == line_of("a\nb", 2)
