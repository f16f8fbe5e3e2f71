"""Bare numbers in prose: figures typed by hand, which nothing keeps true."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from report_builder.sections.composition import Composition
from report_builder.text.spans import ClaimSpan, Emphasis, LangSpan, LinkSpan, Span, Words

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
# what may stand in prose although it holds digits: dates, years and financial years
_DATES = re.compile(rf"\b(?:\d{{1,2}} )?(?:{_MONTH})(?: \d{{4}})?\b|\b(?:19|20)\d\d(?:[/–-]\d{{2,4}})?\b")
_NUMBER = re.compile(r"[£$€]?\d[\d,.]*\d|[£$€]?\d")


def report_bare_numbers(spans: Sequence[Span], c: Composition) -> None:
    """Notes each number that is neither a fact, nor marked plain, nor a date, nor listed in `plain_numbers`."""
    for words in _plain_words(spans):
        text = words.text
        for plain in c.view.report.plain_numbers:
            text = re.sub(rf"(?<!\w){re.escape(plain)}(?!\w)", " " * len(plain), text)
        text = _DATES.sub(lambda m: " " * len(m[0]), text)
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


def _plain_words(spans: Sequence[Span]) -> Iterator[Words]:
    for span in spans:
        if isinstance(span, Words):
            yield span
        elif isinstance(span, Emphasis | LangSpan | LinkSpan | ClaimSpan):
            yield from _plain_words(span.words)
