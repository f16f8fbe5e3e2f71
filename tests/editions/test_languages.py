"""A report in another language: its own words over the same numbers, and what is said of a translation."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from calling import Call
from report_builder.build import Checked, Edition, build_edition, check, check_edition, load, prepare, view_of
from report_builder.document.blocks import Cover, FigureBlock, QuoteBlock, TableBlock
from report_builder.document.printed import text_of
from report_builder.pipe.translations import units
from report_builder.problems import Problem
from report_builder.sections.social import compose_social

from .made import change, with_editions

EDITIONS = """areas:
  exampleshire:
    name: {en: Exampleshire, cy: Swydd Enghraifft}
    in: {en: in Exampleshire, cy: yn Swydd Enghraifft}
  northtown:
    name: {en: Northtown, cy: Trefogledd}
    in: {en: in Northtown, cy: yn Nhrefogledd}
    part_of: exampleshire
languages: [en-GB, cy]
"""
CLAIMED = "what is claimed of most differs: ranked-first in en-GB, lowest-ranked-first in cy"
WORDS = Path(__file__).parent / "welsh"


@pytest.fixture
def welsh(project: Path) -> Path:
    """The small project with most of a Welsh translation."""
    with_editions(project, EDITIONS)
    shutil.copytree(WORDS, project / "report/cy")
    return project


def in_welsh(project: Path) -> Checked:
    """The Welsh edition of the whole of Exampleshire, checked."""
    return check_edition(prepare(load(project)), Edition("exampleshire", "cy", "x"))


def of(code: str, project: Path) -> list[Problem]:
    """What `check` says with a code."""
    return [p for p in check(load(project)).problems if p.code == code]


def test_every_word_is_of_the_language_and_every_number_of_the_first(welsh: Path) -> None:
    """Title, labels, names of rows, phrases of places; the figures are those of the English edition."""
    checked = in_welsh(welsh)
    assert checked.composed is not None
    document = checked.composed.document
    assert ("cy", "Arosfannau bysiau heb gysgod") == (document.language, document.title)
    blocks = [b for s in document.sections for b in s.blocks]
    table = next(b for b in blocks if isinstance(b, TableBlock))
    assert ["Trefogledd", "Trefde", "Pont Orllewin", "Swydd Enghraifft"] == [text_of(r[0].runs) for r in table.body]
    chart = next(b for b in blocks if isinstance(b, FigureBlock))
    assert ["Trefogledd", "Trefde", "Pont Orllewin"] == [p.title for p in chart.chart.panels]
    english = check_edition(prepare(load(welsh)), Edition("exampleshire", "en-GB", "x"))
    assert english.facts is not None
    assert checked.facts is not None
    assert [(f.id, f.value) for f in english.facts] == [(f.id, f.value) for f in checked.facts]


def test_a_quote_stays_as_it_was_said(welsh: Path) -> None:
    """Marked as English, its translation under it and labelled as one."""
    composed = in_welsh(welsh).composed
    assert composed is not None
    quote = next(b for s in composed.document.sections for b in s.blocks if isinstance(b, QuoteBlock))
    assert ("en-GB", ("Cyfieithiad o’r geiriau.",)) == (quote.language, quote.translation)
    assert "Cyfieithiad, nid union eiriau’r siaradwr" == quote.translation_label


def test_the_imprint_says_who_reviewed_the_translation(welsh: Path) -> None:
    """Or that nobody did."""

    def imprint() -> str:
        composed = in_welsh(welsh).composed
        assert composed is not None
        assert isinstance(composed.document.cover, Cover)
        return composed.document.cover.lines[-1]

    assert "Nid yw’r testun Cymraeg wedi’i adolygu gan siaradwr Cymraeg." == imprint()
    assert 1 == len(of("E017", welsh))
    (welsh / "report/cy/translation.yml").write_text("reviewed_by: A. Darllenydd\n", encoding="utf-8")
    assert imprint().endswith("A. Darllenydd")
    assert [] == of("E017", welsh)


def test_what_is_not_translated_is_listed(welsh: Path) -> None:
    """Words print in the first language and are a warning; a whole section stops the edition, and no other one."""
    assert "Trefde" not in str(of("E011", welsh))
    change(welsh, "report/cy/datasets.yml", "Southtown: Trefde\n", "")
    change(welsh, "report/cy/facts.yml", "most:\n", "other:\n")
    said = " ".join(p.message for p in of("E011", welsh))
    assert '"Southtown"' in said
    assert "report/facts.yml not translated into cy: most" in said
    assert ['there is no "other" in report/facts.yml'] == [p.message for p in of("E014", welsh)]
    (welsh / "report/cy/sections/stops.md").unlink()
    assert ["report/sections/stops.md is not translated into cy"] == [p.message for p in of("E010", welsh)]
    assert "E010" in [p.code for p in in_welsh(welsh).problems]
    english = build_edition(prepare(load(welsh)), Edition("exampleshire", "en-GB", "x"))
    assert "E010" not in [p.code for p in english.checked.problems]


def test_a_translation_of_words_that_changed_is_told(welsh: Path, call: Call) -> None:
    """From when it was recorded of which words it is one."""
    assert 1 == len(of("E013", welsh))
    assert 0 == call("editions", "translated", "--lang", "cy", "--reviewed-by", "A. Darllenydd", welsh).exit_code
    assert [] == of("E013", welsh) + of("E012", welsh) + of("E017", welsh)
    change(welsh, "report/sections/stops.md", "Where the shelters are missing", "Where shelters are missing")
    change(welsh, "report/facts.yml", "label: people asked at bus stops", "label: people asked")
    assert ["changed since they were translated into cy: sections/stops.md, facts.yml: asked"] == [
        p.message for p in of("E012", welsh)
    ]
    assert 0 == call("editions", "translated", "--lang", "cy", welsh).exit_code
    assert [] == of("E012", welsh) + of("E017", welsh)
    assert 2 == call("editions", "translated", "--lang", "de", welsh).exit_code


def test_line_ends_and_spaces_are_no_change(welsh: Path) -> None:
    """The same words have the same hash however they are wrapped."""
    before = units(load(welsh))
    path = welsh / "report/sections/stops.md"
    path.write_text(path.read_text(encoding="utf-8").replace("has [the most]", "has\n[the most]"), encoding="utf-8")
    assert before == units(load(welsh))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("{bare[northtown]}", "72", "the translation lacks bare[northtown]"),
        ("{bare.period}", "{bare.period} {asked}", "the translation prints, and the first language does not, asked"),
        ("[y mwyaf]", "[y lleiaf]", CLAIMED),
    ],
)
def test_figures_and_claims_that_differ_are_told(welsh: Path, old: str, new: str, message: str) -> None:
    """At the section in which they stand."""
    assert [] == of("E016", welsh)
    change(welsh, "report/cy/sections/stops.md", old, new)
    assert [("report/cy/sections/stops.md", message)] == [
        (p.where.file, p.message) for p in of("E016", welsh) if p.where is not None
    ]


def test_a_section_is_of_one_kind_in_every_language(welsh: Path) -> None:
    """What it needs and shows is said in the first language only."""
    change(welsh, "report/cy/sections/stops.md", "kind: trend", "kind: prose")
    assert ['"stops" is of kind "prose" here and "trend" in report/sections/stops.md'] == [
        p.message for p in of("E015", welsh)
    ]


def test_a_translation_of_the_other_folder_can_be_signed(welsh: Path, call: Call) -> None:
    """Where `report/cy/quotes.yml` has the words, and from then on they are the speaker's own."""
    signed = ("--by", "A. Driver", "--author", "B. Writer", "--kept", "mail", "--language", "cy")
    name = next(iter(load(welsh).overlays["cy"].quotes.quotes))
    assert 0 == call("approve", "quote", name, welsh, *signed).exit_code
    composed = in_welsh(welsh).composed
    assert composed is not None
    quote = next(b for s in composed.document.sections for b in s.blocks if isinstance(b, QuoteBlock))
    assert (("Cyfieithiad o’r geiriau.",), ()) == (quote.paragraphs, quote.translation)


def with_posts(project: Path, welsh: str) -> Path:
    """The project with a post, and what it says in Welsh."""
    (project / "report/social.yml").write_text('short: Northtown has [the most](claim:most "or phrase")\n', "utf-8")
    if welsh:
        (project / "report/cy/social.yml").write_text(welsh, "utf-8")
    return project


def test_posts_in_another_language_are_its_own(welsh: Path) -> None:
    """With the same claim; nothing of the first language is sent in their place."""
    project = with_posts(welsh, "short: Trefogledd sydd ag [y mwyaf](claim:most)\n")
    view, _ = view_of(prepare(load(project)), Edition("exampleshire", "cy", "x"))
    assert {"short": "Trefogledd sydd ag y mwyaf"} == compose_social(view).texts
    (project / "report/cy/social.yml").unlink()
    view, _ = view_of(prepare(load(project)), Edition("exampleshire", "cy", "x"))
    assert {} == compose_social(view).texts


@pytest.mark.parametrize(
    ("posts", "code", "said"),
    [
        ("", "E011", "of report/social.yml not translated into cy: short"),
        ("short: Trefogledd\nlong: Mwy\n", "E014", 'there is no "long" in report/social.yml'),
        ("short: Trefogledd\n", "E016", "what is claimed of most differs"),
        ("short: Trefogledd sydd ag [y lleiaf](claim:most)\n", "C012", "is not supported by most"),
    ],
)
def test_posts_of_another_language_are_checked(welsh: Path, posts: str, code: str, said: str) -> None:
    """What is missing, what is there alone, what claims another thing, and what does not hold."""
    project = with_posts(welsh, posts)
    problems = [*of(code, project), *(p for p in in_welsh(project).problems if p.code == code)]
    assert [p for p in problems if said in p.message]
