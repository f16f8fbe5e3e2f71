"""`schema`: what editors need to complete and check a project's files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from calling import Call

FILES = {
    "report": "report/report.yml",
    "facts": "report/facts.yml",
    "quotes": "report/quotes.yml",
    "asks": "report/asks.yml",
    "approvals": "report/approvals.yml",
    "datasets": "data/datasets.yml",
    "brand": "assets/brand/_brand.yml",
}


def _as_an_editor_reads(path: Path) -> Any:
    """The file with plain numbers as numbers; a date stays text."""
    return json.loads(json.dumps(yaml.safe_load(path.read_text(encoding="utf-8")), default=str))


def test_one_document_or_one_file_each(call: Call, tmp_path: Path) -> None:
    """The same schemas either way."""
    printed = json.loads(call("schema").out)
    outcome = call("schema", "-o", tmp_path / "schemas")
    assert 0 == outcome.exit_code
    written = {p.name: json.loads(p.read_text(encoding="utf-8")) for p in (tmp_path / "schemas").iterdir()}
    assert {f"{name}.schema.json": schema for name, schema in printed.items()} == written


@pytest.mark.parametrize(("name", "file"), FILES.items())
def test_a_file_that_builds_is_not_underlined_by_an_editor(call: Call, project: Path, name: str, file: str) -> None:
    """Each schema accepts the file of a project that builds, and refuses a key that nobody reads."""
    schema = json.loads(call("schema").out)[name]
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    data = _as_an_editor_reads(project / file)
    assert [] == [e.message for e in validator.iter_errors(data)]
    if name not in ("facts", "asks", "datasets"):  # their keys are names
        assert not validator.is_valid({**data, "colour_of_the_moon": "silver"})
