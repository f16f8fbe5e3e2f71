"""Two wordings compared word by word."""

from __future__ import annotations

from report_builder.text.difference import changed_words


def test_a_word_changed_stands_in_brackets() -> None:
    """With three words on either side."""
    expected = ("approved: … c d e [f] g h i …", "now:      … c d e [x] g h i …")
    assert expected == changed_words("a b c d e f g h i j", "a b c d e x g h i j")


def test_words_that_come_and_go() -> None:
    """What is not there has no brackets."""
    assert ("approved: a b", "now:      a b [c]") == changed_words("a b", "a b c")
    assert ("approved: [a] b", "now:      b") == changed_words("a b", "b")


def test_white_space_is_no_change() -> None:
    assert () == changed_words("a  b\nc", "a b c")


def test_the_same_change_is_shown_once_and_many_are_counted() -> None:
    """Four at most, then how many more."""
    before = " ".join(f"x x x a{n} x x x" for n in range(6))
    lines = changed_words(before, before.replace("a", "b"))
    assert 9 == len(lines)
    assert "and 2 more" == lines[-1]
