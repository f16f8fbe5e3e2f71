"""Remarks on cells (`cells:` in datasets.yml) laid over the cells that were read."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from report_builder.problems import Problem, Where, problem
from report_builder.tables.dataset import Cell, Dimension, Standing
from report_builder.tables.ids import make_id
from report_builder.tables.nearest import did_you_mean
from report_builder.tables.periods import parse_period
from report_builder.tables.spec import CellSpec

Cells = dict[tuple[str, ...], Cell]


def with_remarks(
    cells: Mapping[tuple[str, ...], Cell],
    remarks: tuple[CellSpec, ...],
    dimensions: tuple[Dimension, ...],
    run: str,
    where: Where,
) -> tuple[Cells, list[Problem]]:
    """The cells with their remarks, and a problem for each remark that fits none. `where` is that of the dataset."""
    out, problems = dict(cells), list[Problem]()
    remarked: dict[tuple[str, ...], int] = {}
    for i, remark in enumerate(remarks):
        at = replace(where, key=(*where.key, "cells", i))
        chosen, found = _chosen(remark, dimensions, run, at)
        keys = [] if found else [key for key in cells if _fits(key, remark, chosen)]
        if not found and not keys:
            found = [problem("D040", "no cell fits this remark", at, help="check its `measure:` and the rest together")]
        if twice := next((key for key in keys if key in remarked), None):
            message = f"entries {remarked[twice] + 1} and {i + 1} are both about {', '.join(filter(None, twice))}"
            found.append(problem("D041", message, at, help="put the two into one entry"))
        problems += found
        for key in keys:
            remarked[key] = i
            out[key] = _remarked(cells[key], remark)
    return out, problems


def _chosen(
    remark: CellSpec, dimensions: tuple[Dimension, ...], run: str, where: Where
) -> tuple[dict[int, set[str]], list[Problem]]:
    """Position of each dimension that is selected on, and the member ids."""
    chosen: dict[int, set[str]] = {}
    problems: list[Problem] = []
    positions = {dimension.name: i for i, dimension in enumerate(dimensions)}
    for name, typed in remark.selectors.items():
        at = replace(where, key=(*where.key, name))
        if name not in positions:
            message = f'the dataset has no "{name}" to choose cells by'
            help = did_you_mean(name, [*positions, "is", "note", "covers", "source", "measure"])
            problems.append(problem("D040", message, replace(at, on_key=True), help=help))
            continue
        members = {member.id: member.name for member in dimensions[positions[name]].members}
        ids = {id for text in typed if (id := _member(text, members, run))}
        for text in typed:
            if not _member(text, members, run):
                message = f'no {name} is called "{text}"'
                problems.append(problem("D040", message, at, help=did_you_mean(text, members)))
        chosen[positions[name]] = ids
    return chosen, problems


def _member(text: str, members: Mapping[str, str], run: str) -> str:
    """The id of the member meant by its id, its printed name or, for a year, any of its spellings; "" for none."""
    period = parse_period(text, run)
    named = (id for id, name in members.items() if name == text)
    candidates = (text, next(named, ""), make_id(text), period.id if period else "")
    return next((id for id in candidates if id in members), "")


def _fits(key: tuple[str, ...], remark: CellSpec, chosen: Mapping[int, set[str]]) -> bool:
    if remark.measure and remark.measure != key[0]:
        return False
    return all(key[1 + position] in ids for position, ids in chosen.items())


def _remarked(cell: Cell, remark: CellSpec) -> Cell:
    cell = replace(cell, covers=remark.covers, note=remark.note or cell.note, source=remark.source)
    if remark.standing == Standing.MISSING.value:
        reason = remark.note or cell.reason or "declared missing"
        return replace(cell, value=None, low=None, high=None, standing=Standing.MISSING, reason=reason)
    if remark.standing is None or cell.value is None:
        return cell
    return replace(cell, standing=Standing(remark.standing))
