"""Tests of drawings as JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_builder.charts.record import record
from report_builder.charts.stored import from_json, to_json
from report_builder.drawing import Drawing, Operation, Shape, TextRun

from .story import a_theme, first_and_last, forces

numbers = st.floats(-1e6, 1e6).map(lambda n: round(n, 2))
colours = st.sampled_from(["#000000", "#d9480f"])
segments = st.one_of(
    st.tuples(st.sampled_from("ml"), numbers, numbers),
    st.tuples(st.just("c"), *[numbers] * 6),
    st.just(("h",)),
)
paths = st.lists(segments, max_size=6).map(tuple)
shapes = st.builds(
    Shape,
    paths,
    st.none() | colours,
    st.none() | colours,
    numbers,
    st.lists(numbers, max_size=2).map(tuple),
    numbers,
    st.sampled_from([0, 1, 2]),
    st.sampled_from([0, 1, 2]),
    st.booleans(),
    numbers,
    st.none() | paths,
)
runs = st.builds(TextRun, numbers, numbers, st.text(), st.text(), numbers, colours, numbers)
operations: st.SearchStrategy[Operation] = shapes | runs


@given(st.builds(Drawing, numbers, numbers, st.lists(operations, max_size=5).map(tuple)))
def test_a_drawing_comes_back_as_it_was(drawing: Drawing) -> None:
    """Any drawing survives being stored."""
    assert drawing == from_json(to_json(drawing))


@pytest.mark.parametrize("chart", [forces("columns"), forces("lines"), first_and_last()])
def test_a_chart_comes_back_as_it_was(chart: object) -> None:
    """Real charts do too, in a few kilobytes, as JSON that anyone can read."""
    drawing, _ = record(chart, a_theme(), 482.0)  # type: ignore[arg-type]  # a list of charts is typed as objects
    stored = to_json(drawing)
    assert drawing == from_json(stored)
    assert len(stored) < 20_000
    json.loads(stored)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"null",
        b"\xff",
        b'{"a": 1}',
        b"[0,1,2,[]]",
        b"[1,1,2,[[]]]",
        b'[1,1,2,[["x"]]]',
        b'[1,1,2,[["t",0,0,"a","f",10,"red",0]]]',
        b'[1,1,2,[["t",0,0,"a","f",NaN,"#000000",0]]]',
        b'[1,1,2,[["s",[["m",1]],"#000000",null,1,[],0,0,0,false,1,null]]]',
        b'[1,1,2,[["s",[["m",1,1]],"#000000",null,1,[],0,7,0,false,1,null]]]',
        b"[" * 100_000,
    ],
)
def test_a_damaged_entry_is_a_miss(data: bytes) -> None:
    """Whatever else is in the file, there is no drawing and no error."""
    assert from_json(data) is None


def test_the_bytes_are_the_same_every_time() -> None:
    """Equal drawings are stored as equal bytes."""
    drawings = [record(forces("columns"), a_theme(), 482.0)[0] for _ in range(2)]
    assert to_json(drawings[0]) == to_json(drawings[1])
