"""How long a text is and how easy to read, in English."""

from __future__ import annotations

import pytest

from report_builder.words.readability import reading_age, syllables, words_of

# counted by ear
SPOKEN = """the 1 offences 3 recorded 3 children 2 abuse 2 abused 2 police 2 forces 2 online 2 safety 2 grooming 2
doubled 2
figures 2 platform 2 platforms 2 messages 3 private 2 regulator 4 government 3 ambitious 3 regulation 4 significantly 5
companies 3 exploited 3 messaging 3 kingdom 2 sexual 3 technology 4 communities 4 created 3 years 1 imperative 4
responsibility 6 safeguarding 3 places 2 media 3 horrific 3 continue 3 radio 3 idea 3 quiet 2 usual 3 being 2 video 3
science 2 society 4 table 2 tables 2 people 2 information 4 creation 3 wanted 2 ended 2 asked 1 safe 1 statement 2
area 3
experience 4 serious 3 union 2 special 2 situation 4 shelters 2 without 2 stops 1 schoolchildren 3 apologise 4 family 3
victims 2 youngest 2 executive 4 commissioner 4 whole 1 available 4 little 2 released 2 achieved 2 year-old 2 554 1"""


def test_syllables_are_those_that_are_spoken() -> None:
    """Nearly: rules know no word by heart. Of a hundred common words of such releases, all of these are right."""
    pairs = SPOKEN.split()
    wanted = {word: int(n) for word, n in zip(pairs[::2], pairs[1::2], strict=True)}
    assert wanted == {word: syllables(word) for word in wanted}


def test_a_number_and_what_a_hyphen_joins_are_one_word() -> None:
    """As a word processor counts them, so that nobody has to argue about the length of a release."""
    assert ("554", "five-year-old", "1,824", "2023/24", "Dyfed-Powys’s") == words_of(
        "554 five-year-old, 1,824 (2023/24) – Dyfed-Powys’s."
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # 6 words, 1 sentence, 6 syllables: grade -1.45, and nobody reads before five
        ("The cat sat on the mat.", 5),
        # 12 words, 2 sentences, 19 syllables: grade 5.4
        ("Police recorded more offences. The rules for companies must change this year.", 10),
        # 15 words, 1 sentence, 33 syllables: grade 16.2
        (
            "Regulators must significantly strengthen the obligations of companies to make online communities safe for "
            "children.",
            21,
        ),
        # an initial and a title end no sentence: 10 words, 1 sentence, 11 syllables: grade 1.3
        ("Dr. A. Driver told us that the bus was late.", 6),
        ("", None),
    ],
)
def test_reading_age_is_the_flesch_kincaid_grade_and_five(text: str, wanted: int | None) -> None:
    """The grade is worked out by hand from words, sentences and syllables."""
    assert wanted == reading_age([text])
