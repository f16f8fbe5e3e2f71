"""What an earlier release says of our figures: contradictions, and earlier periods in which it printed more or less."""

from __future__ import annotations

from msgspec import Struct

from report_builder.facts.fact import Fact
from report_builder.facts.family import Facts
from report_builder.facts.ledger import Entry, Ledger
from report_builder.tables.dataset import Standing
from report_builder.tables.periods import parse_period

_COMPARED = ("ratio", "change", "difference", "rank")


class Memory(Struct, frozen=True):
    """An earlier release, looked into by the facts of this one."""

    ledger: Ledger
    facts: Facts

    def said(self, fact: Fact) -> Entry | None:
        """The earlier entry of the same fact for the same period; None where there is none."""
        entry = self.ledger.by_id().get(fact.id)
        same = entry is not None and (entry.period, entry.from_, entry.unit) == (
            fact.period,
            fact.from_period,
            fact.unit,
        )
        return entry if same else None

    def contradicts(self, fact: Fact) -> bool:
        """Whether the earlier release printed another number for this fact, and nobody says it was revised."""
        entry = self.said(fact)
        if entry is None or entry.value is None or not entry.printed or fact.suppressed:
            return False
        return fact.value != entry.value and not revised(fact, self.facts)

    def roots(self) -> dict[str, tuple[str, ...]]:
        """The contradicted facts that follow from no other contradicted one, each with those that follow from it."""
        wrong = {fact.id: fact for fact in self.facts if self.contradicts(fact)}
        out: dict[str, list[str]] = {
            i: [] for i, f in wrong.items() if not any(x in wrong for x in _behind(f, self.facts))
        }
        for id_, fact in wrong.items():
            for root in _behind(fact, self.facts):
                if root in out and id_ not in out:
                    out[root].append(id_)
        return {id_: tuple(follows) for id_, follows in out.items()}

    def earlier(self, fact: Fact) -> tuple[Entry, ...]:
        """What the earlier release gave for the same thing in periods before this fact's, oldest first."""
        own = parse_period(fact.period)
        if own is None or fact.value is None:
            return ()
        where = {d: m for d, m in fact.key if d not in ("place", "year")}
        place = fact.place_name or self.ledger.report.place
        found = []
        for entry in self.ledger.facts:
            period = parse_period(entry.period)
            same = entry.name == fact.name and entry.unit == fact.unit and not entry.from_
            at = {d: m for d, m in entry.key.items() if d not in ("place", "year")}
            here = (entry.place or self.ledger.report.place) == place
            if same and here and at == where and entry.value is not None and period is not None and period < own:
                found.append((period, entry))
        found.sort(key=lambda pair: pair[0])
        return tuple(entry for _, entry in found)


def level_of(fact: Fact, facts: Facts) -> Fact:
    """The figure itself behind a comparison: the later side of a rise, what a rank is of."""
    return facts.by_id(fact.inputs[0]) if fact.kind in _COMPARED and fact.inputs else fact


def revised(fact: Fact, facts: Facts) -> bool:
    """Whether a cell behind the fact is declared revised."""
    if any(s.standing is Standing.REVISED for s in fact.shortfalls):
        return True
    return any(revised(facts.by_id(i), facts) for i in fact.inputs)


def _behind(fact: Fact, facts: Facts) -> tuple[str, ...]:
    """Every fact that this one is made from."""
    out: list[str] = []
    for id_ in fact.inputs:
        out += [id_, *_behind(facts.by_id(id_), facts)]
    return tuple(out)
