"""Files as publishers made them, each with its description under tests/tables/shared and its reference figures."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from report_builder.problems import errors
from report_builder.project.yaml import parse
from report_builder.tables.dataset import Dataset
from report_builder.tables.load import dataset
from report_builder.tables.spec import DatasetsFile

FOLDER = Path(__file__).parents[2] / "../shared/data"
DESCRIBED = tuple(sorted((Path(__file__).parent / "shared").glob("*.yml")))
REASON = "the folder ../shared/data is not there"


@cache
def read(folder: str, id: str) -> Dataset:
    """The dataset of that id, read without an error."""
    described = next(path for path in DESCRIBED if path.stem == folder)
    parsed = parse(described.read_text("utf-8"), described.name)
    assert () == parsed.problems
    spec = DatasetsFile.model_validate(parsed.data).datasets[id]
    made, problems = dataset(id, spec, (FOLDER / folder / spec.file).read_bytes())
    assert () == errors(problems)
    assert made is not None
    return made


def ids(path: Path) -> list[str]:
    """The ids of the datasets that a description has."""
    return list(DatasetsFile.model_validate(parse(path.read_text("utf-8"), path.name).data).datasets)


def reference(folder: str) -> Any:
    """The figures that were worked out elsewhere."""
    return json.loads((FOLDER / folder / "reference.json").read_text("utf-8"))
