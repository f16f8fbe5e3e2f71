"""English: numbers, vocabulary of claims and the tool's own sentences."""

from __future__ import annotations

import re
import unicodedata
from datetime import date as Date
from fractions import Fraction
from functools import lru_cache

from babel.core import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from report_builder.words.en_meanings import READING, vocabulary
from report_builder.words.en_pack import PACK
from report_builder.words.en_pictures import PICTURES
from report_builder.words.en_press import PRESS
from report_builder.words.en_sentences import SENTENCES
from report_builder.words.en_watched import WATCHED
from report_builder.words.en_web import WEB
from report_builder.words.language import Language, Setting
from report_builder.words.style import NEWSPAPER

_SMALL = ("nil", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


@lru_cache(maxsize=4096)  # a figure is printed many times, and Babel takes 0.2 ms for each
def with_commas(value: Fraction, decimals: int) -> str:
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    text = format_decimal(_rounded(value, decimals), format=pattern, locale="en_GB")
    return text.replace("-", "−")


def _rounded(value: Fraction, decimals: int) -> str:
    """Half away from zero, as statistics are rounded in print (ONS style), as a decimal string."""
    scale = 10**decimals
    scaled = (abs(value) * scale * 2 + 1) // 2
    sign = "-" if value < 0 and scaled else ""
    return (
        f"{sign}{Fraction(scaled, scale).numerator}"
        if decimals == 0
        else f"{sign}{scaled // scale}.{scaled % scale:0{decimals}}"
    )


def spelled(n: int) -> str:
    """A number up to 999 in words, "" beyond: longer ones are no easier to read so."""
    if n in range(1, 10):
        return _SMALL[n]
    if n in range(10, 20):
        return _TEENS[n - 10]
    if n in range(20, 100):
        return _TENS[n // 10] + (f"-{_SMALL[n % 10]}" if n % 10 else "")
    if n in range(100, 1000):
        rest = f" and {spelled(n % 100)}" if n % 100 else ""
        return f"{_SMALL[n // 100]} hundred{rest}"
    return ""


def _in_words(n: int) -> str:
    return _SMALL[n] if 0 <= n < len(_SMALL) else with_commas(Fraction(n), 0)


def _ordinal(n: int) -> str:
    if 0 < n < len(_ORDINALS):
        return _ORDINALS[n]
    return _numeral_ordinal(n)


def _numeral_ordinal(n: int) -> str:
    suffix = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{suffix}"


def _listed(items: tuple[str, ...]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def sort_key(text: str) -> tuple[tuple[int, str], ...]:
    """The order of names, whatever their case and accents."""
    spread = unicodedata.normalize("NFD", text.casefold())
    return tuple((0, c) for c in spread if not unicodedata.combining(c))


_UNITS: dict[tuple[str, Setting], str] = {
    ("percent", "prose"): "{n} per cent",
    ("percent", "compact"): "{n}%",
    ("percent change", "prose"): "{n} per cent",
    ("percent change", "compact"): "{n}%",
    ("points", "prose"): "{n} percentage points",
    ("points", "compact"): "{n} pts",
    ("times", "prose"): "{n} times",
    ("times", "compact"): "{n}×",
    ("GBP", "prose"): "£{n}",
    ("GBP", "compact"): "£{n}",
    ("EUR", "prose"): "€{n}",
    ("EUR", "compact"): "€{n}",
}

_PARTICIPLES = {"rose": "risen", "fell": "fallen", "was": "been", "were": "been", "went": "gone"}
_HAVE = re.compile(
    r"\b(have|has|had|having)( (not|also|now|since|already|only|even|almost|nearly))*\s+$", re.IGNORECASE
)


def _fitted(before: str, words: str) -> str:
    """After "have" the participle: "have fallen by 8 per cent" where the words are "fell by 8 per cent"."""
    verb, space, rest = words.partition(" ")
    return f"{_PARTICIPLES[verb]}{space}{rest}" if verb in _PARTICIPLES and _HAVE.search(before) else words


@lru_cache(maxsize=4096)  # Babel takes 5 µs
def _plural(n: Fraction) -> str:
    return str(Locale.parse("en").plural_form(float(n)))


def _date(day: Date) -> str:
    return str(format_date(day, "d MMMM y", locale="en_GB"))


ENGLISH = Language(
    code="en-GB",
    locale="en_GB",
    style=NEWSPAPER,
    number=with_commas,
    in_words=_in_words,
    spelled=spelled,
    ordinal=_ordinal,
    numeral_ordinal=_numeral_ordinal,
    date=_date,
    listed=_listed,
    sort_key=sort_key,
    plural=_plural,
    units=_UNITS,
    meanings=vocabulary(("nil", *_SMALL[1:], *_TEENS, "twenty")),
    sentences=SENTENCES | PRESS | WEB | PACK | PICTURES,
    fitted=_fitted,
    reading=READING,
    watched=WATCHED,
)
