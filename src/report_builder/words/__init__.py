"""Numbers and meanings in the words of a language and a house style."""

from __future__ import annotations

from report_builder.words.cy import WELSH
from report_builder.words.en import ENGLISH
from report_builder.words.language import Language
from report_builder.words.style import in_style

__all__ = ["ENGLISH", "LANGUAGES", "WELSH", "in_english", "language"]

LANGUAGES: tuple[Language, ...] = (ENGLISH, WELSH)


def language(code: str) -> Language | None:
    """The language of a code ("en-GB", "en"), or None where it is not one the tool writes."""
    return next((known for known in LANGUAGES if known.code.split("-")[0] == code.split("-")[0]), None)


def in_english(language: Language) -> Language:
    """English in the same house style: diagnostics are English, whatever the report is written in."""
    return in_style(ENGLISH, language.style)
