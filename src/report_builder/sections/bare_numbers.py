"""Bare numbers in prose: figures typed by hand, which nothing keeps true."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from report_builder.sections.composition import Composition
from report_builder.text.spans import ClaimSpan, Emphasis, LangSpan, LinkSpan, Span, Words
from report_builder.text.walk import plain
from report_builder.words.language import Language
from report_builder.words.reading import meaning_of

_NUMBER = re.compile(r"[£$€]?\d[\d,.]*\d|[£$€]?\d")


def report_bare_numbers(spans: Sequence[Span], c: Composition) -> None:
    """Notes each number that is neither a fact, nor marked plain, nor a date, nor listed in `plain_numbers`.

    A claim whose meaning holds the number ("more than 500") is checked as a claim.
    """
    dates = re.compile(c.view.language.watched.dates)
    for words in _plain_words(spans, c.view.language):
        text = words.text
        for listed in c.view.report.plain_numbers:
            text = re.sub(rf"(?<!\w){re.escape(listed)}(?!\w)", " " * len(listed), text)
        text = dates.sub(lambda m: " " * len(m[0]), text)
        for match in _NUMBER.finditer(text):
            where = words.where
            if where.start is not None and where.length == len(words.text):
                where = replace(where, start=where.start + match.start(), length=len(match[0]))
            c.report(
                "T040",
                f'"{match[0]}" is typed, not a fact',
                where,
                help=f'name a fact, as {{offences}}, or mark it: [{match[0]}](plain "why it is no figure")',
            )


def _plain_words(spans: Sequence[Span], language: Language) -> Iterator[Words]:
    for span in spans:
        if isinstance(span, Words):
            yield span
        elif isinstance(span, ClaimSpan) and any(
            d.isdigit() for d in span.meaning or meaning_of(plain(span.words), language)
        ):
            continue
        elif isinstance(span, Emphasis | LangSpan | LinkSpan | ClaimSpan):
            yield from _plain_words(span.words, language)
