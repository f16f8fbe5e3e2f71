"""Datasets as JSON for the cache: plain data, exact numbers as "n/d"; never pickle, which runs what it reads."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import Any

from msgspec.structs import fields

from report_builder.tables.dataset import Cell, Dataset, Dimension, Measure, Member, Standing
from report_builder.tables.periods import Period
from report_builder.tables.protection import Protection

VERSION = 2
_PLAIN = tuple(f.name for f in fields(Dataset) if f.type is str)


def to_json(dataset: Dataset) -> bytes:
    """The dataset as JSON, the same bytes for the same dataset."""
    content: dict[str, Any] = {name: getattr(dataset, name) for name in _PLAIN}
    content |= {
        "version": VERSION,
        "year": _from_period(dataset.year),
        "codes": dict(dataset.codes),
        "protection": dataset.protection and dataset.protection.model_dump(mode="json", by_alias=True),
        "dimensions": [
            [d.name, d.make_up, d.overlapping, d.complete, [_from_member(member) for member in d.members]]
            for d in dataset.dimensions
        ],
        "measures": [[m.id, m.unit, str(m.step), m.what, m.estimate] for m in dataset.measures],
        "cells": [[list(key), _from_cell(cell)] for key, cell in dataset.cells.items()],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def from_json(data: bytes) -> Dataset | None:
    """The dataset that `to_json` wrote; None for anything else, which the cache takes for a miss."""
    try:
        content = json.loads(data)
        if content["version"] != VERSION:
            return None
        plain: dict[str, Any] = {name: _text(content[name]) for name in _PLAIN}
        return Dataset(
            **plain,
            year=_to_period(content["year"]),
            codes={_text(text): _text(reason) for text, reason in content["codes"].items()},
            dimensions=tuple(_to_dimension(*entry) for entry in content["dimensions"]),
            measures=tuple(Measure(id, unit, Fraction(step), *more) for id, unit, step, *more in content["measures"]),
            protection=Protection.model_validate(content["protection"]) if content["protection"] else None,
            cells={tuple(map(_text, key)): _to_cell(*entry) for key, entry in content["cells"]},
        )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, ZeroDivisionError):
        return None


def _from_cell(cell: Cell) -> list[object]:
    exact = [None if number is None else str(number) for number in (cell.value, cell.low, cell.high)]
    remarks = [cell.reason, cell.covers, cell.note, cell.source, "" if cell.base is None else str(cell.base)]
    return [*exact, cell.standing.value, cell.text, cell.row, cell.column, *(remarks if any(remarks) else ())]


def _to_cell(
    value: str | None, low: str | None, high: str | None, standing: str, text: str, row: int, column: str, *remarks: str
) -> Cell:
    figure, least, most = (None if number is None else Fraction(_text(number)) for number in (value, low, high))
    reason, covers, note, source, asked = map(_text, remarks or ("",) * 5)
    base = Fraction(asked) if asked else None
    place = (_text(text), int(row), _text(column))
    return Cell(figure, least, most, Standing(standing), *place, reason, covers, note, source, base)


def _to_dimension(name: str, make_up: str, overlapping: bool, complete: bool, members: list[list[Any]]) -> Dimension:
    listed = tuple(
        Member(_text(id), _text(name), total, _to_period(period), _text(part_of))
        for id, name, total, period, part_of in members
    )
    return Dimension(_text(name), listed, _text(make_up), overlapping, complete)


def _from_member(member: Member) -> list[object]:
    return [member.id, member.name, member.total, _from_period(member.period), member.part_of]


def _from_period(period: Period | None) -> list[str] | None:
    return None if period is None else [period.id, period.start.isoformat(), period.end.isoformat()]


def _to_period(entry: list[str] | None) -> Period | None:
    return None if entry is None else Period(_text(entry[0]), *(date.fromisoformat(day) for day in entry[1:3]))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"not text: {value!r}")
    return value
