"""The audit proves each open end by a table, and finds what is closed."""

from __future__ import annotations

from fractions import Fraction

import pytest

pytest.importorskip("scipy", reason="the audit needs SciPy: pip install report-builder[protect]")

from report_builder.facts.audit import Audit
from report_builder.facts.disclosure import Disclosure, Secret, Statement
from report_builder.facts.linear import count_of, row, rows
from report_builder.facts.solver import connected, reduced, satisfies, solved

A, B, C, D = (("t", "", name) for name in "abcd")


def total_of_two(total: int) -> Disclosure:
    """Two withheld counts with their total printed; the first is small."""
    said = Statement("total", rows(row(count_of(A, B), total, total)))
    return Disclosure((), (said,), (Secret("a", count_of(A), 0, 9),), frozenset())


def test_a_total_large_enough_leaves_both_ends_open() -> None:
    """A total of 20 lets the small count be nil, and nine."""
    audit = Audit(total_of_two(20))
    assert [] == audit.broken()
    assert audit.proved()


def test_a_total_too_small_closes_the_high_end() -> None:
    """A total of 5 says that it is at most 5."""
    audit = Audit(total_of_two(5))
    assert [(0, "high")] == audit.broken()
    assert not audit.proved()


def test_hiding_the_total_opens_it() -> None:
    """Where the total is withheld too, nothing is known."""
    assert [] == Audit(total_of_two(5), frozenset({"total"})).broken()


def test_proofs_are_looked_at_again_when_something_is_put_back() -> None:
    """A proof that contradicts what prints now is no proof."""
    audit = Audit(total_of_two(5), frozenset({"total"}))
    assert [] == audit.broken()
    assert [(0, "high")] == audit.with_hidden(frozenset()).broken()


def test_whole_numbers_are_asked_for() -> None:
    """Twice a count between 9 and 11 is 10: fractions would leave an end open that counts do not."""
    double = rows(row(count_of(A).scaled(Fraction(2)), 9, 11))
    audit = Audit(Disclosure(double, (), (Secret("a", count_of(A), 4, 6),), frozenset()))
    assert [(0, "low"), (0, "high")] == sorted(audit.broken(), key=lambda end: end[1], reverse=True)


def test_contradictions_show_nothing() -> None:
    """Where what is known cannot be so, no end counts as open."""
    known = rows(row(count_of(A), 3, 3), row(count_of(A), 4, 4))
    audit = Audit(Disclosure(known, (), (Secret("b", count_of(B), 0, 9),), frozenset()))
    assert 2 == len(audit.broken())


def test_what_is_given_away_is_taken_out() -> None:
    """A count that prints, and one that follows from it, are no longer sought."""
    left = reduced(rows(row(count_of(A), 3, 3), row(count_of(A, B), 8, 8), row(count_of(C, D), 9, 9)), [A, B, C, D])
    assert left is not None
    assert {A: 3, B: 5} == left.fixed
    assert [(C, D)] == [group.names for group in left.groups]


def test_a_table_is_checked_exactly() -> None:
    """A table satisfies rows or not, without the solver."""
    found = solved([A, B], rows(row(count_of(A, B), 7, 7)), {A: 1.0})
    assert {A: 0, B: 7} == found
    assert not satisfies({A: 0, B: 8}, rows(row(count_of(A, B), 7, 7)))


def test_counts_are_connected_through_rows() -> None:
    """What no row ties to a count is not looked at for it."""
    assert frozenset({A, B}) == connected(rows(row(count_of(A, B), 7, 7), row(count_of(C, D), 1, 2)), [A])
