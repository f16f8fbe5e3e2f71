"""The ledger: every fact of a report as JSON, with all that makes it checkable."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from report_builder.facts.fact import Fact
from report_builder.facts.family import Facts
from report_builder.facts.interval import Interval

VERSION = 1


def ledger(facts: Facts, report: Mapping[str, str], printed: Mapping[str, Sequence[str]]) -> bytes:
    """The ledger of a report as UTF-8 JSON, the same bytes for the same facts.

    `report` says of which report; `printed` lists where each fact stands, by id. Numbers are exact: whole numbers and
    decimals as such, other fractions as "n/d".
    """
    rows = [entry(fact, printed.get(fact.id, ())) for fact in facts]
    document = {"ledger": VERSION, "report": dict(report), "facts": rows}
    return (json.dumps(document, ensure_ascii=False, indent=1, sort_keys=False) + "\n").encode()


def entry(fact: Fact, printed: Sequence[str] = ()) -> dict[str, Any]:
    """One fact as plain data; what does not apply to it is left out."""
    row: dict[str, Any] = {
        "id": fact.id,
        "label": fact.label,
        "kind": fact.kind,
        "unit": fact.unit,
        "value": _number(fact.value),
        "interval": _interval(fact.interval),
        "wording": fact.wording,
        "reason": fact.reason,
        "place": fact.place_name,
        "period": fact.period,
        "from": fact.from_period,
        "base": fact.base,
        "base_fact": fact.base_fact,
        "base_size": fact.base_size,
        "computed": _number(fact.computed),
        "published": {
            "value": _number(fact.published.value),
            "source": fact.published.source,
            "printed": fact.published.printed,
            "because": fact.published.because,
        }
        if fact.published
        else None,
        "inputs": list(fact.inputs),
        "cells": [
            {"file": c.file, "sheet": c.sheet, "row": c.row, "column": c.column, "text": c.text} for c in fact.cells
        ],
        "shortfalls": [
            {
                "who": s.name,
                "period": s.period,
                "standing": s.standing.value,
                "reason": s.reason,
                "covers": s.covers,
                "note": s.note,
            }
            for s in fact.shortfalls
        ],
        "like_for_like": _like(fact),
        "accepted": [a.model_dump(mode="json", exclude_defaults=True) for a in fact.accepted],
        "sources": list(fact.sources),
        "printed": list(printed),
    }
    return {k: v for k, v in row.items() if v not in (None, "", [], {}) or k == "value"}


def _number(value: Fraction | None) -> int | float | str | None:
    if value is None:
        return None
    if value.denominator == 1:
        return int(value)
    exact = 10**6 % value.denominator == 0
    return float(value) if exact else f"{value.numerator}/{value.denominator}"


def _interval(interval: Interval | None) -> list[int | float | str | None] | None:
    return None if interval is None or interval.exact else [_number(interval.low), _number(interval.high)]


def _like(fact: Fact) -> dict[str, Any] | None:
    like = fact.like_for_like
    if like is None:
        return None
    return {"who": list(like.who), "to": _number(like.to), "from": _number(like.from_), "ratio": _number(like.ratio)}
