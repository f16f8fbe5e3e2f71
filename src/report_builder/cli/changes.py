"""What `diff` found, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from report_builder.facts.ledger import About, Entry, as_number, plain
from report_builder.facts.revision import Change, Changes, ClaimChange

_MOST = 20  # new and gone figures that are listed one by one


def as_text(changes: Changes) -> str:
    """Revised figures with old, new and by how much; then claims; then the files and asks to look at."""
    return "\n".join(_lines(changes)).rstrip()


def _lines(c: Changes) -> Iterator[str]:
    yield f"{_about(c.before)}  →  {_about(c.after)}"
    if not (c.revised or c.moved or c.new or c.gone or c.noted or c.claims):
        yield f"no figure and no claim differs ({c.same} figures)"
        return
    yield from _group("revised", c.revised, True)
    yield from _group("of another period", c.moved, True)
    yield from _group("new", c.new, False)
    yield from _group("gone", c.gone, False)
    yield from _group("the same, with other small print", c.noted, True)
    yield from _claims(c.claims)
    if c.asks:
        yield ""
        yield "asks to look at"
        yield from (f"  {ask}: {', '.join(ids)}" for ask, ids in c.asks.items())
    if c.files:
        yield ""
        yield "wording to look at"
        yield from (f"  {file}: {_some(ids)}" for file, ids in c.files.items())
    yield ""
    yield f"{c.same} figures are the same"


def _about(report: About) -> str:
    return f"{report.title}, {report.date.isoformat()}"


def _group(name: str, found: tuple[Change, ...], all_: bool) -> Iterator[str]:
    if not found:
        return
    yield ""
    yield f"{len(found)} {'figure' if len(found) == 1 else 'figures'} {name}"
    printed = [c for c in found if c.files]
    shown = found if all_ else tuple(printed[:_MOST])
    for change in shown:
        yield f"  {change.id}  {_told(change)}"
    if left := len(found) - len(shown):
        yield f"  {'and ' if shown else ''}{left} {'more' if shown else 'of them printed nowhere'}"


def _told(change: Change) -> str:
    old, new = change.old, change.new
    if old is None or new is None:
        return _said(new or old)
    also = f"; {', '.join(change.also)} changed" if change.also else ""
    if (old.period, old.from_) != (new.period, new.from_):
        return f"{_said(old)} ({_when(old)})  →  {_said(new)} ({_when(new)})"
    if _said(old) == _said(new) and change.by in (None, 0):
        return f"{_said(new)}{also}"
    return f"{_said(old)}  →  {_said(new)}{_by(change)}{also}"


def _said(entry: Entry | None) -> str:
    if entry is None:
        return ""
    return entry.figure or (f"no figure ({entry.reason})" if entry.reason else "no figure")


def _when(entry: Entry) -> str:
    return f"{entry.from_} to {entry.period}" if entry.from_ else entry.period or "no period"


def _by(change: Change) -> str:
    if change.by is None or change.old is None:
        return ""
    unit = {"percent": " points", "times": " times", "points": " points"}.get(change.old.unit, "")
    word = ("more" if change.by > 0 else "fewer") if not unit else ("more" if change.by > 0 else "less")
    percent = f", {'+' if change.by > 0 else '−'}{_short(abs(change.percent))} per cent" if change.percent else ""
    return f"  ({_short(abs(change.by))}{unit} {word}{percent})"


def _short(value: Fraction) -> str:
    if value.denominator == 1:
        return f"{int(value):,}"
    return (
        f"{float(value):,.{1 if value >= 1 else 2}f}".rstrip("0").rstrip(".") if value >= Fraction(1, 100) else "<0.01"
    )


def _claims(claims: tuple[ClaimChange, ...]) -> Iterator[str]:
    if not claims:
        return
    yield ""
    yield "claims"
    for claim in claims:
        where = f" ({', '.join(claim.files)})" if claim.files else ""
        instead = f'; "{claim.printed}" is printed in its place' if claim.printed else ""
        yield f'  "{claim.words}" of {claim.fact} {_verdict(claim)}{instead}{where}'


def _verdict(claim: ClaimChange) -> str:
    if claim.before is None:
        return "is new" if claim.after else "is new and does not hold"
    if claim.after is None:
        return "is no longer made"
    return "holds now" if claim.after else "no longer holds"


def _some(ids: Iterable[str]) -> str:
    listed = list(ids)
    return ", ".join(listed[:6]) + (f" and {len(listed) - 6} more" if len(listed) > 6 else "")


def as_json(changes: Changes) -> str:
    """The same as JSON; old and new are entries of the ledgers."""
    groups = ("revised", "moved", "new", "gone", "noted")
    document: dict[str, Any] = {
        "before": plain(changes.before),
        "after": plain(changes.after),
        **{name: [_change(c) for c in getattr(changes, name)] for name in groups},
        "claims": [
            {
                "fact": c.fact,
                "meaning": c.meaning,
                "words": c.words,
                "held": c.before,
                "holds": c.after,
                "flipped": c.flipped,
                "printed": c.printed,
                "files": list(c.files),
            }
            for c in changes.claims
        ],
        "asks": {ask: list(ids) for ask, ids in changes.asks.items()},
        "files": {file: list(ids) for file, ids in changes.files.items()},
        "same": changes.same,
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _change(change: Change) -> dict[str, Any]:
    return {
        "id": change.id,
        "old": plain(change.old) if change.old else None,
        "new": plain(change.new) if change.new else None,
        "by": as_number(change.by) if change.by is not None else None,
        "percent": round(float(change.percent), 2) if change.percent is not None else None,
        "also": list(change.also),
        "files": list(change.files),
        "asks": list(change.asks),
    }
