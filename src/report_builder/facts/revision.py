"""Two ledgers compared: figures revised, of another period, new, gone; claims that changed; where each is printed."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct

from report_builder.facts.ledger import About, Assertion, Entry, Ledger


class Change(Struct, frozen=True):
    """One fact in both ledgers, or in one of them. `files` and `asks` are those that print it, in either."""

    id: str
    old: Entry | None
    new: Entry | None
    files: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    also: tuple[str, ...] = ()  # what else of it differs: "base", "completeness", "rounding", "source", "acceptances"

    @property
    def by(self) -> Fraction | None:
        """New less old; None where either has no value."""
        if self.old is None or self.new is None or self.old.value is None or self.new.value is None:
            return None
        return self.new.value - self.old.value

    @property
    def percent(self) -> Fraction | None:
        """The change of a count or amount in per cent of the old one; None for percentages, ratios and ranks."""
        by, old = self.by, self.old
        plain = old is not None and old.unit not in ("percent", "points", "times", "percent change", "rank")
        return by / abs(old.value) * 100 if plain and by is not None and old is not None and old.value else None


class ClaimChange(Struct, frozen=True):
    """A claim in both ledgers or in one of them: whether it held before and holds now, None where it is not made."""

    fact: str
    meaning: str
    words: str
    before: bool | None
    after: bool | None
    printed: str = ""  # what stands in its place now, where it no longer holds
    files: tuple[str, ...] = ()

    @property
    def flipped(self) -> bool:
        return self.before is not None and self.after is not None and self.before != self.after


class Changes(Struct, frozen=True):
    """Everything in which `after` differs from `before`. `moved` have one id and tell of another period."""

    before: About
    after: About
    revised: tuple[Change, ...] = ()
    moved: tuple[Change, ...] = ()
    new: tuple[Change, ...] = ()
    gone: tuple[Change, ...] = ()
    noted: tuple[Change, ...] = ()  # the same figure, with other small print
    claims: tuple[ClaimChange, ...] = ()
    same: int = 0

    @property
    def asks(self) -> dict[str, tuple[str, ...]]:
        """The asks whose words or evidence changed, with the facts."""
        out: dict[str, list[str]] = {}
        for change in (*self.revised, *self.moved, *self.gone):
            for ask in change.asks:
                out.setdefault(ask, []).append(change.id)
        return {ask: tuple(ids) for ask, ids in out.items()}

    @property
    def files(self) -> dict[str, tuple[str, ...]]:
        """The files of the project that print a figure or claim that changed, with the facts."""
        out: dict[str, list[str]] = {}
        for change in (*self.revised, *self.moved, *self.gone):
            for file in change.files:
                out.setdefault(file, []).append(change.id)
        for claim in self.claims:
            for file in claim.files:
                out.setdefault(file, []).append(claim.fact)
        return {file: tuple(dict.fromkeys(ids)) for file, ids in out.items()}


def compare(before: Ledger, after: Ledger) -> Changes:
    """What changed from one ledger to another, in the order of the later one."""
    old, new = before.by_id(), after.by_id()
    groups: dict[str, list[Change]] = {name: [] for name in ("revised", "moved", "new", "gone", "noted")}
    same = 0
    for id_ in dict.fromkeys((*new, *old)):
        change = Change(
            id_, old.get(id_), new.get(id_), _files(id_, before, after), _asks(id_, before, after), _also(old, new, id_)
        )
        kind = _kind(change)
        if kind:
            groups[kind].append(change)
        else:
            same += 1
    return Changes(
        before.report,
        after.report,
        **{name: tuple(found) for name, found in groups.items()},
        claims=tuple(_claims(before.claims, after.claims)),
        same=same,
    )


def _kind(change: Change) -> str:
    old, new = change.old, change.new
    if old is None or new is None:
        return "new" if old is None else "gone"
    if not same_period(old, new):
        return "moved"
    if says(old) != says(new):
        return "revised"
    return "noted" if change.also else ""


def same_period(one: Entry, other: Entry) -> bool:
    """Whether two entries of one id tell of the same place and time."""
    return (one.period, one.from_, one.key, one.place) == (other.period, other.from_, other.key, other.place)


def says(entry: Entry) -> tuple[object, ...]:
    """What an entry tells a reader: its number as it is, or its words."""
    return entry.value, entry.wording if entry.value is None else "", entry.unit, entry.at_least, entry.suppressed


_SMALL_PRINT = {
    "base": ("base", "base_fact", "base_size"),
    "completeness": ("shortfalls", "like_for_like", "reason"),
    "rounding": ("interval", "figure"),
    "source": ("sources", "published", "computed"),
    "acceptances": ("accepted", "doubts"),
}


def _also(old: dict[str, Entry], new: dict[str, Entry], id_: str) -> tuple[str, ...]:
    one, other = old.get(id_), new.get(id_)
    if one is None or other is None:
        return ()
    moved = ("figure",) if says(one) != says(other) else ()
    return tuple(
        name
        for name, keys in _SMALL_PRINT.items()
        if any(getattr(one, key) != getattr(other, key) for key in keys if key not in moved)
    )


def _files(id_: str, *ledgers: Ledger) -> tuple[str, ...]:
    entries = (ledger.by_id().get(id_) for ledger in ledgers)
    return tuple(dict.fromkeys(p.file for e in entries if e is not None for p in e.printed if p.file))


def _asks(id_: str, *ledgers: Ledger) -> tuple[str, ...]:
    found = (a.id for ledger in ledgers for a in ledger.asks if id_ in (*a.facts, *a.evidence))
    return tuple(dict.fromkeys(found))


def _claims(before: Iterable[Assertion], after: Iterable[Assertion]) -> list[ClaimChange]:
    old, new = _by_key(before), _by_key(after)
    out = []
    for key in dict.fromkeys((*new, *old)):
        one, other = old.get(key, ()), new.get(key, ())
        held = all(c.holds for c in one) if one else None
        holds = all(c.holds for c in other) if other else None
        if held == holds:
            continue
        words = next(c.in_place_of or c.words for c in (*one, *other))
        printed = next((c.words for c in other if c.in_place_of), "")
        files = tuple(dict.fromkeys(c.file for c in (*one, *other) if c.file))
        out.append(ClaimChange(key[0], key[1], words, held, holds, printed, files))
    return out


def _by_key(claims: Iterable[Assertion]) -> dict[tuple[str, str], tuple[Assertion, ...]]:
    out: dict[tuple[str, str], list[Assertion]] = {}
    for claim in claims:
        out.setdefault((claim.fact, claim.meaning), []).append(claim)
    return {key: tuple(found) for key, found in out.items()}
