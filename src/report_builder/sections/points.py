"""Facts as the points of a chart: value, printed label, and how far each can be trusted."""

from __future__ import annotations

from collections.abc import Sequence

from report_builder.charts.chart import Point, State
from report_builder.facts.fact import Fact
from report_builder.sections.captions import shortfalls_of, unpublished
from report_builder.sections.composition import Composition
from report_builder.tables.dataset import Standing


def point(fact: Fact, label: str, c: Composition, highlight: bool = False) -> Point:
    """One point: no value is a gap with a mark, a part year hatched, a doubt hollow."""
    state, mark = _state(fact, c)
    value = float(fact.value) if fact.value is not None else None
    text = c.figure(fact) if value is not None else ""
    return Point(label, value, text, state, mark, highlight, fact.id)


def _state(fact: Fact, c: Composition) -> tuple[State, str]:
    language = c.view.language
    if fact.suppressed:
        return State.SUPPRESSED, ""
    if fact.value is None:
        return State.MISSING, ""
    for s in fact.shortfalls:
        if s.standing is Standing.PART_PERIOD:
            return State.PARTIAL, language.say("mark part year, short")
    if "missing-parts" in fact.doubts:
        return State.PARTIAL, language.say("mark some missing")
    own = len(fact.cells) == 1  # a doubt about one of many parts does not make their published total doubtful
    if own and any(s.standing in (Standing.IN_DOUBT, Standing.OTHER_DEFINITION) for s in fact.shortfalls):
        return State.DOUBTFUL, language.say("mark in doubt")
    return State.FULL, ""


_KEYS = {
    State.PARTIAL: "key partial",
    State.DOUBTFUL: "key doubtful",
    State.MISSING: "key missing",
    State.SUPPRESSED: "key suppressed",
}


def legend(points: Sequence[Point], c: Composition) -> tuple[tuple[State, str], ...]:
    """The states that occur, with what their marks mean."""
    present, say = {p.state for p in points}, c.view.language.say
    some_missing = any(p.mark == say("mark some missing") for p in points)
    keys = _KEYS | ({State.PARTIAL: "key partial, some missing"} if some_missing else {})
    gaps = shortfalls_of(c.view.facts.by_id(p.fact) for p in points if p.fact and p.state is State.MISSING)
    if not all(unpublished(s, c.view.language) for s in gaps if s.standing is Standing.MISSING):
        keys |= {State.MISSING: "key no figure"}
    return tuple((state, say(name)) for state, name in keys.items() if state in present)
