"""Documents to lay out: the founding story's briefing, and one with every block and hard cases."""

from __future__ import annotations

from msgspec.structs import replace

from report_builder.brand.theme import Theme
from report_builder.charts.chart import Chart, Panel, Point, Series
from report_builder.document.blocks import (
    Ask,
    Asks,
    Attachment,
    Block,
    Card,
    Cards,
    ContactBlock,
    ContentsBlock,
    Cover,
    Document,
    FigureBlock,
    Footnote,
    Furniture,
    Heading,
    Hero,
    ListBlock,
    Paragraph,
    QuoteBlock,
    Run,
    Runs,
    SectionBlock,
    Support,
    SupportLines,
    TableBlock,
    TableCell,
)
from report_builder.drawing import Drawing
from report_builder.sections.wording import wording_in
from report_builder.words import ENGLISH

from .brand import columns

YEARS = ["2017/18", "2018/19", "2019/20", "2020/21", "2021/22", "2022/23", "2023/24"]
UK = [3728, 5333, 5954, 6319, 6275, 6350, 7062]
FORCES = {
    "Dyfed-Powys": ["19", "41", "39", "34", "36", "30", "67"],
    "Gwent": ["44", "26", "144", "n/a", "26", "58", "67"],
    "North Wales": ["53", "103", "105", "114", "98", "101", "97"],
    "South Wales": ["158", "140", "91", "127", "166", "n/a", "333"],
}
CAVEAT = (
    "Dyfed-Powys Police gave figures for six months of 2017/18 only. On the three forces with full figures in both "
    "years the number nearly doubled, from 255 to 497."
)
SOURCE = "Police forces in Wales, published by the NSPCC, 1 November 2024"


def runs(text: str, **more: object) -> Runs:
    """Plain words."""
    return (Run(text, **more),)  # type: ignore[arg-type]  # the keywords of Run


def chart(name: str, values: list[int | None], labels: list[str], *, reverse: bool = False) -> Chart:
    points = tuple(
        Point(label, value, "" if value is None else f"{value:,}", fact=f"{name}.{label}")
        for label, value in zip(labels, values, strict=True)
    )
    return Chart("columns", (Panel("", (Series(name, points),)),), reverse=reverse, compact=reverse)


TREND = chart("wales", [274, None, 379, None, 326, None, 554], YEARS)
COVER_TREND = chart("cover", [3728, 5333, 5954, 6319, 6275, 6350, 7062], YEARS, reverse=True)
UK_TREND = chart("uk", list(UK), YEARS)


def drawings(theme: Theme) -> dict[Chart, Drawing]:
    """A drawing for each chart of these documents."""
    short = [year[2:] for year in YEARS]
    return {
        TREND: columns([274, None, 379, None, 326, None, 554], YEARS, theme.page.column, 190, theme),
        UK_TREND: columns([float(v) for v in UK], YEARS, theme.page.column, 190, theme),
        COVER_TREND: columns([float(v) for v in UK], short, 240, 130, theme, reverse=True),
    }


def forces_table(number: int = 1) -> TableBlock:
    head = (
        TableCell(runs("Police force"), "column"),
        *(TableCell(runs(year), "column", numeric=True) for year in YEARS),
    )
    body = [
        (TableCell(runs(name), "row"), *(TableCell(runs(v), numeric=True) for v in values))
        for name, values in FORCES.items()
    ]
    total = ["274", "–", "379", "–", "326", "–", "554"]
    body.append(
        (
            TableCell(runs("Wales, as published"), "row", emphasis=True),
            *(TableCell(runs(v), numeric=True, emphasis=True) for v in total),
        )
    )
    return TableBlock(
        number,
        runs("Offences of Sexual Communication with a Child recorded by police forces in Wales"),
        "Years to 31 March",
        (head,),
        tuple(body),
        (
            runs(
                "The four forces add up to 564 in 2023/24; the published total is 554. No published figure "
                "explains the ten."
            ),
            runs("n/a: the force gave no figure. Dyfed-Powys, 2017/18: six months only."),
        ),
        SOURCE,
    )


WANLESS = QuoteBlock(
    (
        "We need ambitious regulation by Ofcom who must significantly strengthen their current approach to make "
        "companies address how their products are being exploited by offenders.",
    ),
    "Sir Peter Wanless",
    "NSPCC chief executive",
    source="NSPCC, 1 November 2024",
)
RIGGS = QuoteBlock(
    (
        "The numbers in this NSPCC data are shocking and policing joins partners in urging tech companies and Ofcom to "
        "fulfil their legal and moral obligations to keep children safe from harm within the online communities "
        "they have "
        "created.",
        "A year on from the Online Safety Act being passed, it is imperative that the responsibility of safeguarding "
        "children online is placed with the companies who create spaces for them, and the regulator strengthens "
        "rules that "
        "social media platforms must follow.",
        "Policing will not stop in its fight against those who commit these horrific crimes. We cannot do this "
        "alone, so "
        "while we continue to pursue and prosecute those who abuse and exploit children, we repeat our call for "
        "more to be "
        "done by companies in this space.",
    ),
    "Becky Riggs",
    "National Police Chiefs’ Council lead for child protection and abuse investigations",
    source="NSPCC, 1 November 2024",
)
ASK_OFCOM = Ask(
    1,
    runs(
        "Strengthen significantly the rules that social media platforms must follow to tackle child sexual "
        "abuse, and act "
        "before harm is done."
    ),
    runs(
        "The design features of apps should not contribute to abuse. Snapchat was recorded in 48 per cent of the "
        "1,824 UK "
        "offences where the platform was known."
    ),
    "before the next codes of practice are published",
    (
        runs("554 offences were recorded in Wales in 2023/24, against 274 in 2017/18.", fact="offences"),
        runs("Snapchat was recorded in 48% of UK offences where the platform was known (1,824 of 7,062)."),
    ),
)
ASK_UK = Ask(
    2,
    runs(
        "Strengthen the law so that child sexual abuse is disrupted in private messages, such as on Snapchat and "
        "WhatsApp."
    ),
    runs("Much of this abuse takes place in private messaging."),
    "",
    (runs("WhatsApp was recorded in 12% of UK offences where the platform was known."),),
)
SUPPORT = SupportLines(
    "If you need help",
    (
        Support("NSPCC helpline", "0808 800 5000", "for adults worried about a child"),
        Support("Childline", "0800 1111", "for children and young people, free, day or night"),
    ),
)
CONTACT = ContactBlock(
    "Press office",
    (
        runs("Example press office"),
        (Run("press@example.org", url="mailto:press@example.org", hint="Write to the press office"),),
        (Run("www.example.org/grooming", url="https://www.example.org/grooming"),),
    ),
)
THREE_CARDS = Cards(
    (
        Card(
            "554",
            runs("offences recorded in Wales"),
            period="2023/24",
            caveat="As published; the forces add up to 564.",
        ),
        Card("7,062", runs("offences recorded across the UK"), "up 89% since 2017/18", "2023/24", fact="uk"),
        Card(
            "48%", runs("of known cases involved Snapchat"), "of the 1,824 where the platform was known", "UK, 2023/24"
        ),
    )
)


def cover() -> Cover:
    return Cover(
        "Policy briefing",
        runs("Online grooming offences in Wales have more than doubled"),
        (
            runs(
                "A year after the Online Safety Act was passed, the NSPCC says that the regulator still looks "
                "mostly at what "
                "follows harm."
            ),
        ),
        Hero(
            "554",
            "offences recorded in Wales in 2023/24, against 274 in 2017/18",
            CAVEAT,
            COVER_TREND,
            "Columns rising from 3,728 in 2017/18 to 7,062 in 2023/24.",
            "Across the UK, 2017/18 to 2023/24",
            "offences",
        ),
        "1 November 2024",
        "Example Campaign",
        (
            "Demonstration built from figures published by the NSPCC; not an NSPCC publication.",
            "No charity number; an invented publisher.",
        ),
    )


def summary() -> SectionBlock:
    return SectionBlock(
        "summary",
        (
            Heading(1, runs("Offences against children online have more than doubled in six years"), "summary"),
            Paragraph(
                runs("Police forces in Wales recorded 554 offences of Sexual Communication with a Child in 2023/24."),
                "lead",
            ),
            THREE_CARDS,
            Paragraph(runs(CAVEAT), "caveat"),
            Heading(2, runs("What we ask for"), "asks-in-brief"),
            Asks("Ofcom", "regulator under the Online Safety Act", (ASK_OFCOM,), brief=True),
            Asks("UK government", "legislation", (ASK_UK,), brief=True),
            CONTACT,
        ),
        new_page=True,
        whole_page=True,
    )


def wales() -> SectionBlock:
    return SectionBlock(
        "trend",
        (
            Heading(1, runs("South Wales recorded the most, and half of Wales’s total"), "wales"),
            Paragraph(
                (
                    Run("Police forces in Wales recorded "),
                    Run("554 offences", bold=True, fact="offences"),
                    Run(
                        " of Sexual Communication with a Child in 2023/24, against 274 in 2017/18, the first "
                        "year of the offence"
                    ),
                    Run("1", note=1),
                    Run(
                        ". The force tables do not allow a national figure for every year: Gwent gave none for "
                        "2020/21 and "
                        "South Wales none for 2022/23. A missing figure is never counted as zero."
                    ),
                )
            ),
            FigureBlock(
                1,
                runs("Recorded offences in Wales more than doubled in six years"),
                "Offences of Sexual Communication with a Child, years to 31 March",
                TREND,
                "Column chart: 274 offences in 2017/18, 379 in 2019/20, 326 in 2021/22 and 554 in 2023/24. Three "
                "years have no "
                "national figure.",
                (CAVEAT,),
                SOURCE,
                Attachment(
                    "figure-1.csv", "text/csv", b"year,offences\n2017/18,274\n2023/24,554\n", "The data of figure 1"
                ),
            ),
            Heading(2, runs("Each force tells another story"), "forces"),
            Paragraph(
                (
                    Run(
                        "South Wales rose from 158 to 333. North Wales fell slightly in the latest year, from "
                        "101 to 97, which is "
                        "within what chance alone would bring. Heddlu Gwent, "
                    ),
                    Run("Heddlu Gogledd Cymru a Heddlu De Cymru", language="cy", italic=True),
                    Run(" publish their figures; see "),
                    Run("the force tables of the founding story", url="https://www.walesonline.co.uk/news/"),
                    Run(" and "),
                    Run("the method", url="#method"),
                    Run("."),
                )
            ),
            forces_table(),
            WANLESS,
        ),
        new_page=True,
    )


def asks() -> SectionBlock:
    return SectionBlock(
        "asks",
        (
            Heading(1, runs("What has to change"), "asks"),
            Paragraph(runs("Two decisions, by two decision-makers, would make the difference."), "lead"),
            Asks("Ofcom", "regulator under the Online Safety Act", (ASK_OFCOM,), "Evidence", "By"),
            Asks("UK government", "legislation", (ASK_UK,), "Evidence", "By"),
        ),
        new_page=True,
    )


def method() -> SectionBlock:
    return SectionBlock(
        "method",
        (
            Heading(1, runs("How the figures were made"), "method"),
            Paragraph(
                (
                    Run("The offence is section 15A of the Sexual Offences Act 2003"),
                    Run("2", note=2),
                    Run(
                        ", in force since 3 April 2017 in England and Wales. Recorded crime is not the number of "
                        "crimes: it "
                    ),
                    Run("also shows how many were reported and how forces record."),
                )
            ),
            Heading(2, runs("Who returned figures, and who did not"), "returns"),
            ListBlock(
                False,
                (
                    (Paragraph(runs("Dyfed-Powys gave six months of 2017/18.")),),
                    (
                        Paragraph(runs("Two figures are missing:")),
                        ListBlock(
                            True,
                            (
                                (Paragraph(runs("Gwent, 2020/21;")),),
                                (Paragraph(runs("South Wales, 2022/23.")),),
                            ),
                        ),
                    ),
                    (Paragraph(runs("North Wales returned every year.")),),
                ),
            ),
            Paragraph(runs("Figures are as published and are not rounded again."), "note"),
            SUPPORT,
            CONTACT,
        ),
        new_page=True,
    )


NOTES = (
    Footnote(1, runs("The offence came into force on 3 April 2017; the first year is the year to 31 March 2018.")),
    Footnote(
        2,
        (
            Run("Offence code 71/17. "),
            Run(
                "Sexual Offences Act 2003, section 15A", url="https://www.legislation.gov.uk/ukpga/2003/42/section/15A"
            ),
            Run("."),
        ),
    ),
)


def briefing() -> Document:
    """The founding story's briefing."""
    return Document(
        "Online grooming offences in Wales have more than doubled",
        "en-GB",
        "Example Campaign",
        "Recorded offences of Sexual Communication with a Child in Wales",
        ("grooming", "Wales", "Online Safety Act"),
        "2024-11-01",
        cover(),
        (
            summary(),
            SectionBlock("contents", (ContentsBlock("Contents"),), new_page=True),
            wales(),
            SectionBlock("quotes", (Heading(1, runs("What those who deal with it say"), "quotes"), RIGGS)),
            asks(),
            method(),
        ),
        NOTES,
        Furniture(
            "Online grooming offences in Wales",
            "Example Campaign · 1 November 2024",
            "Page {page} of {pages}",
        ),
        wording_in(ENGLISH),
        attachments=(
            Attachment(
                "facts.json", "application/json", b'{"offences": 554}\n', "Every figure of this report", "Source"
            ),
        ),
    )


def with_blocks(*blocks: Block, document: Document | None = None, new_page: bool = False) -> Document:
    """A document of one section of these blocks after a heading, without a cover."""
    first = Heading(1, runs("A section"), "section")
    return replace(
        document or briefing(), cover=None, sections=(SectionBlock("prose", (first, *blocks), new_page),), notes=NOTES
    )
