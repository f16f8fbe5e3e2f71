"""Computes every fact of a report, once, from its entries and datasets: the list of kinds, in the order of need."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from report_builder.facts.complete import like_for_like
from report_builder.facts.derived import comparison, rate, share
from report_builder.facts.desk import Desk, keys, operand, source_of, with_parents, with_place, year_of
from report_builder.facts.fact import Fact, Key
from report_builder.facts.family import Axis, Facts, Family
from report_builder.facts.from_data import axes_of, family_facts
from report_builder.facts.middle import middle
from report_builder.facts.order import in_order
from report_builder.facts.printed_by_others import published_fact, with_published_sides
from report_builder.facts.ranked import field_of, rank
from report_builder.facts.spec import AnySpec, Comparison, FromData, Middle, Published, Rank, Rate, Share
from report_builder.problems import Problem, Where, problem
from report_builder.tables.dataset import Dataset
from report_builder.tables.ids import make_id


def compute(
    specs: Mapping[str, AnySpec],
    datasets: Mapping[str, Dataset],
    here: str,
    file: str,
    parents: Mapping[str, str] = {},
) -> tuple[Facts, tuple[Problem, ...]]:
    """All facts of `specs` (from `file`) and what is wrong with them; `here` is the report's own place, as named;
    `parents` are the larger areas that places are part of, by id.

    What is said of `here` is computed for every place at once, so that another edition is the same facts looked at from
    elsewhere (`here` replaced).
    """
    ordered, problems = in_order(specs, file)
    families: dict[str, Family] = {}
    entries = frozenset(specs)
    desk = Desk(Facts(families, make_id(here), datasets, entries, parents), families, list(problems), file, here)
    for name in ordered:
        family = _family(name, specs[name], desk)
        if family is not None:
            family, found = with_published_sides(family, desk.facts, file)
            desk.problems += found
            families[name] = family
    in_file_order = {name: _with_base(families[name], desk.facts) for name in specs if name in families}
    return replace(desk.facts, families=in_file_order), tuple(desk.problems)


def _with_base(family: Family, facts: Facts) -> Family:
    """The family, its `base:` resolved where it names a fact: the one of the same place and year, where it has them."""
    if facts.families.get(family.spec.base.partition("[")[0].strip()) is None:
        return family
    based = {}
    for key, fact in family.facts.items():
        of = facts.reference(family.spec.base, year_of(fact) | dict(fact.key))
        based[key] = replace(fact, base=of.label, base_fact=of.id) if isinstance(of, Fact) else fact
    return replace(family, facts=based)


def _family(name: str, spec: AnySpec, desk: Desk) -> Family | None:
    match spec:
        case FromData():
            return _from_data(name, spec, desk)
        case Comparison():
            return _compared(name, spec, desk)
        case Share():
            return _shared(name, spec, spec.out_of, desk)
        case Rate():
            return _shared(name, spec, spec.population, desk)
        case Rank():
            return _ranked(name, spec, desk)
        case Middle():
            return _in_the_middle(name, spec, desk)
        case Published():
            fact, problems = published_fact(name, spec, desk.facts, desk.home, desk.where(name))
            desk.problems += problems
            return Family(name, spec, (), {(): fact})


def _from_data(name: str, spec: FromData, desk: Desk) -> Family | None:
    dataset = desk.facts.datasets.get(spec.data)
    if dataset is None:
        return None  # the loader has said what is wrong with the dataset, or that there is none
    measures = [m.id for m in dataset.measures]
    if (spec.column or measures[0]) not in measures or (not spec.column and len(measures) > 1):
        named = ", ".join(m for m in measures if m)
        hint = f"its columns of figures are {named}" if named else "it has one column of figures; leave `column:` out"
        message = f'"{spec.data}" has no column "{spec.column}"' if spec.column else "the column is not named"
        at = desk.where(name, *(["column"] if spec.column else []))
        desk.problems.append(problem("F004", message, at, help=hint))
        return None
    axes, unknown = axes_of(spec, dataset)
    if unknown:
        hint = f"the dataset is by {', '.join(d.name for d in dataset.dimensions) or 'nothing'}"
        if unknown[0] == "place":
            hint += "; where its rows are places, write `are: place` in data/datasets.yml"
        desk.problems.append(
            problem("F005", f'"{spec.data}" is not by "{unknown[0]}"', desk.where(name, "each"), help=hint)
        )
        return None
    facts, problems = family_facts(name, spec, dataset, axes, desk.where(name))
    desk.problems += problems
    return Family(name, spec, axes, facts, dataset.id) if facts else None


def _compared(name: str, spec: Comparison, desk: Desk) -> Family | None:
    where = desk.where(name)
    source = source_of(spec.of, desk, where)
    if source is None:
        return None
    family, fixed = source
    swept = _swept_axis(spec, family, fixed)
    if not spec.against and swept is None:
        ends = (f"{a.name} {a.members[0].id} to {a.members[-1].id}" for a in family.axes if a.members)
        hint = f'"{spec.of}" has {"; ".join(ends) or "no members"}'
        desk.problems.append(
            problem("F006", f'"{spec.from_}" and "{spec.to}" are not members of "{spec.of}"', where, help=hint)
        )
        return None
    if spec.kind == "change" and any(f.unit in ("percent", "percent change", "points") for f in family.facts.values()):
        desk.problems.append(
            problem(
                "F007",
                f'"{name}" would be a per cent change of percentages',
                where,
                help="use `kind: difference`, which is in percentage points",
            )
        )
        return None
    axes = tuple(
        a
        for a in family.axes
        if a.name not in fixed and a.name != (swept.name if swept else "") and (not spec.against or a.name != "year")
    )
    if spec.against:
        axes = with_parents(with_place(axes, spec.against, desk), (spec.of, spec.against), desk, where)
    facts: dict[tuple[str, ...], Fact] = {}
    for members in keys(axes):
        given = dict(zip((a.name for a in axes), (m.id for m in members), strict=True))
        if swept:
            to = operand(spec.of, desk, where, given | {swept.name: _member(swept, spec.to)})
            from_ = operand(spec.of, desk, where, given | {swept.name: _member(swept, spec.from_)})
        else:
            to = operand(spec.of, desk, where, given | _year_named(spec.period, family))
            from_ = operand(spec.against, desk, where, given | (year_of(to) if to else {}))
        if to is None or from_ is None or not _comparable(to, from_, desk, where):
            return None
        like = None
        if family.dataset and isinstance(family.spec, FromData) and swept and swept.name == "year":
            like = like_for_like(to, from_, desk.facts.datasets[family.dataset], family.spec)
        key: Key = tuple(given.items())
        facts[tuple(given.values())] = comparison(name, key, spec, to, from_, like)
    return Family(name, spec, axes, facts, family.dataset) if facts else None


def _swept_axis(spec: Comparison, family: Family, fixed: tuple[str, ...]) -> Axis | None:
    if spec.against:
        return None
    open_axes = (a for a in family.axes if a.name not in fixed)
    return next((a for a in open_axes if a.find(spec.from_) and a.find(spec.to)), None)


def _year_named(period: str, family: Family) -> dict[str, str]:
    """The year that an entry's `period:` chooses, {} where it leaves that to the facts it is made from."""
    years = family.axis("year")
    member = years.find(period) if years and period else None
    return {"year": member.id} if member else {}


_KINDS_OF_UNIT = ("percent", "percent change", "points", "times", "rank", "GBP", "EUR", "USD")


def _comparable(a: Fact, b: Fact, desk: Desk, where: Where) -> bool:
    """Whether two facts are of one kind; counts of whatever they count are."""
    kinds = [f.unit if f.unit in _KINDS_OF_UNIT or f.unit.startswith("per ") else "a count" for f in (a, b)]
    if kinds[0] == kinds[1]:
        return True
    message = f'"{a.id}" is {kinds[0]} and "{b.id}" is {kinds[1]}'
    desk.problems.append(problem("F018", message, where, help="compare figures of one kind"))
    return False


def _member(axis: Axis, word: str) -> str:
    member = axis.find(word)
    return member.id if member else word


def _shared(name: str, spec: Share | Rate, divisor: str, desk: Desk) -> Family | None:
    where = desk.where(name)
    source = source_of(spec.of, desk, where)
    if source is None:
        return None
    family, fixed = source
    axes = with_place(tuple(a for a in family.axes if a.name not in fixed), divisor, desk)
    axes = with_parents(axes, (spec.of, divisor), desk, where)
    facts: dict[tuple[str, ...], Fact] = {}
    for members in keys(axes):
        given = dict(zip((a.name for a in axes), (m.id for m in members), strict=True))
        part = operand(spec.of, desk, where, given)
        whole = operand(divisor, desk, where, _given_whole(given, part, divisor, spec, desk)) if part else None
        if part is None or whole is None or (isinstance(spec, Share) and not _comparable(part, whole, desk, where)):
            return None
        if isinstance(spec, Share) and not spec.base and not _denominator_named(part, whole, desk, where):
            return None
        key: Key = tuple(given.items())
        facts[tuple(given.values())] = (
            share(name, key, spec, part, whole) if isinstance(spec, Share) else rate(name, key, spec, part, whole)
        )
    return Family(name, spec, axes, facts, family.dataset) if facts else None


def _denominator_named(part: Fact, whole: Fact, desk: Desk, where: Where) -> bool:
    """Whether it is plain what a share is of: parts that do not add up to their total make two shares of one part."""
    if whole.computed is None or whole.published is None or part.id == whole.id:
        return True
    ours, theirs = (f"{float(x):,.10g}" for x in (whole.computed, whole.published.value))
    message = f'"{where.key[0]}" is a share of "{whole.id}", which is {ours} by its parts and {theirs} as published'
    which = "published total" if whole.published.printed else "sum of the parts"
    hint = f"the {which} is what prints; say so with `base:`, as in  base: the {which}"
    desk.problems.append(problem("F040", message, where, help=hint))
    return False


def _given_whole(given: Mapping[str, str], part: Fact, divisor: str, spec: Share | Rate, desk: Desk) -> dict[str, str]:
    """What is fixed of the divisor: its year is the part's own; a rate's population may be of another year."""
    family = desk.families.get(divisor.partition("[")[0].strip())
    years = family.axis("year") if family else None
    if years is None or (isinstance(spec, Rate) and years.find(part.period) is None):
        return {k: v for k, v in given.items() if k != "year"}
    return year_of(part) | dict(given)


def _ordered(name: str, spec: Rank | Middle, desk: Desk) -> tuple[Family, tuple[str, ...], Axis] | None:
    """The family whose figures are put in an order, what is fixed of it, and the dimension of those in the order.

    None, with the problem noted, where the figures are not by that dimension.
    """
    where = desk.where(name)
    source = source_of(spec.of, desk, where)
    if source is None:
        return None
    family, fixed = source
    among = family.axis(spec.among)
    if among is None:
        hint = f'"{spec.of}" is by {", ".join(a.name for a in family.axes) or "nothing"}'
        desk.problems.append(problem("F008", f'"{spec.of}" cannot be ranked among "{spec.among}"', where, help=hint))
        return None
    return family, fixed, among


def _ranked(name: str, spec: Rank, desk: Desk) -> Family | None:
    ordered = _ordered(name, spec, desk)
    if ordered is None:
        return None
    (family, fixed, among), where = ordered, desk.where(name)
    every = not spec.item or (spec.item == "here" and among.name == "place")
    item = None if every else among.find(spec.item)
    if item is None and not every:
        desk.problems.append(
            problem(
                "F002",
                f'"{spec.of}" has no member "{spec.item}"',
                desk.where(name, "item"),
                help=f"its members are {', '.join(m.id for m in among.parts())}",
            )
        )
        return None
    year = _year_named(spec.period, family)
    rest = tuple(a for a in family.axes if a.name not in (*fixed, spec.among, "year"))
    axes = rest if item else (Axis(among.name, among.parts()), *rest)
    facts: dict[tuple[str, ...], Fact] = {}
    for members in keys(rest):
        given = dict(zip((a.name for a in rest), (m.id for m in members), strict=True))
        others = (operand(spec.of, desk, where, year | given | {spec.among: m.id}) for m in among.parts())
        found = [f for f in others if f is not None]
        field = field_of(spec, found)
        for mine in found:
            chosen = mine.member(spec.among)
            if every or (item is not None and chosen == item.id):
                key = ((spec.among, chosen), *given.items()) if every else tuple(given.items())
                facts[tuple(id_ for _, id_ in key)] = rank(name, key, spec, mine, field)
    return Family(name, spec, axes, facts, family.dataset)


def _in_the_middle(name: str, spec: Middle, desk: Desk) -> Family | None:
    """Of every year, so that a figure is compared with the middle of its own."""
    ordered = _ordered(name, spec, desk)
    if ordered is None:
        return None
    (family, fixed, among), where = ordered, desk.where(name)
    axes = tuple(a for a in family.axes if a.name not in (*fixed, spec.among))
    facts: dict[tuple[str, ...], Fact] = {}
    for members in keys(axes):
        given = dict(zip((a.name for a in axes), (m.id for m in members), strict=True))
        found = (operand(spec.of, desk, where, given | {spec.among: m.id}) for m in among.parts())
        field = [f for f in found if f is not None]
        if field:
            facts[tuple(given.values())] = middle(name, tuple(given.items()), spec, field)
    return Family(name, spec, axes, facts, family.dataset)
