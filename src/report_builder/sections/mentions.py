"""What stands beside a figure where it is mentioned: the caveats it owes, and a percentage’s base the first time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from report_builder.facts.claims import beside
from report_builder.facts.fact import Fact
from report_builder.problems import Where
from report_builder.sections.composition import Composition
from report_builder.sections.parts import caveats_of
from report_builder.sections.resolve import Said


def unsaid_caveats(owed: Mapping[str, Fact], said: str, told: set[str], c: Composition) -> Iterator[tuple[str, Fact]]:
    """The caveats of `owed` that neither `said` nor another of them holds, each with its fact.

    A claim's comes each time; that a figure is of part of a year comes once: `told` are the sentences written so far.
    """
    claims = [f for f in owed.values() if beside(f)]
    for fact in (*claims, *(f for f in owed.values() if f not in claims)):
        unsaid = [s for s in caveats_of(fact, c) if s not in said]
        new = unsaid if beside(fact) else [s for s in unsaid if s not in told]
        told.update(caveats_of(fact, c))
        said = " ".join((said, *new))
        if new:
            yield " ".join(new), fact


def first_mentions(said: Said, where: Where, c: Composition) -> None:
    """Notes a percentage of a part that is printed for the first time, in `said`, without its base."""
    printed = dict.fromkeys(run.fact for run in said.runs if run.fact)
    for id_ in printed:
        fact = c.view.facts.by_id(id_)
        read = fact.unit == "percent" and fact.kind in ("value", "sum", "published") and not fact.wording
        if not read or not (fact.base or fact.base_fact) or fact.name in c.based:
            continue
        c.based.add(fact.name)
        if fact.base_fact not in printed and not _names(said.text, fact.base):
            part = f"{{{fact.name}.base}}" if not fact.key else f"{{{id_}.base}}"
            c.report("W021", f'"{id_}" is printed for the first time without its base', where, help=f"add {part}")


def _names(text: str, base: str) -> bool:
    """Whether words name a base: half of its longer words stand in them."""
    wanted = [word for word in base.casefold().split() if len(word) > 4] or [base.casefold()]
    return 2 * sum(word in text.casefold() for word in wanted) >= len(wanted)
