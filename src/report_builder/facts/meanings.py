"""What wordings mean: each a region that a figure must lie in, apart from the words of any language.

Regions are of four quantities: growth (`to` over `from`), fraction (0 to 1), rank (from 1), level (the number itself).
Rules of thumb are stated once here: "almost" and "nearly" reach down to 95 per cent of a multiple and 90 per cent of a
fraction, "about" 5 per cent either side. Sources: ONS service manual, "Numbers" and "Words to watch"; OSR, guidance on
communicating uncertainty; Guardian and BBC style guides on "doubled", "majority" and "one in".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Quantity = Literal["growth", "fraction", "rank", "level"]


@dataclass(frozen=True, slots=True)
class Region:
    """From `low` to `high`; an open end is not itself part of it, None is without end."""

    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False

    def holds(self, value: Fraction) -> bool:
        """Whether `value` lies in the region."""
        above = self.low is None or (value > self.low if self.low_open else value >= self.low)
        below = self.high is None or (value < self.high if self.high_open else value <= self.high)
        return above and below


@dataclass(frozen=True, slots=True)
class Meaning:
    """A named meaning; `rule` says in words when it holds.

    Of ranks only: `tie` is what it says of ties, `lowest` that the order it speaks of begins with the lowest.
    """

    name: str
    quantity: Quantity
    region: Region
    rule: str
    tie: Literal["", "alone", "joint"] = ""
    lowest: bool = False


_TIMES = {"doubled": 2, "trebled": 3, "quadrupled": 4, "quintupled": 5}
_PARTS = {
    "half": Fraction(1, 2),
    "third": Fraction(1, 3),
    "quarter": Fraction(1, 4),
    "fifth": Fraction(1, 5),
    "tenth": Fraction(1, 10),
    "two-thirds": Fraction(2, 3),
    "three-quarters": Fraction(3, 4),
}


def _growth() -> Iterator[Meaning]:
    one = Fraction(1)
    yield Meaning("rose", "growth", Region(one, None, low_open=True), "above the figure compared with")
    yield Meaning("fell", "growth", Region(None, one, high_open=True), "below the figure compared with")
    yield Meaning("unchanged", "growth", Region(one, one), "exactly the same")
    for name, n in _TIMES.items():
        times = Fraction(n)
        yield Meaning(f"more-than-{name}", "growth", Region(times, None, low_open=True), f"above {n} times")
        yield Meaning(
            name, "growth", Region(times, times + Fraction(1, 2), high_open=True), f"{n} times, below {n} and a half"
        )
        low = times * Fraction(95, 100)
        yield Meaning(
            f"almost-{name}", "growth", Region(low, times, high_open=True), f"{float(low):g} times, below {n}"
        )
    half = Fraction(1, 2)
    yield Meaning("more-than-halved", "growth", Region(None, half, high_open=True), "below half")
    yield Meaning("halved", "growth", Region(Fraction(9, 20), half), "half, or as little as 0.45 of it")
    yield Meaning("almost-halved", "growth", Region(half, Fraction(11, 20), low_open=True), "above half, at most 0.55")


def _fractions() -> Iterator[Meaning]:
    for name, part in _PARTS.items():
        share = f"{float(part * 100):.3g} per cent"
        yield Meaning(f"more-than-{name}", "fraction", Region(part, None, low_open=True), f"above {share}")
        yield Meaning(f"less-than-{name}", "fraction", Region(None, part, high_open=True), f"below {share}")
        yield Meaning(f"at-least-{name}", "fraction", Region(part, None), f"{share} or more")
        low = part * Fraction(9, 10)
        rule = f"{float(low * 100):.3g} per cent, below {share}"
        yield Meaning(f"almost-{name}", "fraction", Region(low, part, high_open=True), rule)
        near = Region(part * Fraction(19, 20), part * Fraction(21, 20))
        yield Meaning(f"about-{name}", "fraction", near, f"within a twentieth of {share}")
    yield Meaning("majority", "fraction", Region(Fraction(1, 2), None, low_open=True), "above half")
    for n in range(2, 21):
        near = Region(
            max(2 / Fraction(2 * n + 1), Fraction(9, 10 * n)), min(2 / Fraction(2 * n - 1), Fraction(11, 10 * n))
        )
        rule = f"within a tenth of one in {n}, and closer to it than to one in {n - 1} or {n + 1}"
        yield Meaning(f"one-in-{n}", "fraction", near, rule)
    for n in range(1, 10):
        near = Region(Fraction(2 * n - 1, 20), Fraction(2 * n + 1, 20), high_open=True)
        yield Meaning(f"{n}-in-ten", "fraction", near, f"{n * 10 - 5} per cent, below {n * 10 + 5}")


def _ranks() -> Iterator[Meaning]:
    for n, name in enumerate(("first", "second", "third", "fourth", "fifth"), 1):
        at = Region(Fraction(n), Fraction(n))
        for end, lowest in (("highest", False), ("lowest", True)):
            prefix = "lowest-" if lowest else ""
            rule = f"place {n} in the order that begins with the {end}"
            alone, shared = f"{prefix}ranked-{name}", f"{prefix}joint-{name}"
            yield Meaning(alone, "rank", at, f"{rule}, with nobody beside it", "alone", lowest)
            yield Meaning(shared, "rank", at, f"{rule}, shared", "joint", lowest)


MEANINGS: dict[str, Meaning] = {m.name: m for m in (*_growth(), *_fractions(), *_ranks())}
