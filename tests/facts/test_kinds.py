"""The pages on the kinds of fact say what the code knows."""

from __future__ import annotations

import pytest
import yaml

from report_builder.facts import spec
from report_builder.facts.kinds import KINDS, Kind


def test_every_kind_is_told_once() -> None:
    """In the order in which they can be chosen."""
    assert spec.KINDS == tuple(kind.name for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_example_is_one_of_its_kind(kind: Kind) -> None:
    """It can be pasted into facts.yml."""
    entry = {"label": "what it is", **yaml.safe_load(kind.example)}
    assert kind.name == spec.FactsFile.model_validate({"name": entry}).root["name"].kind
