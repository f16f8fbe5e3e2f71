"""The release as plain text: what is pasted into an e-mail is what was written."""

from __future__ import annotations

from explained import unexplained
from pictures import photograph
from report_builder.document.blocks import (
    Block,
    Cards,
    Document,
    Footnote,
    Furniture,
    Heading,
    ListBlock,
    Paragraph,
    PictureBlock,
    QuoteBlock,
    Run,
    SectionBlock,
    TableBlock,
    TableCell,
)
from report_builder.document.blocks import Card as FigureCard
from report_builder.docx.text import plain_text
from report_builder.sections.wording import wording_in
from report_builder.words import ENGLISH
from word.made import data_of, ledger


def text(*blocks: Block, notes: tuple[Footnote, ...] = (), mark: str = "") -> str:
    """The text of some blocks, its line ends those of Unix."""
    furniture = Furniture("", "", "", mark)
    section = SectionBlock("release", blocks)
    document = Document("", "en-GB", "", "", (), "2024-11-01", None, (section,), notes, furniture, wording_in(ENGLISH))
    return plain_text(document).decode("utf-8").replace("\r\n", "\n")


def runs(words: str) -> tuple[Run, ...]:
    return (Run(words),)


def test_lines_end_as_every_mail_program_reads_them() -> None:
    """CR and LF together, and UTF-8 without a byte order mark."""
    data = data_of("-release.txt")
    assert b"\r\n" in data
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert not data.startswith(b"\xef\xbb\xbf")
    assert "“We need ambitious regulation by Ofcom" in data.decode("utf-8")


def test_no_paragraph_is_wrapped() -> None:
    """A wrap typed into the text breaks the lines of whoever reads it on a telephone."""
    words = "word " * 60
    assert f"{words.strip()}\n" == text(Paragraph(runs(words)))


def test_a_quote_has_its_speaker_before_and_a_mark_at_each_paragraph() -> None:
    """As newspapers print it."""
    quote = QuoteBlock(("One.", "Two."), "A. Speaker", "chief", said="A. Speaker, chief, said:", status="Awaiting")
    assert "A. Speaker, chief, said:\n\n“One.\n\n“Two.”\n\n[Awaiting]\n" == text(quote)


def test_lists_tables_and_cards_are_lines() -> None:
    """A table is told row by row: columns made of spaces fall apart in any other font."""
    listed = ListBlock(
        True, ((Paragraph(runs("One")),), (Paragraph(runs("Two")), ListBlock(False, ((Paragraph(runs("Three")),),))))
    )
    head = (
        TableCell(runs("Force"), "column"),
        TableCell(runs("2017/18"), "column"),
        TableCell(runs("2018/19"), "column"),
    )
    body = (TableCell(runs("Gwent"), "row"), TableCell(runs("44")), TableCell(runs("26")))
    table = TableBlock(1, runs("Offences"), "", (head,), (body,))
    card = FigureCard("554", runs("offences"), "", "2023/24", "six months")
    assert "1. One\n2. Two\n   - Three\n" == text(listed)
    assert "Offences\nGwent: 2017/18 44; 2018/19 26\n" == text(table)
    assert "554 offences\n2023/24\nsix months\n" == text(Cards((card,)))


def test_links_are_told_and_notes_are_numbers() -> None:
    """An address that the words hide stands after them; a note stands at the end."""
    link = Run("the law", url="https://example.org/law")
    mail = Run("press@example.org", url="mailto:press@example.org")
    said = text(Paragraph((link, Run(" and "), mail, Run("1", note=1))), notes=(Footnote(1, runs("A note.")),))
    assert "the law (https://example.org/law) and press@example.org[1]\n\n[1] A note.\n" == said


def test_a_draft_says_so_and_why() -> None:
    """The mark of the pages is the first line, and the reason stands after the words it is about."""
    flagged = Run("more than trebled", flag="not supported: 2.02 times")
    said = text(Heading(1, (Run("Offences "), flagged), "h1"), mark="DRAFT")
    assert "DRAFT\n\nOffences more than trebled [not supported: 2.02 times]\n" == said


def test_what_the_text_opens_with_is_not_said_twice() -> None:
    """A release says its embargo itself; above it stands only that it is a draft."""
    opening = Paragraph((Run("EMBARGOED UNTIL 00:01"),), "embargo")

    assert text(opening, mark="EMBARGOED UNTIL 00:01 · DRAFT").startswith("DRAFT\n\nEMBARGOED UNTIL 00:01\n")
    assert text(opening, mark="EMBARGOED UNTIL 00:01").startswith("EMBARGOED UNTIL 00:01\n")


def test_every_number_equals_its_fact() -> None:
    """Read back from the file, the numbers of lists aside."""
    lines = [
        line.split(". ", 1)[-1] if line[:1].isdigit() else line
        for line in data_of("-release.txt").decode().splitlines()
    ]
    assert [] == unexplained(lines, ledger())


def test_a_picture_is_told_in_words() -> None:
    """What it shows, its caption, what has to be known of it, and its credit."""
    block = PictureBlock(
        photograph(60, 40), "A child at a desk", runs("After school"), "Picture: A. Person", "A model."
    )
    assert "A child at a desk\nAfter school\nA model.\nPicture: A. Person\n" == text(block)
