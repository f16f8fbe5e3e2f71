"""Facts that nothing prints and nothing is made from."""

from __future__ import annotations

from collections.abc import Iterable

from report_builder.facts.family import Facts
from report_builder.facts.order import needs
from report_builder.problems import Problem, Where, problem


def unused(facts: Facts, printed: Iterable[str], file: str) -> tuple[Problem, ...]:
    """A note for each entry of `file` that is neither printed nor needed by one that is."""
    used = {fact_id.partition("[")[0] for fact_id in printed}
    for name in reversed(list(facts.families)):
        spec = facts.families[name].spec
        if name in used:
            used |= {needed for _, needed in needs(spec)} | {spec.base}
    return tuple(
        problem("F021", f'"{name}" is never used', Where(file, key=(name,), on_key=True), help="remove it, or use it")
        for name in facts.families
        if name not in used
    )
