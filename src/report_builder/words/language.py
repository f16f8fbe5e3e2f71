"""A language of the report: its numbers, its words for meanings, and the sentences the tool itself writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date as Date
from fractions import Fraction
from functools import cached_property
from typing import Literal

from babel.core import Locale
from msgspec import Struct

Setting = Literal["prose", "compact"]  # running text, or cards, charts and tables


class Style(Struct, frozen=True):
    """A house style. `words_to` and `ordinals_to`: the last number written in words in running text.

    `start`: how a number at the start of a sentence is written. `years`: of years across two, "2017/18" as given,
    "2017 to 2018", or "the year ending March 2018". `millions`: from there on "4.1 million", or all digits.
    """

    name: str
    percent: Literal["word", "sign"] = "word"
    words_to: int = 9
    start: Literal["words", "numerals"] = "words"
    thousands: Literal["comma", "space", "none"] = "comma"
    ranges: Literal["to", "dash"] = "to"
    years: Literal["as given", "to", "ending"] = "as given"
    ordinals_to: int = 10
    millions: Literal["words", "digits"] = "words"
    date: Literal["1 November 2024", "Friday 1 November 2024", "November 1, 2024"] = "1 November 2024"


class Reading(Struct, frozen=True):
    """How wording with a number in it is read: "nearly £2 million" is almost-2000000-gbp.

    Words map to parts of a meaning's name. `shapes` are further patterns, with the name they make of their groups;
    `{n}` of a name is a number or an ordinal in words. `lead` are words before all that which change nothing.
    """

    how: Mapping[str, str]
    ways: Mapping[str, str]
    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    units: Mapping[str, str]
    shapes: tuple[tuple[str, str], ...]
    lead: str = ""
    radicals: Callable[[str], tuple[str, ...]] = lambda words: ()  # what mutated words may have been


class Watched(Struct, frozen=True):
    """What the lint of prose looks for: patterns, in lower case. `units` follow a number word ("six offences")."""

    dates: str
    numbers: tuple[str, ...]
    comparatives: tuple[str, ...]
    relative: tuple[str, ...]
    percent: str
    points: str
    rises: str
    falls: str
    assertions: tuple[str, ...]
    causes: tuple[str, ...]
    crime: str  # what datasets of recorded crime count
    counted: Callable[[str], tuple[str, ...]] = lambda unit: (unit,)  # as a unit may stand after a number


class Language(Struct, frozen=True, dict=True):
    """Everything that differs from one language to another. One module of this room makes each."""

    code: str
    locale: str  # Babel's name of it
    style: Style
    number: Callable[[Fraction, int], str]  # value and decimals: "1,824"
    in_words: Callable[[int], str]  # "six", and figures from ten on (Guardian style guide, "numbers")
    spelled: Callable[[int], str]  # any number up to 999 in words, as it stands alone; "" beyond
    ordinal: Callable[[int], str]  # "third"
    numeral_ordinal: Callable[[int], str]  # "3rd"
    date: Callable[[Date], str]  # "1 November 2024"
    listed: Callable[[tuple[str, ...]], str]  # "a, b and c"
    plural: Callable[[Fraction], str]  # the plural category of a number, by the CLDR's rules
    sort_key: Callable[[str], tuple[tuple[int, str], ...]]  # the order of the language's alphabet
    units: Mapping[
        tuple[str, Setting], str
    ]  # unit and setting -> template of {n}: "{n} per cent"; "times, two" its own
    meanings: Mapping[str, str]  # words in lower case -> name of a meaning
    sentences: Mapping[str, str]  # what the tool writes itself: name -> template
    reading: Reading
    watched: Watched
    reviewed: bool = True  # whether a speaker has read the sentences of this language that the tool itself writes
    mutates: bool = False  # names change after words such as "in", so that each place has to bring its own phrases
    gendered: bool = False  # number words follow the gender of what is counted, so that the tool itself writes numerals
    fitted: Callable[[str, str], str] = lambda before, words: words  # as they stand after others: "have", "risen by"

    @property
    def own_name(self) -> str:
        """What the language calls itself, as a heading: "Cymraeg"."""
        name = str(Locale.parse(self.locale).get_language_name())
        return name[:1].upper() + name[1:]

    def say(self, sentence: str, **parts: object) -> str:
        """One of the tool's own sentences, filled in."""
        return self.sentences[sentence].format_map(parts)

    def count(self, sentence: str, n: int, **parts: object) -> str:
        """A sentence about `n` things, in the form that the number asks for where there is one of its own."""
        return self.say(self.form(sentence, Fraction(n)), n=n, **parts)

    def form(self, sentence: str, number: Fraction) -> str:
        """The name of a sentence in the form that a number asks for, where the language has one of its own."""
        own = f"{sentence}, {self.plural(number)}"
        return own if own in self.sentences else sentence

    def measured(self, n: str, value: Fraction, unit: str, setting: Setting) -> str:
        """A number, written out as `n`, with its unit, in the form that the number asks for where there is one."""
        own = self.units.get((f"{unit}, {self.plural(value)}", setting)) if unit in self._inflected else None
        return (own or self.units.get((unit, setting), "{n}")).format(n=n)

    @cached_property
    def _inflected(self) -> frozenset[str]:
        """Units that have a form of their own for some numbers."""
        return frozenset(unit.partition(", ")[0] for unit, _ in self.units if ", " in unit)

    def reason(self, text: str) -> str:
        """Why there is no figure: the tool's own reasons in this language, an author's as typed: "who: why"."""
        pieces = (piece.rpartition(": ") for piece in text.split("; "))
        return "; ".join(who + sign + self.sentences.get(f"reason, {why}", why) for who, sign, why in pieces)

    def alone(self, n: int) -> str:
        """A number that counts nothing: in words as far as the style goes, of any gender."""
        return (self.spelled(n) if n <= self.style.words_to else "") or self.number(Fraction(n), 0)

    def words_for(self, meaning: str) -> str:
        """The first words of this language for a meaning, "" where it has none."""
        return next((words.replace("'", "’") for words, name in self.meanings.items() if name == meaning), "")
