"""The description of a project's data files."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from report_builder.tables.described_text import figures_of
from report_builder.tables.spec import DatasetsFile
from report_builder.tables.units import parse_unit
from tables.describe import WIDE, spec_of


def errors_of(content: Any) -> list[tuple[tuple[str | int, ...], str]]:
    """Place and type of each validation error."""
    with pytest.raises(ValidationError) as caught:
        DatasetsFile.model_validate(content)
    return [(tuple(p for p in e["loc"] if not str(p).startswith("kind:")), e["type"]) for e in caught.value.errors()]


def test_every_key_but_sources_is_a_dataset() -> None:
    """Datasets stand at the top of the file, beside the sources that may be cited."""
    file = DatasetsFile.model_validate({"sources": {"bbc": {"text": "BBC"}}, "forces": WIDE, "others": WIDE})
    assert ["forces", "others"] == list(file.datasets)
    assert "BBC" == file.sources["bbc"].text


def test_errors_stand_where_people_typed() -> None:
    """Unknown keys and wrong values are all reported, each under the key path of the YAML file."""
    rows = {"column": "Police force", "colum": "x", "parts": "seperate"}
    content = {"forces": {**WIDE, "rows": rows, "figures": "about right", "retrieved": "yesterday"}, "Bad": WIDE}
    assert [
        (("forces", "figures"), "datasets"),
        (("forces", "retrieved"), "datasets"),
        (("forces", "rows", "colum"), "extra_forbidden"),
        (("forces", "rows", "parts"), "literal_error"),
    ] == [error for error in sorted(errors_of(content)) if error[0][0] == "forces"]
    assert ("Bad",) in [place for place, _ in errors_of(content)]


@pytest.mark.parametrize("path", ["../secret.csv", "/etc/passwd", "C:\\data.csv", "a/../../b.csv", "", "..\\x.csv"])
def test_paths_stay_inside(path: str) -> None:
    """A data file lies beside its description."""
    assert [(("forces", "file"), "datasets")] == errors_of({"forces": {**WIDE, "file": path}})


@pytest.mark.parametrize(
    "changes",
    [
        {"years": {"run": "1 April to 31 March"}},
        {"years": {"columns": "2017/18", "column": "Year"}},
        {"years": {"columns": "2017/18", "run": "April"}},
        {"value": "Offences"},
        {"figures": None},
        {"unit": None},
        {"first_row": "1"},
        {"header_row": "0"},
        {"rows": "Police force"},
        {"cells": [{"is": "part year"}]},
        {"cells": [{"place": "gwent"}]},
        {"cells": [{"place": "gwent", "is": "partial"}]},
    ],
)
def test_what_does_not_fit_together(changes: dict[str, Any]) -> None:
    """Contradictions and gaps in a description are found before a file is read."""
    assert 1 == len(errors_of({"forces": {**WIDE, **changes}}))


def test_values_may_be_numbers() -> None:
    """A year or heading that arrives as a number is the text that was typed."""
    spec = spec_of(years={"columns": [2017, 2018]}, header_row="4", cells=[{"year": 2017, "is": "revised"}])
    assert spec.years is not None
    assert ("2017", "2018") == spec.years.columns
    assert (4,) == spec.header_rows
    assert {"year": ("2017",)} == spec.cells[0].selectors


def test_several_rows() -> None:
    """Rows may be named by one column or by several."""
    two = [{"column": "Force", "are": "place"}, {"column": "Age"}]
    assert ("Police force",) == tuple(rows.column for rows in spec_of().dimensions)
    assert ("Force", "Age") == tuple(rows.column for rows in spec_of(rows=two).dimensions)
    assert () == spec_of(rows=None).dimensions


def test_path_is_beside_the_description() -> None:
    """Data files are found from where datasets.yml lies."""
    assert "data/forces.csv" == spec_of().path("data/datasets.yml")


def test_negative_figures() -> None:
    """Only differences may be negative, unless the description says otherwise."""
    assert not spec_of().allows_negative("offences")
    assert spec_of().allows_negative("points")
    assert spec_of(below_zero="allowed").allows_negative("offences")
    assert not spec_of(below_zero="never").allows_negative("points")


def test_units_have_one_spelling() -> None:
    """Per cent and pounds are one unit each, however they are written."""
    assert ["percent", "percent", "GBP", "points", "offences"] == [
        parse_unit(text).name for text in ("%", "per cent", "£", "percentage points", "offences")
    ]


def test_figures_must_have_been_validated() -> None:
    """Reading unvalidated words is a mistake of the program, and says so."""
    with pytest.raises(ValueError, match="not validated"):
        figures_of("about right")
