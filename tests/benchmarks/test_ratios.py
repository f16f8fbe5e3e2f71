"""Ratios from made-up runs: what the start costs falls out, and pairs are those of one round."""

from __future__ import annotations

import pytest

import entrants as who
from measure import Run
from ratios import beside_peers, growth, marginal_ms

RUNS = {
    who.many(who.OURS, who.FEW): [Run(1, 1.0 + 0.010 * who.FEW), Run(1, 3.0 + 0.020 * who.FEW)],
    who.many(who.OURS, who.MANY): [Run(1, 1.0 + 0.010 * who.MANY), Run(1, 3.0 + 0.020 * who.MANY)],
    who.many(who.NATIVE, who.FEW): [Run(2, 0.5 + 0.020 * who.FEW), Run(2, 0.5 + 0.040 * who.FEW)],
    who.many(who.NATIVE, who.MANY): [Run(2, 0.5 + 0.020 * who.MANY), Run(2, 0.5 + 0.040 * who.MANY)],
    who.many(who.REPEATED, who.FEW_REPEATED): [Run(1, 9.0), Run(1, 9.0)],
    who.many(who.REPEATED, who.MANY): [Run(1, 9.0 + 0.570), Run(1, 9.0 + 1.140)],
    who.COLD: [Run(4, 3.0, size=50), Run(4, 3.0, size=50)],
    who.WEASY: [Run(8, 6.0), Run(8, 6.0)],
    who.WORDS: [Run(1, 1.0), Run(1, 1.0)],
    who.TYPST: [Run(1, 2.0), Run(1, 2.0)],
    who.WARM: [Run(1, 1.0), Run(1, 1.0)],
    who.NATIVE: [Run(2, 4.0, size=100), Run(2, 4.0, size=100)],
}
PEAKS = {who.many(who.OURS, who.MANY): 100.0, who.many(who.NATIVE, who.MANY): 200.0}


def test_what_the_start_costs_is_not_in_one_edition_more() -> None:
    """Milliseconds, round by round."""
    assert [10.0, 20.0] == pytest.approx(marginal_ms(RUNS, who.OURS, who.FEW, who.MANY))


def test_each_goal_has_its_ratio() -> None:
    """Of CPU seconds, of memory, of bytes; the clock beside them where a whole process is timed."""
    rows = beside_peers(RUNS, PEAKS)
    found = [round(row.found, 3) for row in rows]
    assert [0.5, 0.5, 0.25, 0.5, 0.25, 0.745, 0.5, 0.5] == found
    assert [0.5, 1.0, 0.5, None, None, 0.5, None, None] == [row.clock for row in rows]


def test_growth_is_of_one_edition_more() -> None:
    """Up to 2,000 against up to 200; memory for more editions of the same areas, and for more areas."""
    most = Run(1, RUNS[who.many(who.OURS, who.MANY)][0].cpu_s + 1.0 + 0.0225 * 1800)
    runs = {**RUNS, who.many(who.OURS, 2000): [most]}
    middle = (3.0 + 0.010 * who.MANY + 1.0 + 0.020 * who.MANY) / 2 - (1.0 + 0.010 * who.MANY)
    peaks = {**PEAKS, who.many(who.OURS, 2000): 210.0, f"{who.many(who.OURS, who.MANY)} of 2,000 areas": 200.0}
    cpu, same, more = growth(runs, peaks, 2000)
    assert (1.0 + 0.0225 * 1800 - middle) / 1800 / 0.015 == pytest.approx(cpu.found)
    assert [1.05, 2.1] == pytest.approx([same.found, more.found])
