"""The example report of the repository's root, built once for all tests that read it."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from report_builder.build import Built, build, load
from report_builder.cache import Cache
from report_builder.facts.ledger import Ledger, read

ROOT = Path(__file__).parents[1]


ONE_PLACE = """areas:
  wales: {name: Wales, in: in Wales, of: of Wales, police: Police forces in Wales}
languages: [en-GB]
"""


def copy_of_example(folder: Path) -> Path:
    """A copy of the example as a report on Wales in English alone, for tests to spoil."""
    for name in ("report", "data", "assets"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.rmtree(folder / "report/cy")
    (folder / "report/editions.yml").write_text(ONE_PLACE, encoding="utf-8")
    return folder


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
