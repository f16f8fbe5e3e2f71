"""Families of facts, and how a reference in a text finds its fact."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from report_builder.facts.fact import Fact
from report_builder.facts.spec import AnySpec
from report_builder.tables.dataset import Dataset, Member
from report_builder.tables.ids import make_id
from report_builder.tables.periods import parse_period

WORDS_FOR_YEARS = ("latest", "first", "previous")
_REFERENCE = re.compile(r"\s*([A-Za-z_]\w*)\s*(?:\[([^\]]*)\])?\s*")


@dataclass(frozen=True, slots=True)
class Axis:
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
            if word in WORDS_FOR_YEARS and self.members:
                at = {"latest": -1, "first": 0, "previous": -2}[word]
                return self.members[at] if len(self.members) >= abs(at) else None
            period = parse_period(word)
            word = period.id if period else word
        return next((m for m in self.members if word in (m.id, m.name) or make_id(word) == m.id), None)


@dataclass(frozen=True, slots=True)
class Family:
    """All facts of one entry. `facts` is keyed by member ids in the order of `axes`; a single fact has no axes."""

    name: str
    spec: AnySpec
    axes: tuple[Axis, ...]
    facts: Mapping[tuple[str, ...], Fact]
    dataset: str = ""

    def axis(self, name: str) -> Axis | None:
        return next((a for a in self.axes if a.name == name), None)


@dataclass(frozen=True, slots=True)
class Unfound:
    """Why a reference finds nothing, and what might help.

    `reported` where the name is right and its own entry is at fault: that has been said there, once.
    """

    message: str
    help: str
    reported: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Every fact of a report, by family. `here` is the id of the report's own place.

    `entries` are the names in facts.yml, those that could not be computed included.
    """

    families: Mapping[str, Family]
    here: str
    datasets: Mapping[str, Dataset] = field(default_factory=dict)
    entries: frozenset[str] = frozenset()

    def __iter__(self) -> Iterator[Fact]:
        for family in self.families.values():
            yield from family.facts.values()

    def by_id(self, fact_id: str) -> Fact:
        """The fact of an id as facts themselves carry it (KeyError for another)."""
        name, _, rest = fact_id.partition("[")
        key = tuple(part.strip() for part in rest.rstrip("]").split(",")) if rest else ()
        return self.families[name].facts[key]

    def find(self, name: str, index: tuple[str, ...] = (), given: Mapping[str, str] | None = None) -> Fact | Unfound:
        """The fact that `name[index]` means here. `given` fixes dimensions that the index leaves open."""
        family = self.families.get(name)
        if family is None:
            if name in self.entries:
                return Unfound(f'"{name}" could not be computed', "see what is said of its entry", reported=True)
            return Unfound(f'there is no fact named "{name}"', _did_you_mean(name, self.families))
        fixed: dict[str, str] = {}
        for word in index:
            axis = next((a for a in family.axes if a.name not in fixed and a.find(word)), None)
            if axis is None:
                return _no_member(family, word)
            fixed[axis.name] = (axis.find(word) or axis.members[0]).id
        key = []
        for axis in family.axes:
            member = fixed.get(axis.name) or (given or {}).get(axis.name) or self._default(family, axis)
            if member is None:
                return Unfound(
                    f'"{name}" has many members by {axis.name}; say which',
                    f"for example {{{name}[{axis.members[0].id}]}}" if axis.members else "",
                )
            key.append(member)
        fact = family.facts.get(tuple(key))
        return fact or Unfound(f'there is no "{name}" for {", ".join(key)}', _members_help(family))

    def reference(self, text: str, given: Mapping[str, str] | None = None) -> Fact | Unfound:
        """The fact of a reference written as in a text, without its braces: `name` or `name[index, index]`."""
        match = _REFERENCE.fullmatch(text)
        if match is None:
            return Unfound(f'"{text}" is not the name of a fact', "write name or name[member], as in offences[gwent]")
        index = tuple(w.strip() for w in (match[2] or "").split(",") if w.strip())
        return self.find(match[1], index, given)

    def _default(self, family: Family, axis: Axis) -> str | None:
        if axis.name == "place":
            return self.here if any(m.id == self.here for m in axis.members) else None
        if axis.name == "year":
            member = axis.find(getattr(family.spec, "period", "") or "latest")
            return member.id if member else None
        return axis.members[0].id if len(axis.members) == 1 else None


def _did_you_mean(word: str, known: Mapping[str, object]) -> str:
    close = difflib.get_close_matches(word, known, 1)
    return f'did you mean "{close[0]}"?' if close else "`report-builder facts` lists them all"


def _no_member(family: Family, word: str) -> Unfound:
    known = [m.id for a in family.axes for m in a.members]
    close = difflib.get_close_matches(word, known, 1)
    hint = f'did you mean "{close[0]}"?' if close else _members_help(family)
    return Unfound(f'"{family.name}" has no member "{word}"', hint)


def _members_help(family: Family) -> str:
    if not family.axes:
        return f'"{family.name}" is a single fact; write it without brackets'
    lists = (
        f"{a.name}: {', '.join(m.id for m in a.members[:8])}{' …' if len(a.members) > 8 else ''}" for a in family.axes
    )
    return "its members are " + "; ".join(lists)
