"""English numbers, words and sentences."""

from __future__ import annotations

import string
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_builder.facts.meanings import MEANINGS
from report_builder.words import ENGLISH, LANGUAGES, language
from report_builder.words.en_sentences import SENTENCES


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("0", 0, "0"),
        ("7", 0, "7"),
        ("554", 0, "554"),
        ("1824", 0, "1,824"),
        ("1234567", 0, "1,234,567"),
        ("123456789012", 0, "123,456,789,012"),
        ("-5", 0, "−5"),
        ("-1234.5", 1, "−1,234.5"),
        ("0.5", 0, "1"),
        ("-0.5", 0, "−1"),
        ("2.5", 0, "3"),
        ("1.005", 2, "1.01"),
        ("2.0219", 2, "2.02"),
        ("0.04", 1, "0.0"),
        ("-0.04", 1, "0.0"),
        ("99.95", 1, "100.0"),
        ("1.5", 3, "1.500"),
        ("1/3", 2, "0.33"),
    ],
)
def test_numbers(value: str, decimals: int, text: str) -> None:
    """Thousands with commas, halves away from zero, a real minus, no minus before nothing."""
    assert text == ENGLISH.number(Fraction(value), decimals)


@given(st.decimals(-(10**9), 10**9, places=4), st.integers(0, 3))
def test_numbers_round_as_decimals_do(value: Decimal, decimals: int) -> None:
    """The same as rounding half up in decimal arithmetic, whatever the size."""
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    wanted = f"{abs(rounded):,.{decimals}f}"
    sign = "−" if rounded < 0 else ""
    assert sign + wanted == ENGLISH.number(Fraction(value), decimals)


def test_number_words() -> None:
    """Words to nine, figures from ten on (Guardian style)."""
    assert ["one", "six", "nine", "10", "1,824"] == [ENGLISH.in_words(n) for n in (1, 6, 9, 10, 1824)]


@pytest.mark.parametrize(
    ("n", "text"),
    [(1, "first"), (3, "third"), (10, "tenth"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"), (22, "22nd"),
     (23, "23rd"), (101, "101st"), (111, "111th"), (112, "112th")],
)  # fmt: skip
def test_ordinals(n: int, text: str) -> None:
    """Words to tenth, then the right ending."""
    assert text == ENGLISH.ordinal(n)


def test_lists_and_dates() -> None:
    """One, two or more; day, month, year."""
    assert ["", "a", "a and b", "a, b and c"] == [ENGLISH.listed(tuple(x)) for x in ("", "a", "ab", "abc")]
    assert "1 November 2024" == ENGLISH.date(date(2024, 11, 1))


def test_every_word_has_a_meaning() -> None:
    """No wording is known whose meaning cannot be tested; each is written as it is looked up."""
    assert set() == set(ENGLISH.meanings.values()) - set(MEANINGS)
    assert [] == [words for words in ENGLISH.meanings if words != " ".join(words.lower().split())]


def test_opposites_are_not_confused() -> None:
    """Of each pair of wordings only one can be meant."""
    pairs = [("the most", "the fewest"), ("rose", "fell"), ("more than half", "less than half"), ("most", "the most")]
    assert [] == [pair for pair in pairs if ENGLISH.meanings[pair[0]] == ENGLISH.meanings[pair[1]]]


@pytest.mark.parametrize("name", SENTENCES)
def test_every_sentence_can_be_filled(name: str) -> None:
    """A sentence filled with all it asks for has no gap left, and reads no further than it should."""
    fields = {field for _, field, _, _ in string.Formatter().parse(SENTENCES[name]) if field is not None}
    said = ENGLISH.say(name, **dict.fromkeys(fields, "word"))
    assert "{" not in said
    assert "}" not in said
    assert said == said.strip()
    assert "  " not in said


def test_languages() -> None:
    """A language is found by its code, whatever the country; another is not guessed."""
    assert ENGLISH == language("en-GB") == language("en")
    assert language("xx") is None
    assert len({known.code for known in LANGUAGES}) == len(LANGUAGES)
    assert "" == ENGLISH.words_for("no-such-meaning")


@pytest.mark.parametrize(
    ("before", "words", "wanted"),
    [
        ("Library hours have ", "fell by 28 per cent", "fallen by 28 per cent"),
        ("It has since ", "rose by 5 per cent", "risen by 5 per cent"),
        ("It had ", "was unchanged", "been unchanged"),
        ("They have ", "went from 5 to 8", "gone from 5 to 8"),
        ("They have ", "more than doubled", "more than doubled"),
        ("Those that we have, ", "fell by 5 per cent", "fell by 5 per cent"),
        ("They behave ", "fell by 5 per cent", "fell by 5 per cent"),
        ("", "rose by 5 per cent", "rose by 5 per cent"),
    ],
)
def test_after_have(before: str, words: str, wanted: str) -> None:
    """After "have" stands the participle; elsewhere the words stay as they are."""
    assert wanted == ENGLISH.fitted(before, words)
