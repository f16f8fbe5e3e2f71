"""House styles: how numbers, per cents, years and dates are written, as values; a language in a style is a language.

`newspaper` follows what the Guardian and BBC style guides have in common: words from one to nine, numbers in words at
the start of a sentence; and "48 per cent", as British newspapers long wrote it. `ons` follows the ONS service manual
("Writing numbers"): "48%", statistics in numerals, rankings in words to ninth, ranges with "to", no sentence that
starts with a numeral; and "year ending March 2018", the form of its releases. Cards, charts and tables write the same
in every style.
"""

from __future__ import annotations

from datetime import date as Date
from fractions import Fraction

from babel.dates import format_date
from msgspec.structs import replace

from report_builder.campaign.style import OwnStyle
from report_builder.words.language import Language, Style

NARROW_SPACE = "\u202f"
_SEPARATORS = {"comma": ",", "space": NARROW_SPACE, "none": ""}
_DATES = {
    "1 November 2024": "d MMMM y",
    "Friday 1 November 2024": "EEEE d MMMM y",
    "November 1, 2024": "MMMM d, y",
}

NEWSPAPER = Style("newspaper")
ONS = Style("ons", percent="sign", words_to=0, start="numerals", years="ending", ordinals_to=9)
STYLES: dict[str, Style] = {style.name: style for style in (NEWSPAPER, ONS)}


def style_of(typed: str | OwnStyle) -> Style:
    """The style that report.yml names or makes."""
    if isinstance(typed, str):
        return STYLES[typed]
    own = {key: value for key, value in typed.model_dump(exclude={"based_on"}).items() if value is not None}
    return replace(STYLES[typed.based_on], name="own", **own)


def in_style(language: Language, style: Style) -> Language:
    """The language, writing as the style says."""
    numerals = language.numeral_ordinal

    def number(value: Fraction, decimals: int) -> str:
        return language.number(value, decimals).replace(",", _SEPARATORS[style.thousands])

    def in_words(n: int) -> str:
        known = language.in_words(n) if language.gendered or not n else language.spelled(n)
        return known if n <= style.words_to else number(Fraction(n), 0)

    def ordinal(n: int) -> str:
        return language.ordinal(n) if n <= style.ordinals_to else numerals(n)

    def date(day: Date) -> str:
        return str(format_date(day, _DATES[style.date], locale=language.locale))

    units = dict(language.units)
    if style.percent == "sign":
        units |= {(unit, "prose"): units[unit, "compact"] for unit in ("percent", "percent change")}
    sentences = dict(language.sentences)
    if style.ranges == "dash":
        sentences["from to"] = "{start}–{end}"
    return replace(
        language,
        style=style,
        number=number,
        in_words=in_words,
        ordinal=ordinal,
        date=date,
        units=units,
        sentences=sentences,
    )
