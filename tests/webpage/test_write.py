"""The page as a tree, read by lxml: what stands where, what is left out, and that same input makes same bytes."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from itertools import pairwise
from typing import Any

import pytest
from lxml import html
from msgspec.structs import replace

from pdf.briefing import RIGGS, TREND, briefing, drawings, runs, with_blocks
from pdf.hard import WIDE, bare, every_block
from report_builder.document.blocks import Document, Footnote, Heading, Paragraph, Run, TableBlock, TableCell
from report_builder.drawing import Drawing
from report_builder.html.write import write
from webpage.hostile import LONG, NAME, hostile
from webpage.pages import LEDGER, example_page, theme, written


def read(document: Document, narrow: dict[Any, Drawing] | None = None) -> Any:
    return html.document_fromstring(written(document, narrow).data)


def text(node: Any) -> str:
    return " ".join(node.text_content().split())


def test_same_input_same_bytes() -> None:
    """Two pages of one document are one and the same, and so is that of another process with other hashes."""
    assert written(hostile()).data == written(hostile()).data
    program = "import sys; from webpage.pages import *; sys.stdout.buffer.write(written(hostile()).data)"
    path = os.pathsep.join(sys.path)
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Asia/Tokyo"}
    other = subprocess.run([sys.executable, "-c", program], env=environment, stdout=subprocess.PIPE, check=True)
    assert written(hostile()).data == other.stdout


def test_the_page_says_what_it_is() -> None:
    """Language, title, description, author and date of the report; no script; a policy that lets nothing in."""
    page = read(briefing())
    told = {m.get("name"): m.get("content") for m in page.iter("meta")}
    assert "en-GB" == page.get("lang")
    assert "Online grooming offences in Wales have more than doubled" == page.findtext(".//title")
    assert "Recorded offences of Sexual Communication with a Child in Wales" == told["description"]
    assert ("Example Campaign", "2024-11-01") == (told["author"], told["date"])
    assert [] == page.findall(".//script")
    policy = next(m.get("content") for m in page.iter("meta") if m.get("http-equiv"))
    assert policy.startswith("default-src 'none'")


@pytest.mark.parametrize("document", [briefing(), hostile(), bare(), every_block()], ids=lambda d: d.title[:20])
def test_headings_never_skip_a_level(document: Document) -> None:
    """One heading of level 1, the title; each section is one of level 2."""
    levels = [int(h.tag[1]) for h in read(document).iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert 1 == levels[0]
    assert 1 == levels.count(1)
    assert [] == [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]


def test_ids_are_single_and_every_reference_has_its_target() -> None:
    """Links inside the page, names and descriptions lead somewhere, and to one place only."""
    for data in (written(hostile()).data, example_page()):
        page = html.document_fromstring(data)
        ids = [e.get("id") for e in page.iter() if e.get("id")]
        assert len(ids) == len(set(ids))
        wanted = {a.get("href")[1:] for a in page.iter("a") if a.get("href").startswith("#")}
        for name in ("aria-labelledby", "aria-describedby"):
            wanted |= {word for e in page.iter() for word in e.get(name, "").split()}
        assert set() == wanted - set(ids)


def test_footnotes_lead_there_and_back() -> None:
    """A note referred to twice has two ways back, each to its own place."""
    words = (Run("One"), Run("1", note=1), Run(" and two"), Run("1", note=1))
    page = read(replace(with_blocks(Paragraph(words)), notes=(Footnote(1, runs("The note.")),)))
    references = page.xpath("//a[@role='doc-noteref']")
    assert ["note-1-from-1", "note-1-from-2"] == [a.get("id") for a in references]
    assert {"#note-1"} == {a.get("href") for a in references}
    note = page.get_element_by_id("note-1")
    assert ["#note-1-from-1", "#note-1-from-2"] == [a.get("href") for a in note.iter("a")]
    assert text(note).startswith("The note.")


def test_charts_have_names_descriptions_and_their_figures() -> None:
    """An image with title and description; under it every point as the chart prints it, and where none is, why."""
    page = read(briefing())
    chart = page.get_element_by_id("figure-1")
    svg = chart.find(".//svg")
    assert "img" == svg.get("role")
    assert "Recorded offences in Wales more than doubled in six years" == svg.findtext("title")
    assert svg.findtext("desc").startswith("Column chart: 274 offences in 2017/18")
    cells = [(text(r.find("th")), text(r.find("td"))) for r in chart.findall(".//details//tbody/tr")]
    assert ("2017/18", "274") == cells[0]
    assert ("2018/19", "no figure") == cells[1]
    assert len(list(TREND.points())) == len(cells)
    assert ["wales.2017/18"] == chart.xpath(".//tbody/tr[1]//@data-fact")
    saved = chart.find(".//details/p/a")
    assert "figure-1.csv" == saved.get("download")
    assert b"year,offences" == base64.b64decode(saved.get("href").partition(",")[2]).splitlines()[0]


def test_letters_of_a_chart_are_words() -> None:
    """The labels of a chart can be searched and copied, in the colours that follow the screen."""
    svg = read(briefing()).get_element_by_id("figure-1").find(".//svg")
    assert {"274", "554", "2017/18"} <= {t.text for t in svg.iter("text")}
    assert {"fill-ink"} == {t.get("class") for t in svg.iter("text")}
    assert {"fill-series", "fill-accent"} == {p.get("class") for p in svg.iter("path")}


def test_a_chart_without_a_drawing_is_a_problem() -> None:
    """It is said, and the rest of the page is there."""
    made = write(briefing(), {}, theme())
    assert {"L009"} == {p.code for p in made.problems}
    assert b"What has to change" in made.data


def test_tables_say_what_their_cells_belong_to() -> None:
    """Caption, scope of each heading, spans; an empty heading is none."""
    head = ((TableCell((), "column"), TableCell(runs("Both"), "column", columns=2)),)
    body = ((TableCell(runs("Gwent"), "row", rows=2), TableCell(runs("19*"), numeric=True, hang="*")),)
    block = TableBlock(1, runs("Offences"), "by force", head, body, (runs("* six months"),), "NSPCC")
    table = read(with_blocks(block)).get_element_by_id("table-1")
    assert "Table 1. Offences by force" == text(table.find(".//caption"))
    assert [("td", None, None), ("th", "col", "2")] == [
        (c.tag, c.get("scope"), c.get("colspan")) for c in table.find(".//thead/tr")
    ]
    gwent, figure = table.find(".//tbody/tr")
    assert ("th", "row", "2") == (gwent.tag, gwent.get("scope"), gwent.get("rowspan"))
    assert ("19", "*") == (figure.text, text(figure.find("span")))
    assert ["* six months", "Source: NSPCC"] == [text(p) for p in table.findall("p")]


def test_quotes_are_word_for_word_in_their_language() -> None:
    """Between quotation marks; the speaker in the caption; another language is said, a translation labelled."""
    quote = read(with_blocks(RIGGS)).find(".//figure")
    said = [text(p) for p in quote.findall("blockquote/p")]
    assert [f"“{words}" for words in RIGGS.paragraphs[:-1]] == said[:-1]
    assert f"“{RIGGS.paragraphs[-1]}”" == said[-1]
    assert text(quote.find("figcaption")).startswith(f"{RIGGS.speaker}, {RIGGS.role}")
    welsh = read(every_block()).xpath("//figure[.//blockquote[@lang='cy']]")[0]
    assert [] == welsh.xpath(".//*[@lang='en-GB']")
    assert "Translation, not approved by the speaker" in text(welsh)
    assert "figcaption" == welsh[-1].tag


def test_help_can_be_rung() -> None:
    """Support lines are tel: links of digits alone."""
    page = read(briefing())
    assert ["tel:08088005000", "tel:08001111"] == page.xpath("//*[contains(@class, 'support')]//@href")


def test_markup_in_words_is_words() -> None:
    """Names with angle brackets, ampersands and quotation marks are read as typed, wherever they stand."""
    page = read(hostile())
    assert NAME == page.findtext(".//title")
    assert NAME in text(page.get_element_by_id("hostile"))
    assert [] == page.xpath("//b | //script")
    assert ['a"b<c>&d'] == page.xpath("//*[@data-fact=concat('a', '\"', 'b<c>&d')]/@data-fact")
    assert LONG in text(page.get_element_by_id("hostile-2"))


def test_only_addresses_are_links() -> None:
    """Web, mail and telephone, percent-encoded; a script is words, and so is a heading that does not exist."""
    page = read(hostile())
    schemes = {href.partition(":")[0] for href in page.xpath("//a/@href") if not href.startswith("#")}
    assert {"https", "mailto", "tel", "data"} == schemes
    assert [] == [href for href in page.xpath("//a/@href") if set(href) & set('<>" ')]
    assert [] == page.xpath("//a[contains(., 'nowhere')]")


def test_the_ledger_can_be_saved() -> None:
    """The same bytes as beside the PDF, under the same name."""
    saved = read(briefing()).xpath("//footer//a")[0]
    assert LEDGER.name == saved.get("download")
    assert LEDGER.data == base64.b64decode(saved.get("href").partition(",")[2])
    assert b"facts.json" not in written(briefing(), ledger=None).data


def test_a_page_without_cover_or_data_is_whole() -> None:
    """The title is its heading; what there is not leaves nothing behind."""
    page = read(with_blocks(Paragraph(runs("No figures."))))
    assert [briefing().title] == [text(h) for h in page.iter("h1")]
    assert [] == page.xpath("//*[@class='']")
    assert "No figures." in text(read(bare()).find(".//main"))


def test_contents_lead_to_the_sections() -> None:
    """One link a section, in a region of navigation."""
    nav = read(briefing()).find(".//nav")
    headings = [b for s in briefing().sections for b in s.blocks if isinstance(b, Heading) and b.level == 1]
    assert [f"#{h.anchor}" for h in headings] == nav.xpath(".//a/@href")


def test_a_drawing_for_a_telephone_stands_beside_the_other() -> None:
    """Each with ids of its own, for one of them is hidden."""
    drawn = drawings(theme())[TREND]
    page = read(briefing(), {TREND: drawn})
    assert ["broad", "narrow"] == page.xpath("//*[@id='figure-1']//svg/@class")
    assert ["figure-1-title", "figure-1-narrow-title"] == page.xpath("//*[@id='figure-1']//svg/@aria-labelledby")


def test_the_page_has_a_sensible_size() -> None:
    """Fonts, charts, figures and ledger of the example: a third of a megabyte at most."""
    assert len(example_page()) < 340_000


def test_a_photograph_stands_in_the_page_itself() -> None:
    """With its description, its size, and its words as the caption of its figure."""
    figure = read(every_block()).xpath("//figure[@class='photo wide']")[-1]
    (shown,) = figure.xpath("img")
    data = shown.get("src").removeprefix("data:image/jpeg;base64,")
    assert WIDE.photo.jpeg == base64.b64decode(data)
    assert (WIDE.alt, "1200", "800") == (shown.get("alt"), shown.get("width"), shown.get("height"))
    assert ["The stop at the school", "Picture: A. Person"] == figure.xpath("figcaption/p/text()")


def test_a_story_is_an_article_that_warns_first() -> None:
    """Named by its title; the warning is words in a note right under it, and help is a link that rings."""
    article, _ = read(hostile()).iter("article")
    title, warned, person = list(article)[:3]
    assert ("h3", title.get("id")) == (title.tag, article.get("aria-labelledby"))
    assert ("note", True) == (warned.get("role"), text(warned).startswith("Content warning: "))
    assert text(person).startswith("Mari")
    (ring,) = article.iter("a")
    assert "tel:08001111" == ring.get("href")
