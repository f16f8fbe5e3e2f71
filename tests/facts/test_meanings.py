"""Every meaning has its region, and nothing is said at its edge that is not so."""

from __future__ import annotations

from fractions import Fraction

import pytest

from report_builder.facts.meanings import MEANINGS

STEP = Fraction(1, 10**6)


@pytest.mark.parametrize("name", MEANINGS)
def test_edges(name: str) -> None:
    """Just inside each end the meaning holds, just outside it does not, at it only where the end is closed."""
    region = MEANINGS[name].region
    for end, inward, is_open in ((region.low, STEP, region.low_open), (region.high, -STEP, region.high_open)):
        if end is None:
            continue
        assert not region.holds(end - inward)
        assert is_open != region.holds(end)
        width = region.high is None or region.low is None or region.high > region.low
        assert width == region.holds(end + inward)
    assert MEANINGS[name].rule


@pytest.mark.parametrize(
    ("name", "holds", "fails"),
    [
        ("more-than-doubled", ["2.01", "9"], ["2", "1.99"]),
        ("doubled", ["2", "2.49"], ["1.99", "2.5"]),
        ("almost-doubled", ["1.9", "1.99"], ["1.89", "2"]),
        ("almost-trebled", ["2.85", "2.99"], ["2.84", "3"]),
        ("halved", ["0.45", "0.5"], ["0.44", "0.51"]),
        ("more-than-halved", ["0.49", "0"], ["0.5"]),
        ("rose", ["1.001"], ["1", "0.999"]),
        ("fell", ["0.999", "0"], ["1"]),
        ("unchanged", ["1"], ["1.001", "0.999"]),
        ("majority", ["0.501"], ["0.5"]),
        ("at-least-half", ["0.5", "1"], ["0.499"]),
        ("less-than-tenth", ["0.099"], ["0.1"]),
        ("about-quarter", ["0.2375", "0.2625"], ["0.237", "0.263"]),
        ("one-in-4", ["0.25", "0.225", "0.275"], ["0.22", "0.28"]),
        ("one-in-2", ["0.45", "0.55"], ["0.44", "0.56"]),
        ("one-in-10", ["0.096", "0.105"], ["0.095", "0.106"]),
        ("9-in-ten", ["0.85", "0.949"], ["0.849", "0.95"]),
        ("ranked-second", ["2"], ["1", "3"]),
    ],
)
def test_examples(name: str, holds: list[str], fails: list[str]) -> None:
    """Figures that a reader would and would not grant the words."""
    region = MEANINGS[name].region
    assert [] == [text for text in holds if not region.holds(Fraction(text))]
    assert [] == [text for text in fails if region.holds(Fraction(text))]


def test_multiples_do_not_contradict() -> None:
    """Almost, just and more than a multiple meet without a gap or an overlap that contradicts."""
    for name in ("doubled", "trebled", "quadrupled", "quintupled"):
        almost, plain, more = (MEANINGS[f"{prefix}{name}"].region for prefix in ("almost-", "", "more-than-"))
        assert almost.high == plain.low == more.low
        assert almost.high_open
        assert more.low_open
