"""Percentages that give a count away: 3 per cent of 98 people are three."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from report_builder.facts.disclosure import Secret, Statement
from report_builder.facts.fact import Fact
from report_builder.facts.family import Family
from report_builder.facts.forms import Counts
from report_builder.facts.linear import Form, Row, Variable, count_of, quotient, row, rows
from report_builder.facts.spec import FromData
from report_builder.tables.protection import Protection


class Percentage(Struct, frozen=True):
    """A percentage read from data, with the count behind it, which stands in no file, and the base it is of."""

    fact: Fact
    base: Form
    count: Variable
    about: int  # the count as a reader would work it out
    left: int  # the rest of the base
    protection: Protection

    @property
    def small(self) -> bool:
        return self.protection.small(self.about) or bool(self.left and self.protection.small(self.left))


def percentages(counts: Counts) -> tuple[Percentage, ...]:
    """Every percentage of a known base where one of the two is of a protected dataset."""
    return tuple(found for family in counts.facts.families.values() for found in _of_family(family, counts))


def _of_family(family: Family, counts: Counts) -> Iterator[Percentage]:
    dataset = counts.facts.datasets.get(family.dataset)
    if dataset is None or not isinstance(family.spec, FromData):
        return
    for fact in family.facts.values():
        if fact.unit != "percent" or not fact.base_fact or fact.value is None or fact.kind not in ("value", "sum"):
            continue
        of = counts.facts.by_id(fact.base_fact)
        protection = dataset.protection or counts.protection(counts.facts.families[of.name])
        base, size = counts.form(of), of.value
        if protection is None or base is None or size is None:
            continue
        about = round(fact.value * size / 100)
        yield Percentage(fact, base, ("", fact.id), about, int(size) - about, protection)


def statement(percentage: Percentage) -> Statement:
    """What printing a percentage says of the count behind it."""
    fact, count = percentage.fact, count_of(percentage.count)
    value, half = fact.value or Fraction(0), fact.step / 2
    printed = quotient(count, percentage.base, (value - half) / 100, (value + half) / 100)
    return Statement(fact.id, printed, rows(row(percentage.base - count, 0, None)), 2.0)


def secrets(percentage: Percentage) -> Iterator[Secret]:
    """The count behind a percentage where it is small, and the rest of the base where that is."""
    low, high = percentage.protection.lowest, percentage.protection.highest
    if percentage.protection.small(percentage.about):
        yield Secret(f"the count behind {percentage.fact.id}", count_of(percentage.count), low, high)
    if percentage.left and percentage.protection.small(percentage.left):
        yield Secret(f"the complement of {percentage.fact.id}", percentage.base - count_of(percentage.count), low, high)


def add_up(found: tuple[Percentage, ...], counts: Counts) -> Iterator[Row]:
    """The parts of one whole make up its base, where all are listed and none overlap."""
    for family in counts.facts.families.values():
        parts = [p for p in found if p.fact.name == family.name]
        whole = len(family.axes) == 1 and family.axes[0].complete and not family.axes[0].overlapping
        total = sum((p.fact.value or Fraction(0) for p in parts), Fraction(0))
        slack = sum((p.fact.step / 2 for p in parts), Fraction(0))
        if parts and whole and len(parts) == len(family.facts) and abs(total - 100) <= slack:
            yield from rows(row(count_of(*(p.count for p in parts)) - parts[0].base, 0, 0))
