"""Words in lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from report_builder.brand.theme import Theme
from report_builder.pdf.fonts import font
from report_builder.pdf.lines import Line, Piece, break_lines, natural_width, widest_word
from report_builder.pdf.structure import Element


def piece(theme: Theme, words: str) -> Piece:
    return Piece(words, font(theme.text.regular), 11.5, "#000000", Element("P"))


def words(lines: list[Line]) -> list[str]:
    return ["".join(s.text for s in line.segments) for line in lines]


@given(st.lists(st.text("aeiorst-/", min_size=1, max_size=14), min_size=1, max_size=40), st.floats(60, 400))
def test_no_line_is_wider_than_the_measure_and_no_word_is_lost(theme: Theme, listed: list[str], measure: float) -> None:
    """Lines hold the words in order; a soft end stands for the space dropped there."""
    broken = break_lines([piece(theme, " ".join(listed))], measure)
    assert all(line.width <= measure + 0.02 for line in broken.lines)
    whole = "".join(w + (" " if line.soft else "") for w, line in zip(words(broken.lines), broken.lines, strict=True))
    assert " ".join(listed) == whole


@given(st.lists(st.text("aeiorst", min_size=1, max_size=10), min_size=1, max_size=30), st.floats(120, 400))
def test_balanced_lines_are_no_more_than_they_need_to_be(theme: Theme, listed: list[str], measure: float) -> None:
    """Balancing narrows lines, never adds one."""
    pieces = [piece(theme, " ".join(listed))]
    greedy = break_lines(pieces, measure, balanced=0)
    balanced = break_lines(pieces, measure, balanced=8)
    assert len(balanced.lines) <= len(greedy.lines)
    assert balanced.width <= max(greedy.width, measure)


def test_a_short_last_word_takes_another_along(theme: Theme) -> None:
    """No paragraph ends on a line of one short word."""
    text = "One two three four five six seven eight nine ten"
    measure = natural_width([piece(theme, text)]) - 2
    assert words(break_lines([piece(theme, text)], measure).lines) == [
        "One two three four five six seven eight",
        "nine ten",
    ]


def test_words_may_end_a_line_after_a_hyphen(theme: Theme) -> None:
    """A hyphen that is typed is a place to break, with no space after it; one before a figure is not."""
    broken = break_lines([piece(theme, "like-for-like")], 52)
    assert words(broken.lines) == ["like-for-", "like"]
    assert [line.soft for line in broken.lines] == [False, False]
    assert words(break_lines([piece(theme, "COVID-19")], 60).lines) == ["COVID-19"]


def test_the_widest_word_is_the_least_measure(theme: Theme) -> None:
    """At that measure no word is broken."""
    pieces = [piece(theme, "a longest-of-all word Llanfairpwllgwyngyll")]
    assert break_lines(pieces, widest_word(pieces)).too_wide == []
    assert break_lines(pieces, widest_word(pieces) - 1).too_wide == ["Llanfairpwllgwyngyll"]
