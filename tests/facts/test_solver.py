"""Tables that agree with given rows."""

from __future__ import annotations

import pytest

from report_builder.facts.linear import Row, Variable
from report_builder.facts.solver import satisfies

A: Variable = ("t", "", "a")
B: Variable = ("t", "", "b")
TOTAL = Row(((A, 1), (B, 1)), 20, 20)


@pytest.mark.parametrize(
    ("table", "agrees"), [({A: 10, B: 10}, True), ({A: 10, B: 9}, False), ({A: 20}, False), ({}, False)]
)
def test_a_table_agrees_where_it_has_every_count_of_a_row(table: dict[Variable, int], agrees: bool) -> None:
    """A table that lacks one, as a proof kept from before another figure was withheld may, is none that agrees."""
    assert agrees == satisfies(table, [TOTAL])
