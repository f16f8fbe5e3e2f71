"""What stays in the office: lines to take, and the review copies."""

from __future__ import annotations

import re
from typing import Any

import pytest
from docx.oxml.ns import qn

from example import ROOT
from explained import unexplained
from report_builder.document.printed import printings
from word.made import built, ledger, opened, paragraphs

LINES, REVIEW, RELEASE = "-lines-to-take.docx", "-review.docx", "-release-review.docx"


def pages(word: Any) -> dict[str, list[str]]:
    """The questions of each page, under its heading."""
    out: dict[str, list[str]] = {}
    for p in word.paragraphs:
        if p.style.name == "Heading 1":
            out[p.text] = []
        elif p.style.name == "Heading 2":
            out[list(out)[-1]].append(p.text)
    return out


def answer(asked: str) -> list[str]:
    """What the figures say to a question, the first time it stands in the lines."""
    words = [p for p in opened(LINES).paragraphs if p.text or p.style.name == "Heading 2"]
    at = next(i for i, p in enumerate(words) if p.text == asked)
    end = next(i for i, p in enumerate(words) if i > at and p.style.name == "Answer")
    return [p.text for p in words[at + 1 : end]]


@pytest.mark.parametrize("suffix", [LINES, REVIEW, RELEASE])
def test_every_page_says_that_it_is_internal(suffix: str) -> None:
    """The first page and all others: what is printed out loses its file name."""
    part = opened(suffix).sections[0]
    for header in (part.first_page_header, part.header):
        assert header.paragraphs[0].text.startswith("INTERNAL: not for publication")


def test_each_leading_figure_has_a_page_with_its_questions() -> None:
    """Those of the cover, of the cards and of headlines, each once; the questions are those that its facts raise."""
    found = pages(opened(LINES))
    assert {
        "Lines to take: Online grooming offences in Wales": [],
        "Offences of Sexual Communication with a Child, Wales": [
            "Why do your four figures add up to 564, and not to 554?",
            "Is it a rise since 2022/23?",
            "Is it a record?",
            "Who is missing?",
            "Do more recorded offences mean more abuse?",
        ],
        "Share of offences in which the platform was recorded (Snapchat), UK": [
            "What share is that of all?",
            "Do the shares add up to 100 per cent?",
            "How sure is “almost half”?",
        ],
        "Share of victims who were girls, UK": ["What share is that of all?", "Can you check the figure yourselves?"],
        "Offences compared with the first year of the offence, Wales": [
            "Why do your four figures add up to 564, and not to 554?",
            "Is it like for like?",
            "Is it a rise since 2022/23?",
            "Why do you start in 2017/18?",
            "Who is missing?",
            "Do more recorded offences mean more abuse?",
            "How sure is “more than doubled”?",
        ],
    } == found


def test_each_page_starts_a_page() -> None:
    """It is taken out and laid beside the telephone."""
    heads = [p for p in opened(LINES).paragraphs if p.style.name == "Heading 1"]
    assert [None, True, True, True, True] == [p.paragraph_format.page_break_before for p in heads]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Why do your four figures add up to 564, and not to 554?", "which is 10 fewer"),
        ("Is it a rise since 2022/23?", "There is no figure for 2022/23"),
        ("Is it like for like?", "from 255 to 497 (1.95 times)"),
        ("Why do you start in 2017/18?", "2018/19: 310; 2019/20: 379; 2020/21: no figure"),
        ("What share is that of all?", "of the 1,824 offences where the means of communication was known"),
        ("Do the shares add up to 100 per cent?", "these shares are never added up"),
        ("How sure is “more than doubled”?", "Fails if 2023/24 were 548 or fewer (6 fewer)"),
        ("Can you check the figure yourselves?", "The figures behind it were not published"),
        ("Is it a record?", "The highest of the four years with full figures."),
    ],
)
def test_the_figures_answer(asked: str, said: str) -> None:
    """Computed material stands under each question."""
    assert said in " ".join(answer(asked))


def test_each_question_has_room_for_an_answer() -> None:
    """Empty, framed, and never cut by the end of a page."""
    word = opened(LINES)
    slots = [p.text.strip() for p in word.paragraphs if p.style.name == "Answer"]
    assert ["Our answer:"] * sum(map(len, pages(word).values())) == slots
    assert word.styles["Answer"].paragraph_format.keep_together
    assert word.styles["Answer"].element.pPr.find(qn("w:pBdr")) is not None


def test_numbers_of_the_lines_equal_their_facts() -> None:
    """Read back; the margins to false, which are no figures of the report, stand in its ledger with their claims."""
    margins = re.compile(r"^(Fails if|Table 1\.|Do the shares add up)")
    said = [p for p in paragraphs(opened(LINES)) if not margins.match(p)]
    assert [] == unexplained(said, ledger())


def test_every_figure_of_the_report_has_a_remark() -> None:
    """Each printing with a digit in it, charts aside: in the margin stand its fact, its figure, file and line."""
    word = opened(REVIEW)
    remarks = [c.text for c in word.comments]
    composed = built().checked.composed
    assert composed is not None
    for printing in printings(composed.document):
        if not printing.chart and any(c.isdigit() for c in printing.words):
            assert any(printing.fact in text for text in remarks), printing
    for text in remarks:
        *_, place = text.split("\n")
        file, line = place.rsplit(":", 1)
        assert 0 < int(line) <= len((ROOT / file).read_text("utf-8").splitlines())


def test_a_remark_says_what_is_to_be_known() -> None:
    """Of a figure: value, both sides where they differ, cells, source; of a claim: verdict and both margins."""
    remarks = [c.text for c in opened(REVIEW).comments]
    claim = next(t for t in remarks if t.startswith("claim on growth[wales]: holds") and "summary.md:4" in t)
    assert "2.02 times (554 against 274), Wales, 2017/18 to 2023/24" in claim
    assert "fails if 2023/24 were 548 or fewer (6 fewer) or 2017/18 were 277 or more (3 more)" in claim
    assert "accepted: part-year-base, by Example head of policy on 2024-10-31" in claim
    figure = next(t for t in remarks if t.startswith("offences[wales, 2023/24] = 554") and "summary.md:6" in t)
    assert "published 554, computed 564" in figure
    assert "data/welsh-forces.csv H2" in figure


def test_a_remark_stands_at_the_words_it_is_about() -> None:
    """Its range holds the figure and nothing else, on a ground of its own."""
    word = opened(REVIEW)
    remarks = {c.comment_id: c.text for c in word.comments}
    found: list[tuple[str, str]] = []
    for start in word.element.body.iter(qn("w:commentRangeStart")):
        run = start.getnext()
        words = "".join(t.text or "" for t in run.iter(qn("w:t")))
        found.append((remarks[int(start.get(qn("w:id")))], words))
        assert run.find(qn("w:rPr")).find(qn("w:shd")) is not None
    typed = {words for text, words in found if text.endswith("report/sections/uk.md:6")}
    assert {"rose", "7,062", "3,728", "89 per cent", "45", "2023/24", "2017/18"} == typed
    assert "45" in [words for text, words in found if text.startswith("forces_uk = ")]


def test_the_words_of_a_review_copy_are_those_of_the_report() -> None:
    """A reviewer signs what will be printed."""
    assert list(paragraphs(opened(".docx"))) == list(paragraphs(opened(REVIEW)))
    assert list(paragraphs(opened("-release.docx"))) == list(paragraphs(opened(RELEASE)))
