"""Datasets survive the cache, and nothing else is taken for one."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_builder.tables.dataset import Cell, Dataset, Dimension, Measure, Member, Standing
from report_builder.tables.periods import Period
from report_builder.tables.protection import Protection
from report_builder.tables.store import from_json, to_json
from tables.describe import FORCES, read_text

TEXTS = st.text(max_size=8)
NUMBERS = st.none() | st.fractions(-(10**6), 10**6, max_denominator=10**6)
DAYS = st.dates(date(1800, 1, 1))
PERIODS = st.builds(Period, TEXTS, DAYS, DAYS)
CELLS = st.builds(
    Cell, NUMBERS, NUMBERS, NUMBERS, st.sampled_from(Standing), TEXTS, st.integers(0, 10**6), TEXTS,
    TEXTS, TEXTS, TEXTS, TEXTS, NUMBERS,
)  # fmt: skip
MEMBERS = st.builds(Member, TEXTS, TEXTS, st.booleans(), st.none() | PERIODS, TEXTS)
DIMENSIONS = st.builds(Dimension, TEXTS, st.lists(MEMBERS, max_size=3).map(tuple), TEXTS, st.booleans(), st.booleans())
MEASURES = st.builds(Measure, TEXTS, TEXTS, st.fractions(0, 1000), TEXTS, st.booleans())
DATASETS = st.builds(
    Dataset, *[TEXTS] * 11,
    dimensions=st.lists(DIMENSIONS, max_size=3).map(tuple),
    measures=st.lists(MEASURES, max_size=3).map(tuple),
    cells=st.dictionaries(st.lists(TEXTS, max_size=3).map(tuple), CELLS, max_size=4),
    codes=st.dictionaries(TEXTS, TEXTS, max_size=3),
    digest=TEXTS,
    year=st.none() | PERIODS,
    protection=st.none() | st.builds(Protection, smaller_than=st.integers(2, 1000)),
)  # fmt: skip


@given(DATASETS)
def test_round_trip(dataset: Dataset) -> None:
    """A dataset read back is the dataset, to the last fraction."""
    assert dataset == from_json(to_json(dataset))


def test_numbers_are_exact() -> None:
    """Fractions are written as n/d, never as floats."""
    made, _ = read_text(FORCES, figures="rounded to whole numbers")
    assert b'"37/2"' in to_json(made)
    assert Fraction(37, 2) == made.cells["", "dyfed_powys", "2017/18"].low


@pytest.mark.parametrize(
    "data", [b"", b"null", b"[]", b"{}", b'{"version":1}', b"\xff", b'{"version":2}', b"[" * 100_000, b"{" * 9]
)
def test_anything_else_is_a_miss(data: bytes) -> None:
    """What `to_json` did not write is no dataset and no exception."""
    assert from_json(data) is None


@given(st.data())
def test_damaged_entries_are_a_miss_or_a_dataset(data: st.DataObject) -> None:
    """An entry with one value replaced is read or missed, never raised."""
    content = json.loads(to_json(read_text(FORCES)[0]))
    key = data.draw(st.sampled_from(sorted(content)))
    content[key] = data.draw(
        st.none() | st.integers() | TEXTS | st.lists(st.none() | TEXTS | st.lists(TEXTS), max_size=3)
    )
    again = from_json(json.dumps(content).encode())
    assert again is None or isinstance(again, Dataset)
