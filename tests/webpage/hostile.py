"""A document that tries a web page: words without end, a table of many columns, markup in names, notes without end."""

from __future__ import annotations

from msgspec.structs import replace

from pdf.briefing import runs
from pdf.hard import ANOTHER, STORY, every_block
from report_builder.document.blocks import (
    Ask,
    Asks,
    Block,
    Card,
    Cards,
    ContactBlock,
    Document,
    Footnote,
    Heading,
    Paragraph,
    QuoteBlock,
    Run,
    SectionBlock,
    Support,
    SupportLines,
    TableBlock,
    TableCell,
)

MARK = "DRAFT <1> & not for publication"
NAME = "O’Brien & <b>Sons</b> \"Ltd\" </style></script><script>alert('x')</script>"
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 4


def hostile() -> Document:
    """Every kind of block, then the worst of each."""
    whole = every_block()
    blocks: tuple[Block, ...] = (
        Heading(1, runs(f"{NAME} {LONG}"), "hostile"),
        Heading(2, runs(LONG), "hostile-2"),
        Paragraph(
            (
                Run(NAME, bold=True, italic=True, fact='a"b<c>&d'),
                Run(LONG, url=f"https://example.org/{LONG}?a=1&b=<2>"),
                Run("script", url="javascript:alert(1)"),
                Run("nowhere", url="#there-is-no-such-heading"),
                Run("3", note=3),
                Run(" and again"),
                Run("3", note=3),
            )
        ),
        Cards((Card(LONG, runs(NAME), LONG, NAME, LONG, "x"), *(Card("1", runs("one")) for _ in range(6)))),
        _wide_table(24),
        QuoteBlock((NAME, LONG), NAME, LONG, source=NAME, status=NAME),
        Asks(NAME, LONG, (Ask(1, runs(LONG), runs(NAME), LONG, (runs(NAME), runs(LONG))),), "Evidence", "By"),
        SupportLines(NAME, (Support(NAME, "0800 1111 (extension 12)", LONG),)),
        Paragraph(runs(f"{NAME} {LONG}"), "warning"),
        Paragraph(runs(LONG), "person"),
        ContactBlock(NAME, (runs(LONG), (Run(NAME, url="mailto:a&b@example.org"),))),
    )
    return replace(
        whole,
        title=NAME,
        subject=NAME,
        sections=(*whole.sections[:-1], SectionBlock("prose", blocks), STORY, ANOTHER),
        notes=(*whole.notes, Footnote(3, runs(f"{NAME} {LONG}"))),
        furniture=replace(whole.furniture, mark=MARK, footer=NAME),
    )


def _wide_table(columns: int) -> TableBlock:
    head = tuple(
        TableCell(runs(f"20{n:02}/{n + 1:02}" if n else NAME), "column", numeric=n > 0) for n in range(columns)
    )
    row = tuple(
        TableCell(runs("1,234,567" if n else LONG[:58]), "data" if n else "row", numeric=n > 0) for n in range(columns)
    )
    return TableBlock(9, runs(NAME), LONG, (head,), (row, row), (runs(NAME), runs(LONG)), NAME)
