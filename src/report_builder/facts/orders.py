"""What ranks and medians say of figures that are withheld, and which of them may therefore not print."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import ceil, floor, lcm

from report_builder.facts.audit import Audit
from report_builder.facts.fact import Fact
from report_builder.facts.forms import Counts, own_value
from report_builder.facts.linear import Form, Row, row, rows
from report_builder.facts.middle import in_the_middle

OF_ORDER = ("rank", "middle")


def hidden_orders(counts: Counts, audit: Audit) -> frozenset[str]:
    """The ranks and medians that may not print: those of withheld figures, and those that would say too much of one.

    An order among figures of which some are withheld says on which side of another each of them lies. These are rows
    like any other; where the audit fails with a family's, all of it is withheld. So it is where a withheld figure is in
    no plain proportion to a count, or where counts are rounded.
    """
    closed = _closed(counts, audit.hidden)
    rounded = any(p.round_to > 1 for _, p in counts.protected())
    out: set[str] = set()
    for family in counts.facts.families.values():
        ordered = [f for f in family.facts.values() if f.kind in OF_ORDER and f.value is not None]
        if not any(i in closed for f in ordered for i in f.inputs):
            continue
        of_withheld = {f.id for f in ordered if any(i.id in closed for i in _items(f, counts))}
        said = _rows([f for f in ordered if f.id not in of_withheld], counts, closed)
        more = None if said is None or rounded else audit.with_rows(said)
        if more is None or more.broken():
            out |= {f.id for f in ordered}
        else:
            audit = more
            out |= of_withheld
    return frozenset(out)


def _closed(counts: Counts, hidden: frozenset[str]) -> set[str]:
    """The facts that are withheld, and those that are computed from one that is."""
    known: dict[str, bool] = {}

    def closed(fact_id: str) -> bool:
        if fact_id not in known:
            known[fact_id] = fact_id in hidden or any(closed(i) for i in counts.facts.by_id(fact_id).inputs)
        return known[fact_id]

    return {fact.id for fact in counts.facts if closed(fact.id)}


def _items(fact: Fact, counts: Counts) -> tuple[Fact, ...]:
    """Whose figures a fact of order is about: the one that has the place, or those that make the median."""
    field = [counts.facts.by_id(i) for i in fact.inputs]
    return (field[0],) if fact.kind == "rank" else in_the_middle(field)


def _rows(ordered: Iterable[Fact], counts: Counts, closed: set[str]) -> tuple[Row, ...] | None:
    """What facts of order that print say of each withheld figure: the next printed one above it, and the next below.

    None where that cannot be said of the counts behind it.
    """
    between: dict[str, tuple[Form, int, int | None]] = {}
    for fact in ordered:
        ends = [own_value(item) for item in _items(fact, counts)]
        for other in (counts.facts.by_id(i) for i in fact.inputs if i in closed):
            behind, that = _behind(other, counts), own_value(other)
            below, above = ends[0], ends[-1]
            if behind is None or that is None or below is None or above is None:
                return None
            form, per = behind
            _, low, high = between.get(other.id, (form, 0, None))
            if that >= above:
                low = max(low, floor(above / per) + 1 if that > above else ceil(above / per))
            if that <= below:
                most = ceil(below / per) - 1 if that < below else floor(below / per)
                high = most if high is None else min(high, most)
            between[other.id] = (form, low, high)
    return rows(*(row(*said) for said in between.values()))


def _behind(fact: Fact, counts: Counts) -> tuple[Form, Fraction] | None:
    """The counts that a figure is in proportion to, in whole numbers, and how much of it one of them is."""
    top, per = fact, Fraction(1)
    if fact.kind in ("share", "rate"):
        top, bottom = (counts.facts.by_id(i) for i in fact.inputs)
        open_ = not bottom.inputs and counts.protection(counts.facts.families[bottom.name]) is None
        if not open_ or not bottom.value:
            return None
        per = (fact.per or 100) / bottom.value
    form = counts.form(top)
    if form is None or per <= 0:
        return None
    unit = lcm(*(factor.denominator for factor in form.terms.values()))
    form, per = form.scaled(Fraction(unit)), per / unit
    truth = form.value(counts.truth)
    return (form, per) if truth is not None and truth * per == own_value(fact) else None
