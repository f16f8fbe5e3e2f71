"""The example report of the repository's root, built once for all tests that read it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from report_builder.build import Built, build, load
from report_builder.cache import Cache
from report_builder.facts.ledger import Ledger, read

ROOT = Path(__file__).parents[1]


@cache
def example() -> Built:
    """The finished files of the example."""
    return build(load(ROOT, Cache()), Cache())


def example_pdf() -> bytes:
    return next(f.data for f in example().files if f.name.endswith(".pdf"))


def example_ledger() -> Ledger:
    found = read(next(f.data for f in example().files if f.name == "facts.json"))
    assert isinstance(found, Ledger), found
    return found
