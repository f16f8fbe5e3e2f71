"""Nothing overflows and nothing overlaps, whatever the content; what does not fit is a problem."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from report_builder.brand.theme import Theme
from report_builder.document.blocks import (
    Block,
    Card,
    Cards,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    QuoteBlock,
    Run,
    SectionBlock,
    TableBlock,
    TableCell,
)
from report_builder.pdf.write import write

from . import hard
from .briefing import CONTACT, SUPPORT, briefing, cover, drawings, runs, summary, with_blocks
from .reading import collisions, faults, outside, read, set_words, spoken

DOCUMENTS: dict[str, Document] = {
    "every-block": hard.every_block(),
    "stories": hard.stories(),
    "one-ask": with_blocks(hard.many_asks(1)),
    "forty-asks": with_blocks(hard.many_asks(40)),
    "no-row": with_blocks(hard.long_table(0)),
    "one-row": with_blocks(hard.long_table(1)),
    "400-rows": with_blocks(hard.long_table(400)),
    "no-data": hard.bare(),
    "headline-of-200": replace(briefing(), cover=replace(cover(), headline=runs(hard.TITLE))),
    "a-long-name": replace(briefing(), furniture=replace(briefing().furniture, header=hard.TITLE, mark="DRAFT")),
    **{f"{n}-cards": with_blocks(Cards((Card(hard.BIG, runs(hard.PROSE), hard.PROSE),) * n)) for n in range(1, 9)},
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_words_stay_in_their_place(theme: Theme, name: str) -> None:
    """All words stand inside the margins, none on others, and there is nothing to report."""
    written = write(DOCUMENTS[name], drawings(theme), theme)
    reading = read(written.data)
    assert (outside(reading, theme), collisions(reading)) == ([], [])
    assert written.problems == ()


def codes(document: Document, theme: Theme) -> set[str]:
    written = write(document, drawings(theme), theme)
    reading = read(written.data)
    assert faults(reading) == []
    return {p.code for p in written.problems}


def test_a_word_wider_than_its_place_is_broken_and_reported(theme: Theme) -> None:
    """Even then nothing leaves the column."""
    document = with_blocks(Paragraph(runs("Llanfairpwllgwyngyll" * 9)))
    assert {"L002"} == codes(document, theme)
    assert outside(read(write(document, {}, theme).data), theme) == []


def test_a_web_address_breaks_by_itself(theme: Theme) -> None:
    """Addresses may be divided after their marks, so there is nothing to report."""
    assert set() == codes(with_blocks(Paragraph(runs("https://www.example.org/" + "a-long-path/" * 20))), theme)


def test_a_headline_that_does_not_fit_is_reported(theme: Theme) -> None:
    """Six hundred characters are too many at every size."""
    document = replace(briefing(), cover=replace(cover(), headline=runs(hard.TITLE * 4)))
    assert "L003" in codes(document, theme)


def test_a_table_of_too_many_columns_is_reported(theme: Theme) -> None:
    """Twelve columns of twelve digits cannot stand side by side; five can."""

    def wide(columns: int) -> Document:
        head = tuple(TableCell(runs(f"Column {n}"), "column", numeric=True) for n in range(columns))
        body = tuple(TableCell(runs(hard.BIG), numeric=True) for _ in range(columns))
        return with_blocks(TableBlock(1, runs("Wide"), "", (head,), (body,)))

    assert set() == codes(wide(5), theme)
    assert {"L004", "L002"} == codes(wide(12), theme)


def test_a_section_of_one_page_is_tightened_or_reported(theme: Theme) -> None:
    """A little too much is tightened; far too much is a problem."""
    section = summary()
    little = replace(section, blocks=(*section.blocks, *(CONTACT,) * 3))
    tight = replace(briefing(), sections=(little,))
    assert set() == codes(tight, theme)
    assert write(tight, drawings(theme), theme).pages == 2
    much = replace(section, blocks=section.blocks * 3)
    assert "L007" in codes(replace(briefing(), sections=(much,)), theme)


def test_a_page_left_half_empty_is_reported(theme: Theme) -> None:
    """A chunk that cannot be divided leaves white space behind, unless a section starts a page of its own."""
    tall = Cards(tuple(Card("1", runs(hard.PROSE * 4), hard.PROSE * 2) for _ in range(4)))
    document = with_blocks(Paragraph(runs(hard.PROSE)), tall)
    assert {"L001"} == codes(document, theme)
    section = document.sections[0]
    apart = (replace(section, blocks=section.blocks[:2]), replace(section, blocks=(tall,), new_page=True))
    assert set() == codes(replace(document, sections=apart), theme)


def test_something_higher_than_a_page_is_reported(theme: Theme) -> None:
    """A card of two thousand words."""
    assert "L008" in codes(with_blocks(Cards((Card("1", runs(hard.PROSE * 80)),) * 4)), theme)


def test_headings_do_not_stand_alone_at_the_foot_of_a_page(theme: Theme) -> None:
    """Three lines of text stay with a heading, wherever the page ends."""
    for lines in range(30, 60):
        filler = tuple(Paragraph(runs("Filler.")) for _ in range(lines))
        document = with_blocks(*filler, Heading(2, runs("A heading"), "h"), Paragraph(runs(hard.PROSE * 4)))
        for page in read(write(document, {}, theme).data).pages:
            body = sorted((p for p in page.placed if p.mcid is not None), key=lambda p: -p.baseline)
            words = [p.words for p in body]
            if "A heading" in words:
                assert len(words) - words.index("A heading") > 3


def test_paragraphs_leave_no_line_alone(theme: Theme) -> None:
    """At least two lines of a paragraph stand on either side of a page's end."""
    for lines in range(34, 50):
        document = with_blocks(*(Paragraph(runs("Filler.")) for _ in range(lines)), Paragraph(runs(hard.PROSE * 5)))
        for page in read(write(document, {}, theme).data).pages:
            owned = [p for p in page.placed if p.mcid is not None]
            rows = {p.baseline for p in owned if p.words.strip() not in ("Filler.", "A section")}
            assert len(rows) != 1


WORDS = st.text("aehlnorstŵŷäß’“”-–/,.;() ", min_size=1, max_size=60).map(lambda s: f"w{s}")
RUNS = st.lists(
    st.builds(
        Run,
        WORDS,
        bold=st.booleans(),
        italic=st.booleans(),
        language=st.sampled_from(["", "cy"]),
        url=st.sampled_from(["", "https://example.org/x", "#section"]),
        flag=st.sampled_from(["", "", "a reason"]),
    ),
    min_size=1,
    max_size=4,
).map(tuple)
PARAGRAPHS = st.builds(Paragraph, RUNS, st.sampled_from(["body", "lead", "caveat", "note"]))
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    PARAGRAPHS,
    st.builds(ListBlock, st.booleans(), st.lists(st.tuples(PARAGRAPHS), min_size=1, max_size=4).map(tuple)),
    st.builds(Cards, st.lists(st.builds(Card, WORDS, RUNS, WORDS), min_size=1, max_size=5).map(tuple)),
    st.builds(QuoteBlock, st.lists(WORDS, min_size=1, max_size=3).map(tuple), WORDS, WORDS),
    st.lists(st.lists(st.builds(TableCell, RUNS, numeric=st.booleans()), min_size=3, max_size=3), max_size=12).map(
        lambda rows: TableBlock(1, runs("Title"), "", (), tuple(map(tuple, rows)))
    ),
)


@given(st.lists(BLOCKS, min_size=1, max_size=8))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_words_survive_tagging_once_and_in_order(theme: Theme, blocks: Sequence[Block]) -> None:
    """Whatever the blocks, the tree reads their words in order, and none leaves its place or hits another."""
    section = SectionBlock("prose", (Heading(1, runs("A section"), "section"), *blocks))
    document = replace(briefing(), cover=None, sections=(section,), notes=())
    reading = read(write(document, {}, theme).data)
    assert faults(reading) == []
    assert outside(reading, theme) == []
    assert collisions(reading) == []
    said, at = "".join(spoken(reading).split()), 0
    for words in (w for block in blocks for w in words_of(block)):
        found = said.find("".join(words.split()), at)
        assert found >= 0, words
        at = found + len("".join(words.split()))


def words_of(block: Block) -> list[str]:
    """The words of a block in reading order."""
    match block:
        case Paragraph():
            return [run.text for run in block.runs]
        case ListBlock():
            return [w for item in block.items for part in item for w in words_of(part)]
        case Cards():
            return [w for c in block.cards for w in (c.number, *(r.text for r in c.label), c.base)]
        case QuoteBlock():
            return [*block.paragraphs, block.speaker, block.role]
        case TableBlock():
            return [run.text for row in block.body for cell in row for run in cell.runs]
        case _:
            return []


def test_the_contact_never_stands_alone(theme: Theme) -> None:
    """However the page before it is filled, the contact has the support lines above it."""
    for rows in range(8, 30):
        document = with_blocks(hard.long_table(rows), Heading(2, runs("Help"), "help"), SUPPORT, CONTACT)
        reading = read(write(document, drawings(theme), theme).data)
        last = " ".join(p.words for p in set_words(reading, len(reading.pages) - 1))
        assert ("press@example.org" in last) == ("0808 800 5000" in last)
