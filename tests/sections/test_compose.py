"""Sections come together in reading order: cover, summary, contents where there is much, method and sources last."""

from __future__ import annotations

from typing import Any

import pytest

from facts.made import ACCEPTED, sound, story, table
from report_builder.document.blocks import Cover, Heading
from report_builder.sections.compose import Composed, compose
from sections.made import blocks, composed, lines, section, told, view, words

ASKED = {"a": {"to": "Ofcom", "ask": "Act."}}


def together(*texts: tuple[str, str], **more: Any) -> Composed:
    """The document of several sections: kind and words of each."""
    return compose(view(*(section(text, kind, f"s{i}") for i, (kind, text) in enumerate(texts)), **more))


def cover(made: Composed) -> Cover:
    """The cover, which there must be."""
    assert made.document.cover is not None
    return made.document.cover


def test_summary() -> None:
    """The author's words, three cards, the asks in brief and the contact, on a page of its own."""
    text = "---\nkind: summary\nfigures: [offences, girls]\n---\n# [rose](claim:growth_uk)\n\nWords.\n\nMore.\n"
    made = composed(text, asked=ASKED)
    assert [] == told(made)
    got = [line.partition(" |")[0] for line in lines(blocks(made))]
    wanted = ["# rose", "lead: Words.", "body: More.", "card: 554", "card: 81%", "## What we ask"]
    assert [*wanted, "ask 1 of Ofcom: Act.", "ContactBlock"] == got
    assert (True, True) == (made.document.sections[0].new_page, made.document.sections[0].whole_page)


def test_a_summary_without_heading_or_asks() -> None:
    """The report's title opens it, and no heading stands over nothing."""
    assert ["# A report", "lead: Words.", "ContactBlock"] == lines(blocks(composed("Words.\n", "summary")))


@pytest.mark.parametrize(("headings", "contents"), [(7, False), (8, True)])
def test_contents(headings: int, contents: bool) -> None:
    """From eight headings on there are contents, after the summary."""
    many = "\n\n".join(f"# Part {chr(65 + i)}\n\nWords." for i in range(headings - 1))
    made = together(("summary", "# A\n\nWords."), ("prose", many))
    kinds = [part.kind for part in made.document.sections]
    assert (["summary", "contents", "prose"] if contents else ["summary", "prose"]) == kinds


def test_placed_contents_are_not_doubled() -> None:
    """Where the author placed them they stay."""
    many = "\n\n".join(f"# Part {chr(65 + i)}\n\nWords." for i in range(9))
    made = together(("contents", ""), ("prose", many))
    assert ["contents", "prose"] == [part.kind for part in made.document.sections]


def test_cover() -> None:
    """Headline, standfirst, the number with its trend, date and imprint."""
    text = "---\nkind: cover\nhero: offences\n---\n# Offences {place:in}\n\nA year after.\n\n{offences_uk} in the UK.\n"
    found = cover(composed(text))
    assert "Offences in Wales" == words(found.headline)
    assert ["A year after.", "7,062 in the UK."] == [words(runs) for runs in found.standfirst]
    assert ("1 November 2024", "A campaign", ("An imprint.",)) == (found.date, found.publisher, found.lines)
    hero = found.hero
    assert hero is not None
    assert ("554", "") == (hero.number, hero.caveat)
    assert hero.trend is not None
    assert ["2023/24"] == [p.label for p in hero.trend.points() if p.highlight]
    assert hero.trend_alt


def test_a_number_whose_other_years_are_gaps_has_no_trend() -> None:
    """One column beside three marks shows nothing."""
    entries = {"n": {"kind": "sum", "data": "t", "each": ["place", "year"]}}
    text = "---\nkind: cover\nhero: n\n---\n# Things\n"
    for row, drawn in (("n/a,n/a,3", False), ("n/a,2,3", True)):
        facts = sound(entries, table(f"Place,2020,2021,2022\nAx,{row}\n"), here="Ax")
        hero = cover(composed(text, facts=facts)).hero
        assert hero is not None
        assert drawn == (hero.trend is not None)


def test_the_cover_carries_its_caveats() -> None:
    """The headline's claim and the number's: both are cautioned, once, on the cover itself."""
    facts = story({"accept": [{"problem": "part-year-base", **ACCEPTED}]})
    text = "---\nkind: cover\nhero: growth\n---\n# It [more than doubled](claim:growth)\n"
    found = cover(composed(text, facts=facts))
    assert [True] == [words(runs).endswith("(1.95 times).") for runs in found.standfirst]
    assert found.hero is not None
    assert found.hero.caveat.endswith("like for like, 1.95 times")
    placed = cover(composed(f"{text}\nSo. {{growth.caveat}}\n", facts=facts))
    assert 1 == len(placed.standfirst)


def test_a_cover_holds_words_only() -> None:
    """A chart on it is refused."""
    assert ["P060"] == told(composed("# A\n\n```quote\nq\n```\n", "cover"))


def test_needs() -> None:
    """A section whose figure does not exist here is left out, and that is said; a misspelt one is an error."""
    text = "---\nkind: prose\nneeds: {0}\n---\n# A\n\nWords.\n"
    assert [] == told(composed(text.replace("{0}", "growth")))
    missing = composed(text.replace("{0}", "offences[gwent, 2020/21]"))
    assert (["P062"], ()) == (told(missing), missing.document.sections)
    assert ["F001"] == told(composed(text.replace("{0}", "grwoth")))


def test_every_section_opens_with_a_heading() -> None:
    """Where the author gave none, a kind with a name of its own is headed by it, and another is told."""
    assert ["P061"] == told(composed("Words.\n"))
    assert ["# What we ask", "ask 1 of Ofcom: Act."] == lines(blocks(composed("", "asks", asked=ASKED)))
    assert "# How these figures were made" == lines(blocks(composed("", "method")))[0]
    assert "# Sources" == lines(blocks(composed("", "sources")))[0]
    assert "# Contact" == lines(blocks(composed("", "contact")))[0]


def test_support_lines_come_first() -> None:
    """A reader in need finds help before a journalist finds the press office."""
    made = composed("# A\n", "contact", support=[{"name": "Childline", "phone": "0800 1111"}])
    assert ["# A", "SupportLines", "ContactBlock"] == lines(blocks(made))


def test_sources_are_those_used() -> None:
    """In the order in which they are first used, whatever stands before or after them, and no others."""
    made = together(("sources", "# S"), ("prose", "# A\n\nGirls: {girls}. UK: {growth_uk}."))
    assert ["sources", "prose"] == [part.kind for part in made.document.sections]
    wanted = ["South Wales Argus, news/24694219", "Today's Family Lawyer, 2024", "WalesOnline, 1 November 2024"]
    assert wanted == [line.partition("note: ")[2] for line in lines(blocks(made)) if "note: " in line]


def test_anchors_and_numbers() -> None:
    """Every heading has its own anchor; charts and tables count through the report."""
    chart = "```chart\ndraw: columns\nfact: offences_uk\nacross: year\ntitle: A title\n```\n"
    table = "```table\nfact: offences_uk\ndown: year\n```\n"
    made = together(("prose", f"# A\n\n{chart}\n{table}"), ("prose", f"# B\n\n## C\n\n{chart}\n{table}"))
    anchors = [b.anchor for b in blocks(made, Heading) if isinstance(b, Heading)]
    assert 3 == len(set(anchors))
    numbered = [line.partition(":")[0] for line in lines(blocks(made)) if line.startswith(("figure", "table"))]
    assert ["figure 1", "table 1", "figure 2", "table 2"] == numbered


def test_what_is_printed_is_known() -> None:
    """Each fact is known with every place in which it stands."""
    made = composed("# {offences}\n\nIt is {offences}, or {girls}.\n")
    assert {"offences[wales, 2023/24]": 2, "girls": 1} == {k: len(v) for k, v in made.printed.items()}


def test_drafts_are_marked() -> None:
    """A draft says so on every page, and of which version; a release says nothing."""
    assert "DRAFT, version 1.2" == composed("# A\n", version="1.2").document.furniture.mark
    assert "" == composed("# A\n", stage="release").document.furniture.mark
