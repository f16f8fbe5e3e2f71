"""Numbers at the start of a sentence: in words where the house style and the language can."""

from __future__ import annotations

import re

from report_builder.words.language import Language

_NUMBER = re.compile(r"(\d{1,3})(?=$| )")


def at_start(text: str, language: Language) -> str:
    """A figure that begins a sentence: with a capital, its number in words ("Seventy-two", "Forty-eight per cent").

    It stays in numerals where the style has it so, beyond 999, with decimals, and in a language whose number words
    follow the noun: such a sentence is better turned round (ONS service manual, "Writing numbers").
    """
    found = _NUMBER.match(text)
    if found and language.style.start == "words" and not language.gendered:
        text = language.spelled(int(found[1])) + text[found.end() :] if int(found[1]) else text
    return text[:1].upper() + text[1:] if text[:1].islower() else text
