"""Which members of a dataset an entry reads, and which choices cannot be added up."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from report_builder.facts.family import Axis
from report_builder.facts.spec import FromData
from report_builder.problems import Problem, Where, problem
from report_builder.tables.dataset import Dataset, Dimension, Member

_ADDED = ("sum", "mean", "median")
_PARTS_OF_ONE_WHOLE_ONLY = ("percent", "percent change", "points", "times")


def chosen(spec: FromData, dimension: Dimension) -> tuple[Member, ...]:
    """The members that `where:` names; without a word of it all but those that are sums of others."""
    words = spec.where.get(dimension.name)
    if words is None:
        return tuple(m for m in dimension.members if not m.total)
    axis = Axis(dimension.name, dimension.members)
    wanted = {m.id for word in words if (m := axis.find(word))}
    return tuple(m for m in dimension.members if m.id in wanted)


def wrong_choices(name: str, spec: FromData, dataset: Dataset, where: Where) -> Iterator[Problem]:
    """What is wrong with the rows an entry reads: names that are not there, and rows that cannot be added."""
    dimensions = {d.name: d for d in dataset.dimensions}
    for key, words in spec.where.items():
        at = Where(where.file, key=(*where.key, "where", key))
        if key not in dimensions:
            known = ", ".join(dimensions) or "nothing"
            yield problem("F019", f'"{dataset.id}" is not by "{key}"', at, help=f"it is by {known}")
            continue
        axis = Axis(key, dimensions[key].members)
        for word in words:
            if axis.find(word) is None:
                message = f'"{dataset.id}" has no {key} "{word}"'
                yield problem("F019", message, at, help=_did_you_mean(word, axis))
    for dimension in dataset.dimensions:
        if dimension.name not in spec.each:
            yield from _not_added(name, spec, dataset, dimension, where)


def _not_added(name: str, spec: FromData, dataset: Dataset, dimension: Dimension, where: Where) -> Iterator[Problem]:
    rows = chosen(spec, dimension)
    if len(rows) < 2 or spec.kind not in _ADDED:
        return
    unit = next((m.unit for m in dataset.measures if m.id == spec.column), dataset.measures[0].unit)
    if dimension.overlapping:
        words = f'"{name}" adds up {dimension.name}s that overlap: one case can count in several of them'
        yield problem("F012", words, where, help="use `each:` to print them apart; they cannot be added")
    if any(m.total for m in rows):
        total = next(m.name for m in rows if m.total)
        yield problem("F022", f'"{name}" adds "{total}", a total, to other rows', where, help="choose one or the other")
    elif spec.kind == "sum" and unit in _PARTS_OF_ONE_WHOLE_ONLY and dimension.name in ("place", "year"):
        words = f'"{name}" adds percentages of different {dimension.name}s'
        yield problem("F023", words, where, help=f"use `each: [{dimension.name}]` to print them apart")


def _did_you_mean(word: str, axis: Axis) -> str:
    names = {text: m.name for m in axis.members for text in (m.id, m.name)}
    close = difflib.get_close_matches(word, names, 1)
    return f'did you mean "{names[close[0]]}"?' if close else f"it has {', '.join(m.name for m in axis.members[:12])}"
