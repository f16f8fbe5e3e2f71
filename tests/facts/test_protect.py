"""Facts as they may be printed: what is withheld, what follows, what readers know already, and what is refused."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

pytest.importorskip("scipy", reason="the audit needs SciPy: pip install report-builder[protect]")

from facts.attack import Attack
from facts.guarded import CELLS, DATASETS, FACTS, crossed, printed, protected
from facts.made import codes_of, fact, facts_of, read, table
from report_builder.cache import Cache
from report_builder.facts.entries import entry
from report_builder.facts.family import Facts
from report_builder.facts.gather import Files
from report_builder.facts.ledger import Ledger, plain
from report_builder.facts.ledger import read as read_ledger
from report_builder.facts.protect import protect
from report_builder.facts.withhold import MARK
from report_builder.tables.protection import Protection
from report_builder.words import ENGLISH
from report_builder.words.forms import figure

TEXT = """\
Row,Column,Count
a,x,1301
a,y,1409
b,x,7
b,y,1511
c,x,1607
c,y,1709
"""
ONE = {"kind": "sum", "data": "t", "each": ["row"], "where": {"column": ["x"]}}
LISTED = {**ONE, "where": {"column": ["x"], "row": ["a", "b", "c"]}}  # without their total


def test_what_is_not_protected_is_left_alone() -> None:
    """Without `protect:` nothing is withheld, and the facts are the same ones."""
    before, _ = facts_of({"n": CELLS}, crossed(TEXT), here="all")
    after, problems = protect(before, Files(FACTS, DATASETS, {}))
    assert (before, ()) == (after, problems)


def test_a_small_count_has_no_value_and_no_bound() -> None:
    """A withheld fact says that it is, and why; a mark that tells nothing has no interval."""
    after, problems = protected({"n": CELLS}, crossed(TEXT, {}))
    found = fact(after, "n[b, x]")
    assert () == problems
    assert (None, None, True, "withheld to protect people") == (
        found.value,
        found.interval,
        found.suppressed,
        found.reason,
    )
    assert "withheld" == figure(found, ENGLISH, "prose")


def test_a_mark_may_say_its_bound() -> None:
    """With `show_as: fewer than 10` a small count says so, and a large one beside it does not."""
    after, _ = protected({"n": CELLS}, crossed(TEXT, {"show_as": "fewer than 10"}))
    said = {f.id: figure(f, ENGLISH, "compact") for f in after if f.suppressed}
    assert "fewer than 10" == said.pop("n[b, x]")
    assert {"withheld"} == set(said.values())


def test_what_prints_is_unchanged() -> None:
    """Every figure that prints is the one that was computed."""
    before, _ = facts_of({"n": CELLS}, crossed(TEXT), here="all")
    after, _ = protected({"n": CELLS}, crossed(TEXT, {}))
    truth = printed(before, "n")
    assert all(value in (None, truth[id_]) for id_, value in printed(after, "n").items())
    assert 8 == sum(value is not None for value in printed(after, "n").values())


def test_what_follows_from_a_withheld_figure_is_withheld() -> None:
    """Shares, ratios, differences and ranks of it: each would give it back."""
    entries = {
        "n": CELLS,
        "share": {"kind": "share", "of": "n", "out_of": "n[all, all]"},
        "ratio": {"kind": "ratio", "of": "n[b, x]", "against": "n[a, x]"},
        "gap": {"kind": "difference", "of": "n[a, x]", "against": "n[b, x]"},
        "order": {"kind": "rank", "of": "n[x]", "among": "row"},
        "most": {"kind": "max", "data": "t"},
        "least": {"kind": "min", "data": "t"},
        "mean": {"kind": "mean", "data": "t"},
    }
    after, problems = protected(entries, crossed(TEXT, {}))
    assert () == problems
    for gone in ("share[b, x]", "ratio", "gap", "order[b]", "least"):
        assert fact(after, gone).suppressed, gone
    for kept in ("n[all, all]", "share[all, all]", "mean"):
        assert not fact(after, kept).suppressed, kept


def test_nothing_of_it_is_left_anywhere() -> None:
    """No text of a cell, bound, published side or order in a fact, nor a cell in a dataset, holds what is withheld."""
    entries = {"n": CELLS, "share": {"kind": "share", "of": "n", "out_of": "n[all, all]"}}
    entries["order"] = {"kind": "rank", "of": "n[x]", "among": "row"}
    after, _ = protected(entries, crossed(TEXT, {}))
    hidden = {f.id for f in after.families["n"].facts.values() if f.suppressed}
    cells = {c.text for f in after for c in f.cells if f.id in hidden}
    assert {MARK} == cells
    ledger = json.dumps([plain(entry(f)) for f in after])
    assert '"7"' not in ledger
    assert "1301" not in ledger or "n[a, x]" not in hidden
    dataset = after.datasets["t"]
    assert dataset.cells["", "b", "x"].value is None
    assert "" == dataset.cells["", "b", "x"].text


def test_totals_do_not_hold_the_cells_they_add_up() -> None:
    """A printed total lists its cells by place, and the text of those that are withheld is not in it."""
    after, _ = protected({"n": CELLS}, crossed(TEXT, {}))
    texts = [c.text for c in fact(after, "n[all, all]").cells]
    assert MARK in texts
    assert "7" not in texts


def test_a_count_that_is_never_printed_is_protected_too() -> None:
    """Row totals and one column would tell the other column by subtraction."""
    rows = {"kind": "sum", "data": "t", "each": ["row"]}
    column = {"kind": "sum", "data": "t", "each": ["row"], "where": {"column": ["y"]}}
    after, problems = protected({"rows": rows, "y": column}, crossed(TEXT, {}))
    assert () == problems
    assert fact(after, "rows[b]").suppressed or fact(after, "y[b]").suppressed


def test_complements_are_small_counts() -> None:
    """98 of 100 says two."""
    text = "Row,Column,Count\na,x,98\na,y,2\nb,x,60\nb,y,50\n"
    entries = {"all": {"kind": "sum", "data": "t", "each": ["row"]}, "x": ONE}
    entries["part"] = {"kind": "share", "of": "x", "out_of": "all"}
    after, problems = protected(entries, crossed(text, {}))
    assert () == problems
    assert fact(after, "part[a]").suppressed


def test_rounding() -> None:
    """Counts print rounded, and what is computed from them is computed from the rounded ones."""
    entries = {"n": CELLS, "part": {"kind": "share", "of": "n[c, x]", "out_of": "n[all, x]"}}
    after, problems = protected(entries, crossed(TEXT, {"round_to": 5}))
    assert () == problems
    # 1,520 less 1,510 would leave 6 to 14, so it is a rectangle again that is withheld
    assert (None, 1605, 1710, 3315) == tuple(printed(after, "n")[f"n[{k}]"] for k in ("b, x", "c, x", "c, y", "c, all"))
    total = fact(after, "n[all, x]").value
    assert total is not None
    assert Fraction(1605 * 100) / total == fact(after, "part").value
    assert all(c.text == MARK for c in fact(after, "n[c, y]").cells)


def test_a_rank_that_says_nothing_new_prints() -> None:
    """First of three, the third withheld: it says that the third is below the first, as every small count is."""
    after, _ = protected({"n": ONE, "order": {"kind": "rank", "of": "n", "among": "row"}}, crossed(TEXT, {}))
    assert 1 == fact(after, "order[c]").value
    assert fact(after, "order[b]").suppressed
    standings = fact(after, "order[c]").standings
    assert standings is not None
    assert () == standings.order


def test_ranks_of_rounded_figures_are_withheld_beside_withheld_ones() -> None:
    """The exact order says more than rounded figures do."""
    entries = {"n": LISTED, "order": {"kind": "rank", "of": "n", "among": "row"}}
    after, _ = protected(entries, crossed(TEXT, {"round_to": 5}))
    assert {True} == {f.suppressed for f in after.families["order"].facts.values()}


def test_a_public_sum_of_a_few_is_known_too() -> None:
    """Two rows whose sum is public cannot be one printed and one withheld."""
    text = "Row,Column,Count\na,x,1301\nb,x,70\nc,x,5\nd,x,12\n"
    spec: dict[str, Any] = {"rows": {"column": "Row", "are": "row"}, "where": {"Column": "x"}}
    n = {"n": {"kind": "sum", "data": "t", "each": ["row"]}}
    after, problems = protected(n, crossed(text, {"public_totals": [{"row": ["b", "c"]}]}, **spec))
    assert () == problems
    assert {"n[b]", "n[c]"} == {f.id for f in after if f.suppressed}


def test_public_totals_are_known_to_readers() -> None:
    """A total that is public elsewhere gives its last part away, so another is withheld."""
    entries = {"n": LISTED}
    alone, _ = protected(entries, crossed(TEXT, {}))
    assert 1 == sum(f.suppressed for f in alone)
    beside, _ = protected(entries, crossed(TEXT, {"public_totals": [{"column": "x"}]}))
    assert 2 == sum(f.suppressed for f in beside)
    rough, _ = protected(
        entries, crossed(TEXT, {"public_totals": [{"column": "x", "value": "2,900", "rounded_to": 100}]})
    )
    assert 1 == sum(f.suppressed for f in rough)


def test_a_public_total_that_cannot_be_placed() -> None:
    """Dimensions, members and figures that are not there are said, and nothing prints."""
    for total in ({"colour": "x"}, {"column": "z"}, {"column": "x", "value": "many"}):
        after, problems = protected({"n": ONE}, crossed(TEXT, {"public_totals": [total]}))
        assert ["V004"] == codes_of(problems)
        assert all(f.suppressed for f in after)


def test_what_is_public_already_is_refused() -> None:
    """A small count that someone else printed cannot be withheld any more."""
    n = {**ONE, "published": [{"of": "b", "value": "7", "source": "paper"}]}
    after, problems = protected({"n": n}, crossed(TEXT, {}))
    assert ["V001"] == codes_of(problems)
    assert all(f.suppressed for f in after)
    assert "7" not in problems[0].message


def test_a_published_share_of_a_small_count() -> None:
    """A percentage that someone printed bounds the count behind it, to within its rounding."""
    entries: dict[str, Any] = {"n": CELLS, "part": {"kind": "share", "of": "n[b, x]", "out_of": "n[b, all]"}}
    entries["part"]["published"] = [{"value": "0%", "source": "paper"}]
    after, problems = protected(entries, crossed(TEXT, {}))
    assert () == problems  # less than half a per cent of 1,518 may be anything up to seven; so the total is withheld
    assert fact(after, "n[b, all]").suppressed
    attack = Attack("abc", "xy")
    attack.reads(after, "n", 0)
    attack.reads_share([("b", "x")], [("b", "x"), ("b", "y")], Fraction(0), 0.5)
    low, high = attack.range_of("b", "x")
    assert (low, high >= 9) == (0, True)


def ledger_of(entries: dict[str, Any], text: str, rules: dict[str, Any] | None = None) -> bytes:
    """The ledger of an earlier release of a table."""
    facts = protected(entries, crossed(text, rules))[0] if rules is not None else facts_of(entries, crossed(text))[0]
    return json.dumps({"ledger": 1, "facts": [plain(entry(f)) for f in facts]}).encode()


def test_an_earlier_release_that_printed_it() -> None:
    """What a reader has on paper cannot be withheld."""
    earlier = {"old.json": ledger_of({"n": CELLS}, TEXT)}
    after, problems = protected({"n": CELLS}, crossed(TEXT, {"earlier": "old.json"}), earlier=earlier)
    assert ["V001"] == codes_of(problems)
    assert all(f.suppressed for f in after)


def test_two_releases_cannot_be_subtracted() -> None:
    """The earlier release printed what this one would otherwise withhold beside the small count: another is chosen."""
    entries: dict[str, Any] = {"x": LISTED}
    total: dict[str, Any] = {"total": {"kind": "sum", "data": "t", "where": {"column": ["x"]}}}
    both = entries | total
    earlier = {"old.json": ledger_of(total, TEXT, {})}
    alone, _ = protected(entries, crossed(TEXT, {}))
    assert 1 == sum(f.suppressed for f in alone)
    after, problems = protected(both, crossed(TEXT, {"earlier": ["old.json"]}), earlier=earlier)
    assert () == problems
    assert 2 == sum(f.suppressed for f in after.families["x"].facts.values())  # the total is known, so a second cell
    after, problems = protected(entries, crossed(TEXT, {"earlier": "old.json"}), earlier=earlier)
    assert (1, ()) == (sum(f.suppressed for f in after), problems)  # "total" is no fact of this release


def test_a_revised_figure_is_said() -> None:
    """Where the earlier release says otherwise the comparison cannot be audited, and that is a warning."""
    earlier = {"old.json": ledger_of({"n": CELLS}, TEXT.replace("1709", "1713"), {})}
    _, problems = protected({"n": CELLS}, crossed(TEXT, {"earlier": "old.json"}), earlier=earlier)
    assert "V008" in codes_of(problems)


def test_an_earlier_file_that_is_no_ledger() -> None:
    """Anything else is said to be none."""
    after, problems = protected({"n": CELLS}, crossed(TEXT, {"earlier": "old.json"}), earlier={"old.json": b"[1, 2]"})
    assert ["V003"] == codes_of(problems)
    assert all(f.suppressed for f in after)


def test_the_same_total_in_another_dataset() -> None:
    """A total that is withheld in one table prints in no other."""
    other = crossed("Row,Column,Count\np,x,2000\np,y,915\n", None, "u")
    whole = {"whole": {"kind": "sum", "data": "u"}}
    after, _ = protected({"n": ONE, **whole}, crossed(TEXT, {}), other)
    assert 2 == sum(f.suppressed for f in after.families["n"].facts.values())


def test_total_rows_of_unknown_parts() -> None:
    """A total row whose parts nobody named could give anything away."""
    text = "Row,Column,Count\na,x,30\nb,x,7\nTotal one,x,37\nc,x,50\nd,x,60\nTotal two,x,110\n"
    spec: dict[str, Any] = {"where": {"Column": "x"}}
    spec["rows"] = {"column": "Row", "are": "row", "totals": ["Total one", "Total two"]}
    value = {"n": {"kind": "value", "data": "t", "each": ["row"]}}
    _, problems = protected(value, crossed(text, {}, **spec))
    assert ["V005", "V005"] == codes_of(problems)
    named = {"subtotals": {"total_one": ["a", "b"], "total_two": ["c", "d"]}}
    after, problems = protected(value, crossed(text, named, **spec))
    assert () == problems
    assert fact(after, "n[b]").suppressed
    assert fact(after, "n[a]").suppressed or fact(after, "n[total_one]").suppressed


def test_columns_that_are_sums_of_others() -> None:
    """Boys and girls make up all, whether anyone said so or not."""
    text = "Row,All,Boys,Girls\na,60,55,5\nb,80,40,40\nc,90,30,60\n"
    measures = {name.lower(): {"column": name} for name in ("All", "Boys", "Girls")}
    spec: dict[str, Any] = {"value": None, "measures": measures, "rows": {"column": "Row", "are": "row"}}
    entries = {m: {"kind": "value", "data": "t", "column": m, "each": ["row"]} for m in measures}
    base = {"file": "t.csv", "what": "People", "figures": "whole numbers, exact", "unit": "people", "year": "2024"}
    made = read("t", text, {**base, **{k: v for k, v in spec.items() if v is not None}})
    after, problems = protected(entries, replace(made, protection=Protection()))
    assert () == problems
    assert fact(after, "girls[a]").suppressed
    assert fact(after, "boys[a]").suppressed or fact(after, "all[a]").suppressed


def test_percentages_of_a_known_base() -> None:
    """3 per cent of 98 is three people."""
    base = crossed("Row,Column,Count\na,x,98\n", None, "asked")
    text = "Row,Count\nyes,61\nno,36\nunsure,3\n"
    spec: dict[str, Any] = {"unit": "percent", "figures": "rounded to whole per cents"}
    spec["rows"] = {"column": "Row", "are": "answer", "make_up": "all"}
    shares = crossed(text, {}, "shares", **spec)
    entries = {
        "asked": {"kind": "sum", "data": "asked"},
        "answer": {"kind": "value", "data": "shares", "each": ["answer"], "base": "asked"},
    }
    after, problems = protected(entries, base, shares)
    assert () == problems
    assert fact(after, "answer[unsure]").suppressed
    assert 2 <= sum(f.suppressed for f in after.families["answer"].facts.values())


def test_age_sex_and_place_together() -> None:
    """Small counts by all three are refused until someone accepts that on record."""
    text = "Place,Age,Sex,Count\nNorth,10,boys,4\nNorth,11,boys,70\nSouth,10,boys,60\nSouth,11,boys,50\n"
    spec: dict[str, Any] = {"rows": [{"column": c, "are": c.lower()} for c in ("Place", "Age", "Sex")]}
    n: dict[str, Any] = {"kind": "value", "data": "t", "each": ["place", "age", "sex"]}
    _, problems = protected({"n": n}, crossed(text, {}, **spec), here="North")
    assert ["V006"] == codes_of(problems)
    accept = {"problem": "jigsaw", "because": "It is public.", "by": "A. Head", "date": "2026-01-10"}
    _, problems = protected({"n": {**n, "accept": accept}}, crossed(text, {}, **spec), here="North")
    assert () == problems
    _, problems = protected(
        {"n": {**n, "each": ["place", "age"], "kind": "sum"}}, crossed(text, {}, **spec), here="North"
    )
    assert () == problems


def test_no_solver_no_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where SciPy is not installed nothing can be shown to be safe."""
    monkeypatch.setattr("report_builder.facts.protect.has_solver", lambda: False)
    after, problems = protected({"n": CELLS}, crossed(TEXT, {}))
    assert ["V002"] == codes_of(problems)
    assert all(f.suppressed for f in after)


def test_sums_like_for_like_are_figures_too() -> None:
    """The caveat of a comparison prints two sums; where they would give a count away, they are left out."""
    text = "Place,2020,2021,2022\nNorth,120,131,142\nSouth,6,125,160\nEast,115,n/a,107\nWest,140,133,n/a\n"
    made = replace(table(text), protection=Protection())
    entries = {
        "n": {"kind": "sum", "data": "t", "each": ["place", "year"]},
        "g": {"kind": "ratio", "of": "n", "from": "first", "to": "latest"},
    }
    after, problems = protected(entries, made, here="All")
    assert () == problems
    hidden = {f.id for f in after if f.suppressed}
    assert "n[south, 2020]" in hidden
    attack = Attack(("north", "south", "east", "west"), ("2020",))
    for found in after.families["n"].facts.values():
        place, year = (m for _, m in found.key)
        if year == "2020" and found.value is not None:
            attack.knows(attack.cells(place, year), int(found.value), int(found.value))
    like = fact(after, "g[all]").like_for_like
    if like is not None and like.from_ is not None:
        attack.knows([("north", "2020"), ("south", "2020"), ("east", "2020")], int(like.from_), int(like.from_))
    low, high = attack.range_of("south", "2020")
    assert (low, high >= 9) == (0, True)


def test_the_release_before_is_known() -> None:
    """`previous_release:` needs no word under `protect:`."""
    before = read_ledger(whole_ledger(facts_of({"n": CELLS}, crossed(TEXT))[0]))
    assert isinstance(before, Ledger)
    facts, _ = facts_of({"n": CELLS}, crossed(TEXT, {}))
    _, problems = protect(facts, Files(FACTS, DATASETS, {}, before))
    assert ["V001"] == codes_of(problems)


def whole_ledger(facts: Facts) -> bytes:
    """A ledger as a build writes it."""
    about = {"title": "t", "slug": "t", "publisher": "p", "place": "all", "language": "en", "date": "2026-01-10"}
    entries = [plain(entry(f)) for f in facts]
    return json.dumps({"ledger": 1, "tool": "t", "report": about, "facts": entries}).encode()


def test_what_was_found_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same figures are withheld again without solving; other figures are looked at anew."""
    cache, files = Cache(tmp_path), Files(FACTS, DATASETS, {})
    facts, _ = facts_of({"n": CELLS}, crossed(TEXT, {}))
    first = protect(facts, files, cache)
    monkeypatch.setattr("report_builder.facts.protect.protected", lambda _: pytest.fail("solved again"))
    assert first == protect(facts, files, cache)
    other, _ = facts_of({"n": CELLS}, crossed(TEXT.replace("1301", "1302"), {}))
    with pytest.raises(pytest.fail.Exception, match="solved again"):
        protect(other, files, cache)


def test_a_bound_in_the_file_is_not_printed() -> None:
    """ "<5" of a protected dataset is withheld like a figure: the public may know only that it is below ten."""
    text = TEXT.replace("b,x,7", "b,x,<5")
    after, _ = protected({"n": CELLS}, crossed(text, {}, codes={"<5": "fewer than 5"}))
    found = fact(after, "n[b, x]")
    assert (None, False) == (found.interval, found.bounded)
    assert "no figure" == figure(found, ENGLISH, "prose")


PEOPLE = """\
Row,Count
a,100000
b,200000
c,50000
d,1000
e,30000
"""
OF_RATES = {
    "n": {**ONE, "where": {"column": ["x"]}},
    "people": {"kind": "sum", "data": "people", "each": ["row"]},
    "rate": {"kind": "rate", "of": "n", "population": "people"},
    "place": {"kind": "rank", "of": "rate", "among": "row"},
    "middle": {"kind": "middle", "of": "rate", "among": "row"},
    "beside": {"kind": "ratio", "of": "rate", "against": "middle"},
}


def of_rates(*counts: int) -> Facts:
    """Rates of five rows, of which the counts under ten are withheld, and what is said of their order."""
    text = "Row,Column,Count\n" + "".join(f"{r},x,{n}\n{r},y,1500\n" for r, n in zip("abcde", counts, strict=True))
    rows = [{"column": "Row", "are": "row", "make_up": "all"}]
    spec = {"file": "p.csv", "what": "People", "figures": "whole numbers, exact", "unit": "people"}
    people = read("people", PEOPLE, {**spec, "value": "Count", "year": "2024", "rows": rows})
    after, problems = protected(OF_RATES, crossed(text, {}), people)
    assert () == problems
    return after


def test_no_order_is_told_of_a_rate_that_is_withheld() -> None:
    """Its rank, and every comparison with the median, would be a figure of it; the others keep theirs."""
    after = of_rates(1301, 3, 1607, 9, 1207)
    assert {"b", "d"} == {key[0] for key, f in after.families["rate"].facts.items() if f.suppressed}
    for family in ("place", "beside"):
        shown = {key[0] for key, f in after.families[family].facts.items() if f.value is not None}
        assert {"a", "c", "e"} == shown - {"all"}
    assert fact(after, "rate[a]").value == fact(after, "middle").value


def test_a_median_that_is_a_withheld_rate_is_withheld() -> None:
    """And so is what is compared with it: with the figure itself it would give the median away."""
    after = of_rates(3, 5, 1607, 9, 1207)
    assert fact(after, "middle").suppressed
    assert [] == [f.id for f in after.families["beside"].facts.values() if f.value is not None]


@given(st.lists(st.one_of(st.integers(0, 12), st.integers(10, 3000)), min_size=5, max_size=5))
@settings(max_examples=25, deadline=None)
def test_what_is_said_of_an_order_gives_no_count_away(counts: list[int]) -> None:
    """Whoever knows every printed figure, and on which side of the median and of each rank a withheld rate lies."""
    after = of_rates(*counts)
    people = {f.key[0][1]: float(f.value or 0) for f in after.families["people"].facts.values()}
    attack = Attack("abcde", ("x",))
    for one in after.families["n"].facts.values():
        low, high = (int(one.value), int(one.value)) if one.value is not None else (0, 100_000)
        attack.knows(attack.cells(one.key[0][1], "x"), low, high)
    rates = {row: n / people[row] for row, n in zip("abcde", counts, strict=True)}
    ends = [float(f.value) / 100_000 for f in (fact(after, "middle"),) if f.value is not None]
    ends += [rates[f.key[0][1]] for f in after.families["place"].facts.values() if f.value is not None]
    for end in ends:
        for row, rate in rates.items():
            above = rate >= end
            attack.knows(
                attack.cells(row, "x"), end * people[row] if above else 0, np.inf if above else end * people[row]
            )
    for row, n in zip("abcde", counts, strict=True):
        if 0 < n < 10:
            assert fact(after, f"n[{row}]").suppressed
            low, high = attack.range_of(row, "x")
            assert (low <= 1, high >= 9) == (True, True), (row, low, high)
