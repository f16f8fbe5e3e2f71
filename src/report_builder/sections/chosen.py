"""Which facts a chart or table shows: its families, what their references fix, and the members it names."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from report_builder.facts.fact import Fact
from report_builder.facts.family import Axis, Family, Unfound
from report_builder.sections.composition import Composition
from report_builder.sections.fences import ChartFence, Placed, TableFence
from report_builder.tables.dataset import Member


class Shown(Struct, frozen=True):
    """A family a block shows, and the members that its reference fixes by dimension: `offences[gwent]`."""

    family: Family
    fixed: Mapping[str, str]


def shown(placed: Placed, fence: ChartFence | TableFence, c: Composition) -> tuple[Shown, ...]:
    """The families named under `fact:`, none with a problem noted where one of them, or a member, is not there."""
    out = []
    for name in fence.fact:
        found = c.view.facts.open_family(name.strip().strip("{}"))
        if isinstance(found, Unfound):
            if not found.reported:
                c.report("F001", found.message, placed.at("fact"), help=found.help)
            return ()
        out.append(Shown(*found))
    for key, words in (("only", fence.only), ("highlight", (fence.highlight,) if fence.highlight else ())):
        for word in words:
            unfound = c.view.facts.members(out[0].family, (word,))
            if isinstance(unfound, Unfound) and word not in [one.family.name for one in out]:
                c.report("F001", unfound.message, placed.at(key), help=unfound.help)
                return ()
    return tuple(out)


def members(axis: Axis, fence: ChartFence | TableFence, c: Composition) -> tuple[Member, ...]:
    """The members of a dimension that a block shows: all years, all parts, or those of them under `only:`.

    `order: by name` puts them in the alphabet of the report's language; years stay in the order of time.
    """
    key = c.view.language.sort_key
    wanted = {id_ for word in fence.only if (id_ := member_id(axis, word, c))}
    years = axis.name == "year"
    listed = tuple(m for m in (axis.members if years else axis.parts()) if not wanted or m.id in wanted)
    return tuple(sorted(listed, key=lambda m: key(m.name))) if fence.order == "by name" and not years else listed


def member_id(axis: Axis, word: str, c: Composition) -> str:
    """The id of the member that a word means, "here" the edition's own place; "" for none."""
    member = axis.find(c.view.facts.here if word == "here" and axis.name == "place" else word) if word else None
    return member.id if member else ""


def fact_at(one: Shown, given: Mapping[str, str], placed: Placed, c: Composition) -> Fact | None:
    """The fact of a family with some members given; None with a problem noted where that leaves it open."""
    found = c.view.facts.find(one.family.name, (), {**given, **one.fixed})
    if isinstance(found, Fact):
        return found
    c.report("F001", found.message, placed.at("fact"), help=found.help)
    return None
