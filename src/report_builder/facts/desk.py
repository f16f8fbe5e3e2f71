"""What is computed so far, while one report's facts are computed, and how an entry's references find facts there."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from report_builder.facts.fact import Fact
from report_builder.facts.family import Axis, Facts, Family, Unfound, index_of
from report_builder.problems import Problem, Where, problem
from report_builder.tables.dataset import Member


class Desk(Struct):
    """What is computed so far, while one report's facts are computed."""

    facts: Facts
    families: dict[str, Family]
    problems: list[Problem]
    file: str
    home: str

    def opened(self, reference: str) -> tuple[Family, dict[str, str]] | Unfound:
        """The family of a reference and the members it fixes, whether or not the report's own place has a parent."""
        return replace(self.facts, parents={self.facts.here: self.facts.here}).open_family(reference)

    def where(self, name: str, *key: str) -> Where:
        return Where(self.file, key=(name, *key), on_key=not key)


def operand(reference: str, desk: Desk, where: Where, given: Mapping[str, str]) -> Fact | None:
    """The fact of a reference where some members are given; None, and a problem, where there is none."""
    if _name(reference) not in desk.families:
        return None  # in_order has reported the name, or its own problems have been
    found = replace(desk.facts, here=given.get("place", desk.facts.here)).reference(reference, given)
    if isinstance(found, Unfound):
        if not found.reported:
            desk.problems.append(problem("F002", found.message, where, help=found.help))
        return None
    return found


def source_of(reference: str, desk: Desk, where: Where) -> tuple[Family, tuple[str, ...]] | None:
    """The family a reference names and the dimensions its index fixes; `[here]` and `[parent]` fix none."""
    if _name(reference) not in desk.families:
        return None
    found = desk.opened(reference)
    if isinstance(found, Unfound):
        desk.problems.append(problem("F002", found.message, where, help=found.help))
        return None
    family, fixed = found
    return family, tuple(d for d in fixed if d != "place" or not _follows(reference))


def _name(reference: str) -> str:
    return reference.partition("[")[0].strip()


def _follows(reference: str) -> bool:
    """Whether a reference is to another place in each edition."""
    return "here" in index_of(reference) or "parent" in index_of(reference)


def with_place(axes: tuple[Axis, ...], other: str, desk: Desk) -> tuple[Axis, ...]:
    """The axes, and before them the places of another operand that is said to be `[here]` or `[parent]`."""
    found = desk.opened(other)
    if isinstance(found, Unfound) or not _follows(other) or any(a.name == "place" for a in axes):
        return axes
    place = found[0].axis("place")
    return (place, *axes) if place else axes


def with_parents(axes: tuple[Axis, ...], references: tuple[str, ...], desk: Desk, where: Where) -> tuple[Axis, ...]:
    """The axes, of places only those that are part of one that a `[parent]` among the references has a figure for.

    Where no place is, that is a problem.
    """
    for reference in references:
        found = desk.opened(reference)
        place = None if isinstance(found, Unfound) or "parent" not in index_of(reference) else found[0].axis("place")
        if place is not None:
            larger = {m.id for m in place.members}
            axes = tuple(_parts_of(larger, a, desk.facts.parents) if a.name == "place" else a for a in axes)
    if any(a.name == "place" and not a.members for a in axes):
        message = f'"{where.key[0]}" compares with a larger area, and no area with figures is part of one'
        hint = "say `part_of:` of the areas in report/editions.yml"
        desk.problems.append(problem("E033", message, where, help=hint))
    return axes


def _parts_of(larger: set[str], places: Axis, parents: Mapping[str, str]) -> Axis:
    return replace(places, members=tuple(m for m in places.members if parents.get(m.id) in larger))


def keys(axes: tuple[Axis, ...]) -> list[tuple[Member, ...]]:
    """Every combination of members."""
    return list(product(*(a.members for a in axes)))


def year_of(fact: Fact) -> dict[str, str]:
    """The year that a fact is of, {} where it is of none or two."""
    return {"year": fact.period} if fact.period and not fact.from_period else {}
