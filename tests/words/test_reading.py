"""Wordings are read as what they mean, numbers in them included."""

from __future__ import annotations

import pytest

from report_builder.facts.meanings import MEANINGS
from report_builder.words import ENGLISH
from report_builder.words.reading import meaning_of


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("More than doubled", "more-than-doubled"),
        ("nearly trebled", "almost-trebled"),
        ("three and a half times", "three-and-a-half-times"),
        ("twice as many as", "two-times"),
        ("more than twice as likely", "more-than-two-times-as-likely"),
        ("tenfold", "ten-times"),
        ("fell by a fifth", "fell-by-fifth"),
        ("rose by more than a third", "rose-by-more-than-third"),
        ("almost half", "almost-half"),
        ("two-thirds", "about-two-thirds"),
        ("nine out of ten", "9-in-ten"),
        ("one in ten", "one-in-10"),
        ("more than one in four", "more-than-one-in-4"),
        ("nearly one in 5", "almost-one-in-5"),
        ("a record", "record-high"),
        ("the highest since 2019/20", "highest-since-2019/20"),
        ("the highest of the four years with full figures", "highest-of-4-full-years"),
        ("rose for the third year running", "rose-3-years-running"),
        ("more than 500", "more-than-500"),
        ("around 7,000", "about-7000"),
        ("nearly £2 million", "almost-2000000-gbp"),
        ("just under £2.5bn", "almost-2500000000-gbp"),
        ("more than 40 per cent", "more-than-40-percent"),
        ("about 40%", "about-40-percent"),
        ("rose by more than 40 per cent", "rose-by-more-than-40-percent"),
        ("up by around 3 percentage points", "rose-by-about-3-points"),
        ("at least 10 per 10,000", "at-least-10-per-10000"),
        ("more than a hundred", "more-than-100"),
        ("fewer than five", "fewer-than-5"),
        ("more than 1.5 times", "more-than-1.5-times"),
        ("more than 500 unicorns", ""),
        ("rose by more than 40", ""),
        ("through the roof", ""),
        ("", ""),
    ],
)
def test_words(words: str, name: str) -> None:
    """What each says; "" where nobody can know."""
    assert name == meaning_of(words, ENGLISH)


def test_every_meaning_has_words() -> None:
    """Whatever can be tested can be said in English."""
    assert [] == [name for name in MEANINGS if not ENGLISH.words_for(name)]
