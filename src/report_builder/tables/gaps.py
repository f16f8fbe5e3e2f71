"""Where parts and their total disagree: which cell, changed alone, could explain the gap."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct

MOST = 3


class Part(Struct, frozen=True):
    """One of the figures that are added up: where it stands ("H3", or a name), and whether it is marked in doubt."""

    where: str
    value: Fraction
    doubtful: bool = False


def suspects(parts: Iterable[Part], gap: Fraction) -> tuple[str, ...]:
    """The parts that could explain why their sum is `gap` too high (below zero: too low), the likeliest first.

    First those whose other value would be a slip of one digit, or of two that changed places; then one that is as
    large as the gap, and so may be counted by one side only; then those that are marked in doubt. None else is named:
    almost any number could be another.
    """
    ranked: list[tuple[int, str]] = []
    for part in parts:
        other = part.value - gap
        said = f"{part.where} would have to be {_plain(other)}, not {_plain(part.value)}"
        if other >= 0 and (slip := _slip(_plain(part.value), _plain(other))):
            ranked.append((0, f"{said} ({slip})"))
        elif part.value == gap:
            ranked.append((1, f"{part.where} is as large as the gap: it may not belong to the total"))
        elif part.doubtful and other >= 0:
            ranked.append((2, f"{said} (it is marked in doubt)"))
    return tuple(said for _, said in sorted(ranked, key=lambda pair: pair[0])[:MOST])


def _slip(a: str, b: str) -> str:
    """What turns one number into the other: "one digit", "two digits changed places", or ""."""
    if len(a) != len(b) or a == b:
        return ""
    at = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(at) == 1:
        return "one digit"
    swapped = len(at) == 2 and a[at[0]] == b[at[1]] and a[at[1]] == b[at[0]]
    return "two digits that changed places" if swapped else ""


def _plain(number: Fraction) -> str:
    return f"{float(number):.12g}"
