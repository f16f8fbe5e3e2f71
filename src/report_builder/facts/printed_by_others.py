"""Figures that others printed: facts that exist only so, and published sides of facts we compute ourselves."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from report_builder.facts.fact import Fact, PublishedSide
from report_builder.facts.family import Facts, Family
from report_builder.facts.interval import Interval, rounded, total, union_of_overlapping
from report_builder.facts.numbers_as_printed import parse_printed
from report_builder.facts.spec import Published, PublishedFigure, SharesTest
from report_builder.problems import Problem, Where, problem
from report_builder.tables.ids import make_id


def published_fact(name: str, spec: Published, facts: Facts, where: Where) -> tuple[Fact, list[Problem]]:
    """A fact that is someone's printed number or wording; its interval is what our own data allow, where they can."""
    problems: list[Problem] = []
    value, interval, unit = None, None, spec.unit
    if spec.value:
        parsed = parse_printed(spec.value)
        if parsed is None:
            problems.append(_not_a_number(spec.value, where))
        else:
            value, step, printed_unit = parsed
            unit = spec.unit or printed_unit
            interval = rounded(value, step)
    tested, doubts = None, ()
    if spec.test:
        tested, doubts, found = _test(spec.test, facts, where)
        problems += found
    fact = Fact(
        name=name,
        key=(),
        label=spec.label,
        kind="published",
        unit=unit or "percent",
        value=value,
        interval=interval or tested,
        reason="" if value is not None or spec.wording else "no figure published",
        place=make_id(spec.place) if spec.place not in ("", "here") else facts.here,
        place_name=spec.place if spec.place not in ("", "here") else "",
        period=spec.period,
        base=spec.base,
        base_size=spec.base_size,
        wording=spec.wording,
        short=spec.short,
        note=spec.note,
        decimals=spec.decimals,
        sources=(spec.source,),
        accepted=spec.accept,
        doubts=doubts,
    )
    return fact, problems


def _test(test: SharesTest, facts: Facts, where: Where) -> tuple[Interval | None, tuple[str, ...], list[Problem]]:
    family = facts.families.get(test.add)
    if family is None or not family.axes:
        return None, (), []
    axis = family.axes[0]
    members = [axis.find(row) for row in test.rows] or list(axis.parts())
    problems = [
        problem(
            "F002",
            f'"{test.add}" has no member "{row}"',
            where,
            help="its members are " + ", ".join(m.name for m in axis.members),
        )
        for row, member in zip(test.rows, members, strict=False)
        if member is None
    ]
    parts = [family.facts[(m.id,)].interval for m in members if m is not None and (m.id,) in family.facts]
    intervals = [p for p in parts if p is not None]
    if axis.overlapping:
        return union_of_overlapping(intervals), ("overlapping-parts",), problems
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
            changed[key], more = _beside(changed[key], figure, parsed[0], parsed[1], where)
            problems += more
    return replace(family, facts=changed), problems


def _beside(
    fact: Fact, figure: PublishedFigure, value: Fraction, step: Fraction, where: Where
) -> tuple[Fact, list[Problem]]:
    agrees = fact.value is not None and rounded(value, step).holds(fact.value)
    side = PublishedSide(value, figure.source, figure.print == "published" or fact.value is None, figure.because)
    sources = tuple(dict.fromkeys((figure.source, *fact.sources)))
    if agrees:
        return replace(fact, published=replace(side, printed=False), sources=sources), []
    doubts = (*fact.doubts, *(("parts-differ",) if fact.value is not None else ()))
    problems = []
    if not figure.print or not figure.because:
        ours = f"{float(fact.value):,.10g}" if fact.value is not None else "none"
        problems.append(
            problem(
                "F009",
                f'"{fact.id}" is {ours} by our own computation but {figure.value} as published',
                where,
                help="say which one prints, `print: published` or `print: computed`, and `because:`",
            )
        )
    changed = replace(fact, published=side, computed=fact.value, doubts=doubts, sources=sources)
    if side.printed:
        changed = replace(
            changed, value=value, interval=rounded(value, step) if step < 1 else Interval(value, value), reason=""
        )
    return changed, problems


def _not_a_number(text: str, where: Where) -> Problem:
    return problem(
        "F010", f'"{text}" is not a number', where, help='write it as printed: "554", "1,824", "89%", "1.95 times"'
    )
