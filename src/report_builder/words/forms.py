"""A fact in words: the forms a text may ask for."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from report_builder.facts.claims import quantity_of
from report_builder.facts.fact import Fact
from report_builder.facts.family import Facts
from report_builder.words.figures import default_decimals, figure, place_in_order, with_unit
from report_builder.words.language import Language
from report_builder.words.phrases import by_percent, one_in, phrase

__all__ = ["FORMS", "default_decimals", "figure", "in_form", "with_unit"]


def _number(fact: Fact, language: Language, facts: Facts) -> str:
    return language.number(fact.value or Fraction(0), default_decimals(fact))


def _in_words(fact: Fact, language: Language, facts: Facts) -> str:
    value = fact.value or Fraction(0)
    return language.in_words(int(value)) if value.denominator == 1 else _number(fact, language, facts)


def _with_its_unit(fact: Fact, language: Language, facts: Facts) -> str:
    return figure(fact, language, "prose")


def _change(fact: Fact, language: Language, facts: Facts) -> str:
    found = quantity_of(fact)
    decimals = fact.decimals if fact.unit.startswith("percent") else None
    return by_percent(found[1] if found else Fraction(1), language, decimals or 0)


FORMS: dict[str, tuple[Callable[[Fact, Language, Facts], str], tuple[str, ...]]] = {
    # form -> how it is written, and the units it is for (none: any)
    "number": (_number, ()),
    "words": (_in_words, ()),
    "percent": (_with_its_unit, ("percent",)),
    "change": (_change, ("percent", "times")),
    "points": (_with_its_unit, ("points",)),
    "ratio": (_with_its_unit, ("times",)),
    "rate": (_number, ("per",)),
    "money": (_with_its_unit, ("GBP", "EUR")),
    "ordinal": (lambda fact, language, _: place_in_order(fact, language), ("rank",)),
    "phrase": (phrase, ("percent", "times", "rank")),
    "one-in": (one_in, ("percent",)),
}
# forms that say what a figure means, and so are for figures of that meaning only: a share has not risen
_OF_QUANTITY = {"change": "growth", "one-in": "fraction"}


def in_form(fact: Fact, form: str, language: Language, facts: Facts) -> str | None:
    """The fact in a form by name; None where the form is not for such figures (KeyError for an unknown form)."""
    write, units = FORMS[form]
    if units and not any(fact.unit == u or fact.unit.startswith(f"{u} ") for u in units):
        return None
    found = quantity_of(fact)
    if form in _OF_QUANTITY and (found is None or found[0] != _OF_QUANTITY[form]):
        return None
    return write(fact, language, facts)
