"""The report on two pages, in both languages and at more than one place."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from example import ROOT, copy_of_example
from pdf.reading import faults, read, spoken, validated
from report_builder.build import Built, build, build_edition, editions_of, load, prepare
from report_builder.cache import Cache
from report_builder.pipe.edition import Edition
from report_builder.pipe.prepare import Prepared
from report_builder.project.model import Project

CHOSEN = [("wales", "en-GB"), ("wales", "cy"), ("gwent", "en-GB")]


def on_two_pages(project: Project) -> Project:
    return replace(project, report=project.report.model_copy(update={"layout": "two-page"}))


@cache
def prepared() -> Prepared:
    return prepare(on_two_pages(load(ROOT, Cache())), Cache())


@cache
def pdf(area: str, language: str) -> bytes:
    edition = next(e for e in editions_of(prepared().project) if (e.area, e.language) == (area, language))
    return _pdf(build_edition(prepared(), Edition(area, language, edition.name), Cache()))


def _pdf(built: Built) -> bytes:
    return next(f.data for f in built.files if f.name.endswith(".pdf"))


@pytest.mark.parametrize(("area", "language"), CHOSEN)
def test_it_has_two_pages_that_are_whole(area: str, language: str) -> None:
    """Two pages, tagged as all others are."""
    reading = read(pdf(area, language))
    assert (2, []) == (len(reading.pages), faults(reading))


def test_it_conforms(tmp_path: Path) -> None:
    """veraPDF finds nothing in either language."""
    for area, language in CHOSEN:
        (tmp_path / f"{area}-{language}.pdf").write_bytes(pdf(area, language))
    assert validated(sorted(tmp_path.glob("*.pdf"))) == []


def test_it_says_what_a_minister_needs() -> None:
    """Headline, cards, chart, then quote, asks, sources, support lines, contact and imprint, in that order."""
    said = " ".join(spoken(read(pdf("wales", "en-GB"))).split())
    wanted = [
        "have more than doubled",
        "Police forces in Wales recorded 554 offences",
        "of victims were girls",
        "South Wales recorded the most",
        "We need ambitious regulation",
        "What we ask",
        " Sources ",
        "0800 1111",
        "Example press office",
        "not an NSPCC publication",
    ]
    places = [said.find(words) for words in wanted]
    assert -1 not in places
    assert sorted(places) == places
    assert "It is clear that much of this abuse" not in said


def test_a_report_without_a_cover_opens_with_its_title(tmp_path: Path) -> None:
    """Nothing of the layout depends on there being a cover, a summary or a quote."""
    folder = copy_of_example(tmp_path)
    text = (folder / "report/report.yml").read_text(encoding="utf-8")
    for name in ("cover", "summary", "quotes"):
        text = text.replace(f"  - {name}\n", "")
    (folder / "report/report.yml").write_text(text, encoding="utf-8")
    reading = read(_pdf(build(on_two_pages(load(folder, Cache())), Cache(), draft=True)))
    assert (2, []) == (len(reading.pages), faults(reading))
    assert spoken(reading).strip().startswith("Online grooming offences in Wales")
