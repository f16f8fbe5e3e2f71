"""Figures that others printed: beside our own, instead of them, and alone."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from facts.made import ACCEPTED, OFFENCES, codes_of, example, fact, facts_of, parts, sound, table, welsh
from report_builder.facts.claims import check
from report_builder.facts.interval import Interval, exactly
from report_builder.facts.meanings import find_meaning
from report_builder.words import ENGLISH
from report_builder.words.forms import figure

CHOSEN = {"print": "published", "because": "It is the national total."}


def beside(value: str, **more: str) -> dict[str, Any]:
    """The Welsh offences with one published figure for 2023/24, where ours is 564."""
    return {
        "f": {**OFFENCES, "published": [{"place": "Wales", "year": "2023/24", "value": value, "source": "p", **more}]}
    }


def test_the_author_chooses_the_published_side() -> None:
    """554 is printed, 564 is kept beside it, and that they differ is known."""
    found = fact(sound(beside("554", **CHOSEN), welsh()), "f")
    assert [554, exactly(554), 564] == [found.value, found.interval, found.computed]
    assert found.published is not None
    assert [554, True, "It is the national total."] == [
        found.published.value, found.published.printed, found.published.because,
    ]  # fmt: skip
    assert ("parts-differ",) == found.doubts
    assert ("p", "page") == found.sources


def test_or_their_own() -> None:
    """Printing our own keeps 564, with 554 beside it."""
    found = fact(sound(beside("554", print="computed", because="We count."), welsh()), "f")
    assert [564, 564] == [found.value, found.computed]
    assert found.published is not None
    assert not found.published.printed


@pytest.mark.parametrize("more", [{}, {"print": "published"}, {"because": "So."}])
def test_a_difference_needs_a_choice_and_a_reason(more: dict[str, str]) -> None:
    """Until someone decides, the build stops, with both figures."""
    _, problems = facts_of(beside("554", **more), welsh())
    assert ["F009"] == codes_of(problems)
    assert '"f[wales, 2023/24]" is 564 by our own computation but 554 as published' == problems[0].message


def test_further_computation_uses_the_printed_side() -> None:
    """Growth is 554 over 274, not 564."""
    entries = {"offences": OFFENCES, "growth": {"kind": "ratio", "of": "offences", "from": "first", "to": "latest"}}
    assert Fraction(554, 274) == fact(sound(entries, welsh()), "growth").value


@pytest.mark.parametrize(("value", "agrees"), [("89%", True), ("89.4%", True), ("90%", False), ("86%", False)])
def test_a_published_figure_agrees_within_its_rounding(value: str, agrees: bool) -> None:
    """UK growth of 89.43 per cent is 89 and 89.4 in print; 86 is someone's slip."""
    entries: dict[str, Any] = {
        "n": {"kind": "sum", "data": "t", "each": ["year"]},
        "f": {
            "kind": "change",
            "of": "n",
            "from": "first",
            "to": "latest",
            "published": [{"value": value, "source": "p"}],
        },
    }
    made = table("Place,2020,2021,2022\nUK,3728,5000,7062\n")
    facts, problems = facts_of(entries, made)
    assert ([] if agrees else ["F009"]) == codes_of(problems)
    if agrees:
        assert fact(facts, "f").computed is None


def test_a_rounded_published_side_is_a_range() -> None:
    """A printed per cent stands for all that rounds to it; a printed count for itself."""
    entries: dict[str, Any] = {
        "n": {"kind": "sum", "data": "t", "each": ["year"]},
        "f": {
            "kind": "change", "of": "n", "from": "first", "to": "latest",
            "published": [{"value": "90%", "source": "p", **CHOSEN}],
        },
    }  # fmt: skip
    found = fact(sound(entries, table("Place,2020,2021,2022\nUK,3728,5000,7062\n")), "f")
    assert [90, Interval(Fraction(179, 2), Fraction(181, 2)), 1] == [found.value, found.interval, found.step]


def test_a_published_total_over_a_gap() -> None:
    """Where a part is missing the published total may be printed: nothing of it is missing, it is no lower bound."""
    entry = beside("300", **CHOSEN)
    entry["f"]["published"][0]["year"] = "2020/21"
    entry["f"]["accept"] = [{"problem": "missing-parts", **ACCEPTED}]
    found = fact(sound(entry, welsh()), "f[2020/21]")
    assert [300, "", False] == [found.value, found.reason, found.at_least]
    assert "missing-parts" not in found.doubts
    ours = fact(sound({"f": {**entry["f"], "published": []}}, welsh()), "f[2020/21]")
    assert [275, True] == [ours.value, ours.at_least]


def test_units_are_not_mixed() -> None:
    """A published per cent beside a count is refused."""
    _, problems = facts_of(beside("102%"), welsh())
    assert ["F017"] == codes_of(problems)


@pytest.mark.parametrize(
    ("change", "code"),
    [({"value": "about 550"}, "F010"), ({"place": "Scotland"}, "F002"), ({"year": "2030/31"}, "F002")],
)
def test_what_cannot_be_read_or_found(change: dict[str, str], code: str) -> None:
    """A figure that is no number, or of nobody, is refused."""
    entry = beside("554")
    entry["f"]["published"][0] |= change
    _, problems = facts_of(entry, welsh())
    assert [code] == codes_of(problems)


@pytest.mark.parametrize(
    ("value", "unit", "wanted", "exact"),
    [("45", "", "", True), ("45", "forces", "forces", True), ("81%", "", "percent", False), ("£1.5", "", "GBP", False)],
)
def test_published_alone(value: str, unit: str, wanted: str, exact: bool) -> None:
    """A plain printed count has no unit of its own, least of all per cent."""
    found = fact(sound({"f": {"kind": "published", "value": value, "unit": unit, "source": "p"}}), "f")
    assert (wanted, exact) == (found.unit, found.interval is not None and found.interval.exact)
    assert ("p",) == found.sources


@pytest.mark.parametrize("entry", [{}, {"value": "5", "wording": "five"}])
def test_a_number_or_words(entry: dict[str, str]) -> None:
    """A published figure is a number or a wording, not both and not neither."""
    with pytest.raises(ValueError, match="give either `value:`"):
        facts_of({"f": {"kind": "published", "source": "p", **entry}})


def test_any_meta_platform() -> None:
    """The example's wording has no value of ours; the shares leave it anywhere from 11.5 to 29.5."""
    facts, problems = example()
    assert () == problems
    meta = fact(facts, "meta")
    assert (None, "more than a quarter", "percent") == (meta.value, meta.wording, meta.unit)
    assert Interval(Fraction(23, 2), Fraction(59, 2)) == meta.interval
    assert ("overlapping-parts",) == meta.doubts
    assert "offences where the means of communication was known" == meta.base


def wording(*rows: str, **more: Any) -> dict[str, Any]:
    """A wording tested by shares."""
    test = {"add": "p", "rows": list(rows)}
    published = {"kind": "published", "wording": "most", "source": "s", "test": test, **more}
    return {"p": {"kind": "value", "data": "t", "each": ["kind"]}, "f": published}


OVERLAPPING = {"column": "Kind", "are": "kind", "parts": "overlapping"}


def test_shares_of_one_whole_are_added() -> None:
    """Parts that cannot overlap add up, with their rounding."""
    made = parts("Kind,Share\nAx,40\nBy,35\n")
    found = fact(sound(wording("Ax", "By"), made), "f")
    assert (Interval(Fraction(74), Fraction(76)), ()) == (found.interval, found.doubts)


def test_the_bounds_stop_at_everything() -> None:
    """Overlapping shares of 60 and 70 leave at most 100."""
    made = parts("Kind,Share\nAx,60\nBy,70\n", rows=OVERLAPPING)
    assert Interval(Fraction(139, 2), Fraction(100)) == fact(sound(wording(), made), "f").interval


def test_a_missing_share_may_be_anything() -> None:
    """A share that was not published is no zero: it opens the range."""
    made = parts("Kind,Share\nAx,40\nBy,n/a\n", rows=OVERLAPPING)
    assert Interval(Fraction(79, 2), Fraction(100)) == fact(sound(wording(), made), "f").interval


def test_unknown_rows() -> None:
    """A row that is not there is refused, never left out of the test."""
    _, problems = facts_of(wording("Ax", "Cy"), parts("Kind,Share\nAx,40\nBy,35\n"))
    assert ["F002"] == codes_of(problems)


def test_base_of_the_same_place_and_year() -> None:
    """`base:` may name a family; each fact has its own member as base."""
    text = "Place,2020,2021,2022\nAx,10,20,30\nBy,50,60,70\n"
    entries: dict[str, Any] = {
        "n": {"kind": "value", "data": "t", "each": ["place", "year"]},
        "f": {"kind": "value", "data": "t", "each": ["place", "year"], "base": "n"},
    }
    facts = sound(entries, table(text))
    assert ("n[ax, 2021]", "n") == (fact(facts, "f[ax, 2021]").base_fact, fact(facts, "f[ax, 2021]").base)


@pytest.mark.parametrize(
    ("value", "printed", "holds", "fails"),
    [
        ("at least 500", "at least 500", "at-least-500", "fewer-than-600"),
        ("no fewer than £2,000", "at least £2,000", "at-least-2000-gbp", "at-least-2001-gbp"),
        ("up to 500", "up to 500", "at-most-500", "more-than-400"),
    ],
)
def test_a_published_bound(value: str, printed: str, holds: str, fails: str) -> None:
    """It prints as a bound, and carries no more than one."""
    facts = sound({"f": {"kind": "published", "value": value, "source": "page"}})
    found = fact(facts, "f")
    assert printed == figure(found, ENGLISH, "prose")
    for name, wanted in ((holds, True), (fails, False)):
        meaning = find_meaning(name)
        assert meaning is not None
        assert wanted == check(found, meaning, facts).holds
