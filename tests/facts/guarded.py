"""Small protected datasets, and their facts as they may be printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from facts.made import facts_of, read
from report_builder.facts.family import Facts
from report_builder.facts.gather import Files
from report_builder.facts.protect import protect
from report_builder.problems import Problem
from report_builder.tables.dataset import Dataset
from report_builder.tables.protection import Protection

FACTS, DATASETS = "report/facts.yml", "data/datasets.yml"
CELLS: dict[str, Any] = {"kind": "sum", "data": "t", "each": ["row", "column"]}


def crossed(text: str, protect: Mapping[str, Any] | None = None, name: str = "t", **spec: Any) -> Dataset:
    """A dataset of rows by columns, both of which add up to "all"."""
    base = {
        "file": f"{name}.csv",
        "what": "People counted",
        "figures": "whole numbers, exact",
        "unit": "people",
        "value": "Count",
        "year": "2024",
        "rows": [
            {"column": "Row", "are": "row", "make_up": "all"},
            {"column": "Column", "are": "column", "make_up": "all"},
        ],
    }
    made = read(name, text, {**base, **spec})
    return replace(made, protection=None if protect is None else Protection.model_validate(protect))


def protected(
    entries: Mapping[str, Any], *datasets: Dataset, earlier: Mapping[str, bytes] = {}, here: str = "all"
) -> tuple[Facts, tuple[Problem, ...]]:
    """The facts of entries as they may be printed, and what protection says of them but that it withheld some."""
    facts, problems = facts_of(entries, *datasets, here=here)
    assert () == problems
    out, found = protect(facts, Files(FACTS, DATASETS, earlier))
    return out, tuple(p for p in found if p.code != "V009")


def printed(facts: Facts, family: str) -> dict[str, int | None]:
    """The printed figures of a family by id, None for what is withheld or missing."""
    return {f.id: None if f.value is None else int(f.value) for f in facts.families[family].facts.values()}
