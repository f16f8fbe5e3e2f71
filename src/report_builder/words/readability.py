"""How easy a text is to read: its words, and the age from which it can be read. English only.

The Flesch-Kincaid grade is 0.39 x words a sentence + 11.8 x syllables a word - 15.59 (J. P. Kincaid and others,
"Derivation of new readability formulas for Navy enlisted personnel", Research Branch Report 8-75, Naval Technical
Training Command, 1975). The reading age is that grade and five: a child of the first grade is six.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+(?:['’.,/-][^\W_]+)*")
# a full stop after an initial or a title ends nothing
_END = re.compile(r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)[.!?]+[\"'”’)\]]*(?=\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")
# vowels side by side that are spoken apart, as in "radio", "ideal", "quiet", "usual", "created", "being", "video"
_APART = re.compile(
    r"[^cgstln]iou?(?<!viou)|[bdhlnv]ia|idea|[^gq]uie|quiet|[^gq]ua[lt]|creat(?!ur)|eing|[dr]eo|scien|[dlrv]ien|iet[yi]|[yo]ing"
    r"|reas?$|poe"
)
# an e that nobody speaks, as in "forced", "places", "safe", "tables", "movement", "safeguard"
_SILENT = re.compile(
    r"(?<![^aeiouy]l)(?<![aeiouytd])ed$|[^aeioucsxzgl]es$|[aeiouy]les$|[^aeiouyl]e$|[aeiouy]le$"
    r"|(?<=.[aeiou][bcdfgklmnprstvz])e(?=ment|ful|less|ly|ty)|(?:(?<=^saf)|(?<=^fac))e(?=[bg])"
)
_IRREGULAR = {"the": 1, "be": 1, "he": 1, "me": 1, "she": 1, "we": 1, "people": 2, "every": 2, "someone": 2}


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text: a number is one word, and so is what a hyphen or an apostrophe joins."""
    return tuple(_WORD.findall(text))


def syllables(word: str) -> int:
    """About how many syllables an English word has, at least one; a number counts as one."""
    return max(sum(_syllables(part) for part in re.split(r"[^a-z]+", word.lower()) if part), 1)


def _syllables(word: str) -> int:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    spoken = len(_VOWELS.findall(word)) + len(_APART.findall(word)) - len(_SILENT.findall(word))
    return max(spoken, 1)


def reading_age(paragraphs: Iterable[str]) -> int | None:
    """The age in whole years from which the paragraphs can be read; None where they hold no word.

    A paragraph without a full stop, as a headline, is one sentence.
    """
    said = [p for p in paragraphs if words_of(p)]
    words = [word for p in said for word in words_of(p)]
    if not words:
        return None
    sentences = sum(max(len(_END.findall(p)), 1) for p in said)
    grade = 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    return max(round(grade + 5), 5)
