"""Maps of outlines: whatever is in the file there is a map or a reason, and areas are drawn in their own shape."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.story import LEGEND, a_theme
from report_builder.charts.area_map import AreaMap, Ring
from report_builder.charts.chart import Chart, Panel, Point, Series, State, Tiles
from report_builder.charts.map_file import read_map
from report_builder.charts.piece import Area, Line
from report_builder.charts.sheet import Sheet, lay_out

WIDTH = 482.0
SQUARE = [[-4.0, 51.0], [-3.0, 51.0], [-3.0, 52.0], [-4.0, 52.0], [-4.0, 51.0]]
HOLE = [[-3.7, 51.3], [-3.3, 51.3], [-3.3, 51.7], [-3.7, 51.7], [-3.7, 51.3]]
NEXT = [[-3.0, 51.0], [-2.0, 51.0], [-2.0, 52.0], [-3.0, 52.0], [-3.0, 51.0]]
ISLAND = [[-1.6, 51.2], [-1.2, 51.2], [-1.2, 51.6], [-1.6, 51.2]]


def area(id_: str, *rings: Any, kind: str = "Polygon", **properties: Any) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": list(rings)}
    return {"type": "Feature", "id": id_, "properties": properties, "geometry": geometry}


def geojson(*features: Any, **more: Any) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": list(features), **more}).encode()


def read(*features: Any, **more: Any) -> AreaMap:
    made = read_map(geojson(*features, **more))
    assert isinstance(made, AreaMap), made
    return made


def size(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, (*ring[1:], ring[0]), strict=True)) / 2


def drawn(made: AreaMap, *values: int | None, withheld: int = -1) -> Sheet:
    points = tuple(
        Point(a.name, v, "" if v is None else str(v), _state(v, n == withheld), "", n == 0)
        for n, (a, v) in enumerate(zip(made.areas, values, strict=True))
    )
    at, outlines = tuple((a.x, a.y) for a in made.areas), tuple(a.rings for a in made.areas)
    tiles = Tiles(at, ((10.0, "1 to 10"), (20.0, "11 to 20")), False, "", outlines, tuple(a.room for a in made.areas))
    chart = Chart("tiles", (Panel("", (Series("", points),)),), legend=LEGEND, tiles=tiles)
    return lay_out(chart, a_theme(), WIDTH)


def _state(value: int | None, withheld: bool) -> State:
    return State.SUPPRESSED if withheld else State.MISSING if value is None else State.FULL


def marks(sheet: Sheet) -> list[Area]:
    return [m for m in sheet.plots[0].marks if isinstance(m, Area)]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (geojson(), 'no "features"'),
        (b'{"features": 3}', 'no "features"'),
        (geojson(3), "area 1 is no feature"),
        (geojson(area("", SQUARE)), "area 1 has neither an id nor a name"),
        (geojson(area("a", [-3, 51], kind="Point")), '"a" has no outline: its geometry is Point'),
        (geojson({**area("a"), "geometry": None}), "its geometry is missing"),
        (geojson(area("a")), "outline that is none"),
        (geojson(area("a", [[0, 51], [1, 51]])), "outline that is none"),
        (geojson(area("a", [[0, 51], [1, "51"], [1, 52]])), "outline that is none"),
        (
            geojson(area("a", [[0, float("nan")], [1, 51], [1, 52]])),
            "none",
        ),
        (geojson(area("a", [[0, 51], [1, 51], [1, 10**400]])), "outline that is none"),
        (geojson(area("a", [[0, 51], [1, 51], [1, 91]])), "a point at 1, 91, which is nowhere"),
        (geojson(area("a", [[0, 51], [0, 51], [0, 51]])), "on one point"),
        (geojson(area("a", SQUARE), area("a", NEXT)), 'two areas have the id "a"'),
        (geojson(area("a", SQUARE), crs={"properties": {"name": "EPSG:3857"}}), 'in "EPSG:3857"'),
    ],
)
def test_says_why_a_file_is_no_map(data: bytes, said: str) -> None:
    """Each mistake people make in such files has words of its own."""
    made = read_map(data)
    assert isinstance(made, str)
    assert said in made


@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=3), lambda s: st.lists(s) | st.dictionaries(st.text(max_size=3), s)
    )
)
def test_anything_is_a_map_or_a_reason(content: Any) -> None:
    """Nothing in a feature raises."""
    feature = {"id": "a", "properties": content, "geometry": {"type": "MultiPolygon", "coordinates": content}}
    assert isinstance(read_map(geojson(feature, crs=content)), AreaMap | str)


def test_ids_and_names_are_found_as_statistical_offices_write_them() -> None:
    """`id` of the feature, `code` or a key that ends in CD; `name` or a key that ends in NM."""
    made = read(
        area("a", SQUARE, name="Ay"), area("", NEXT, PFA23CD="E23", PFA23NM="Bee"), area("", ISLAND, name="Cee")
    )
    assert [("a", "Ay"), ("E23", "Bee"), ("Cee", "Cee")] == [(a.id, a.name) for a in made.areas]


def test_holes_stay_empty_and_islands_belong_to_their_area() -> None:
    """Outer rings run one way and holes the other, whichever way the file has them."""
    made = read(area("a", [SQUARE, HOLE], [ISLAND[::-1]], kind="MultiPolygon"))
    assert [True, False, True] == [size(ring) > 0 for ring in made.areas[0].rings]


def test_neighbours_keep_their_common_border() -> None:
    """The corners of a border are the same on both sides of it."""
    one, other = (set(a.rings[0]) for a in read(area("a", SQUARE), area("b", NEXT)).areas)
    assert 2 == len(one & other)


def test_a_degree_is_as_wide_as_it_is_there() -> None:
    """At 60 degrees north it is half as wide as high; on the British National Grid nothing is stretched."""
    (north,) = read(area("a", [[0, 59.5], [1, 59.5], [1, 60.5], [0, 60.5]])).areas
    assert (500.0, 1000.0) == max(north.rings[0])
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}}
    (grid,) = read(area("a", [[0, 0], [1000, 0], [1000, 1000], [0, 1000]]), crs=crs).areas
    assert (1000.0, 1000.0) == max(grid.rings[0])


def test_points_that_print_cannot_show_are_left_out() -> None:
    """A border of thousands of points is drawn with few, and a speck beside the mainland not at all."""
    line = [[-4 + n / 20_000, 51.0] for n in range(20_000)]
    speck = [[-2.5, 51.5], [-2.4999, 51.5], [-2.4999, 51.5001]]
    (made,) = read(area("a", [[*line, [-3.0, 52.0]]], [speck], kind="MultiPolygon")).areas
    assert 1 == len(made.rings)
    assert len(made.rings[0]) < 6


def test_an_area_smaller_than_print_is_still_there() -> None:
    """It would otherwise be missing from the map without a word."""
    made = read(area("a", SQUARE), area("b", [[-3.5, 51.5], [-3.5001, 51.5], [-3.5, 51.5001]]))
    assert all(size(a.rings[0]) > 0 for a in made.areas)


def test_words_stand_inside() -> None:
    """Where they stand there is room, not a hole."""
    (made,) = read(area("a", SQUARE, HOLE)).areas
    xs, ys = [x for x, _ in made.rings[1]], [y for _, y in made.rings[1]]
    assert not (min(xs) < made.x < max(xs) and min(ys) < made.y < max(ys))
    assert 0 < made.room < 400


def test_what_has_no_figure_is_hatched_and_what_is_withheld_crossed() -> None:
    """As on a map of hexagons, and both are named in the key."""
    made = read(area("a", SQUARE, name="Ay"), area("b", NEXT, name="Bee"), area("c", ISLAND, name="Cee"))
    sheet = drawn(made, 5, None, None, withheld=2)
    assert () == sheet.problems
    assert [False, False, True] == sorted(m.hatch for m in marks(sheet))
    said = " ".join(run.text for run in sheet.runs)
    assert all(words in said for words in ("Ay: 5", "no figure published: Bee", "withheld", "Cee"))


def test_the_own_area_is_outlined_all_around() -> None:
    """Each of its rings has the strong line."""
    made = read(area("a", [SQUARE, HOLE], [ISLAND], kind="MultiPolygon"), area("b", NEXT))
    accent = a_theme().colours.accent
    lines = [m for plot in drawn(made, 5, 15).plots for m in plot.marks if isinstance(m, Line) and m.colour == accent]
    assert 3 + 1 == len(lines)  # and the one in the key


def test_names_are_set_in_most_areas_or_in_none() -> None:
    """One here and there would pick out areas that are nothing but large."""
    small = [
        area(f"s{n}", [[-2 + n / 50, 51], [-2 + (n + 1) / 50, 51], [-2 + n / 50, 51.02]], name=f"S{n}")
        for n in range(4)
    ]
    large, some = read(area("a", SQUARE, name="Ay")), read(area("a", SQUARE, name="Ay"), *small)
    assert "Ay" in [run.text for run in drawn(large, 5).runs]
    assert "Ay" not in [run.text for run in drawn(some, 5, 1, 2, 3, 4).runs]
