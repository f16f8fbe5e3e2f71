"""Like for like: a comparison over those who are complete in both periods."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from report_builder.facts.fact import Fact, LikeForLike
from report_builder.facts.spec import FromData
from report_builder.tables.dataset import Dataset, Standing

# in doubt or revised is still a figure for the whole period; what is said of it goes into the caveat
_WHOLE = (Standing.COMPLETE, Standing.IN_DOUBT, Standing.REVISED)


def like_for_like(to: Fact, from_: Fact, dataset: Dataset, spec: FromData) -> LikeForLike | None:
    """The comparison restricted to cells complete on both sides; None where the raw one is already that.

    The same coverage in both periods is what makes a comparison over time coherent (OSR, Code of Practice, Q1).
    """
    if spec.kind != "sum" and spec.kind != "value":
        return None
    short = tuple(s for s in (*to.shortfalls, *from_.shortfalls) if s.standing not in _WHOLE)
    if not short:
        return None
    out = {s.who for s in short}
    kept_to, kept_from = _by_who(to, dataset, out), _by_who(from_, dataset, out)
    both = [who for who in kept_to if who in kept_from]
    if not both:
        return LikeForLike((), short, None, None)
    return LikeForLike(
        tuple(_name(dataset, who) for who in both),
        short,
        sum((kept_to[w] for w in both), Fraction(0)),
        sum((kept_from[w] for w in both), Fraction(0)),
    )


def _by_who(fact: Fact, dataset: Dataset, out: set[str]) -> dict[str, Fraction]:
    at = {(ref.row, ref.column): ref for ref in fact.cells}
    kept: dict[str, Fraction] = {}
    years = [i for i, d in enumerate(dataset.dimensions) if d.name == "year"]
    for key, cell in dataset.cells.items():
        who = ", ".join(m for i, m in enumerate(key[1:]) if i not in years)
        if who not in out and cell.value is not None and (cell.row, cell.column) in at:
            kept[who] = kept.get(who, Fraction(0)) + cell.value
    return kept


def _name(dataset: Dataset, who: str) -> str:
    ids = who.split(", ")
    names = {m.id: m.name for d in dataset.dimensions for m in d.members}
    return ", ".join(names.get(i, i) for i in ids)


def missing_periods(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts of a family's run of years for which there is no figure."""
    return tuple(f for f in facts if f.value is None and not f.suppressed)
