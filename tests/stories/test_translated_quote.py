"""A quote in a report of another language: the original with its translation, until the speaker approves that one."""

from __future__ import annotations

from pathlib import Path

import pytest

from calling import Call
from report_builder.build import Edition, load, prepare, view_of
from report_builder.document.blocks import QuoteBlock
from report_builder.sections.compose import compose

ENGLISH = "I would stop earlier if there were somewhere dry to stop."
WELSH = "Byddwn yn stopio’n gynt pe bai rhywle sych i stopio."


@pytest.fixture
def translated(project: Path) -> Path:
    quotes = project / "report/quotes.yml"
    quotes.write_text(quotes.read_text("utf-8") + f"    translations:\n      cy: {WELSH}\n", "utf-8")
    section = project / "report/sections/stops.md"
    section.write_text(section.read_text("utf-8") + "\n```quote\nquote: driver-2\n```\n", "utf-8")
    return project


def printed(project: Path, language: str) -> QuoteBlock:
    """The quote as an edition in a language prints it."""
    view, _ = view_of(prepare(load(project)), Edition("exampleshire", language, "bus-stops"))
    blocks = (b for s in compose(view).document.sections for b in s.blocks)
    return next(b for b in blocks if isinstance(b, QuoteBlock) and b.quote == "driver-2")


def test_it_stands_under_the_original(translated: Path) -> None:
    """Labelled and marked as Welsh, the original as English; in English nothing of it is seen."""
    block = printed(translated, "cy")
    assert ((ENGLISH,), "en-GB", (WELSH,), "cy") == (
        block.paragraphs,
        block.language,
        block.translation,
        block.translation_language,
    )
    assert "Cyfieithiad" in block.translation_label
    assert () == printed(translated, "en-GB").translation


def test_approved_it_is_the_speakers_own(translated: Path, call: Call) -> None:
    """Between quotation marks, and said to be an approved translation; altered, it is a mere translation again."""
    signed = ("--by", "A. Driver", "--author", "B. Writer", "--kept", "mail", "--language", "cy")
    assert 0 == call("approve", "quote", "driver-2", translated, *signed).exit_code
    block = printed(translated, "cy")
    assert ((WELSH,), "", ()) == (block.paragraphs, block.language, block.translation)
    assert "cyfieithiad a gymeradwywyd gan y siaradwr" in block.source
    assert ((ENGLISH,), ()) == (printed(translated, "en-GB").paragraphs, printed(translated, "en-GB").translation)
    quotes = translated / "report/quotes.yml"
    quotes.write_text(quotes.read_text("utf-8").replace("gynt", "hwyrach"), "utf-8")
    assert (ENGLISH,) == printed(translated, "cy").paragraphs
