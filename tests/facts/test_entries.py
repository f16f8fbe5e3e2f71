"""Entries of the ledger: every fact once, exactly, with all that makes it checkable."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from facts.made import ACCEPTED, example, fact, story
from report_builder.facts.claims import check
from report_builder.facts.entries import assertion, entry
from report_builder.facts.ledger import Edge, Place
from report_builder.facts.meanings import MEANINGS


def test_all_that_makes_a_fact_checkable() -> None:
    """Both sides, cells, shortfalls, like for like, who accepted what, and where it is printed."""
    facts = story({"accept": [{"problem": "part-year-base", **ACCEPTED}]})
    total = entry(fact(facts, "offences"))
    assert (Fraction(554), Fraction(564)) == (total.value, total.computed)
    assert total.published is not None
    assert (Fraction(554), "paper", True, "So.") == (
        total.published.value,
        total.published.source,
        total.published.printed,
        total.published.because,
    )
    cells = [(c.file, c.row, c.column, c.text) for c in total.cells]
    assert ("data/welsh-forces.csv", 2, "H", "67") == cells[0]
    here = Place(file="report/sections/wales.md", words=("doubled",))
    growth = entry(fact(facts, "growth"), printed=[here])
    like = growth.like_for_like
    assert Fraction(277, 137) == growth.value
    assert like is not None
    assert (("Gwent", "North Wales", "South Wales"), Fraction(497), Fraction(255), Fraction(497, 255)) == (
        like.who,
        like.to,
        like.from_,
        like.ratio,
    )
    assert ["part-year-base"] == [a.problem for a in growth.accepted]
    assert (here,) == growth.printed
    assert ["Dyfed-Powys", "Gwent"] == sorted(s.who for s in growth.shortfalls)


def test_a_gap_is_a_gap() -> None:
    """A fact without a figure has no value and says why; it is not left out and not zero."""
    row = entry(fact(story(), "offences[gwent, 2020/21]"))
    assert (None, "Gwent: no figure published") == (row.value, row.reason)


def test_ranges() -> None:
    """What rounding leaves is written where there is anything left."""
    facts, _ = example()
    assert (Fraction(95, 2), Fraction(97, 2)) == entry(fact(facts, "platform[snapchat]")).interval
    assert entry(fact(facts, "offences")).interval is None


def test_nothing_is_told_of_what_is_withheld() -> None:
    """Neither value nor cell nor any computation of a withheld figure is in the ledger."""
    known = fact(story(), "offences")
    row = entry(replace(known, suppressed=True))
    assert (None, None, None, None, True) == (row.value, row.computed, row.published, row.like_for_like, row.suppressed)
    assert {""} == {c.text for c in row.cells}


def test_claim() -> None:
    """A claim keeps its words, its meaning and how near it is to being false."""
    facts = story()
    made = assertion(
        check(fact(facts, "growth"), MEANINGS["more-than-doubled"], facts), "more than doubled", "", "a.md"
    )
    assert (False, True, False) == (made.holds, made.at_value, made.like_for_like)
    assert Edge(subject="2023/24", bound=Fraction(548), more=False, gap=Fraction(6), unit="offences") == made.margins[0]
