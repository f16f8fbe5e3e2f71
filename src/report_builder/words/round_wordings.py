"""Round numbers that a figure carries: "more than £4 million", "nearly 2 million", "about 7,000"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from report_builder.facts.claims import check, quantity_of
from report_builder.facts.fact import Fact
from report_builder.facts.family import Facts
from report_builder.facts.meanings import find_meaning
from report_builder.words.language import Language
from report_builder.words.reading import meaning_of
from report_builder.words.scale import in_scale

_LEAST = 100  # below that the number itself is as short, and says more
_STEPS = (Fraction(1), Fraction(1, 2), Fraction(1, 10))  # of the figure's own power of ten: 4,000, 500, 100
_NEAR = Fraction(1, 20)  # what is further from the figure than that says little of it


def round_wordings(fact: Fact, language: Language, facts: Facts) -> tuple[str, ...]:
    """The wordings with a round number that hold of a count or a sum of money, the roundest first, then the nearest."""
    found = quantity_of(fact)
    if found is None or found[0] != "level" or found[1] < _LEAST:
        return ()
    value, said = found[1], []
    for how, number in _candidates(value):
        words = f"{_lead(how, language)} {_written(number, fact, language)}".strip()
        meaning = find_meaning(meaning_of(words, language))
        if meaning is not None and check(fact, meaning, facts).holds:
            said.append(words)
    return tuple(dict.fromkeys(said))


def _candidates(value: Fraction) -> Iterator[tuple[str, Fraction]]:
    """Round numbers just below and above a value, with how it stands to each; the roundest first."""
    power = Fraction(10 ** (len(str(int(value))) - 1))
    for step in (power * part for part in _STEPS):
        below = value // step * step
        for how, number in (("more-than", below), ("almost", below + step), ("about", below), ("about", below + step)):
            if number and abs(value - number) <= value * _NEAR:
                yield how, number


def _lead(how: str, language: Language) -> str:
    """The first words of the language for how a figure stands to a number."""
    return next((words for words, name in language.reading.how.items() if name == how), "")


def _written(number: Fraction, fact: Fact, language: Language) -> str:
    template = language.units.get((fact.unit, "prose"), "{n}")
    return template.format(n=in_scale(number, language) or language.number(number, 0))
