"""`layout: back to back`: an edition for each area, one PDF in all languages, and each other format in each."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from calling import Call
from report_builder.build import build_edition, editions_of, load, prepare
from report_builder.cache import Cache
from report_builder.problems import ReportError
from report_builder.verify.check import verify

from .made import change, with_editions
from .running import reports
from .test_languages import EDITIONS, WORDS

NAME = "bus-stops-northtown-en-GB-cy"


@pytest.fixture
def both(project: Path) -> Path:
    """The small project with most of a Welsh translation, both languages in one PDF."""
    with_editions(project, EDITIONS + "layout: back to back\n")
    change(project, "report/sections/cover.md", "claim:growth", 'claim:growth "or phrase"')
    shutil.copytree(WORDS, project / "report/cy")
    change(project, "report/cy/sections/cover.md", "claim:growth", 'claim:growth "or phrase"')
    return project


def test_one_pdf_for_each_area(call: Call, both: Path, tmp_path: Path) -> None:
    """Listed with both languages; `--lang` chooses it by either; built alone it has the same bytes."""
    assert "en-GB cy" in call("editions", "list", both).out
    out, alone = tmp_path / "out", tmp_path / "alone"
    outcome = call("build", "--all-editions", "-o", out, both)
    assert (0, "2 of 2 editions built") == (outcome.exit_code, outcome.out.splitlines()[-1])
    assert ["bus-stops-exampleshire-en-GB-cy.pdf", f"{NAME}.pdf"] == sorted(p.name for p in out.glob("*.pdf"))
    assert 0 == call("build", "--edition", "northtown", "--lang", "cy", "-o", alone, both).exit_code
    assert reports(alone).items() <= reports(out).items()
    assert 3 == len(reports(alone))


def test_it_agrees_with_the_ledger_of_each_language(both: Path) -> None:
    """Each is inside, about its own pages, and beside the file; a number that one does not explain is found."""
    built = build_edition(prepare(load(both)), editions_of(load(both))[1])
    pdf, *ledgers = built.files
    found = verify(pdf.data, pdf.name)
    assert () == found.problems
    assert ["en-GB", "cy"] == [ledger.report.language for ledger in found.ledgers]
    first, second = (ledger.report for ledger in found.ledgers)
    assert (1, first.pages + 1, pdf.pages) == (first.first_page, second.first_page, first.pages + second.pages)
    assert ["facts.en-GB.json", "facts.cy.json"] == [f.name for f in ledgers]
    pages = {page for fact in found.ledgers[1].facts for page in fact.pages}
    assert pages
    assert min(pages) >= second.first_page


def test_other_formats_are_of_one_language(call: Call, both: Path) -> None:
    """A web page for each, named as if the languages were separate."""
    outcome = call("build", "--edition", "northtown", "--formats", "html", both)
    assert 0 == outcome.exit_code
    names = {p.name for p in (both / "build").glob("*northtown*")}
    pages = {"bus-stops-northtown-en-GB.html", "bus-stops-northtown-cy.html"}
    assert pages <= names
    assert f"{NAME}.pdf" not in names


def test_one_language_that_fails_keeps_the_file_from_being_made(both: Path) -> None:
    """Its problems are told with those of the other, each once."""
    (both / "report/cy/sections/stops.md").unlink()
    with pytest.raises(ReportError) as failed:
        build_edition(prepare(load(both)), editions_of(load(both))[0], Cache())
    assert 1 == [p.code for p in failed.value.problems].count("E010")


def test_a_pack_is_in_one_language(call: Call, both: Path) -> None:
    """Two of each area, which a run that was stopped goes on with as such."""
    outcome = call("pack", "--edition", "northtown", "-j", 1, both)
    assert 0 == outcome.exit_code, outcome.err
    packs = sorted(path.name for path in (both / "build").glob("*.zip"))
    assert 2 == len(packs)
    (both / "build" / packs[0]).unlink()
    outcome = call("editions", "resume", "-j", 1, both)
    assert (0, "2 of 2 editions packed, 1 of them before") == (outcome.exit_code, outcome.out.splitlines()[-1])
    assert packs == sorted(path.name for path in (both / "build").glob("*.zip"))
