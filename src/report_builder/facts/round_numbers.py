"""Meanings with a number in their name: "more than 500", "around 7,000", "the highest since 2019/20"."""

from __future__ import annotations

import re
from fractions import Fraction

from report_builder.facts.meaning import ANYWHERE, Meaning, Quantity, Record, Region
from report_builder.tables.periods import parse_period

_ROUND = re.compile(
    r"(?:(?P<way>rose|fell)-by-)?(?P<how>more-than|at-least|almost|about|fewer-than|at-most)-"
    r"(?P<n>\d+(?:\.\d+)?)(?:-(?P<unit>percent|points|gbp|eur|times|per-\d+))?"
)
_SINCE = re.compile(r"(highest|lowest)-since-(.+)")
_FULL = re.compile(r"(highest|lowest)-of-(\d+)-full-years")
_RUNNING = re.compile(r"(rose|fell)-(\d+)-years-running")
_OWN = "own rule of thumb"
_PLAIN = "the plain sense of the words"
_CODE = "own rule; the OSR’s Code of Practice for Statistics asks for comparable periods"
HOW = {
    "more-than": "above {n}",
    "at-least": "{n} or more",
    "almost": "nineteen twentieths of {n}, below {n}",
    "about": "within a twentieth of {n}",
    "fewer-than": "below {n}",
    "at-most": "{n} or less",
}
SHAPES = (
    # name, rule, source: for the documentation
    *((f"{how}-N", rule.format(n="N"), _OWN if how in ("almost", "about") else _PLAIN) for how, rule in HOW.items()),
    ("…-N-percent, …-N-points, …-N-gbp, …-N-times, …-N-per-10000", "the same of facts in that unit", _PLAIN),
    ("rose-by-more-than-N-percent, fell-by-about-N-percent …", "the same of a rise or fall", _PLAIN),
    ("rose-by-more-than-N-points, fell-by-about-N-points …", "the same of a difference of percentages", _PLAIN),
    ("highest-since-YEAR, lowest-since-YEAR", "above (below) every year after that one, which was as high (as low) or "
     "higher (lower), all of them with full figures", _CODE),
    ("highest-of-N-full-years, lowest-of-N-full-years", "above (below) every other year with full figures, N in all",
     _CODE),
    ("rose-N-years-running, fell-N-years-running", "N rises (falls) in a row up to this year, all with full figures",
     _CODE),
)  # fmt: skip


def parametrised(name: str) -> Meaning | None:
    """The meaning of such a name; None for any other."""
    if match := _ROUND.fullmatch(name):
        return _round(name, match)
    if match := _SINCE.fullmatch(name):
        period = parse_period(match[2])
        if period is None:
            return None
        up = match[1] == "highest"
        rule = f"{'above' if up else 'below'} every year after {period.id}, which was {'as high' if up else 'as low'}"
        return Meaning(name, "series", ANYWHERE, rule, record=Record("extreme", up, since=period.id), source=_CODE)
    if match := _FULL.fullmatch(name):
        up, n = match[1] == "highest", int(match[2])
        rule = f"{'above' if up else 'below'} every other year with full figures, {n} years in all"
        return Meaning(name, "series", ANYWHERE, rule, record=Record("extreme", up, years=n), source=_CODE)
    if (match := _RUNNING.fullmatch(name)) and int(match[2]) > 0:
        up, n = match[1] == "rose", int(match[2])
        rule = f"{n} {'rises' if up else 'falls'} in a row up to this year, all with full figures"
        return Meaning(name, "series", ANYWHERE, rule, record=Record("run", up, years=n), source=_CODE)
    return None


def around(how: str, n: Fraction) -> Region:
    """Where a number lies that is so related to `n`."""
    match how:
        case "more-than":
            return Region(n, None, low_open=True)
        case "at-least":
            return Region(n, None)
        case "almost":
            return Region(n * Fraction(19, 20), n, high_open=True)
        case "about":
            return Region(n * Fraction(19, 20), n * Fraction(21, 20))
        case "fewer-than":
            return Region(None, n, high_open=True)
        case _:
            return Region(None, n)


def _round(name: str, match: re.Match[str]) -> Meaning | None:
    n, unit, way = Fraction(match["n"]), match["unit"] or "", match["way"] or ""
    region = around(match["how"], n)
    printed = f"{float(n):,g}{_UNITS.get(unit, ' ' + unit.replace('-', ' ') if unit else '')}"
    rule = HOW[match["how"]].format(n=printed)
    source = _OWN if match["how"] in ("almost", "about") else _PLAIN
    if way:
        if unit not in ("percent", "points"):
            return None
        by = _scaled(region, Fraction(1, 100) if unit == "percent" else Fraction(1))
        up = way == "rose"
        quantity: Quantity = "growth" if unit == "percent" else "rise"
        base = Fraction(1) if unit == "percent" else Fraction(0)
        sought = _moved(by, base, up)
        return Meaning(name, quantity, sought, f"a {'rise' if up else 'fall'} of {rule}", source=source)
    if unit == "percent":
        return Meaning(name, "fraction", _scaled(region, Fraction(1, 100)), rule, source=source)
    if unit == "times":
        return Meaning(name, "growth", region, rule, also=(("comparison", region),), source=source)
    if unit == "points":
        return Meaning(name, "gap", region, rule, also=(("rise", region),), unit="points", source=source)
    typed = {"gbp": "GBP", "eur": "EUR"}.get(unit, f"per {int(unit[4:]):,}" if unit.startswith("per-") else "")
    return Meaning(name, "level", region, rule, unit=typed, source=source)


_UNITS = {"": "", "percent": " per cent", "points": " percentage points", "times": " times"}


def _scaled(region: Region, factor: Fraction) -> Region:
    low, high = (None if end is None else end * factor for end in (region.low, region.high))
    return Region(low, high, region.low_open, region.high_open)


def _moved(by: Region, base: Fraction, up: bool) -> Region:
    """From `base` up or down by so much. What is "less than" a rise is still a rise."""
    low, high = by.low, by.high
    low_open = by.low_open
    if low is None:
        low, low_open = Fraction(0), True
    if up:
        return Region(base + low, None if high is None else base + high, low_open, by.high_open)
    return Region(None if high is None else base - high, base - low, by.high_open, low_open)
