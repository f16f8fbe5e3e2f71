"""The news release: the author's words between what the tool writes, told with the same facts as the report."""

from __future__ import annotations

import textwrap
from typing import Any

import pytest
from msgspec.structs import replace

from report_builder.campaign.report import Report
from report_builder.document.blocks import (
    Asks,
    Block,
    ContactBlock,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    QuoteBlock,
)
from report_builder.document.printed import text_of
from report_builder.project.release_file import load_release
from report_builder.sections.compose import Composed
from report_builder.sections.embargo import embargo_line
from report_builder.sections.release import compose_release, length_of
from report_builder.words import ENGLISH
from sections.made import REPORT, view

QUOTES = {
    "speakers": {"a": {"name": "A. Speaker", "role": "chief"}},
    "quotes": {"q": {"speaker": "a", "status": "published", "source": "story_2024", "words": "We must act."}},
}
ASKED = {"rules": {"to": "Ofcom", "ask": "Act.", "why": "{offences} offences."}}


def made(text: str, **more: Any) -> Composed:
    """The release of some words, which must parse."""
    release, _, problems = load_release("report/release.md", textwrap.dedent(text))
    assert [] == problems
    composed = compose_release(replace(view(**more), release=release))
    assert composed is not None
    return composed


def lines(blocks: tuple[Block, ...]) -> list[str]:
    """What the blocks say, one line a paragraph."""
    out: list[str] = []
    for block in blocks:
        if isinstance(block, Heading):
            out.append("#" * block.level + f" {text_of(block.runs)}")
        elif isinstance(block, Paragraph):
            out.append(f"{block.role}: {text_of(block.runs)}")
        elif isinstance(block, ListBlock):
            out += [
                f"- {text_of(inner.runs)}" for item in block.items for inner in item if isinstance(inner, Paragraph)
            ]
        elif isinstance(block, QuoteBlock):
            out += [f"{block.speaker}: {words}" for words in block.paragraphs]
        elif isinstance(block, Asks):
            out += [f"{block.addressee}: {text_of(ask.text)}" for ask in block.asks]
        elif isinstance(block, ContactBlock):
            out += [f"contact: {text_of(line)}" for line in block.lines]
    return out


def told(document: Document) -> list[str]:
    return [line for section in document.sections for line in lines(section.blocks)]


def test_the_tool_writes_what_stands_around_the_story() -> None:
    """Embargo line, what it is, and ENDS; the notes that the author typed come before the tool's own."""
    said = told(
        made(
            """
            # Forces recorded {offences} offences

            It is the figure for {offences.period}.

            ```quote
            q
            ```

            ```asks
            ```

            ## Notes to editors

            The author's note.
            """,
            quotes=QUOTES,
            asked=ASKED,
        ).document
    )

    ends = said.index("ends: ENDS")
    assert [
        "embargo: FOR IMMEDIATE RELEASE",
        "kicker: News release · A campaign · 1 November 2024",
        "# Forces recorded 554 offences",
        "lead: It is the figure for 2023/24.",
        "A. Speaker: We must act.",
        "Ofcom: Act.",
    ] == said[:ends]
    assert ["## Notes to editors", "body: The author’s note."] == said[ends + 1 : ends + 3]
    assert "contact: The press office" in said[ends:]
    assert any(line.startswith("- The words of A. Speaker are quoted as published by ") for line in said[ends:])
    assert "- An imprint." in said[ends:]


def test_the_notes_tell_of_the_figures_that_the_release_prints_and_of_no_others() -> None:
    """A release without the UK figures explains none of them."""
    wales = told(made("# A\n\nThere were {offences} offences.\n").document)
    both = told(made("# A\n\nThere were {offences} offences, and {offences_uk} across the UK.\n").document)

    assert any("add up to 564" in line for line in wales)
    assert len(wales) < len(both)


def test_a_caveat_stands_beside_its_claim() -> None:
    """The part-year base is told in the story, after the headline that claims, and not only in the notes."""
    said = told(made("# Offences [more than doubled](claim:growth)\n\nThey did.\n").document)
    assert "lead: They did." in said
    caveat = next(line for line in said if line.startswith("caveat: "))
    assert "Dyfed-Powys’s figure for 2017/18 covers six of 12 months." in caveat
    assert said.index(caveat) < said.index("ends: ENDS")


def test_a_claim_that_does_not_hold_is_an_error() -> None:
    """The release is checked as the report is."""
    composed = made("# Offences [more than trebled](claim:growth)\n\n{growth.caveat}\n")
    assert ["C012"] == [p.code for p in composed.problems]
    assert "report/release.md" == (composed.problems[0].where.file if composed.problems[0].where else "")


def test_spokespeople_are_named_with_their_roles() -> None:
    """By the id of a speaker, or by name."""
    said = told(
        made(
            """
            ---
            spokespeople:
              - speaker: a
                note: mornings only
              - name: B. Other
                about: what children say
                languages: [English, Welsh]
            ---
            # A

            Words.
            """.lstrip("\n"),
            quotes=QUOTES,
        ).document
    )
    at = said.index("### Spokespeople")
    assert ["- A. Speaker, chief, mornings only", "- B. Other, what children say, English and Welsh"] == said[
        at + 1 : at + 3
    ]


@pytest.mark.parametrize(
    ("embargo", "wanted"),
    [
        ("none", "FOR IMMEDIATE RELEASE"),
        ("2024-11-01 00:01 Europe/London", "EMBARGOED UNTIL 00:01 GMT Friday 1 November 2024"),
        ("2024-07-01 09:30 Europe/London", "EMBARGOED UNTIL 09:30 BST Monday 1 July 2024"),
    ],
)
def test_the_embargo_line_is_the_one_journalists_know(embargo: str, wanted: str) -> None:
    """Hour, zone, weekday and date, or the words for no embargo."""
    assert wanted == embargo_line(Report.model_validate({**REPORT, "embargo": embargo}), ENGLISH)


def test_the_length_is_that_of_the_story() -> None:
    """Headline, paragraphs, quotes and asks count; the embargo line and the notes do not."""
    document = made(
        "# Two words\n\nThree more words.\n\n```quote\nq\n```\n\n```asks\n```\n\n## Notes to editors\n\nNot counted.\n",
        quotes=QUOTES,
        asked=ASKED,
    ).document
    assert 2 + 3 + 3 + 1 == length_of(document)[0]


def test_the_reading_age_is_of_english_only() -> None:
    """Syllables of other languages are not known."""
    document = made("# Two words\n\nThree more words.\n").document
    assert length_of(document)[1] is not None
    assert length_of(replace(document, language="cy"))[1] is None
