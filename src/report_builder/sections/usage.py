"""Facts that nothing prints and nothing is made from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from report_builder.facts.family import Facts
from report_builder.facts.order import needs
from report_builder.problems import Problem, Where, problem
from report_builder.problems.locate import SourceFile


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


def named(facts: Facts, files: Mapping[str, SourceFile], file: str) -> tuple[str, ...]:
    """The entries of `file` whose name stands anywhere in another one: of many editions some may print it."""
    words = {word for name, source in files.items() if name != file for word in re.findall(r"\w+", source.text)}
    return tuple(name for name in facts.families if name in words)
