"""The report and the release as Word files: what a screen reader, a committee and a press officer need of them."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from docx.oxml.ns import qn

from example import ROOT
from explained import unexplained
from report_builder.build import build, load
from report_builder.cache import Cache
from report_builder.document.printed import printings
from word.made import FORMATS, built, data_of, ledger, opened, paragraphs, part

FILES = (".docx", "-numbered.docx", "-release.docx", "-lines-to-take.docx", "-review.docx", "-release-review.docx")


@pytest.mark.parametrize("suffix", FILES)
def test_headings_are_headings_and_skip_no_level(suffix: str) -> None:
    """Word's navigation pane, and whoever jumps from heading to heading, finds them."""
    levels = [int(p.style.name[-1]) for p in opened(suffix).paragraphs if p.style.name.startswith("Heading ")]
    assert 1 == levels[0]
    assert [] == [(a, b) for a, b in pairwise(levels) if b > a + 1]


def test_the_headline_of_the_release_is_its_only_heading_of_the_first_level() -> None:
    """And it is checked like any other claim."""
    heads = [p.text for p in opened("-release.docx").paragraphs if p.style.name == "Heading 1"]
    assert ["Grooming offences in Wales have more than doubled, police figures show"] == heads


@pytest.mark.parametrize("suffix", FILES)
def test_the_language_is_set(suffix: str) -> None:
    """For all words, in the styles; and in the properties."""
    word = opened(suffix)
    language = word.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    assert "en-GB" == language.get(qn("w:val")) == word.core_properties.language


@pytest.mark.parametrize("suffix", FILES)
def test_every_picture_is_described(suffix: str) -> None:
    """Charts by their alt text, the logo by whose it is."""
    alts = [p.get("descr") for p in opened(suffix).element.body.iter(qn("wp:docPr"))]
    assert alts
    assert [] == [a for a in alts if not a]


def test_the_report_has_its_charts_in_it() -> None:
    """Logo, trend and the three charts, each with the description that the PDF has."""
    document = built().checked.composed
    assert document is not None
    wanted = [b.alt for s in document.document.sections for b in s.blocks if hasattr(b, "alt")]
    alts = [p.get("descr") for p in opened(".docx").element.body.iter(qn("wp:docPr"))]
    assert wanted == alts[2:]


@pytest.mark.parametrize("suffix", [".docx", "-numbered.docx"])
def test_tables_say_which_row_heads_the_others_and_what_they_are(suffix: str) -> None:
    """The header row is marked and repeated on the next page; no row is cut; the table has a title."""
    tables = opened(suffix).tables
    assert tables
    for table in tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_the_table_of_forces_is_the_table_of_the_report() -> None:
    """Each cell where it belongs."""
    rows = [[c.text for c in row.cells] for row in opened(".docx").tables[-1].rows]
    assert ["Place", "2017/18", "2018/19", "2019/20", "2020/21", "2021/22", "2022/23", "2023/24"] == rows[0]
    assert ["Gwent", "44", "26", "144", "n/a", "26", "58", "67†"] == rows[2]
    assert ["Wales", "274", "310", "379", "n/a", "326", "n/a", "554"] == rows[-1]


def test_lists_are_lists_and_each_counts_from_one() -> None:
    """The notes to editors and the sources both begin at 1, as numberings of their own."""
    word = opened("-release.docx")
    ids = [
        p._p.pPr.numPr.numId.val
        for p in word.paragraphs
        if p._p.pPr is not None and p._p.pPr.numPr is not None and p.style.name in ("List Item", "Small Print")
    ]
    assert 2 == len(set(ids))
    numbering = word.part.numbering_part.element
    for id_ in set(ids):
        overrides = numbering.num_having_numId(id_).findall(qn("w:lvlOverride"))
        assert ["1"] == [o.find(qn("w:startOverride")).get(qn("w:val")) for o in overrides]


def test_paragraphs_are_numbered_where_that_is_asked_for() -> None:
    """A committee cites evidence by paragraph; headings, tables and small print have no number."""
    numbered = [p for p in opened("-numbered.docx").paragraphs if p.style.name in ("Normal", "Lead")]
    body = [p for p in numbered if p._p.pPr.numPr is not None]
    assert len(body) > 8
    assert 1 == len({p._p.pPr.numPr.numId.val for p in body})
    plain = [p for p in opened(".docx").paragraphs if p.style.name in ("Normal", "Lead")]
    assert [] == [p.text for p in plain if p._p.pPr.numPr is not None]
    assert len(data_of("-numbered.docx")) < 25_000_000


@pytest.mark.parametrize("suffix", [f for f in FILES if "lines" not in f])
def test_links_lead_somewhere(suffix: str) -> None:
    """Each leads to an address or to a bookmark of the file."""
    word = opened(suffix)
    bookmarks = {b.get(qn("w:name")) for b in word.element.body.iter(qn("w:bookmarkStart"))}
    links = list(word.element.body.iter(qn("w:hyperlink")))
    assert links
    for link in links:
        anchor, id_ = link.get(qn("w:anchor")), link.get(qn("r:id"))
        assert anchor in bookmarks or re.match(r"(https?|mailto|tel):", word.part.rels[id_].target_ref)


@pytest.mark.parametrize("suffix", FILES)
def test_the_file_says_who_made_it_and_when_the_report_is_of(suffix: str) -> None:
    """The date is the report's, never the day of the build; nothing is left of the template's own words."""
    about = opened(suffix).core_properties
    assert "2024-11-01" == about.created.date().isoformat() == about.modified.date().isoformat()
    assert "Example Campaign" == about.author == about.last_modified_by
    assert about.title
    assert "python-docx" not in part(suffix, "docProps/core.xml")
    assert "python-docx" not in part(suffix, "word/document.xml")


@pytest.mark.parametrize("suffix", FILES)
def test_no_line_stands_alone_and_no_font_is_missing(suffix: str) -> None:
    """Widow control is on in the style that all others follow; the brand's fonts lie inside the file."""
    word = opened(suffix)
    assert word.styles["Normal"].paragraph_format.widow_control
    fonts = part(suffix, "word/fontTable.xml")
    assert {"Source Sans Pro", "Source Serif Pro"} == set(re.findall(r'w:name="([^"]+)"', fonts))
    assert fonts.count("w:embedRegular") == 2


def test_fonts_in_the_file_are_the_brands() -> None:
    """Each can be read back with its key (ECMA-376, part 4, 3.1)."""
    word = opened("-release.docx")
    table = next(r.target_part for r in word.part.rels.values() if r.reltype.endswith("/fontTable"))
    for id_, key in re.findall(r'w:fontKey="\{([^}]+)\}" r:id="([^"]+)"', table.blob.decode()):
        id_, key = key, id_
        mask = bytes.fromhex(key.replace("-", ""))[::-1]
        data = table.rels[id_].target_part.blob
        start = bytes(b ^ mask[i % 16] for i, b in enumerate(data[:32]))
        assert start[:4] == b"\x00\x01\x00\x00"
    assert len(table.rels) == 6


def test_two_runs_make_the_same_bytes() -> None:
    """Whatever the day."""
    again = build(load(ROOT, Cache()), Cache(), formats=FORMATS)
    assert {f.name: f.sha256 for f in built().files} == {f.name: f.sha256 for f in again.files}


@pytest.mark.parametrize("suffix", [f for f in FILES if "lines" not in f])
def test_every_number_equals_its_fact(suffix: str) -> None:
    """Read back from the file, each is a figure of the ledger; the numbers of charts and tables aside."""
    said = [re.sub(r"^(Figure|Table) \d+\. ", "", p) for p in paragraphs(opened(suffix))]
    assert [] == unexplained(said, ledger())


def test_every_printing_of_a_fact_stands_in_the_files() -> None:
    """What the report and the release print of facts, they print in Word."""
    checked = built().checked
    assert checked.composed is not None
    assert checked.release is not None
    for composed, suffix in ((checked.composed, ".docx"), (checked.release, "-release.docx")):
        text = " ".join(" ".join(paragraphs(opened(suffix))).split())
        wanted = [p.words for p in printings(composed.document) if not p.chart]
        assert wanted
        assert [] == [words for words in wanted if words not in text]
