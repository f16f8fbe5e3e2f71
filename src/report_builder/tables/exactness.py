"""The part of a proposed entry that says what figures are counted in, and how exact they look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import gcd
from typing import Any

from report_builder.tables.clean import parse_number
from report_builder.tables.draft import Draft
from report_builder.tables.roles import Column

FEWEST = 10  # figures that must all be multiples before they are taken to be rounded
_STEPS = (1000, 100, 10, 5)
_PLACES = ("", "one decimal place", "two decimal places", "three decimal places")


def describe_units(draft: Draft, columns: Mapping[str, Column]) -> None:
    """Adds unit and exactness: of the whole where all figures are alike, else of each measure that differs."""
    measures: dict[str, dict[str, Any]] = draft.entry.get("measures", {})
    own = {id: columns[m["column"]] for id, m in measures.items() if m["column"] in columns}
    used = list(own.values()) or list(columns.values())
    plain = [column for column in used if not column.unit] or used
    draft.guess(exactness(plain), "figures", why="as they look; or are they rounded?")
    if plain[0].unit:
        draft.guess(plain[0].unit, "unit", why="a guess: check it")
    else:
        draft.ask("unit", what="what is counted, as in offences")
    for id, column in own.items():
        if column.unit and column.unit != draft.entry["unit"]:
            draft.guess(column.unit, "measures", id, "unit", why="a guess: check it")
        if (found := exactness([column])) != draft.entry["figures"]:
            measures[id]["figures"] = found
    if any(column.negative for column in used):
        draft.entry["below_zero"] = "allowed"


def exactness(columns: Sequence[Column]) -> str:
    """How exact the figures look, in the words of `figures:`."""
    decimals = max(column.decimals for column in columns)
    if decimals:
        return _PLACES[decimals] if decimals < len(_PLACES) else "exact"
    numbers = [n for column in columns for text in column.said if (n := parse_number(text.rstrip("%"))) is not None]
    step = gcd(*(int(number) for number in numbers))
    if len(numbers) >= FEWEST and (nearest := next((s for s in _STEPS if step and step % s == 0), 0)):
        return f"rounded to the nearest {nearest}"
    return "rounded to whole per cents" if columns[0].unit == "percent" else "whole numbers, exact"
