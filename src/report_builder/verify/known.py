"""What a ledger explains: the numbers of each fact in the forms they may be printed in, and phrases with numbers."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from report_builder.facts.ledger import Entry, Ledger
from report_builder.verify.numbers import numbers, rounded

Form = tuple[Fraction, str]  # a number without its sign, and its unit as printed

_RANGE = 2  # decimals at most in what the tool prints of ratios and intervals


class Known(Struct, frozen=True):
    """`forms` maps each number that may be printed to the facts it is of; `phrases` hold numbers that are explained."""

    forms: dict[Form, tuple[str, ...]]
    phrases: tuple[str, ...]

    def explains(self, value: Fraction, unit: str) -> bool:
        return (value, unit) in self.forms


def known(ledger: Ledger) -> Known:
    """Everything that a ledger explains."""
    by_id = ledger.by_id()
    forms: dict[Form, list[str]] = {}
    for fact in ledger.facts:
        for form in forms_of(fact, by_id):
            forms.setdefault(form, []).append(fact.id)
    for form in _members(ledger):
        forms.setdefault(form, []).append("the number of members of a family")
    phrases = {p for p in _phrases(ledger) if any(c.isdigit() for c in p)}
    ordered = sorted(phrases, key=lambda p: (-len(p), p))
    return Known({form: tuple(dict.fromkeys(ids)) for form, ids in forms.items()}, tuple(ordered))


def forms_of(fact: Entry, by_id: dict[str, Entry]) -> Iterator[Form]:
    """Every number that may be printed of a fact, with the units it may carry there."""
    yield from _own(fact)
    for value in (fact.computed, fact.published.value if fact.published else None):
        yield from _with(value, fact)
    if fact.computed is not None and fact.published is not None:
        yield abs(fact.computed - fact.published.value), ""
    for bound in fact.interval or ():
        yield from _with(bound, fact)
    like = fact.like_for_like
    if like is not None:
        for value in (like.to, like.from_):
            yield from ((rounded(value, n), "") for n in range(_RANGE + 1) if value is not None)
        if like.ratio is not None:
            yield from ((rounded(like.ratio, n), "times") for n in (1, 2))
    if fact.kind == "ratio" and fact.value is not None:
        yield rounded((fact.value - 1) * 100, 0), "percent"
    if fact.unit == "percent" and fact.value:
        yield Fraction(round(100 / abs(fact.value))), ""
    if fact.base_fact in by_id:
        yield from _own(by_id[fact.base_fact])


def _own(fact: Entry) -> Iterator[Form]:
    """The fact's number as it is printed, with its unit and without."""
    for said in (fact.figure, fact.prose):
        for number in numbers(said):
            yield number.value, number.unit
            yield number.value, ""


def _with(value: Fraction | None, fact: Entry) -> Iterator[Form]:
    if value is None:
        return
    units = {number.unit for number in numbers(f"{fact.figure} {fact.prose}")} | {"", fact.unit}
    decimals = {number.decimals for number in numbers(f"{fact.figure} {fact.prose}")}
    exact = next((n for n in range(_RANGE + 1) if rounded(value, n) == abs(value)), None)
    for places in decimals | ({exact} if exact is not None else set()):
        yield from ((rounded(value, places), unit) for unit in units)


def _members(ledger: Ledger) -> Iterator[Form]:
    """How many members each dimension of a family has, with and without the whole they make up."""
    found: dict[tuple[str, str], set[str]] = {}
    for fact in ledger.facts:
        for dimension, member in fact.key.items():
            found.setdefault((fact.name, dimension), set()).add(member)
    for members in found.values():
        yield Fraction(len(members)), ""
        yield Fraction(len(members) - 1), ""


def _phrases(ledger: Ledger) -> Iterator[str]:
    """Words whose numbers are no figures, or are part of what a fact is called."""
    about = ledger.report
    yield from (about.title, about.publisher, about.place)
    yield from (a.words for a in ledger.apart)
    yield from ledger.sources.values()
    for fact in ledger.facts:
        yield f"{fact.label[:1].upper()}{fact.label[1:]}"
        yield from (
            fact.label,
            fact.place,
            fact.period,
            fact.from_,
            fact.base,
            fact.base_size,
            fact.reason,
        )
        yield fact.wording
        for short in fact.shortfalls:
            yield from (short.who, short.period, short.reason, short.covers, short.note)
        if fact.published is not None:
            yield fact.published.because
    for chart in ledger.charts:
        for mark in chart.marks:
            yield from (mark.panel, mark.series, mark.label)
