"""What a printed comparison leans on: its first year, a base too small to carry it, chance, and facts that disagree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import sqrt

from report_builder.facts.fact import Fact, Key
from report_builder.facts.family import Axis, Facts, Family
from report_builder.facts.spec import Comparison
from report_builder.problems import Problem, Where, problem

# a percentage of fewer cases swings by whole points with each case (OSR, guidance on percentages of small numbers)
SMALLEST_BASE = 50
# two counts differ by chance alone up to here, 95 times in 100 (Poisson counts, normal approximation)
CHANCE_Z = 1.96
_COMPARED = ("ratio", "change", "difference")
# whole numbers of these are amounts of something measured, no cases that happen
_MEASURED = (
    "minutes",
    "hours",
    "days",
    "weeks",
    "months",
    "years",
    "metres",
    "kilometres",
    "km",
    "miles",
    "acres",
    "hectares",
    "litres",
    "kilograms",
    "kg",
    "tonnes",
)


def remarks(facts: Facts, printed: Iterable[str], file: str) -> tuple[Problem, ...]:
    """Warnings on the facts of `printed` (ids), each at its entry in `file`."""
    shown = [facts.by_id(i) for i in printed]
    out: list[Problem] = []
    for fact in shown:
        if fact.kind in (*_COMPARED, "share") or fact.unit == "percent":
            where = Where(file, key=(fact.name,), on_key=True)
            out += [*_start_year(fact, facts, where), *_small_base(fact, facts, where), *_no_base(fact, where)]
    out += [*_shares_of_whole(facts, shown, file), *_same_fact_twice(shown, file)]
    return tuple(dict.fromkeys(out))


def is_count(fact: Fact) -> bool:
    """Whether the fact counts cases: whole, not negative, and no share, rate, rank, money or measure of time."""
    plain = fact.unit not in ("percent", "points", "times", "rank") and not fact.unit.startswith("per ")
    money = len(fact.unit) == 3 and fact.unit.isupper()
    measured = fact.unit.casefold() in _MEASURED
    return (
        plain
        and not money
        and not measured
        and fact.value is not None
        and fact.value >= 0
        and fact.value.denominator == 1
    )


def within_chance(to: Fact, from_: Fact) -> bool:
    """Whether two counts of cases differ by no more than chance: |a - b| / sqrt(a + b) below 1.96 (Poisson).

    A full count of things (bus stops, libraries) is no sample of what might have happened.
    """
    counts = is_count(to) and is_count(from_) and not (to.things and from_.things)
    if not counts or to.value is None or from_.value is None:
        return False
    total = to.value + from_.value
    return total > 0 and abs(float(to.value - from_.value)) / sqrt(float(total)) < CHANCE_Z


def _sides(fact: Fact, facts: Facts) -> tuple[Fact, Fact] | None:
    if fact.kind not in _COMPARED or len(fact.inputs) != 2 or fact.value is None:
        return None
    to, from_ = (facts.by_id(i) for i in fact.inputs)
    return to, from_


def _start_year(fact: Fact, facts: Facts, where: Where) -> Iterator[Problem]:
    sides = _sides(fact, facts)
    spec = facts.families[fact.name].spec
    if sides is None or not isinstance(spec, Comparison) or spec.against or fact.accepts("start-year"):
        return
    to, from_ = sides
    direction = _sign(to, from_)
    for other in _run(to, facts):
        if from_.period < other.period < to.period and direction * _sign(to, other) < 0:
            ways = {1: "up", -1: "down"}
            message = (
                f'"{fact.id}" is {ways[direction]} from {from_.period}, but {ways[-direction]} from {other.period}'
            )
            notes = f"{_plain(from_)} in {from_.period}, {_plain(other)} in {other.period}, {_plain(to)} in {to.period}"
            help = "say the run of years, or accept it on record: `accept:` with problem start-year"
            yield problem("F030", message, where, notes, help=help)
            return


def _run(fact: Fact, facts: Facts) -> list[Fact]:
    """The same measure in every year of its family."""
    family = facts.families[fact.name]
    years = family.axis("year")
    keys = (tuple(year.id if d == "year" else m for d, m in fact.key) for year in (years.members if years else ()))
    return [f for key in keys if (f := family.facts.get(key)) is not None and f.value is not None]


def _sign(a: Fact, b: Fact) -> int:
    left, right = a.value or Fraction(0), b.value or Fraction(0)
    return (left > right) - (left < right)


def _plain(fact: Fact) -> str:
    return f"{float(fact.value or 0):,.10g}"


def _small_base(fact: Fact, facts: Facts, where: Where) -> Iterator[Problem]:
    if fact.kind not in ("share", "change") or len(fact.inputs) != 2 or fact.accepts("small-base"):
        return
    base = facts.by_id(fact.inputs[1])
    least = facts.families[fact.name].spec.minimum_base or SMALLEST_BASE
    if is_count(base) and base.value is not None and base.value < least:
        message = f'"{fact.id}" is a percentage on a base of {_plain(base)}'
        help = f"print the numbers themselves; a base of {least} carries a percentage (`minimum_base:` says another)"
        yield problem("F031", message, where, f"one case more or fewer moves it by {float(100 / base.value):.2g} points"
                      if base.value else "", help=help)  # fmt: skip


def _no_base(fact: Fact, where: Where) -> Iterator[Problem]:
    """A percentage that was read or published says nothing until it is known of what (OSR; BBC style guide)."""
    read = fact.unit == "percent" and fact.kind in ("value", "published")
    if read and not (fact.base or fact.base_fact) and not fact.wording:
        help = "add `base:`, a fact or words, as in  base: where the victim's gender was known"
        yield problem("F034", f'"{fact.id}" is a percentage, and it is not said of what', where, help=help)


def _shares_of_whole(facts: Facts, shown: list[Fact], file: str) -> Iterator[Problem]:
    for name in dict.fromkeys(f.name for f in shown):
        family = facts.families[name]
        for axis in family.axes:
            whole = axis.complete and not axis.overlapping and axis.name not in ("year", "place")
            if whole and family.units == {"percent"} and family.kinds <= {"value", "share"}:
                yield from _off_hundred(family, axis, shown, file)


def _off_hundred(family: Family, axis: Axis, shown: list[Fact], file: str) -> Iterator[Problem]:
    """Shares of one whole that do not make it up, of which one at least is shown."""
    names = [a.name for a in family.axes]
    groups: dict[Key, list[Fact]] = {}
    for one in (f for f in shown if f.name == family.name):
        rest = tuple(k for k in one.key if k[0] != axis.name)
        if rest not in groups:
            keys = ({**dict(rest), axis.name: m.id} for m in axis.parts())
            found = (family.facts.get(tuple(key[name] for name in names)) for key in keys)
            groups[rest] = [fact for fact in found if fact is not None]
    for rest, shares in groups.items():
        if any(f.value is None for f in shares):
            continue
        total = sum((f.value or Fraction(0) for f in shares), Fraction(0))
        if abs(total - 100) > sum((f.step / 2 for f in shares), Fraction(0)):
            about = f" ({', '.join(m for _, m in rest)})" if rest else ""
            message = f'the shares of "{family.name}"{about} add up to {float(total):g} per cent, not 100'
            help = "if they may overlap, say `parts: overlapping`; if some are missing, `listed: some`"
            yield problem("F032", message, Where(file, key=(family.name,), on_key=True), help=help)


def _same_fact_twice(shown: list[Fact], file: str) -> Iterator[Problem]:
    seen: dict[tuple[str, str, str, str], Fact] = {}
    for fact in shown:
        key = (fact.label, fact.unit, fact.place, fact.period)
        first = seen.setdefault(key, fact)
        comparable = fact.kind not in _COMPARED and not any(d not in ("place", "year") for d, _ in fact.key)
        if first.name != fact.name and first.value != fact.value and comparable:
            message = f'"{fact.id}" and "{first.id}" have the same label, place and period, but not the same figure'
            note = f"{_plain(first)} against {_plain(fact)}"
            help = "print one of them, or let their labels say how they differ"
            yield problem("F033", message, Where(file, key=(fact.name,), on_key=True), note, help=help)
