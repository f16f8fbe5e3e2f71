"""A fact in words: the forms a text may ask for."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from msgspec.structs import replace

from report_builder.facts.claims import quantity_of
from report_builder.facts.fact import Fact
from report_builder.facts.family import Facts
from report_builder.words.figures import default_decimals, figure, place_in_order, with_unit
from report_builder.words.language import Language
from report_builder.words.phrases import by_difference, by_percent, carries_direction, compared, one_in, phrase

__all__ = ["FORMS", "default_decimals", "figure", "in_form", "with_unit"]


def _number(fact: Fact, language: Language, facts: Facts) -> str:
    return language.number(fact.value or Fraction(0), default_decimals(fact))


def _in_words(fact: Fact, language: Language, facts: Facts) -> str:
    value = fact.value or Fraction(0)
    asked = not language.gendered and 0 < value <= max(9, language.style.words_to) and value.denominator == 1
    return language.spelled(int(value)) if asked else _number(fact, language, facts)


def _with_its_unit(fact: Fact, language: Language, facts: Facts) -> str:
    return figure(fact, language, "prose")


def _all_digits(fact: Fact, language: Language, facts: Facts) -> str:
    return figure(fact, replace(language, style=replace(language.style, millions="digits")), "prose")


def _rate(fact: Fact, language: Language, facts: Facts) -> str:
    per = language.number(Fraction(fact.per or int(fact.unit[4:].replace(",", ""))), 0)
    return language.say("rate", n=_number(fact, language, facts), per=per)


def _change(fact: Fact, language: Language, facts: Facts) -> str:
    found = quantity_of(fact)
    if found is not None and found[0] == "comparison":
        return compared(fact, found[1], language, facts)
    if len(fact.inputs) == 2 and not carries_direction(fact, facts):
        return phrase(fact, language, facts)
    if found is not None and found[0] == "rise":
        return by_difference(fact, language)
    decimals = fact.decimals if fact.unit.startswith("percent") else None
    return by_percent(found[1] if found else Fraction(1), language, decimals or 0)


FORMS: dict[str, tuple[Callable[[Fact, Language, Facts], str], tuple[str, ...]]] = {
    # form -> how it is written, and the units it is for (none: any)
    "number": (_number, ()),
    "words": (_in_words, ()),
    "digits": (_all_digits, ()),
    "percent": (_with_its_unit, ("percent",)),
    "change": (_change, ()),
    "points": (_with_its_unit, ("points",)),
    "ratio": (_with_its_unit, ("times",)),
    "rate": (_rate, ("per",)),
    "money": (_with_its_unit, ("GBP", "EUR")),
    "ordinal": (lambda fact, language, _: place_in_order(fact, language), ("rank",)),
    "phrase": (phrase, ()),
    "one-in": (one_in, ("percent",)),
}
# forms that say what a figure means, and so are for figures of that meaning only: a share has not risen
_OF_QUANTITY = {"change": ("growth", "rise", "comparison"), "one-in": ("fraction",)}


def in_form(fact: Fact, form: str, language: Language, facts: Facts) -> str | None:
    """The fact in a form by name; None where the form is not for such figures (KeyError for an unknown form)."""
    write, units = FORMS[form]
    if units and not any(fact.unit == u or fact.unit.startswith(f"{u} ") for u in units):
        return None
    found = quantity_of(fact)
    if form in _OF_QUANTITY and (found is None or found[0] not in _OF_QUANTITY[form]):
        return None
    return write(fact, language, facts)
