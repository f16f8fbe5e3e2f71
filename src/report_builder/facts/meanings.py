"""What wordings mean: each a region that a number must lie in, apart from the words of any language.

Rules of thumb are stated once here: "almost" and "nearly" reach down to 95 per cent of a multiple and 90 per cent of a
fraction, "about" 5 per cent either side, "little changed" is 3 per cent either side. They are the tool's own:
the ONS service manual, the OSR's guidance and the Guardian and BBC style guides, after whose spirit they are, ask that
words and numbers agree, and give no thresholds.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec.structs import replace

from report_builder.facts.meaning import ANYWHERE, Meaning, Quantity, Record, Region
from report_builder.facts.meaning_examples import EXAMPLES
from report_builder.facts.round_numbers import parametrised

__all__ = ["MEANINGS", "Meaning", "Quantity", "Region", "find_meaning"]

PLAIN = "the plain sense of the words"
OWN = "own rule of thumb"
UNCERTAIN = "own rule of thumb, in the spirit of the OSR’s guidance on communicating uncertainty"
CODE = "own rule; the OSR’s Code of Practice for Statistics asks for comparable periods"

_TIMES = {"doubled": 2, "trebled": 3, "quadrupled": 4, "quintupled": 5}
_PARTS = {
    "half": Fraction(1, 2),
    "third": Fraction(1, 3),
    "quarter": Fraction(1, 4),
    "fifth": Fraction(1, 5),
    "tenth": Fraction(1, 10),
    "two-thirds": Fraction(2, 3),
    "three-quarters": Fraction(3, 4),
    "two-fifths": Fraction(2, 5),
    "three-fifths": Fraction(3, 5),
    "four-fifths": Fraction(4, 5),
}
WHOLE_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
MULTIPLES = {f"{word}-times": Fraction(n) for n, word in enumerate(WHOLE_NUMBERS, 1) if n > 1} | {
    f"{word}-and-a-half-times": n + Fraction(1, 2) for n, word in enumerate(WHOLE_NUMBERS[:9], 1)
}
_HALF, _ONE, _NIL = Fraction(1, 2), Fraction(1), Fraction(0)
_LITTLE = Fraction(3, 100)


def _above(bound: Fraction) -> Region:
    return Region(bound, None, low_open=True)


def _below(bound: Fraction) -> Region:
    return Region(None, bound, high_open=True)


def _near(value: Fraction) -> Region:
    return Region(value * Fraction(19, 20), value * Fraction(21, 20))


def _direction() -> Iterator[Meaning]:
    """Of two periods: which way the number went."""
    at, up, down = Region(_ONE, _ONE), _above(_ONE), _below(_ONE)
    zero = Region(_NIL, _NIL)
    yield Meaning("rose", "growth", up, "above the figure compared with", also=(("rise", _above(_NIL)),), source=PLAIN)
    yield Meaning(
        "fell", "growth", down, "below the figure compared with", also=(("rise", _below(_NIL)),), source=PLAIN
    )
    yield Meaning("unchanged", "growth", at, "exactly the same", also=(("rise", zero),), source=PLAIN)
    little = Region(_ONE - _LITTLE, _ONE + _LITTLE)
    yield Meaning("little-changed", "growth", little, "at most 3 per cent above or below", source=UNCERTAIN)


def _comparison() -> Iterator[Meaning]:
    """Of two places, categories or facts: which is the larger."""
    at, up, down = Region(_ONE, _ONE), _above(_ONE), _below(_ONE)
    zero = Region(_NIL, _NIL)
    more: tuple[tuple[Quantity, Region], ...] = (("gap", _above(_NIL)), ("growth", up), ("rise", _above(_NIL)))
    less: tuple[tuple[Quantity, Region], ...] = (("gap", _below(_NIL)), ("growth", down), ("rise", _below(_NIL)))
    yield Meaning("more-than-other", "comparison", up, "above the other figure", also=more, source=PLAIN)
    yield Meaning("fewer-than-other", "comparison", down, "below the other figure", also=less, source=PLAIN)
    yield Meaning("as-many", "comparison", at, "exactly the same", also=(("gap", zero),), source=PLAIN)
    near = Region(_ONE - _LITTLE, _ONE + _LITTLE)
    both: tuple[tuple[Quantity, Region], ...] = (("growth", near),)
    yield Meaning("similar", "comparison", near, "at most 3 per cent above or below", also=both, source=UNCERTAIN)
    yield Meaning(
        "half-as-many", "comparison", Region(Fraction(9, 20), _HALF), "half, or as little as 0.45 of it", source=OWN
    )
    for name, region, other in (("above", up, more), ("below", down, less), ("at", at, (("gap", zero),))):
        rule = "exactly the median" if name == "at" else f"{name} the median of all"
        also = tuple((quantity, where) for quantity, where in other if quantity == "gap")
        yield Meaning(f"{name}-median", "comparison", region, rule, also=also, median=True, source=PLAIN)
    yield Meaning("more-likely", "comparison", up, "above the other share or rate", chance=True, source=PLAIN)
    yield Meaning("less-likely", "comparison", down, "below the other share or rate", chance=True, source=PLAIN)


def _multiples() -> Iterator[Meaning]:
    """Doubled and its like of two periods; so many times of periods, places and facts alike."""
    for name, n in _TIMES.items():
        yield from _multiple(name, Fraction(n), "growth")
    for name, times in MULTIPLES.items():
        for m in _multiple(name, times, "growth"):
            yield replace(m, also=(("comparison", m.region),))
            rule = f"{m.rule}, of two shares or rates"
            yield replace(m, name=f"{m.name}-as-likely", quantity="comparison", rule=rule, chance=True)
    yield Meaning("more-than-halved", "growth", _below(_HALF), "below half", source=PLAIN)
    yield Meaning("halved", "growth", Region(Fraction(9, 20), _HALF), "half, or as little as 0.45 of it", source=OWN)
    almost = Region(_HALF, Fraction(11, 20), low_open=True)
    yield Meaning("almost-halved", "growth", almost, "above half, at most 0.55", source=OWN)


def _multiple(name: str, times: Fraction, quantity: Quantity) -> Iterator[Meaning]:
    said, top = f"{float(times):g}", times + _HALF
    yield Meaning(f"more-than-{name}", quantity, _above(times), f"above {said} times", source=PLAIN)
    plain = Region(times, top, high_open=True)
    upper = f"below {int(times)} and a half" if times.denominator == 1 else f"below {float(top):g}"
    yield Meaning(name, quantity, plain, f"{said} times, {upper}", source=OWN)
    low = times * Fraction(95, 100)
    almost = Region(low, times, high_open=True)
    yield Meaning(f"almost-{name}", quantity, almost, f"{float(low):g} times, below {said}", source=OWN)


def _changes() -> Iterator[Meaning]:
    """A rise or fall by a fraction of the figure compared with."""
    for name, part in _PARTS.items():
        percent = f"{float(part * 100):.3g} per cent"
        nearly = Region(part * Fraction(9, 10), part, high_open=True)
        shapes = (
            ("more-than-", _above(part), f"more than {percent}", PLAIN),
            ("almost-", nearly, f"nine tenths of {percent}, below {percent}", OWN),
            ("", _near(part), f"within a twentieth of {percent}", OWN),
        )  # fmt: skip
        for prefix, by, rule, source in shapes:
            yield Meaning(f"rose-by-{prefix}{name}", "growth", moved(by, up=True), f"a rise of {rule}", source=source)
            yield Meaning(f"fell-by-{prefix}{name}", "growth", moved(by, up=False), f"a fall of {rule}", source=source)


def moved(by: Region, up: bool) -> Region:
    """Where growth lies that rises or falls by so much (1 is no growth)."""
    low, high = (None if end is None else _ONE + end if up else _ONE - end for end in (by.low, by.high))
    return Region(low, high, by.low_open, by.high_open) if up else Region(high, low, by.high_open, by.low_open)


def _fractions() -> Iterator[Meaning]:
    for name, part in _PARTS.items():
        share = f"{float(part * 100):.3g} per cent"
        yield Meaning(f"more-than-{name}", "fraction", _above(part), f"above {share}", source=PLAIN)
        yield Meaning(f"less-than-{name}", "fraction", _below(part), f"below {share}", source=PLAIN)
        yield Meaning(f"at-least-{name}", "fraction", Region(part, None), f"{share} or more", source=PLAIN)
        low = part * Fraction(9, 10)
        rule = f"{float(low * 100):.3g} per cent, below {share}"
        yield Meaning(f"almost-{name}", "fraction", Region(low, part, high_open=True), rule, source=OWN)
        yield Meaning(f"about-{name}", "fraction", _near(part), f"within a twentieth of {share}", source=OWN)
    yield Meaning(
        "majority",
        "fraction",
        _above(_HALF),
        "above half",
        source="the plain sense of the word, as press style guides ask",
    )
    yield Meaning("minority", "fraction", _below(_HALF), "below half", source=PLAIN)
    yield Meaning("vast-majority", "fraction", Region(Fraction(9, 10), None), "90 per cent or more", source=OWN)
    yield Meaning("all", "fraction", Region(_ONE, None), "100 per cent", source=PLAIN)
    yield Meaning(
        "almost-all",
        "fraction",
        Region(Fraction(19, 20), _ONE, high_open=True),
        "95 per cent, below 100 per cent",
        source=OWN,
    )
    yield Meaning("none", "fraction", Region(None, _NIL), "nil", source=PLAIN)


def _one_in() -> Iterator[Meaning]:
    for n in range(2, 21):
        part = Fraction(1, n)
        low, high = (
            max(2 / Fraction(2 * n + 1), part * Fraction(9, 10)),
            min(2 / Fraction(2 * n - 1), part * Fraction(11, 10)),
        )
        rule = f"within a tenth of one in {n}, and closer to it than to one in {n - 1} or {n + 1}"
        yield Meaning(f"one-in-{n}", "fraction", Region(low, high), rule, source=OWN)
        yield Meaning(f"more-than-one-in-{n}", "fraction", _above(part), f"above one in {n}", source=PLAIN)
        yield Meaning(f"fewer-than-one-in-{n}", "fraction", _below(part), f"below one in {n}", source=PLAIN)
        almost = Region(part * Fraction(9, 10), part, high_open=True)
        yield Meaning(f"almost-one-in-{n}", "fraction", almost, f"nine tenths of one in {n}, below it", source=OWN)
    for n in range(1, 10):
        near = Region(Fraction(2 * n - 1, 20), Fraction(2 * n + 1, 20), high_open=True)
        yield Meaning(f"{n}-in-ten", "fraction", near, f"{n * 10 - 5} per cent, below {n * 10 + 5}", source=OWN)
        yield Meaning(
            f"more-than-{n}-in-ten", "fraction", _above(Fraction(n, 10)), f"above {n * 10} per cent", source=PLAIN
        )
        almost = Region(Fraction(9 * n, 100), Fraction(n, 10), high_open=True)
        yield Meaning(f"almost-{n}-in-ten", "fraction", almost, f"{n * 9} per cent, below {n * 10}", source=OWN)


def _ranks() -> Iterator[Meaning]:
    for n, name in enumerate(("first", "second", "third", "fourth", "fifth"), 1):
        at = Region(Fraction(n), Fraction(n))
        for end, lowest in (("highest", False), ("lowest", True)):
            prefix = "lowest-" if lowest else ""
            rule = f"place {n} in the order that begins with the {end}"
            ties = "ties are said (standard competition ranking)"
            alone, shared = f"{prefix}ranked-{name}", f"{prefix}joint-{name}"
            yield Meaning(alone, "rank", at, f"{rule}, with nobody beside it", "alone", lowest, source=ties)
            yield Meaning(shared, "rank", at, f"{rule}, shared", "joint", lowest, source=ties)


def _records() -> Iterator[Meaning]:
    """Of a fact that stands in a run of years. More have a number in their name: see round_numbers.parametrised."""
    for end, up in (("high", True), ("low", False)):
        than = "above" if up else "below"
        rule = f"the latest year, {than} every other year, all of them with full figures"
        yield Meaning(f"record-{end}", "series", ANYWHERE, rule, record=Record("extreme", up, latest=True), source=CODE)
        rule = f"{than} every other year, all of them with full figures"
        name = f"{'highest' if up else 'lowest'}-of-all-years"
        yield Meaning(name, "series", ANYWHERE, rule, record=Record("extreme", up), source=CODE)
        rule = f"{than} the year before in every year, all of them with full figures"
        name = f"{'rose' if up else 'fell'}-every-year"
        yield Meaning(name, "series", ANYWHERE, rule, record=Record("run", up), source=CODE)


_ALL = (*_direction(), *_comparison(), *_multiples(), *_changes(), *_fractions(), *_one_in(), *_ranks(), *_records())
MEANINGS: dict[str, Meaning] = {
    m.name: replace(m, holds=EXAMPLES.get(m.name, ((), ()))[0], fails=EXAMPLES.get(m.name, ((), ()))[1]) for m in _ALL
}


def find_meaning(name: str) -> Meaning | None:
    """The meaning of a name, one with a number in it ("more-than-500", "highest-since-2019/20") included."""
    return MEANINGS.get(name) or parametrised(name)
