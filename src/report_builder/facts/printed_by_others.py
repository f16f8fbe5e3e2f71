"""Figures that others printed: facts that exist only so, and published sides of facts we compute ourselves."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from report_builder.facts.fact import Fact, PublishedSide
from report_builder.facts.family import Facts, Family
from report_builder.facts.interval import Interval, exactly, rounded, total, union_of_overlapping
from report_builder.facts.numbers_as_printed import bound_printed, parse_printed
from report_builder.facts.spec import Published, PublishedFigure, SharesTest
from report_builder.problems import Problem, Where, problem
from report_builder.tables.gaps import Part, suspects
from report_builder.tables.ids import make_id


def published_fact(name: str, spec: Published, facts: Facts, home: str, where: Where) -> tuple[Fact, list[Problem]]:
    """A fact that is someone's printed number or wording; its interval is what our own data allow, where they can.

    Without a place of its own it is about `home`, the place of the report itself, whichever edition prints it.
    """
    problems: list[Problem] = []
    how = ""
    value, interval, step, unit = None, None, Fraction(0), spec.unit
    if spec.value:
        how, number = bound_printed(spec.value)
        parsed = parse_printed(number)
        if parsed is None:
            problems.append(_not_a_number(spec.value, where))
        else:
            value, step, printed_unit = parsed
            unit = spec.unit or printed_unit
            interval = _as_printed(value, step, unit)
            interval = {"at least": Interval(value, None), "up to": Interval(None, value)}.get(how, interval)
            step = Fraction(0) if interval.exact else step
    elif spec.base or spec.test:
        unit = spec.unit or "percent"  # a wording about a part of a base is about a share
    tested: Interval | None = None
    doubts: tuple[str, ...] = ()
    if spec.test:
        tested, doubts, found = _test(spec.test, facts, where)
        problems += found
    place = spec.place if spec.place not in ("", "here") else home
    fact = Fact(
        name=name,
        key=(),
        label=spec.label,
        kind="published",
        unit=unit,
        value=value,
        interval=interval or tested,
        reason="" if value is not None or spec.wording else "no figure published",
        place=make_id(place),
        place_name=place,
        period=spec.period,
        base=spec.base,
        base_size=spec.base_size,
        wording=spec.wording,
        short=spec.short,
        note=spec.note,
        decimals=spec.decimals,
        step=step,
        sources=(spec.source,),
        accepted=spec.accept,
        doubts=doubts,
        at_least=how == "at least",
        at_most=how == "up to",
    )
    return fact, problems


def _test(test: SharesTest, facts: Facts, where: Where) -> tuple[Interval | None, tuple[str, ...], list[Problem]]:
    family = facts.families.get(test.add)
    if family is None or not family.axes:
        return None, (), []
    axis = next((a for a in family.axes if all(a.find(row) for row in test.rows)), family.axes[0])
    members = [(row, axis.find(row)) for row in test.rows] or [(m.name, m) for m in axis.parts()]
    known = "its members are " + ", ".join(m.name for m in axis.members)
    problems = [
        problem("F002", f'"{test.add}" has no member "{row}"', where, help=known)
        for row, member in members
        if member is None
    ]
    found = [facts.find(test.add, (), {axis.name: m.id}) for _, m in members if m is not None]
    parts = [f for f in found if isinstance(f, Fact)]
    intervals = [f.interval or Interval(Fraction(0), None) for f in parts]
    if axis.overlapping:
        whole = Fraction(100) if all(f.unit == "percent" for f in parts) else None
        return union_of_overlapping(intervals, whole), ("overlapping-parts",), problems
    return total(intervals), (), problems


def with_published_sides(family: Family, facts: Facts, file: str) -> tuple[Family, list[Problem]]:
    """The family with its `published:` figures beside ours; the author says which prints where the two differ."""
    problems: list[Problem] = []
    changed: dict[tuple[str, ...], Fact] = dict(family.facts)
    for i, figure in enumerate(family.spec.published):
        where = Where(file, key=(family.name, "published", i))
        index = (*((figure.place,) if figure.place else ()), *((figure.year,) if figure.year else ()), *figure.of)
        lookup = Facts({**facts.families, family.name: family}, facts.here, facts.datasets)
        found = lookup.find(family.name, index)
        parsed = parse_printed(figure.value)
        if parsed is None:
            problems.append(_not_a_number(figure.value, replace(where, key=(*where.key, "value"))))
        elif not isinstance(found, Fact):
            problems.append(problem("F002", found.message, where, help=found.help))
        else:
            key = tuple(member for _, member in found.key)
            changed[key], more = _beside(changed[key], figure, parsed, where)
            problems += more
    return replace(family, facts=changed), problems


def _beside(
    fact: Fact, figure: PublishedFigure, parsed: tuple[Fraction, Fraction, str], where: Where
) -> tuple[Fact, list[Problem]]:
    value, step, unit = parsed
    if unit and unit != fact.unit:
        message = f'"{figure.value}" is in {unit}, but "{fact.id}" is in {fact.unit or "plain numbers"}'
        at = replace(where, key=(*where.key, "value"))
        return fact, [problem("F017", message, at, help="give the published figure of this fact, in its own unit")]
    agrees = fact.value is not None and rounded(value, step).holds(fact.value)
    side = PublishedSide(value, figure.source, figure.print == "published", figure.because)
    sources = tuple(dict.fromkeys((figure.source, *fact.sources)))
    if agrees:
        return replace(fact, published=replace(side, printed=False), sources=sources), []
    problems = []
    if not figure.print or not figure.because:
        ours = f"{float(round(fact.value / step * 100) * step / 100):,.10g}" if fact.value is not None else "none"
        problems.append(
            problem(
                "F009",
                f'"{fact.id}" is {ours} by our own computation but {figure.value} as published',
                where,
                *_suspects(fact, value),
                help="say which one prints, `print: published` or `print: computed`, and `because:`",
            )
        )
    differ = ("parts-differ",) if fact.value is not None else ()
    changed = replace(fact, published=side, computed=fact.value, doubts=(*fact.doubts, *differ), sources=sources)
    return (_printing(changed, value, step) if side.printed else changed), problems


def _suspects(fact: Fact, published: Fraction) -> tuple[str, ...]:
    """The cells of a sum that could explain why it is not the total that was published."""
    if fact.kind != "sum" or fact.value is None:
        return ()
    read = ((c, parse_printed(c.text)) for c in fact.cells)
    parts = [Part(f"{c.column}{c.row} of {c.file}", printed[0]) for c, printed in read if printed is not None]
    return suspects(parts, fact.value - published)


def _printing(fact: Fact, value: Fraction, step: Fraction) -> Fact:
    """The fact with the published figure as its value: a total that others counted lacks none of our missing parts."""
    interval = _as_printed(value, step, fact.unit)
    doubts = tuple(d for d in fact.doubts if d != "missing-parts")
    own = Fraction(0) if interval.exact else step
    return replace(fact, value=value, interval=interval, step=own, reason="", at_least=False, doubts=doubts)


def _as_printed(value: Fraction, step: Fraction, unit: str) -> Interval:
    """What may lie behind a printed figure: whole counts are exact, everything else was rounded to its last digit."""
    counted = step == 1 and unit not in ("percent", "percent change", "points", "times")
    return exactly(value) if counted else rounded(value, step)


def _not_a_number(text: str, where: Where) -> Problem:
    return problem(
        "F010", f'"{text}" is not a number', where, help='write it as printed: "554", "1,824", "89%", "1.95 times"'
    )
