"""Which cell could explain a gap between parts and their total."""

from __future__ import annotations

from fractions import Fraction

import pytest

from report_builder.tables.gaps import Part, suspects


def parts(*values: int, doubtful: int = 0) -> list[Part]:
    """Figures in a column, one of which may be in doubt."""
    return [Part(f"B{i}", Fraction(v), v == doubtful) for i, v in enumerate(values, 2)]


@pytest.mark.parametrize(
    ("found", "gap", "said"),
    [
        (parts(67, 97, 333), 10, ["B2 would have to be 57, not 67 (one digit)",
                                  "B3 would have to be 87, not 97 (one digit)",
                                  "B4 would have to be 323, not 333 (one digit)"]),
        (parts(83, 512), 45, ["B2 would have to be 38, not 83 (two digits that changed places)"]),
        (parts(1700, 45, 1800), 45, ["B3 is as large as the gap: it may not belong to the total"]),
        (parts(1700, 1850, doubtful=1850), 71, ["B3 would have to be 1779, not 1850 (it is marked in doubt)"]),
        (parts(1700, 1850), 71, []),
        (parts(12, 15), -100, []),
    ],
)  # fmt: skip
def test_suspects(found: list[Part], gap: int, said: list[str]) -> None:
    """Slips of a digit first, then what one side may have left out, then what is in doubt; nothing else is accused."""
    assert said == list(suspects(found, Fraction(gap)))
