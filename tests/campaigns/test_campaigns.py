"""Two whole campaigns: the example, and one of other data, another brand and other sections."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from example import ROOT
from pdf.reading import collisions, faults, read, validated
from report_builder.build import Built, build, load
from report_builder.cache import Cache

from .reading_order import reading_order

HERE = Path(__file__).parent
CAMPAIGNS = {"example": ROOT, "second": HERE / "second"}
SAID = {
    "example": [],
    "second": ['"reader-1" is waiting for its speaker\'s approval'],  # the campaign shows a quote that waits
}


@cache
def built(name: str) -> Built:
    return build(load(CAMPAIGNS[name], Cache()), Cache())


def pdf(name: str) -> bytes:
    return next(f.data for f in built(name).files if f.name.endswith(".pdf"))


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_a_sound_campaign_raises_no_alarm(name: str) -> None:
    """Nothing is reported of a campaign but what it is meant to show."""
    assert SAID[name] == [p.message for p in built(name).checked.problems]


def test_files_conform(tmp_path: Path) -> None:
    """veraPDF finds nothing against PDF/UA-1 and PDF/A-3a."""
    for name in CAMPAIGNS:
        (tmp_path / f"{name}.pdf").write_bytes(pdf(name))
    assert [] == validated(sorted(tmp_path.glob("*.pdf")))


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_pages_are_whole(name: str) -> None:
    """Every mark has its owner, and no words stand on other words."""
    reading = read(pdf(name))
    assert ([], []) == (faults(reading), collisions(reading))


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_it_reads_as_before(name: str, request: pytest.FixtureRequest) -> None:
    """What a screen reader says, from the cover to the contact lines; `--regenerate` writes it anew."""
    golden = HERE / f"{name}.txt"
    text = reading_order(read(pdf(name)))
    if request.config.getoption("--regenerate"):
        golden.write_text(text, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == text
