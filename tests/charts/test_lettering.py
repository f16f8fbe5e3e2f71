"""Tests of measured words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from report_builder.charts.lettering import Align, Style, broken, one_line, whole_words

from .story import shipped

STYLE = Style(shipped("Regular"), 10.0, "#000000")


@given(st.text("abc Mŵ-", max_size=80), st.floats(12, 200))
def test_lines_are_no_wider_than_asked_and_lose_nothing(text: str, width: float) -> None:
    """Every letter is there, in order, whatever has to be broken."""
    words = broken(text, STYLE, width)
    assert words.width_pt <= width + 1e-9
    assert "".join(text.split()) == "".join(words.lines).replace(" ", "")


@given(st.integers(4, 30), st.floats(40, 200))
def test_a_long_word_is_set_smaller_before_it_is_divided(letters: int, width: float) -> None:
    """Never below the least size, and whole wherever that is enough."""
    word = "a" * letters
    words = broken(f"in {word}", replace(STYLE, least_pt=7.5), width)
    enough = STYLE.width_pt(word) * 0.75 < width * 0.99
    assert not enough or word in words.lines or f"in {word}" in words.lines
    assert 7.5 <= words.style.size_pt <= 10.0


def test_short_words_are_not_broken() -> None:
    """A line ends between words where it can."""
    assert ("Facebook and", "Messenger") == broken("Facebook and Messenger", STYLE, 70.0).lines


def test_whole_words_are_whole_or_nothing() -> None:
    """A word longer than the line is no answer."""
    assert whole_words("Llanfairpwllgwyngyll", STYLE, 40.0, 3) is None
    assert whole_words("a b c d", STYLE, 6.0, 3) is None


def test_words_are_set_by_their_measured_width() -> None:
    """Right and centred runs start where their width says."""
    words = one_line("1,234", STYLE)
    starts = [words.runs(100.0, 0.0, align)[0].x for align in (Align.LEFT, Align.CENTRE, Align.RIGHT)]
    assert [100.0, 100.0 - words.width_pt / 2, 100.0 - words.width_pt] == starts


def test_no_words_take_no_room() -> None:
    """An empty text has no line, width or height."""
    words = one_line("", STYLE)
    assert ((), 0.0, 0.0) == (words.lines, words.width_pt, words.height_pt)
