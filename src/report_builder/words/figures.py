"""A fact's number as it prints: its decimals, its unit, its sign."""

from __future__ import annotations

from fractions import Fraction

from report_builder.facts.fact import Fact
from report_builder.words.language import Language, Setting
from report_builder.words.scale import in_scale

MOST_DECIMALS = 3
_MONEY = ("GBP", "EUR", "USD")
_AS_READ = ("value", "published", "sum", "min", "max", "difference")


def default_decimals(fact: Fact) -> int:
    """Decimals that print: as the author says, else as many as the figure was given with, or as its kind deserves.

    A figure that is not nil never prints as nil for want of a decimal.
    """
    if fact.decimals is not None:
        return fact.decimals
    return decimals_that_show(fact.value or Fraction(0), _of_its_kind(fact))


def _of_its_kind(fact: Fact) -> int:
    value = fact.value or Fraction(0)
    if fact.unit in _MONEY:
        return 0 if value.denominator == 1 else 2
    if fact.kind in _AS_READ or (fact.published is not None and fact.published.printed):
        return max(_places(fact.step) or 0, _places(value) or 0)
    if fact.unit == "times":
        return 0 if value.denominator == 1 else 2
    if fact.kind == "median":
        return 0 if value.denominator == 1 else 1
    return 1 if fact.kind == "mean" or fact.unit.startswith("per ") else 0


def decimals_that_show(value: Fraction, decimals: int) -> int:
    """`decimals`, or as many more as it takes to show that a value is not nil."""
    if not value or abs(value.numerator) >= value.denominator:
        return decimals
    enough = (d for d in range(decimals, MOST_DECIMALS + 1) if abs(value) * 10**d * 2 >= 1)
    return next(enough, MOST_DECIMALS)


def _places(number: Fraction) -> int | None:
    """The decimals that write a number in full, None where three do not."""
    if number.denominator == 1:
        return 0
    return next((d for d in range(1, MOST_DECIMALS + 1) if 10**d % number.denominator == 0), None)


def figure(fact: Fact, language: Language, setting: Setting) -> str:
    """The fact's number with its unit: "48 per cent" in prose, "48%" on cards; wording where that is all there is."""
    if fact.suppressed:
        return withheld(fact, language)
    if fact.bounded:
        return bound(fact, language, setting)
    if fact.value is None:
        return fact.wording or language.say("no figure")
    if fact.kind == "rank":
        return place_in_order(fact, language)
    return with_unit(fact.value, fact, language, setting)


def headline_figure(fact: Fact, language: Language) -> str:
    """The fact's number as it stands large, on a card or the cover: "48%", "£4.1 million"."""
    plain = figure(fact, language, "compact")
    return figure(fact, language, "prose") if fact.value is not None and _scaled(fact.value, fact, language) else plain


def bound(fact: Fact, language: Language, setting: Setting) -> str:
    """What is known of a figure that was printed as a bound only: "fewer than five", "<5", "between 12 and 16"."""
    low, high = (fact.interval.low, fact.interval.high) if fact.interval is not None else (None, None)
    top, counted = high or Fraction(0), high is not None and high.denominator == 1 and fact.unit != "percent"
    if low:
        ends = (language.number(low, _places(low) or 0), with_unit(top, fact, language, setting))
        return language.say("between", low=ends[0], high=ends[1])
    if not counted:
        return language.say("up to", n=with_unit(top, fact, language, setting))
    if setting == "compact":
        return language.say("small cell", n=language.number(top + 1, 0))
    return language.say("fewer than", n=language.in_words(int(top) + 1))


def withheld(fact: Fact, language: Language) -> str:
    """What stands in the place of a figure that is withheld: its bound, where readers are told that."""
    high = fact.interval.high if fact.interval is not None else None
    return language.say("withheld") if high is None else language.say("fewer than", n=language.number(high + 1, 0))


def place_in_order(fact: Fact, language: Language) -> str:
    """A rank as an ordinal; a shared one says so."""
    n = language.ordinal(int(fact.value or 0))
    return language.say("joint", n=n) if fact.standings is not None and fact.standings.tied else n


def with_unit(value: Fraction, fact: Fact, language: Language, setting: Setting) -> str:
    """A number as this fact prints its own."""
    decimals = default_decimals(fact)
    template = language.units.get((fact.unit, setting), "{n}")
    scaled = _scaled(value, fact, language) if setting == "prose" else ""
    counted = template == "{n}" and not fact.unit.startswith("per ") and decimals == 0 and value.denominator == 1
    if scaled:
        minus = scaled.removesuffix(scaled.lstrip("−"))
        said = minus + template.format(n=scaled.lstrip("−"))
    elif setting == "prose" and counted and value > 0:
        said = language.in_words(int(value))
    else:
        size = -value if value < 0 else value
        n = language.number(size, decimals)
        minus = language.number(value, decimals).removesuffix(n) if value < 0 else ""
        said = minus + language.measured(n, size, fact.unit, setting)
    if fact.at_most:
        return language.say("up to", n=said)
    return language.say("at least", n=said) if fact.at_least else said


def _scaled(value: Fraction, fact: Fact, language: Language) -> str:
    """The number in words of scale, where it is a count or money; "" for all else.

    A bound keeps its digits: "at least 4.2 million" would say more than 4,160,000.
    """
    plain = fact.kind != "rank" and fact.unit not in ("percent", "percent change", "points", "times")
    if not plain or fact.unit.startswith("per ") or fact.at_least or fact.at_most:
        return ""
    return in_scale(value, language)
