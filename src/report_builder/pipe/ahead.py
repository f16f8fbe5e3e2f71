"""What can be said of editions before any of them is made: claims that do not hold at their place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from report_builder.pipe.edition import Edition, view_of
from report_builder.pipe.prepare import Prepared
from report_builder.problems import Problem
from report_builder.sections.composition import Composition
from report_builder.sections.fences import Placed
from report_builder.sections.needs import met
from report_builder.sections.resolve import say
from report_builder.text.spans import ClaimSpan
from report_builder.text.walk import spans_of, walk

_MOST_NAMED = 8


def failing_at(prepared: Prepared, editions: Iterable[Edition]) -> dict[Problem, tuple[Edition, ...]]:
    """Each claim that does not hold somewhere, with the editions it fails in."""
    found: dict[Problem, tuple[Edition, ...]] = {}
    for edition in editions:
        for one in dict.fromkeys(p for part in edition.parts for p in failing_claims(prepared, part)):
            found[one] = (*found.get(one, ()), edition)
    return found


def noted(one: Problem, editions: Sequence[Edition]) -> Problem:
    """A problem that says in which editions it is."""
    return replace(one, notes=(*one.notes, f"in {listed(editions)}"))


def listed(editions: Sequence[Edition]) -> str:
    """The editions, or the first of many and how many more."""
    shown = "; ".join(map(str, editions[:_MOST_NAMED]))
    more = len(editions) - _MOST_NAMED
    return f"{shown}; and {more} more editions" if more > 0 else shown


def failing_claims(prepared: Prepared, edition: Edition) -> tuple[Problem, ...]:
    """The claims of an edition's sections and asks that its figures do not support; nothing is composed for that."""
    view, _ = view_of(prepared, edition)
    c = Composition(view)
    spans = [span for ask in view.asks for span in walk((*ask.ask, *ask.why))]
    for section in view.sections:
        if met(section, c):
            for part in section.parts:
                texts = part.texts.values() if isinstance(part, Placed) else (tuple(spans_of((part,))),)
                spans += [span for words in texts for span in walk(words)]
    for span in spans:
        if isinstance(span, ClaimSpan):
            say((span,), c)
    return tuple(dict.fromkeys(p for p in c.problems if p.code.startswith("C")))
