"""Blocks that are hard to lay out: long, wide, many, none."""

from __future__ import annotations

from msgspec.structs import replace

from pictures import photograph
from report_builder.document.blocks import (
    Asks,
    Block,
    Card,
    Cards,
    Cover,
    Document,
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

from .briefing import ASK_OFCOM, ASK_UK, CONTACT, SUPPORT, TREND, WANLESS, briefing, forces_table, runs, wales

TITLE = (
    "Recorded offences of sexual communication with a child in the four police force areas of Wales have more than "
    "doubled since the first year of the offence, and in one of them by much more than that in the time"
)[:200]
PROSE = (
    "Police forces recorded more offences than in any year before, and the platforms on which they took place were "
    "known in only a quarter of cases. "
)
BIG = "123,456,789,012"


def long_table(rows: int, number: int = 2) -> TableBlock:
    """Numbers of twelve digits, a head of two rows, a cell over two rows, and as many rows as asked for."""
    head = (
        (
            TableCell(runs("Area"), "column", rows=2),
            TableCell(runs("Recorded offences"), "column", columns=2),
            TableCell(runs("Rate per 100,000"), "column", rows=2, numeric=True),
        ),
        (TableCell(runs("2022/23"), "column", numeric=True), TableCell(runs("2023/24"), "column", numeric=True)),
    )
    body = []
    for n in range(rows):
        cells = [
            TableCell(runs(f"Awdurdod {n + 1}, Sir Gaerfyrddin a’r cyffiniau"), "row"),
            TableCell(runs(BIG), numeric=True),
        ]
        if n % 10 == 0 and n + 1 < rows:
            cells.append(TableCell(runs("no figure for two areas"), rows=2))
        elif n % 10 != 1:
            cells.append(TableCell(runs(BIG), numeric=True))
        cells.append(TableCell(runs("25.1"), numeric=True))
        body.append(tuple(cells))
    return TableBlock(number, runs(TITLE), "Years to 31 March", head, tuple(body), (runs("n/a: no figure."),), "Source")


def many_asks(count: int) -> Asks:
    return Asks(
        "The Secretary of State for Science, Innovation and Technology",
        "legislation, and the power to direct the regulator",
        tuple(replace(ASK_OFCOM, number=n + 1) for n in range(count)),
        "Evidence",
        "By",
    )


WIDE = PictureBlock(
    photograph(), "A red sign at a bus stop under a blue sky", runs("The stop at the school"), "Picture: A. Person"
)
UPRIGHT = PictureBlock(
    photograph(400, 1200), "A tall red sign", (), "Picture: B. Person", "The child pictured is a model."
)


STORY = SectionBlock(
    "case-study",
    (
        Heading(2, runs("A way home"), "story"),
        Paragraph((Run("Content warning: ", bold=True), Run(PROSE)), "warning"),
        Paragraph((Run("Mari", bold=True), Run(", aged 15. Names have been changed.")), "person"),
        Paragraph(runs(PROSE * 3)),
        Paragraph(runs(PROSE), "caveat"),
        ListBlock(False, ((Paragraph(runs("One stop")),), (Paragraph(runs("Another")),))),
        WIDE,
        QuoteBlock((PROSE,), "Mari", "", large=False),
        *(Paragraph(runs(PROSE * n)) for n in range(1, 6)),
        Paragraph((Run("If you need help: A Line, "), Run("0800 1111", url="tel:08001111")), "help"),
    ),
    apart=True,
)
ANOTHER = replace(STORY, blocks=(Heading(2, runs("A way home"), "another"), *STORY.blocks[1:]))


def stories() -> Document:
    """Two stories that stand apart, one after the other, over several pages."""
    return replace(briefing(), sections=(*briefing().sections, STORY, ANOTHER))


def every_block() -> Document:
    """All kinds of block, several of them hard."""
    linked = (
        Run(PROSE * 2),
        Run(
            "A link of many words that certainly will not stand on one line but runs over two of them or three",
            url="https://example.org/a?b=c&d=ŵ",
        ),
        Run(", and "),
        Run("mae tŷ cynnes a phlât llawn yn hawl, nid braint; dŵr, gŵr a ffŷrdd", language="cy"),
        Run(". "),
        Run("Bold", bold=True),
        Run(", "),
        Run("italic", italic=True),
        Run(" and "),
        Run("both", bold=True, italic=True),
        Run(" words"),
        Run("1", note=1),
        Run(". " + PROSE),
        Run("Not supported", flag="fails if 2023/24 were 548 or fewer (6 fewer)"),
        Run(" by the data."),
    )
    nested = ListBlock(
        False,
        (
            (Paragraph(runs(PROSE * 2)), Paragraph(runs("A second paragraph."))),
            (
                Paragraph(linked[1:3]),
                ListBlock(
                    True,
                    (
                        (Paragraph(runs("one")),),
                        (Paragraph(runs(PROSE)), ListBlock(False, ((Paragraph(runs("deep")),),))),
                    ),
                ),
            ),
        ),
    )
    translated = QuoteBlock(
        ("Mae hyn yn warthus.",),
        "Becky Riggs",
        "arweinydd",
        language="cy",
        large=False,
        status="awaiting approval",
        translation=("This is shameful.",),
        translation_language="en-GB",
        translation_label="Translation, not approved by the speaker",
    )
    blocks: tuple[Block, ...] = (
        Heading(1, runs(TITLE), "long"),
        Paragraph(linked),
        Paragraph(runs(PROSE), "lead"),
        Paragraph(runs(PROSE), "caveat"),
        Paragraph(runs(PROSE), "note"),
        Heading(2, runs(TITLE), "longer"),
        nested,
        Heading(3, runs("Third"), "third"),
        Heading(4, runs("Fourth"), "fourth"),
        *(Paragraph((Run(PROSE * n), Run("2", note=2), Run(" " + PROSE))) for n in range(1, 6)),
        Cards(tuple(Card(BIG, runs("offences of all kinds"), "base", "2023/24", "A caution.") for _ in range(5))),
        long_table(60),
        translated,
        UPRIGHT,
        WIDE,
        WANLESS,
        replace(WANLESS, paragraphs=(PROSE * 3, PROSE * 4, PROSE * 5)),
        many_asks(3),
        Asks("UK government", "legislation", (ASK_UK,), brief=True),
        SUPPORT,
        CONTACT,
        TableBlock(3, runs("Nothing"), "", (), ()),
        TableBlock(4, runs("Only a head"), "", ((TableCell(runs("Area"), "column"),),), ()),
    )
    return replace(briefing(), sections=(*briefing().sections, SectionBlock("prose", blocks), wales()))


def bare() -> Document:
    """No data at all: a cover without a number, and a paragraph."""
    cover = Cover("", runs("Nothing yet"), (), None, "", "")
    return replace(
        briefing(),
        cover=cover,
        sections=(SectionBlock("prose", (Paragraph(runs("No figures.")),)),),
        notes=(),
        attachments=(),
    )


__all__ = [
    "BIG",
    "PROSE",
    "TITLE",
    "TREND",
    "bare",
    "every_block",
    "forces_table",
    "long_table",
    "many_asks",
    "stories",
]
