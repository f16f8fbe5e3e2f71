"""Short ways to describe and read a small data file in a test."""

from __future__ import annotations

from typing import Any

from report_builder.problems import Problem
from report_builder.tables.dataset import Dataset
from report_builder.tables.load import dataset
from report_builder.tables.spec import DatasetsFile, DatasetSpec

FORCES = """\
Police force,2017/18,2018/19,2019/20
Dyfed-Powys,19,41,39
Gwent,44,26,n/a
"""

WIDE: dict[str, Any] = {
    "file": "forces.csv",
    "what": "Offences",
    "figures": "whole numbers, exact",
    "unit": "offences",
    "rows": {"column": "Police force", "are": "place"},
    "years": {"columns": "2017/18 to 2019/20", "run": "1 April to 31 March"},
    "codes": {"n/a": "no figure published"},
}


def spec_of(**changes: Any) -> DatasetSpec:
    """The description `WIDE` with changes; a value of None takes a key away."""
    content = {"forces": {**WIDE, **changes}}
    return DatasetsFile.model_validate(content).datasets["forces"]


def read_text(text: str, **changes: Any) -> tuple[Dataset, tuple[Problem, ...]]:
    """The dataset of a CSV text, which must be one, and its problems."""
    made, problems = dataset("forces", spec_of(**changes), text.encode())
    assert made is not None, problems
    return made, problems


def codes_of(problems: tuple[Problem, ...]) -> list[str]:
    """The problems' codes, in order."""
    return [found.code for found in problems]
