"""Welsh: numbers, dates, lists and the alphabet; its sentences and vocabulary stand in the modules beside this one.

Numbers are decimal ("dau ddeg un"), as schools and official statistics have them. Number words follow the gender of
what is counted and mutate it, so that the tool itself writes numerals; a number that stands alone is masculine.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date as Date
from fractions import Fraction
from functools import lru_cache

from babel.core import Locale
from babel.dates import format_date

from report_builder.words.cy_meanings import READING, vocabulary
from report_builder.words.cy_mutation import spirant
from report_builder.words.cy_pack import PACK
from report_builder.words.cy_pictures import PICTURES
from report_builder.words.cy_press import PRESS
from report_builder.words.cy_sentences import SENTENCES
from report_builder.words.cy_watched import WATCHED
from report_builder.words.cy_web import WEB
from report_builder.words.en import with_commas
from report_builder.words.language import Language, Setting
from report_builder.words.style import NEWSPAPER

_SMALL = ("dim", "un", "dau", "tri", "pedwar", "pump", "chwech", "saith", "wyth", "naw")
_BEFORE = ("", "un", "dau", "tri", "pedwar", "pum", "chwe", "saith", "wyth", "naw")
_HUNDREDS = ("", "cant", "dau gant", "tri chant", "pedwar cant", "pum cant", "chwe chant", "saith cant", "wyth cant",
             "naw cant")  # fmt: skip
_FEMININE = {2: "dwy", 3: "tair", 4: "pedair"}
_OLDER = {11: "un ar ddeg", 12: "deuddeg", 15: "pymtheg", 18: "deunaw", 20: "ugain"}  # still the commoner ones
_ORDINALS = (
    "",
    "cyntaf",
    "ail",
    "trydydd",
    "pedwerydd",
    "pumed",
    "chweched",
    "seithfed",
    "wythfed",
    "nawfed",
    "degfed",
)
_ENDINGS = ("", "af", "il", "ydd", "ydd", "ed", "ed", "fed", "fed", "fed", "fed",
            "eg", "fed", "eg", "eg", "fed", "eg", "eg", "fed", "eg", "fed")  # fmt: skip
_LETTERS = (
    "a", "b", "c", "ch", "d", "dd", "e", "f", "ff", "g", "ng", "h", "i", "j", "k", "l", "ll", "m", "n", "o", "p", "ph",
    "q", "r", "rh", "s", "t", "th", "u", "v", "w", "x", "y", "z",
)  # fmt: skip
_LETTER = re.compile("|".join(sorted(_LETTERS, key=len, reverse=True)) + "|.", re.DOTALL)
_VOWEL = re.compile(r"[aeiouwx]|y(?![aeiou])|8|11(?!\d)|1(?![\d,])")
_MUTATES = re.compile(r"[cpt](?!h)")


def spelled(n: int) -> str:
    """A number up to 999 in words, as it stands alone (masculine); "" beyond."""
    if n in range(1, 10):
        return _SMALL[n]
    if n in range(10, 100):
        tens = "deg" if n < 20 else f"{_BEFORE[n // 10]} {'ddeg' if n < 30 else 'deg'}"
        return f"{'un deg' if 10 < n < 20 else tens} {_SMALL[n % 10]}" if n % 10 else tens
    if n in range(100, 1000):
        rest = n % 100
        joined = (
            ("un deg" if rest == 10 else spelled(rest)) if rest > 9 else f"{_and(_SMALL[rest])} {spirant(_SMALL[rest])}"
        )
        return f"{_HUNDREDS[n // 100]} {joined}" if rest else _HUNDREDS[n // 100]
    return ""


def alone(n: int) -> tuple[str, ...]:
    """The words that a number from 2 to 20 is written with where nothing is counted: "dau", "dwy"."""
    said = (_OLDER.get(n, spelled(n)), spelled(n), _FEMININE.get(n, spelled(n)))
    return tuple(dict.fromkeys(said))


def _ordinal(n: int) -> str:
    return _ORDINALS[n] if 0 < n < len(_ORDINALS) else _numeral_ordinal(n)


def _numeral_ordinal(n: int) -> str:
    """ "1af", "2il", "21ain": the endings of the ordinals that count in twenties, which are those in use."""
    rest = n % 100
    if 0 < rest <= 20:
        return f"{n}{_ENDINGS[rest]}"
    return f"{n}{'fed' if rest % 20 == 0 or rest == 50 else 'ain'}"


def _and(word: str) -> str:
    """ "a", or "ac" before a vowel: of a numeral, the one that it is read with. W of a name is mostly a consonant."""
    plain = _without_marks(word)
    vowel = plain[1:2] not in tuple("aeiouyrlh") if word.startswith("W") else _VOWEL.match(plain)
    return "ac" if vowel else "a"


def _listed(items: tuple[str, ...]) -> str:
    """ "Gwent, Gogledd Cymru a De Cymru"; "a’r Alban" where the last brings its article.

    "A" would mutate C, P and T, and names are never mutated: "a hefyd Caerdydd".
    """
    if len(items) < 2:
        return "".join(items)
    first, last = ", ".join(items[:-1]), items[-1]
    if article := re.match(r"[Yy]r? ", last):
        return f"{first} a’r {last[article.end() :]}"
    return f"{first} {'a hefyd' if _MUTATES.match(_without_marks(last)) else _and(last)} {last}"


def _without_marks(text: str) -> str:
    spread = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in spread if not unicodedata.combining(c))


def sort_key(text: str) -> tuple[tuple[int, str], ...]:
    """The order of the Welsh alphabet: ch, dd, ff, ng, ll, ph, rh and th are letters, as the CLDR has it for Welsh.

    No rule tells that "ng" in Bangor is two letters; it is taken for one, as there.
    """
    parts = _LETTER.findall(_without_marks(text))
    return tuple((_LETTERS.index(p) + 1 if p in _LETTERS else 0, p) for p in parts)


_UNITS: dict[tuple[str, Setting], str] = {
    ("percent", "prose"): "{n} y cant",
    ("percent", "compact"): "{n}%",
    ("percent change", "prose"): "{n} y cant",
    ("percent change", "compact"): "{n}%",
    ("points", "prose"): "{n} pwynt canran",
    ("points, two", "prose"): "{n} bwynt canran",
    ("points, few", "prose"): "{n} phwynt canran",
    ("points, many", "prose"): "{n} phwynt canran",
    ("points", "compact"): "{n} pt.",
    ("times", "prose"): "{n} gwaith",
    ("times, two", "prose"): "{n} waith",
    ("times", "compact"): "{n}×",
    ("GBP", "prose"): "£{n}",
    ("GBP", "compact"): "£{n}",
    ("EUR", "prose"): "€{n}",
    ("EUR", "compact"): "€{n}",
}


@lru_cache(maxsize=4096)  # Babel takes 5 µs
def _plural(n: Fraction) -> str:
    return str(Locale.parse("cy").plural_form(float(n)))


def _date(day: Date) -> str:
    return str(format_date(day, "d MMMM y", locale="cy"))


WELSH = Language(
    code="cy",
    locale="cy",
    style=NEWSPAPER,
    number=with_commas,
    in_words=lambda n: with_commas(Fraction(n), 0) if n else _SMALL[0],
    spelled=spelled,
    ordinal=_ordinal,
    numeral_ordinal=_numeral_ordinal,
    date=_date,
    listed=_listed,
    plural=_plural,
    sort_key=sort_key,
    units=_UNITS,
    meanings=vocabulary({n: alone(n) for n in range(2, 21)}),
    sentences=SENTENCES | PRESS | WEB | PACK | PICTURES,
    reading=READING,
    watched=WATCHED,
    reviewed=False,
    mutates=True,
    gendered=True,
)
