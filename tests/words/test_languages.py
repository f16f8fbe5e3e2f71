"""Every language says all that the tool says, and knows words for every meaning."""

from __future__ import annotations

import string

import pytest

from report_builder.facts.meanings import MEANINGS
from report_builder.words import ENGLISH, LANGUAGES, in_english, language
from report_builder.words.language import Language
from report_builder.words.phrases import STRONGEST_FIRST
from report_builder.words.reading import meaning_of
from report_builder.words.style import ONS, in_style

# Welsh counts the years: an ordinal would take the gender and the mutation of its noun
OWN_FIELDS = {("cy", "rose years running"): {"n"}, ("cy", "fell years running"): {"n"}}
# of categories that English does not have, a sentence may have forms of its own
CATEGORIES = ("zero", "one", "two", "few", "many", "other")


def fields(template: str) -> set[str]:
    """The names in braces."""
    return {field for _, field, _, _ in string.Formatter().parse(template) if field is not None}


def plain(sentences: dict[str, str] | object) -> set[str]:
    """Sentences without the forms of a plural category: "parts, two"."""
    assert isinstance(sentences, dict)
    return {name for name in sentences if name.rpartition(", ")[2] not in CATEGORIES}


@pytest.mark.parametrize("known", LANGUAGES, ids=lambda known: known.code)
def test_every_language_says_the_same(known: Language) -> None:
    """No sentence is missing, and none is left over that nobody prints."""
    assert plain(dict(ENGLISH.sentences)) == plain(dict(known.sentences))


@pytest.mark.parametrize("known", LANGUAGES, ids=lambda known: known.code)
@pytest.mark.parametrize("name", ENGLISH.sentences)
def test_every_sentence_says_as_much(name: str, known: Language) -> None:
    """A sentence holds the same names and numbers in every language, and neither gaps nor stray spaces."""
    wanted = OWN_FIELDS.get((known.code, name), fields(ENGLISH.sentences[name]))
    template = known.sentences[name]
    assert wanted == fields(template)
    said = known.say(name, **dict.fromkeys(fields(template), "word"))
    assert said == said.strip()
    assert "  " not in said


@pytest.mark.parametrize("known", LANGUAGES, ids=lambda known: known.code)
def test_every_meaning_has_words(known: Language) -> None:
    """No meaning has to be named for want of words, and no words mean what cannot be tested."""
    assert [] == [name for name in MEANINGS if not known.words_for(name)]
    assert set() == set(known.meanings.values()) - set(MEANINGS)
    assert [] == [words for words in known.meanings if words != " ".join(words.lower().split()) or "’" in words]


@pytest.mark.parametrize("known", LANGUAGES, ids=lambda known: known.code)
def test_what_the_tool_writes_it_reads(known: Language) -> None:
    """The wording of a phrase, typed by an author, is the same claim again."""
    names = dict.fromkeys(name for names in STRONGEST_FIRST.values() for name in names)
    assert [] == [name for name in names if meaning_of(known.words_for(name), known) != name]


def test_languages_are_found_by_their_code() -> None:
    """Whatever the country; another is not guessed."""
    assert ["en-GB", "cy"] == [found.code for code in ("en", "cy-GB") if (found := language(code)) is not None]
    assert language("xx") is None
    assert len({known.code for known in LANGUAGES}) == len(LANGUAGES)


def test_diagnostics_are_english_in_the_style_of_the_report() -> None:
    """A Welsh report in the style of the ONS has its figures in messages as "48%"."""
    welsh = in_style(LANGUAGES[1], ONS)
    assert "the lowest since 2019" == in_english(welsh).say("lowest since", year=2019)
    assert "48%" == in_english(welsh).units["percent", "prose"].format(n=48)
