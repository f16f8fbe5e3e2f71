"""What each fact says once it is printed, of the counts behind it; and which counts are too small to be said at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil, log1p

from report_builder.facts.disclosure import Secret, Statement
from report_builder.facts.fact import Fact
from report_builder.facts.forms import Counts, is_count, own_value
from report_builder.facts.linear import Form, Row, Variable, count_of, row, rows
from report_builder.tables.protection import Protection

LIKE = " like for like"  # after the id of a comparison: its sums over those complete in both periods
_TOTAL_IS_DEARER = 5.0
_SAFE = 4.0  # the cost of a nil that may be printed


def statement(fact: Fact, counts: Counts) -> Statement | None:
    """What printing a fact of a protected dataset says; None where it says nothing of any count."""
    protection = counts.protection(counts.facts.families[fact.name])
    value = own_value(fact)
    if protection is None:
        return None
    if fact.kind in ("min", "max", "median"):
        return _ordered(fact, value, protection, counts) if value is not None else None
    form = counts.form(fact)
    if form is None or not form.terms:
        return None
    if value is None:
        return _public_only(fact, form)
    whole = form.scaled(Fraction(len(form.terms))) if fact.kind == "mean" else form
    total = value * len(form.terms) if fact.kind == "mean" else value
    if total.denominator != 1:
        return _inexact(fact, form)
    public = fact.published is not None and fact.computed is None
    if protection.zero == "safe" and not total:
        return Statement(fact.id, rows(row(whole, 0, 0)), (), _SAFE, may_hide=not protection.says_bound and not public)
    printed = _printed(whole, int(total), fact, protection)
    mark = _mark(whole, int(total), protection) if fact.kind != "mean" else ()
    return Statement(fact.id, printed, mark, _cost(whole, total), may_hide=not public)


def is_small(fact: Fact, counts: Counts) -> bool:
    """Whether a fact is itself a count that is too small to print."""
    protection = counts.protection(counts.facts.families[fact.name])
    value = own_value(fact)
    if protection is None or fact.kind in ("mean", "count") or value is None:
        return False
    return value.denominator == 1 and protection.small(int(value))


def _printed(form: Form, value: int, fact: Fact, protection: Protection) -> tuple[Row, ...]:
    """The figure as it stands; a rounded one leaves what rounds to it, less the counts that would be withheld."""
    step = protection.round_to
    if step > 1:
        shown = protection.rounded(value)
        least, most = ceil(Fraction(2 * shown - step, 2)), ceil(Fraction(2 * shown + step, 2)) - 1
        return rows(row(form, max(least, protection.smaller_than) if value else least, most))
    if fact.step and fact.interval is not None:
        return rows(row(form, fact.interval.low, fact.interval.high))
    return rows(row(form, value, value))


def _mark(form: Form, value: int, protection: Protection) -> tuple[Row, ...]:
    """What a mark in the place of the figure says: that it is withheld, or that it is small."""
    if not protection.says_bound:
        return ()
    if protection.small(value):
        return rows(row(form, protection.lowest, protection.highest))
    return rows(row(form, protection.smaller_than, None))


def _public_only(fact: Fact, form: Form) -> Statement | None:
    """A figure of ours that is missing, and that someone else printed."""
    if fact.value is None or fact.interval is None:
        return None
    return Statement(fact.id, rows(row(form, fact.interval.low, fact.interval.high)), may_hide=False)


def _inexact(fact: Fact, form: Form) -> Statement | None:
    """A figure that is no whole number: what its interval says."""
    interval = fact.interval
    return Statement(fact.id, rows(row(form, interval.low, interval.high))) if interval is not None else None


def _ordered(fact: Fact, value: Fraction, protection: Protection, counts: Counts) -> Statement:
    """A largest, smallest or middle count: that one exactly, and on which side of it the others lie.

    A reader is taken to know which cell it is.
    """
    present = [(v, n) for v in counts.variables(fact) if (n := counts.truth(v)) is not None]
    ordered = sorted(present, key=lambda pair: pair[1])
    middle = {"min": [0], "max": [len(ordered) - 1]}.get(fact.kind, [(len(ordered) - 1) // 2, len(ordered) // 2])
    chosen = list(dict.fromkeys(ordered[i][0] for i in middle))
    whole = count_of(*chosen)
    found = [*_printed(whole, int(value * len(chosen)), fact, protection)]
    for i, (variable, _) in enumerate(ordered):
        if i < middle[0]:
            found += rows(row(count_of(chosen[0]) - count_of(variable), 0, None))
        elif i > middle[-1]:
            found += rows(row(count_of(variable) - count_of(chosen[-1]), 0, None))
    return Statement(fact.id, tuple(found), (), _cost(whole, value))


def _cost(form: Form, value: Fraction) -> float:
    """How dear a figure is to lose: a large one more than a small one, a total more than its parts."""
    return (1.0 + log1p(abs(float(value)))) * (_TOTAL_IS_DEARER if len(form.terms) > 1 else 1.0)


def like_for_like(fact: Fact, counts: Counts) -> Statement | None:
    """What the sums of a comparison like for like say, both of which are printed in its caveat."""
    like = fact.like_for_like
    if like is None or like.to is None or like.from_ is None or len(fact.inputs) != 2:
        return None
    out = {s.who for s in like.left_out}
    found: list[Row | None] = []
    for of, value in zip(fact.inputs, (like.to, like.from_), strict=True):
        side = counts.facts.by_id(of)
        protection = counts.protection(counts.facts.families[side.name])
        if protection is None or value.denominator != 1:
            continue
        form = count_of(
            *(v for v in counts.variables(side) if _who(v, counts) not in out and counts.truth(v) is not None)
        )
        found += _printed(form, int(value), side, protection) if form.value(counts.truth) == value else ()
    return Statement(fact.id + LIKE, rows(*found), (), 0.5) if any(found) else None


def _who(variable: Variable, counts: Counts) -> str:
    dimensions = counts.facts.datasets[variable[0]].dimensions
    return ", ".join(m for m, d in zip(variable[2:], dimensions, strict=True) if d.name != "year")


def secrets(counts: Counts) -> tuple[Secret, ...]:
    """Every small count: in a cell, whether it is printed or not; in a sum; and in what a share leaves over."""
    found: dict[tuple[tuple[Variable, Fraction], ...], Secret] = {}
    for secret in (*_in_cells(counts), *_in_facts(counts), *_left_over(counts)):
        found.setdefault((*sorted(secret.form.terms.items()), ((), secret.form.constant)), secret)
    return tuple(found.values())


def _in_cells(counts: Counts) -> Iterator[Secret]:
    for dataset, protection in counts.protected():
        measures = {m.id for m in dataset.measures if is_count(m)}
        for key, cell in dataset.cells.items():
            if key[0] not in measures:
                continue
            name = f"{dataset.id}: {', '.join(filter(None, key))}"
            form = count_of((dataset.id, *key))
            if cell.value is not None and cell.value.denominator == 1 and protection.small(int(cell.value)):
                yield Secret(name, form, protection.lowest, protection.highest)
            elif cell.value is None and cell.high is not None and cell.high < protection.smaller_than:
                yield Secret(name, form, ceil(cell.low or 0), int(cell.high))


def _in_facts(counts: Counts) -> Iterator[Secret]:
    for fact in counts.facts:
        protection = counts.protection(counts.facts.families[fact.name])
        form = counts.form(fact) if fact.kind in ("value", "sum") else None
        if protection is not None and form is not None and len(form.terms) > 1 and is_small(fact, counts):
            yield Secret(fact.id, form, protection.lowest, protection.highest)


def _left_over(counts: Counts) -> Iterator[Secret]:
    """The complement of a share: 98 of 100 says 2."""
    for fact in counts.facts:
        if fact.kind != "share" or len(fact.inputs) != 2:
            continue
        part, whole = (counts.facts.by_id(i) for i in fact.inputs)
        sides: Sequence[Protection | None] = [counts.protection(counts.facts.families[f.name]) for f in (whole, part)]
        protection = next((p for p in sides if p is not None), None)
        forms = counts.form(whole), counts.form(part)
        if protection is None or forms[0] is None or forms[1] is None:
            continue
        rest = forms[0] - forms[1]
        value = rest.value(counts.truth)
        if rest.terms and value is not None and value.denominator == 1 and protection.small(int(value)) and value:
            yield Secret(f"the complement of {fact.id}", rest, protection.lowest, protection.highest)
