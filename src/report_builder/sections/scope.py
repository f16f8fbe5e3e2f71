"""Figures and their places: each place of a sentence is named there or in the heading above, and a part is no whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from report_builder.document.blocks import Run
from report_builder.problems import Where
from report_builder.sections.composition import Composition

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[“‘A-Z0-9])")


def report_mixed_places(runs: Sequence[Run], heading: str, where: Where, c: Composition) -> None:
    """Notes each sentence that prints facts of several places without naming every one of them.

    The report's own place goes without saying where every other one is named. A median is of no place.
    """
    for sentence, facts in _sentences([_figure_only(run, c) for run in runs]):
        found = [fact for fact in map(c.view.facts.by_id, facts) if fact.kind != "middle"]
        places = {fact.place: fact.place_name or c.view.place.name for fact in found}
        if len(places) < 2:
            _part_as_whole(places, sentence, heading, where, c)
            continue
        unnamed = {id_: n for id_, n in places.items() if not _named(id_, n, f"{heading} {sentence}", c)}
        if unnamed and set(unnamed) != {c.view.place.id}:
            listed = " and ".join(f'"{name}"' for name in unnamed.values())
            c.report(
                "T041",
                f"one sentence holds figures of {len(places)} places, and does not name {listed}",
                where,
                help="name each place, or give each figure its own sentence",
            )


def _part_as_whole(places: dict[str, str], sentence: str, heading: str, where: Where, c: Composition) -> None:
    """Notes a sentence that speaks of the report's own place and prints figures of another one only, unnamed."""
    here = c.view.place
    for id_, name in places.items():
        unnamed = id_ != here.id and not _named(id_, name, f"{heading} {sentence}", c)
        if id_ and unnamed and _named(here.id, here.name, _without_longer_names(sentence, here.name, c), c):
            c.report(
                "T060",
                f'a sentence speaks of {here.name}, and its figure is that of "{name}"',
                where,
                help=f"name {name}, or print the figure of {here.name}",
            )


def _without_longer_names(sentence: str, name: str, c: Composition) -> str:
    """The sentence without the names of places that hold `name` within them: South Wales is not Wales."""
    for place in frozenset().union(*(family.place_names for family in c.view.facts.families.values())):
        if name in place and name != place:
            sentence = sentence.replace(place, "")
    return sentence


def _figure_only(run: Run, c: Composition) -> Run:
    """The run without its fact where it names a part of it that is no figure: its period, place or label."""
    fact = c.view.facts.by_id(run.fact) if run.fact else None
    named = (fact.period, fact.from_period, fact.place_name, fact.label) if fact else ()
    return replace(run, fact="") if run.text in named else run


def _sentences(runs: Sequence[Run]) -> Iterator[tuple[str, list[str]]]:
    """Each sentence with the ids of the facts it prints."""
    text = "".join(run.text for run in runs)
    starts = [0, *(m.end() for m in _SENTENCE_END.finditer(text)), len(text) + 1]
    for start, end in pairwise(starts):
        at, facts = 0, []
        for run in runs:
            if run.fact and start <= at < end and run.fact not in facts:
                facts.append(run.fact)
            at += len(run.text)
        yield text[start:end], facts


def _named(id_: str, name: str, words: str, c: Composition) -> bool:
    place = c.view.report.places.get(id_)
    names = (name, *(place.also if place else ()), *((place.in_, place.of) if place else ()))
    return any(n and n.casefold() in words.casefold() for n in names)
