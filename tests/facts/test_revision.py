"""Two ledgers compared: every difference is told, once, and nothing else."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from report_builder.facts.ledger import About, Assertion, Demand, Entry, Ledger, Place
from report_builder.facts.revision import Changes, compare

ABOUT = About(title="T", slug="t", publisher="P", place="Wales", language="en-GB", date=date(2024, 11, 1))


def entry(id_: str = "offences", value: int | Fraction | None = 554, **more: Any) -> Entry:
    known = {"name": id_, "label": id_, "kind": "sum", "unit": "offences", "period": "2023/24"}
    return Entry(id=id_, value=None if value is None else Fraction(value), **{**known, **more})


def ledger(*facts: Entry, claims: tuple[Assertion, ...] = (), asks: tuple[Demand, ...] = ()) -> Ledger:
    return Ledger(ledger=1, tool="t", report=ABOUT, facts=facts, claims=claims, asks=asks)


def claim(holds: bool, words: str = "more than doubled", **more: Any) -> Assertion:
    return Assertion(
        fact="growth", meaning="more-than-doubled", words=words, holds=holds, at_value=holds, throughout=holds, **more
    )


def ids(changes: Changes) -> dict[str, list[str]]:
    groups = ("revised", "moved", "new", "gone", "noted")
    return {name: [c.id for c in getattr(changes, name)] for name in groups if getattr(changes, name)}


def test_revised() -> None:
    """A figure of the same period with another value is revised, by how much and by how many per cent."""
    changes = compare(ledger(entry(value=554)), ledger(entry(value=549)))

    (change,) = changes.revised
    assert (Fraction(-5), Fraction(-500, 554)) == (change.by, change.percent)
    assert {"revised": ["offences"]} == ids(changes)


def test_percentages_differ_in_points() -> None:
    """A percentage that changed is not told in per cent of itself."""
    (change,) = compare(ledger(entry(value=48, unit="percent")), ledger(entry(value=40, unit="percent"))).revised

    assert (Fraction(-8), None) == (change.by, change.percent)


def test_another_period_is_no_revision() -> None:
    """The same entry of the next year is another figure, not a revised one."""
    assert {"moved": ["offences"]} == ids(compare(ledger(entry()), ledger(entry(value=549, period="2024/25"))))


def test_a_gap_that_was_a_figure_is_revised() -> None:
    """A figure that is no longer there under its id is revised to none, and by no number."""
    (change,) = compare(ledger(entry()), ledger(entry(value=None, reason="withdrawn"))).revised

    assert change.by is None


def test_small_print() -> None:
    """The same figure on another base is noted as such."""
    changes = compare(ledger(entry(base="all")), ledger(entry(base="known")))

    assert {"noted": ["offences"]} == ids(changes)
    assert ("base",) == changes.noted[0].also


def test_where_it_is_printed() -> None:
    """A change names the files that print it and the asks that rest on it, in either ledger."""
    before = ledger(entry(printed=(Place(file="a.md", words=("554",)),)), asks=(Demand(id="act", to="X"),))
    ask = Demand(id="act", to="X", evidence=("offences",))
    after = ledger(entry(value=549, printed=(Place(file="b.md", words=("549",)),)), asks=(ask,))

    changes = compare(before, after)

    assert {"a.md": ("offences",), "b.md": ("offences",)} == changes.files
    assert {"act": ("offences",)} == changes.asks


def test_flipped_claim() -> None:
    """A claim that held and no longer does is flipped, with the phrase printed in its place."""
    after = claim(False, "doubled", in_place_of="more than doubled", file="cover.md")

    (change,) = compare(ledger(claims=(claim(True),)), ledger(claims=(after,))).claims

    assert (True, False, True) == (change.before, change.after, change.flipped)
    assert ("more than doubled", "doubled", ("cover.md",)) == (change.words, change.printed, change.files)


def test_claim_no_longer_made() -> None:
    """A claim that is taken out is told, and is not flipped."""
    (change,) = compare(ledger(claims=(claim(True),)), ledger()).claims

    assert (True, None, False) == (change.before, change.after, change.flipped)


values = st.dictionaries(st.sampled_from("abcdef"), st.none() | st.integers(0, 3))


@given(values, values)
def test_every_fact_is_told_once(before: dict[str, int | None], after: dict[str, int | None]) -> None:
    """Each fact of either ledger is in one group or counted as the same; a ledger against itself has no change."""
    one, other = (ledger(*(entry(k, v) for k, v in x.items())) for x in (before, after))

    changes = compare(one, other)
    told = [id_ for found in ids(changes).values() for id_ in found]

    assert len(before.keys() | after.keys()) == len(told) + changes.same
    assert len(told) == len(set(told))
    assert {} == ids(compare(one, one))
