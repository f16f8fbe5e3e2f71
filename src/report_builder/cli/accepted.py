"""What was accepted on record, entry by entry, as it is listed apart from problems."""

from __future__ import annotations

from report_builder.cli.shown import Agreed
from report_builder.facts.family import Facts

DIFFERS = "published-differs"


def accepted(facts: Facts | None) -> tuple[Agreed, ...]:
    """Every acceptance of facts.yml, and every published figure that is printed in spite of our own, or ours of it."""
    out: list[Agreed] = []
    for name, family in (facts.families if facts else {}).items():
        out += [Agreed(name, a.problem, a.because, a.by, a.date.isoformat()) for a in family.spec.accept]
        for fact in family.facts.values():
            side = fact.published
            if side is not None and side.because and fact.computed is not None:
                out.append(Agreed(fact.id, DIFFERS, f"the {_side(side.printed)} figure is printed: {side.because}"))
    return tuple(out)


def _side(published: bool) -> str:
    return "published" if published else "computed"
