"""A language of the report: its numbers, its words for meanings, and the sentences the tool itself writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date as Date
from fractions import Fraction
from typing import Literal

Setting = Literal["prose", "compact"]  # running text, or cards, charts and tables


@dataclass(frozen=True, slots=True)
class Language:
    """Everything that differs from one language to another. One module of this room makes each."""

    code: str
    number: Callable[[Fraction, int], str]  # value and decimals: "1,824"
    in_words: Callable[[int], str]  # "six", and figures from ten on (Guardian style guide, "numbers")
    ordinal: Callable[[int], str]  # "third"
    date: Callable[[Date], str]  # "1 November 2024"
    listed: Callable[[tuple[str, ...]], str]  # "a, b and c"
    units: Mapping[tuple[str, Setting], str]  # unit and setting -> template of {n}: "{n} per cent", "{n}%"
    meanings: Mapping[str, str]  # words in lower case -> name of a meaning
    sentences: Mapping[str, str]  # what the tool writes itself: name -> template
    fitted: Callable[[str, str], str] = lambda before, words: words  # as they stand after others: "have", "risen by"

    def say(self, sentence: str, **parts: object) -> str:
        """One of the tool's own sentences, filled in."""
        return self.sentences[sentence].format_map(parts)

    def words_for(self, meaning: str) -> str:
        """The first words of this language for a meaning, "" where it has none."""
        return next((words for words, name in self.meanings.items() if name == meaning), "")
