"""Small datasets and facts files, as people would type them, for tests of facts, words and sections."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from report_builder.facts.compute import compute
from report_builder.facts.fact import Fact
from report_builder.facts.family import Facts
from report_builder.facts.spec import FactsFile
from report_builder.problems import Problem
from report_builder.tables.dataset import Dataset
from report_builder.tables.load import dataset
from report_builder.tables.spec import DatasetsFile

ROOT = Path(__file__).parents[2]
FILE = "report/facts.yml"

# what is known of the Welsh figures beside the numbers themselves, as in data/datasets.yml
WELSH: dict[str, Any] = {
    "file": "welsh-forces.csv",
    "what": "Offences recorded by police forces in Wales",
    "source": "page",
    "figures": "whole numbers, exact",
    "unit": "offences",
    "rows": {"column": "Police force", "are": "place", "make_up": "Wales", "parts": "separate"},
    "years": {"columns": "2017/18 to 2023/24", "run": "1 April to 31 March"},
    "codes": {"n/a": "no figure published"},
}
PART_YEAR = {"place": "dyfed_powys", "year": "2017/18", "is": "part year", "covers": "six of 12 months"}
IN_DOUBT = {"place": "gwent", "year": "2023/24", "is": "in doubt", "note": "The sum differs."}
ACCEPTED = {"because": "It is what was published.", "by": "A head", "date": "2024-10-31"}

OFFENCES: dict[str, Any] = {
    "label": "offences",
    "kind": "sum",
    "data": "forces",
    "each": ["place", "year"],
    "published": [
        {
            "place": "Wales",
            "year": "2023/24",
            "value": "554",
            "source": "paper",
            "print": "published",
            "because": "So.",
        },
        {"place": "Wales", "year": "2017/18", "value": "274", "source": "paper"},
    ],
}
GROWTH: dict[str, Any] = {"label": "growth", "kind": "ratio", "of": "offences", "from": "first", "to": "latest"}


def welsh_text(**cells: str) -> str:
    """The Welsh forces' figures, single cells changed: `dyfed_powys_2017="22"`."""
    head, *rows = (ROOT / "data/welsh-forces.csv").read_text("utf-8").splitlines()
    years = [heading[:4] for heading in head.split(",")]
    out = [head]
    for row in rows:
        values = row.split(",")
        place = values[0].lower().replace("-", "_").replace(" ", "_")
        changed = [cells.get(f"{place}_{year}", value) for year, value in zip(years, values, strict=True)]
        out.append(",".join([values[0], *changed[1:]]))
    return "\n".join(out) + "\n"


def read(name: str, text: str, spec: Mapping[str, Any]) -> Dataset:
    """The dataset of a CSV text, which must be without a fault."""
    described = DatasetsFile.model_validate({name: dict(spec)})
    made, problems = dataset(name, described.datasets[name], text.encode())
    assert made is not None, problems
    assert () == tuple(p for p in problems if p.code != "D031"), problems
    return made


def welsh(*remarks: Mapping[str, str], text: str = "") -> Dataset:
    """The Welsh forces; as the example has them unless other remarks on cells are given."""
    return read("forces", text or welsh_text(), {**WELSH, "cells": list(remarks or (PART_YEAR, IN_DOUBT))})


def table(text: str, name: str = "t", **spec: Any) -> Dataset:
    """A dataset of places by year, its description changed by `spec` (None takes a key away)."""
    base = {
        "file": "t.csv",
        "what": "Things counted",
        "figures": "whole numbers, exact",
        "unit": "things",
        "rows": {"column": "Place", "are": "place", "make_up": "All"},
        "years": {"columns": "2020 to 2022"},
        "codes": {"n/a": "no return"},
    }
    return read(name, text, {k: v for k, v in {**base, **spec}.items() if v is not None})


def parts(text: str, **spec: Any) -> Dataset:
    """A dataset named "t" of one column of figures, by kind."""
    changed = {"rows": {"column": "Kind", "are": "kind"}, "years": None, "value": "Share", "unit": "percent"}
    return table(text, **{**changed, "figures": "rounded to whole per cents", **spec})


def facts_of(
    entries: Mapping[str, Any], *datasets: Dataset, here: str = "Wales", parents: Mapping[str, str] = {}
) -> tuple[Facts, tuple[Problem, ...]]:
    """The facts of entries as they would stand in facts.yml, and what is wrong with them."""
    specs = FactsFile.model_validate({k: {"label": k, **v} for k, v in entries.items()}).root
    return compute(specs, {d.id: d for d in datasets}, here, FILE, parents)


def sound(
    entries: Mapping[str, Any], *datasets: Dataset, here: str = "Wales", parents: Mapping[str, str] = {}
) -> Facts:
    """The facts of entries with which nothing is wrong."""
    facts, problems = facts_of(entries, *datasets, here=here, parents=parents)
    assert () == problems
    return facts


def fact(facts: Facts, reference: str) -> Fact:
    """The fact of a reference, which must be there."""
    found = facts.reference(reference)
    assert isinstance(found, Fact), found
    return found


def codes_of(problems: tuple[Problem, ...]) -> list[str]:
    """The problems' codes, in order."""
    return [found.code for found in problems]


def story(growth: Mapping[str, Any] = {}, *remarks: Mapping[str, str], text: str = "", base: str = "274") -> Facts:
    """Offences and growth of the founding story; `growth` adds to the entry, `base` is the first published total."""
    published = [OFFENCES["published"][0], {**OFFENCES["published"][1], "value": base}]
    entries = {"offences": {**OFFENCES, "published": published}, "growth": {**GROWTH, **growth}}
    return sound(entries, welsh(*remarks, text=text))


def example() -> tuple[Facts, tuple[Problem, ...]]:
    """Every fact of the example campaign."""
    described = DatasetsFile.model_validate(yaml.load((ROOT / "data/datasets.yml").read_text("utf-8"), yaml.BaseLoader))
    datasets = {}
    for name, spec in described.datasets.items():
        made, _ = dataset(name, spec, (ROOT / "data" / spec.file).read_bytes())
        assert made is not None
        datasets[name] = made
    typed = yaml.load((ROOT / "report/facts.yml").read_text("utf-8"), yaml.BaseLoader)
    return compute(FactsFile.model_validate(typed).root, datasets, "Wales", FILE)
