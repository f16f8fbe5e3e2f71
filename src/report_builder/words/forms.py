"""A fact in words: the forms a text may ask for, and the parts of a fact it may name."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from report_builder.facts.fact import Fact
from report_builder.facts.family import Facts
from report_builder.words.language import Language, Setting
from report_builder.words.phrases import one_in, phrase


def default_decimals(fact: Fact) -> int:
    """Decimals that print: as the author says, else what the input's own rounding carries; none for whole counts."""
    if fact.decimals is not None:
        return fact.decimals
    if fact.unit == "times":
        return 0 if fact.value is not None and fact.value.denominator == 1 else 2
    if fact.unit.startswith("per "):
        return 1
    if fact.kind in ("mean", "median") or (fact.kind == "value" and fact.step and fact.step < 1):
        return 1
    return 0


def figure(fact: Fact, language: Language, setting: Setting) -> str:
    """The fact's number with its unit: "48 per cent" in prose, "48%" on cards; wording where that is all there is."""
    if fact.value is None:
        return fact.wording or language.say("no figure")
    if fact.kind == "rank":
        return language.ordinal(int(fact.value))
    return with_unit(fact.value, fact, language, setting)


def with_unit(value: Fraction, fact: Fact, language: Language, setting: Setting) -> str:
    """A number as this fact prints its own."""
    decimals = default_decimals(fact)
    whole = decimals == 0 and value.denominator == 1
    in_words = setting == "prose" and whole and fact.unit not in ("percent", "points", "times") and 0 < value < 10
    text = language.in_words(int(value)) if in_words else language.number(value, decimals)
    said = language.units.get((fact.unit, setting), "{n}").format(n=text)
    return language.say("at least", n=said) if fact.at_least else said


def _number(fact: Fact, language: Language, facts: Facts) -> str:
    return language.number(fact.value or Fraction(0), default_decimals(fact))


def _in_words(fact: Fact, language: Language, facts: Facts) -> str:
    value = fact.value or Fraction(0)
    return language.in_words(int(value)) if value.denominator == 1 else language.number(value, default_decimals(fact))


def _as(unit: str, of: Callable[[Fraction], Fraction]) -> Callable[[Fact, Language, Facts], str]:
    def form(fact: Fact, language: Language, facts: Facts) -> str:
        value = of(fact.value or Fraction(0))
        decimals = fact.decimals if fact.decimals is not None else (2 if unit == "times" else 0)
        return language.units[unit, "prose"].format(n=language.number(value, decimals))

    return form


def _change(fact: Fact, language: Language, facts: Facts) -> str:
    value = fact.value or Fraction(0)
    percent = (value - 1) * 100 if fact.unit == "times" else value
    said = language.units["percent", "prose"].format(n=language.number(abs(percent), fact.decimals or 0))
    return language.say("unchanged") if percent == 0 else language.say("rise" if percent > 0 else "fall", n=said)


def _ordinal(fact: Fact, language: Language, facts: Facts) -> str:
    return language.ordinal(int(fact.value or 0))


FORMS: dict[str, tuple[Callable[[Fact, Language, Facts], str], tuple[str, ...]]] = {
    # form -> how it is written, and the units it is for (none: any)
    "number": (_number, ()),
    "words": (_in_words, ()),
    "percent": (_as("percent", lambda v: v), ("percent",)),
    "change": (_change, ("percent", "times")),
    "points": (_as("points", lambda v: v), ("points",)),
    "ratio": (_as("times", lambda v: v), ("times",)),
    "rate": (_number, ("per",)),
    "money": (lambda f, language, _: figure(f, language, "prose"), ("GBP", "EUR")),
    "ordinal": (_ordinal, ("rank",)),
    "phrase": (phrase, ("percent", "times", "rank")),
    "one-in": (one_in, ("percent",)),
}


def in_form(fact: Fact, form: str, language: Language, facts: Facts) -> str | None:
    """The fact in a form by name; None where the form is not for numbers of its unit (KeyError for an unknown form)."""
    write, units = FORMS[form]
    if units and not any(fact.unit == u or fact.unit.startswith(f"{u} ") for u in units):
        return None
    return write(fact, language, facts)
