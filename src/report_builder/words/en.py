"""English: numbers, vocabulary of claims and the tool's own sentences."""

from __future__ import annotations

import re
from datetime import date as Date
from fractions import Fraction
from functools import lru_cache

from babel.core import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from report_builder.words.en_meanings import READING, vocabulary
from report_builder.words.en_watched import WATCHED
from report_builder.words.language import Language, Setting
from report_builder.words.style import NEWSPAPER

_SMALL = ("nil", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


@lru_cache(maxsize=4096)  # a figure is printed many times, and Babel takes 0.2 ms for each
def _number(value: Fraction, decimals: int) -> str:
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
    return _SMALL[n] if 0 <= n < len(_SMALL) else _number(Fraction(n), 0)


def _ordinal(n: int) -> str:
    if 0 < n < len(_ORDINALS):
        return _ORDINALS[n]
    return _numeral_ordinal(n)


def _numeral_ordinal(n: int) -> str:
    suffix = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{suffix}"


def _listed(items: tuple[str, ...]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


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


SENTENCES = {
    # forms
    "rate": "{n} per {per}",
    "more than other": "{n} more than {other}",
    "fewer than other": "{n} fewer than {other}",
    "higher than other": "{n} higher than {other}",
    "lower than other": "{n} lower than {other}",
    "same as other": "the same as {other}",
    "against other": "{to}, against {from_} for {other}",
    "highest since": "the highest since {year}",
    "lowest since": "the lowest since {year}",
    "highest of full years": "the highest of the {n} years with full figures",
    "lowest of full years": "the lowest of the {n} years with full figures",
    "rose years running": "rose for the {nth} year running",
    "fell years running": "fell for the {nth} year running",
    "in place": "in {place}",
    "of place": "of {place}",
    "years to": "{start} to {end}",
    "year ending": "the year ending {month}",
    "year ending, short": "year ending {month}",
    "rise": "rose by {n}",
    "fall": "fell by {n}",
    "unchanged": "was unchanged",
    "went": "went from {start} to {end}",
    "one in": "one in {n}",
    "joint": "joint {n}",
    "between": "between {low} and {high}",
    "at least": "at least {n}",
    "no figure": "no figure",
    "withheld": "withheld",
    "fewer than": "fewer than {n}",
    "from to": "{start} to {end}",
    # caveats
    "part year": "{name}’s figure for {period} covers {covers}.",
    "part year, covers unknown": "{name}’s figure for {period} covers only part of the year.",
    "no figure for": "{name} has no figure for {period} ({reason}).",
    "other definition": "{name}’s figure for {period} follows another definition.",
    "like for like": "Counting only {who}, which have full figures for both years, the number went from {start} to {end} ({ratio}).",
    "like for like, alone": "Counting only {who}, which has full figures for both years, the number went from {start} to {end} ({ratio}).",
    "like for like, none": "No area has full figures for both years, so there is no like-for-like comparison.",
    "like for like, one": "There is no full-year figure to compare {period} with.",
    "overlapping": "One case can count under several, so the shares cannot be added: the published figures allow anything from {low} to {high}. The wording is the publisher’s ({source}).",
    "in doubt": "{name}’s figure for {period} is in doubt.",
    "short part year": "{period} includes only {covers} from {name}",
    "short part year, own": "{period} covers only {covers}",
    "short like for like": "like for like, {ratio}",
    # cards and charts
    "base": "of {base}",
    "base known": "of the {n} {base}",
    "base not published": "base not published",
    "latest period": "in {period}",
    "change since": "{start} to {end}",
    "source": "Source",
    "mark part year": "{covers} only",
    "mark part year, short": "part year",
    "mark in doubt": "in doubt",
    "mark some missing": "some missing",
    "key partial": "Part of the year only",
    "key partial, some missing": "Part of the year, or of those who should have given figures, only",
    "key doubtful": "Figure in doubt",
    "key missing": "No figure published",
    "key suppressed": "Withheld to protect people",
    "chart part year": "{name}’s {period} figure covers {covers}.",
    "chart in doubt": "{name}’s {period} figure is in doubt: {note}",
    # tables
    "total": "Total",
    "total as published": "{place} (as published)",
    "total computed": "{place}",
    "not published": "not published",
    "no national figure": "{period} (no figure for {who})",
    "parts differ": "The {n} figures for {period} add up to {sum}; the published total for {place} is {published}, {gap} {direction}. {because}",
    "fewer": "fewer",
    "more": "more",
    "not available": "n/a",
    "missing cell": "n/a: {reason}.",
    "withheld cell": "[c]",
    "withheld cells": "[c]: withheld to protect people.",
    "small cell": "<{n}",
    "small cells": "<{n}: fewer than {n}, withheld to protect people.",
    "mark": "{mark} {text}",
    # asks and quotes
    "evidence": "Evidence",
    "by when": "By when",
    "waiting": "Awaiting the speaker’s approval",
    "translation": "Translation, not the speaker’s own words",
    # sections
    "kicker": "Policy briefing",
    "contents": "Contents",
    "summary asks": "What we ask",
    "asks": "What we ask",
    "contact": "Contact",
    "support": "If you need help",
    "method": "How these figures were made",
    "sources": "Sources",
    "retrieved": "retrieved {date}",
    "page of": "Page {page} of {pages}",
    "draft mark": "DRAFT",
    # method
    "method data": "What was counted",
    "method returns": "Figures that are missing, partial or in doubt",
    "method complete": "Who gave figures",
    "method caveats": "What the figures cannot carry",
    "method bases": "Bases and rounding",
    "method publisher": "Published by {publisher}; taken from {source}.",
    "method source": "Taken from {source}.",
    "method run": "Each year runs {run}.",
    "method withheld": "Counts below {n} are withheld to protect people, and so is every other figure from which one of them could be worked out.",
    "method rounded to": "Counts are rounded to the nearest {n} to protect people, so parts may not add up to their total.",
    "method exact": "Printed as published, without rounding.",
    "method rounded": "The figures were published rounded, so each may be off by up to half of its last digit.",
    "method rounded, nearest": "The figures were published rounded to the nearest {n}, so each may be off by up to {half}.",
    "method rounded, of": "Figures of {measure} were published rounded, so each may be off by up to half of its last digit.",
    "method rounded, of, nearest": "Figures of {measure} were published rounded to the nearest {n}, so each may be off by up to {half}.",
    "method overlap": "One case can count under more than one {dimension}, so these shares are never added up.",
    "method some": "Not every {dimension} was published.",
    "method all returned, of": "{what}: all {n} parts of {place} have a figure for every year from {start} to {end}.",
    "method all returned": "All {n} parts of {place} have a figure for every year from {start} to {end}.",
    "who and when": "{name} in {period}",
    "method none for, one": "No figure was published for {who}. This year is left out, never counted as zero.",
    "method none for": "No figure was published for {who}. These years are left out, never counted as zero.",
    "method part": "{name}’s figure for {period} covers {covers}, not the whole year{source}.",
    "method doubt": "{name}’s figure for {period} is in doubt. {note}",
    "method percent": "Percentages, multiples and rates are computed from the figures as published, and only then rounded for print.",
    "method differ": "The {n} figures for {period} add up to {sum}. The published total for {place} is {published}, which is {gap} {direction}. This report prints the published total and changes no figure to make them agree. {because}",
    "method base": "{label} ({where}): {base}{share}.",
    "method share of all": ", which is {share} of all {whole}",
    "method base unknown": "{label} ({where}): {base}. The size of this base was not published.",
    "method published": "“{wording}” ({label}) is the publisher’s own wording ({source}). {tested}",
    "method tested": "The published shares overlap, so the true figure lies anywhere between {low} and {high}: our data neither prove the wording nor contradict it.",
    "method growth": "{period} against {start}. {caveat}",
    "recorded crime": "Recorded offences are those that came to the attention of the police and were recorded. A change in them can reflect changes in reporting and recording as well as in how much abuse takes place.",
}


def _date(day: Date) -> str:
    return str(format_date(day, "d MMMM y", locale="en_GB"))


ENGLISH = Language(
    code="en-GB",
    locale="en_GB",
    style=NEWSPAPER,
    number=_number,
    in_words=_in_words,
    spelled=spelled,
    ordinal=_ordinal,
    numeral_ordinal=_numeral_ordinal,
    date=_date,
    listed=_listed,
    plural=lambda n: str(Locale.parse("en").plural_form(float(n))),
    units=_UNITS,
    meanings=vocabulary(("nil", *_SMALL[1:], *_TEENS, "twenty")),
    sentences=SENTENCES,
    fitted=_fitted,
    reading=READING,
    watched=WATCHED,
)
