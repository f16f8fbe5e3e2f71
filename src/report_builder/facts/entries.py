"""Facts and verdicts as entries of the ledger."""

from __future__ import annotations

from collections.abc import Iterable

from report_builder.facts.claims import Verdict
from report_builder.facts.fact import Fact
from report_builder.facts.interval import Interval
from report_builder.facts.ledger import (
    Agreed,
    Assertion,
    Bounds,
    Cell,
    Edge,
    Entry,
    Like,
    Place,
    PublishedFigure,
    Short,
)


def entry(fact: Fact, figure: str = "", prose: str = "", printed: Iterable[Place] = ()) -> Entry:
    """One fact as the ledger holds it; `figure` and `prose` are its number in words of the report's language.

    Of a fact withheld to protect people nothing is told from which its number could be read.
    """
    open_ = not fact.suppressed
    return Entry(
        id=fact.id,
        name=fact.name,
        key=dict(fact.key),
        label=fact.label,
        kind=fact.kind,
        unit=fact.unit,
        value=fact.value if open_ else None,
        figure=figure,
        prose=prose,
        interval=_bounds(fact.interval),
        at_least=fact.at_least,
        suppressed=fact.suppressed,
        wording=fact.wording,
        reason=fact.reason,
        place=fact.place_name,
        period=fact.period,
        from_=fact.from_period,
        base=fact.base,
        base_fact=fact.base_fact,
        base_size=fact.base_size,
        computed=fact.computed if open_ else None,
        published=_published(fact) if open_ else None,
        inputs=fact.inputs,
        cells=tuple(
            Cell(file=c.file, sheet=c.sheet, row=c.row, column=c.column, text=c.text if open_ else "")
            for c in fact.cells
        ),
        shortfalls=_shortfalls(fact),
        like_for_like=_like(fact) if open_ else None,
        doubts=fact.doubts,
        accepted=tuple(Agreed(**a.model_dump()) for a in fact.accepted),
        sources=fact.sources,
        printed=tuple(printed),
    )


def assertion(verdict: Verdict, words: str, in_place_of: str, file: str) -> Assertion:
    """A claim as the ledger holds it."""
    return Assertion(
        fact=verdict.fact.id,
        meaning=verdict.meaning.name,
        words=words,
        in_place_of=in_place_of,
        holds=verdict.holds,
        at_value=verdict.at_value,
        throughout=verdict.throughout,
        like_for_like=verdict.like_for_like,
        by_chance=verdict.by_chance,
        accepted=verdict.needs_caveat and verdict.accepted,
        margins=tuple(
            Edge(subject=m.subject, bound=m.bound, more=m.more, gap=abs(m.gap), unit=m.unit) for m in verdict.margins
        ),
        file=file,
    )


def _bounds(interval: Interval | None) -> Bounds | None:
    return None if interval is None or interval.exact else (interval.low, interval.high)


def _published(fact: Fact) -> PublishedFigure | None:
    side = fact.published
    if side is None:
        return None
    return PublishedFigure(value=side.value, source=side.source, printed=side.printed, because=side.because)


def _shortfalls(fact: Fact) -> tuple[Short, ...]:
    return tuple(
        Short(who=s.name, period=s.period, standing=s.standing.value, reason=s.reason, covers=s.covers, note=s.note)
        for s in fact.shortfalls
    )


def _like(fact: Fact) -> Like | None:
    like = fact.like_for_like
    return None if like is None else Like(who=like.who, to=like.to, from_=like.from_, ratio=like.ratio)
