"""Families of facts, and how a reference in a text finds its fact."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct, field

from report_builder.facts.fact import Fact
from report_builder.facts.spec import AnySpec
from report_builder.tables.dataset import Dataset, Member
from report_builder.tables.ids import make_id
from report_builder.tables.periods import adjacent, parse_period

WORDS_FOR_YEARS = ("latest", "first", "previous")
_REFERENCE = re.compile(r"\s*([A-Za-z_]\w*)\s*(?:\[([^\]]*)\])?\s*")


class Axis(Struct, frozen=True, dict=True):
    """A dimension of a family: its members in order. `whole` is the member that the others make up, if any."""

    name: str
    members: tuple[Member, ...]
    whole: str = ""
    overlapping: bool = False
    complete: bool = True

    def parts(self) -> tuple[Member, ...]:
        """Members that are not sums of others."""
        return tuple(m for m in self.members if m.id != self.whole and not m.total)

    def find(self, word: str) -> Member | None:
        """The member someone means by its id, its name, or another spelling of its year."""
        if self.name == "year":
            if word in WORDS_FOR_YEARS:
                return self._year(word)
            period = parse_period(word)
            word = period.id if period else word
        at = self._at.get(word)
        return self.members[at] if at is not None else self._by_id.get(make_id(word))

    @cached_property
    def _at(self) -> dict[str, int]:
        """Where each id and each name stands; the first of two that are the same."""
        out: dict[str, int] = {}
        for at, member in enumerate(self.members):
            out.setdefault(member.id, at)
            out.setdefault(member.name, at)
        return out

    @cached_property
    def _by_id(self) -> dict[str, Member]:
        return {member.id: member for member in reversed(self.members)}

    def _year(self, word: str) -> Member | None:
        """The first or latest year, or the one just before the latest; None where that one is not in the data."""
        if word != "previous":
            return self.members[0 if word == "first" else -1] if self.members else None
        if len(self.members) < 2:
            return None
        before, latest = self.members[-2:]
        gap = before.period and latest.period and not adjacent(before.period, latest.period)
        return None if gap else before


class Family(Struct, frozen=True, dict=True):
    """All facts of one entry. `facts` is keyed by member ids in the order of `axes`; a single fact has no axes."""

    name: str
    spec: AnySpec
    axes: tuple[Axis, ...]
    facts: Mapping[tuple[str, ...], Fact]
    dataset: str = ""

    def axis(self, name: str) -> Axis | None:
        return next((a for a in self.axes if a.name == name), None)

    @cached_property
    def by_id(self) -> dict[str, Fact]:
        """The facts by their ids."""
        return {fact.id: fact for fact in self.facts.values()}

    @cached_property
    def units(self) -> frozenset[str]:
        """Every unit that a fact of it is in."""
        return frozenset(fact.unit for fact in self.facts.values())

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Every kind that a fact of it is of."""
        return frozenset(fact.kind for fact in self.facts.values())

    @cached_property
    def numbers(self) -> dict[str, int]:
        """How many facts of it stand before each, by id."""
        return {id_: n for n, id_ in enumerate(self.by_id)}

    @cached_property
    def place_names(self) -> frozenset[str]:
        """Every place that a fact of it is of, as it is called."""
        return frozenset(fact.place_name for fact in self.facts.values())

    @cached_property
    def surveyed(self) -> tuple[Fact, ...]:
        """Those that are estimates of a survey."""
        return tuple(fact for fact in self.facts.values() if fact.estimate or fact.asked is not None)


class Unfound(Struct, frozen=True):
    """Why a reference finds nothing, and what might help.

    `reported` where the name is right and its own entry is at fault: that has been said there, once. `away` where the
    edition's own place is not among those that there are figures for.
    """

    message: str
    help: str
    reported: bool = False
    away: bool = False


class Facts(Struct, frozen=True, dict=True):
    """Every fact of a report, by family. `here` is the id of the report's own place.

    `parents` are the larger areas that places belong to, both by id. `entries` are the names in facts.yml, those that
    could not be computed included.
    """

    families: Mapping[str, Family]
    here: str
    datasets: Mapping[str, Dataset] = field(default_factory=dict)
    entries: frozenset[str] = frozenset()
    parents: Mapping[str, str] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Fact]:
        for family in self.families.values():
            yield from family.facts.values()

    def places(self) -> dict[str, str]:
        """The names of all places that there are figures of, by id."""
        axes = (axis for family in self.families.values() for axis in family.axes if axis.name == "place")
        return {m.id: m.name for axis in axes for m in axis.members}

    @property
    def units(self) -> frozenset[str]:
        """Every unit that a fact is in."""
        return frozenset().union(*(family.units for family in self.families.values()))

    def by_id(self, fact_id: str) -> Fact:
        """The fact of an id as facts themselves carry it (KeyError for another)."""
        return self.families[fact_id.partition("[")[0]].by_id[fact_id]

    def find(self, name: str, index: tuple[str, ...] = (), given: Mapping[str, str] | None = None) -> Fact | Unfound:
        """The fact that `name[index]` means here. `given` fixes dimensions that the index leaves open."""
        family = self.families.get(name)
        if family is None:
            return self._no_family(name)
        fixed = self.members(family, index) if index else {}
        if isinstance(fixed, Unfound):
            return fixed
        key = []
        for axis in family.axes:
            member = fixed.get(axis.name) or (given or {}).get(axis.name) or self._default(family, axis)
            if member is None:
                here = self.places().get(self.here, "") if axis.name == "place" else ""
                return Unfound(
                    f'"{name}" has no member for {here}; say which place is meant'
                    if here
                    else f'"{name}" has many members by {axis.name}; say which',
                    f"for example {{{name}[{axis.members[0].id}]}}" if axis.members else "",
                    away=bool(here),
                )
            key.append(member)
        fact = family.facts.get(tuple(key))
        return fact or Unfound(f'there is no "{name}" for {", ".join(key)}', _members_help(family))

    def members(self, family: Family, index: tuple[str, ...]) -> dict[str, str] | Unfound:
        """The members that the words of an index fix, by dimension: each word the first open dimension that has it."""
        fixed: dict[str, str] = {}
        places = {"here": self.here, "parent": self.parents.get(self.here, "")}
        for word in index:
            for axis in family.axes:
                said = places.get(word, word) if axis.name == "place" else word
                member = axis.find(said) if axis.name not in fixed else None
                if member is not None:
                    fixed[axis.name] = member.id
                    break
            else:
                return _no_parent(family, self.here) if word == "parent" else _no_member(family, word)
        return fixed

    def open_family(self, text: str) -> tuple[Family, dict[str, str]] | Unfound:
        """The family of a reference, and the members its index fixes, by dimension; the others are open."""
        match = _REFERENCE.fullmatch(text)
        if match is None:
            return _no_reference(text)
        family = self.families.get(match[1])
        if family is None:
            return self._no_family(match[1])
        fixed = self.members(family, _words(match[2]))
        return fixed if isinstance(fixed, Unfound) else (family, fixed)

    def reference(self, text: str, given: Mapping[str, str] | None = None) -> Fact | Unfound:
        """The fact of a reference written as in a text, without its braces: `name` or `name[index, index]`."""
        match = _REFERENCE.fullmatch(text)
        if match is None:
            return _no_reference(text)
        return self.find(match[1], _words(match[2]), given)

    def _no_family(self, name: str) -> Unfound:
        if name in self.entries:
            return Unfound(f'"{name}" could not be computed', "see what is said of its entry", reported=True)
        return Unfound(f'there is no fact named "{name}"', _did_you_mean(name, self.families))

    def _default(self, family: Family, axis: Axis) -> str | None:
        if axis.name == "place":
            place = getattr(family.spec, "place", "")
            member = axis.find(self.here if place in ("", "here") else place)
            return member.id if member else axis.members[0].id if len(axis.members) == 1 else None
        if axis.name == "year":
            member = axis.find(getattr(family.spec, "period", "") or "latest")
            return member.id if member else None
        return axis.members[0].id if len(axis.members) == 1 else None


def index_of(reference: str) -> tuple[str, ...]:
    """The words between the brackets of a reference."""
    match = _REFERENCE.fullmatch(reference)
    return _words(match[2]) if match else ()


def _words(index: str | None) -> tuple[str, ...]:
    return tuple(word.strip() for word in (index or "").split(",") if word.strip())


def _no_reference(text: str) -> Unfound:
    return Unfound(f'"{text}" is not the name of a fact', "write name or name[member], as in offences[gwent]")


def _did_you_mean(word: str, known: Mapping[str, object]) -> str:
    close = difflib.get_close_matches(word, known, 1)
    return f'did you mean "{close[0]}"?' if close else "`report-builder facts` lists them all"


def _no_member(family: Family, word: str) -> Unfound:
    known = [m.id for a in family.axes for m in a.members]
    close = difflib.get_close_matches(word, known, 1)
    hint = f'did you mean "{close[0]}"?' if close else _members_help(family)
    return Unfound(f'"{family.name}" has no member "{word}"', hint)


def _no_parent(family: Family, here: str) -> Unfound:
    hint = "say `part_of:` of the area in report/editions.yml, and have figures of the area it belongs to"
    return Unfound(
        f'"{family.name}" has no figure for an area that "{here}" is part of',
        hint,
        away=family.axis("place") is not None,
    )


def _members_help(family: Family) -> str:
    if not family.axes:
        return f'"{family.name}" is a single fact; write it without brackets'
    lists = (
        f"{a.name}: {', '.join(m.id for m in a.members[:8])}{' …' if len(a.members) > 8 else ''}" for a in family.axes
    )
    return "its members are " + "; ".join(lists)
