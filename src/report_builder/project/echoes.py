"""One mistake, one message: what only repeats another problem is left out."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable

from report_builder.facts.family import Facts
from report_builder.problems import Problem, Where, problem

# a problem that follows from another one in the same file
_IN_ONE_FILE = {
    "P061": ("T017",),  # the heading is there, and is not written like one
    "T021": ("T018",),  # the block that is never closed has swallowed the footnotes
    "T022": ("T018", "T021"),
    "T030": ("T018", "T021"),
    "B030": ("B035", "B036"),
}
# a problem that follows from another one at the very same characters
_AT_ONE_PLACE = {"F001": ("T001", "T002"), "P022": ("P014",), "P025": ("P014",)}
# a problem that stands for the use of something, where the use has a place of its own
_TOLD_AT_ITS_USE = ("B032", "B033", "B035", "B036")


def without_echoes(problems: Iterable[Problem], unread: Collection[str] = ()) -> tuple[Problem, ...]:
    """The problems without those that follow from another, or from a file in `unread` that could not be read at all.

    `unread` holds prefixes of codes: those that tell of what such a file would have held.
    """
    listed = [p for p in problems if not p.code.startswith(tuple(unread))]
    in_file = {(p.code, p.where.file) for p in listed if p.where}
    at_place = {(p.code, p.where.file, p.where.start) for p in listed if p.where and p.where.start is not None}
    told: set[tuple[str, str]] = set()
    out = []
    for p in listed:
        where = p.where
        if where and any((leader, where.file) in in_file for leader in _IN_ONE_FILE.get(p.code, ())):
            continue
        if where and any((leader, where.file, where.start) in at_place for leader in _AT_ONE_PLACE.get(p.code, ())):
            continue
        if p.code in _TOLD_AT_ITS_USE and (p.code, p.message) in told:
            continue
        told.add((p.code, p.message))
        out.append(p)
    return tuple(out)


def without_unknown_place(problems: tuple[Problem, ...], facts: Facts, place: str, at: Where) -> tuple[Problem, ...]:
    """One problem where no data are about the report's place, by its name or id as typed, instead of one for each fact
    that needs it."""
    known = facts.places()
    echoes = [p for p in problems if p.message.endswith("by place; say which")]
    if not echoes or facts.here in known:
        return problems
    names = known if place == facts.here else known.values()
    close = difflib.get_close_matches(place, names, 1)
    hint = f'did you mean "{close[0]}"?' if close else f"the data are about {', '.join(names)}"
    found = problem("P066", f'no data are about "{place}"', at, help=hint)
    return (*(p for p in problems if p not in echoes), found)
