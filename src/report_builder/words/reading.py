"""From words to a meaning: the vocabulary of the language, then wording with a number in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from report_builder.facts.meanings import find_meaning
from report_builder.words.language import Language

_DIGITS = r"(?P<sign>[£€])?(?P<digits>\d[\d,\u202f]*(?:\.\d+)?)"


def meaning_of(words: str, language: Language) -> str:
    """The name of what some words of a claim mean, "" where the tool does not know."""
    plain = " ".join(words.lower().replace("’", "'").replace("\u00a0", " ").split())
    led = re.sub(rf"^{language.reading.lead}", "", plain)
    for said in dict.fromkeys((plain, led, *language.reading.radicals(plain), *language.reading.radicals(led))):
        known = language.meanings.get(said) or _shaped(said, language) or _by(said, language) or _round(said, language)
        if known and find_meaning(known):
            return known
    return ""


def _by(words: str, language: Language) -> str:
    """ "rose by more than a third" -> rose-by-more-than-third, whatever the verb."""
    way, part = _led_by(words, language.reading.ways)
    said = (part, *language.reading.radicals(part)) if way else ()
    name = next((language.meanings[one] for one in said if one in language.meanings), "")
    return f"{way}-by-{name.removeprefix('about-')}" if name else ""


def _round(words: str, language: Language) -> str:
    """ "nearly £2 million" -> almost-2000000-gbp."""
    read = language.reading
    way, rest = _led_by(words, read.ways)
    how, rest = _led_by(rest, read.how)
    if not how:
        return ""
    found = re.fullmatch(rf"{_DIGITS}(?P<scale> ?[^\W\d]+)?(?P<unit>.*)", rest)
    if found:
        number = Fraction(re.sub(r"[,\u202f]", "", found["digits"]))
        scale = (found["scale"] or "").strip()
        unit = found["unit"].strip() if scale in read.scales else f"{scale} {found['unit'].strip()}".strip()
        number *= read.scales.get(scale, 1)
        sign = {"£": "gbp", "€": "eur"}.get(found["sign"] or "", "")
    else:
        spelled = next((w for w in sorted(read.numbers, key=len, reverse=True) if re.match(rf"{w}\b", rest)), "")
        if not spelled:
            return ""
        number, unit, sign = Fraction(read.numbers[spelled]), rest[len(spelled) :].strip(), ""
    named = sign or read.units.get(unit, "") or _rate(unit, language)
    if unit and not named:
        return ""
    tail = f"-{named}" if named else ""
    return f"{f'{way}-by-' if way else ''}{how}-{_decimal(number)}{tail}"


def _rate(unit: str, language: Language) -> str:
    """ "per 100,000" -> per-100000."""
    template = language.sentences["rate"].replace("{n}", "").strip()
    lead = template.partition("{per}")[0].strip()
    found = re.fullmatch(rf"{re.escape(lead)} ([\d,]+)", unit) if lead else None
    return f"per-{found[1].replace(',', '')}" if found else ""


def _shaped(words: str, language: Language) -> str:
    for pattern, name in language.reading.shapes:
        if found := re.fullmatch(pattern, words):
            parts = found.groupdict()
            if "n" in parts:
                n = language.reading.numbers.get(parts["n"]) or (int(parts["n"]) if parts["n"].isdigit() else 0)
                parts["n"] = str(n)
            return name.format_map(parts)
    return ""


def _led_by(words: str, names: Mapping[str, str]) -> tuple[str, str]:
    """What the first words mean and the rest; the longest that fits, "" where none does."""
    for lead in sorted(names, key=len, reverse=True):
        if words.startswith(f"{lead} "):
            return names[lead], words[len(lead) + 1 :]
    return "", words


def _decimal(number: Fraction) -> str:
    return f"{number.numerator}" if number.denominator == 1 else f"{float(number):.6f}".rstrip("0")
