"""Maps of hexagons: read from hexjson, laid out within their width, in classes from light to dark, nothing left out."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from charts.story import LEGEND, a_theme
from report_builder.brand.colour import contrast, luminance
from report_builder.charts.area_map import AreaMap
from report_builder.charts.chart import Chart, Panel, Point, Series, State, Tiles
from report_builder.charts.ink import ink_of
from report_builder.charts.map_file import read_map
from report_builder.charts.piece import Area, Line
from report_builder.charts.record import record
from report_builder.charts.sheet import Sheet, lay_out
from report_builder.charts.tiles import shades

WIDTH = 482.0
UK = Path(__file__).parents[3] / "shared/data/ref-constituencies-2024/uk-constituencies-2024.hexjson"
WALES = {"north": (1, 1), "dyfed": (0, 0), "gwent": (1, 0), "south": (1, -1)}


def hexjson(layout: str = "odd-r", **hexes: tuple[int, int]) -> bytes:
    placed = {id_: {"n": id_.capitalize(), "q": q, "r": r} for id_, (q, r) in (hexes or WALES).items()}
    return json.dumps({"layout": layout, "hexes": placed}).encode()


def read(data: bytes) -> AreaMap:
    made = read_map(data)
    assert isinstance(made, AreaMap), made
    return made


def drawn(*points: Point, made: AreaMap | None = None) -> Chart:
    """A map of Wales, or another, with classes of ten each."""
    hexes = (made or read(hexjson())).areas
    classes = tuple((10.0 * k, f"{10 * k - 9} to {10 * k}") for k in range(1, 6))
    tiles = Tiles(tuple((h.x, h.y) for h in hexes), classes)
    return Chart("tiles", (Panel("", (Series("", points),)),), legend=LEGEND, tiles=tiles)


def point(name: str, value: int | None, state: State | None = None, highlight: bool = False) -> Point:
    found = state or (State.MISSING if value is None else State.FULL)
    return Point(name, value, "" if value is None else str(value), found, "", highlight)


def areas(sheet: Sheet) -> list[Area]:
    """The hexagons of the map, without those of the key."""
    plot = next(p for p in sheet.plots if any(isinstance(m, Area) for m in p.marks))
    return [m for m in plot.marks if isinstance(m, Area)]


FOUR = (point("North", 5), point("Dyfed", 15), point("Gwent", 45, highlight=True), point("South", None))


@given(st.sampled_from(["odd-r", "even-r", "odd-q", "even-q"]), st.integers(-50, 50), st.integers(-50, 50))
def test_neighbours_are_one_apart(layout: str, q: int, r: int) -> None:
    """In every layout six hexagons of a three by three block touch the one in its middle, and none overlaps it."""
    block = {f"h{i}{j}": (q + i, r + j) for i in (-1, 0, 1) for j in (-1, 0, 1)}
    hexes = {h.id: h for h in read(hexjson(layout, **block)).areas}
    middle = hexes.pop("h00")
    away = sorted(((h.x - middle.x) ** 2 + (h.y - middle.y) ** 2) ** 0.5 for h in hexes.values())
    assert [pytest.approx(1.0)] * 6 == away[:6]
    assert all(far > 1.5 for far in away[6:])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[]", 'neither "hexes" nor "features"'),
        (b'{"hexes": {}}', 'no "hexes"'),
        (b'{"hexes": {"a": {}}}', "layout"),
        (b'{"layout": "odd-r", "hexes": {"a": {"q": 1.5, "r": 0}}}', "whole numbers"),
        (b'{"layout": "odd-r", "hexes": {"a": {"q": true, "r": 0}}}', "whole numbers"),
        (b'{"layout": "odd-r", "hexes": {"a": {"q": 99999, "r": 0}}}', "whole numbers"),
        (hexjson("odd-r", **{f"h{i}": (i, 0) for i in range(5001)}), "more than 5000"),
    ],
)
def test_says_why_a_file_is_no_map(data: bytes, said: str) -> None:
    """Whatever is in the file, there is a map or a reason."""
    made = read_map(data)
    assert isinstance(made, str)
    assert said in made


def test_every_area_is_there_and_darker_for_more() -> None:
    """One hexagon each inside the width; the classes go from light to dark; one without a figure is hatched."""
    sheet = lay_out(drawn(*FOUR), a_theme(), WIDTH)
    assert () == sheet.problems
    marks = areas(sheet)
    assert 4 == len(marks)
    assert 1 == sum(m.hatch for m in marks)
    ink = ink_of(a_theme(), False)
    shades = sorted({luminance(m.fill) for m in marks if m.fill != ink.ground})
    assert 3 == len(shades)
    assert all(run.x >= 0 and run.x <= WIDTH for run in sheet.runs)


def test_the_key_says_classes_the_own_area_and_who_has_no_figure() -> None:
    """What is outlined is named with its figure; an area that is hatched is named beside what hatching means."""
    sheet = lay_out(drawn(*FOUR), a_theme(), WIDTH)
    said = [run.text for run in sheet.runs]
    assert {"Gwent: 45", "1 to 10", "41 to 50", "no figure published: South"} <= set(said)
    assert ["North", "5"] == [t for t in said if t in ("North", "5")]
    accents = [m for p in sheet.plots for m in p.marks if isinstance(m, Line) and m.colour == a_theme().colours.accent]
    assert 2 == len(accents)  # on the map and in the key


def test_each_state_has_its_mark_and_its_words() -> None:
    """Partial, in doubt and withheld areas are told apart, in the map and in the key."""
    states = (State.PARTIAL, State.DOUBTFUL, State.SUPPRESSED)
    points = [point(n, 5, s) for n, s in zip(("North", "Dyfed", "Gwent"), states, strict=True)]
    said = " ".join(run.text for run in lay_out(drawn(*points, point("South", 9)), a_theme(), WIDTH).runs)
    assert all(words in said for words in ("six months only", "in doubt", "withheld: Gwent"))


@pytest.mark.parametrize("height", [150.0, 250.0])
def test_takes_the_height_it_is_given(height: float) -> None:
    """A map for a picture grows and shrinks with it."""
    assert height == pytest.approx(lay_out(drawn(*FOUR), a_theme(), WIDTH, height_pt=height).height_pt, abs=1.0)


def test_all_constituencies_are_a_few_shapes() -> None:
    """650 hexagons are recorded as a few dozen shapes at most: one for each class and border, not one for each area."""
    if not UK.exists():
        pytest.skip("the map of the constituencies is not on this machine")
    made = read(UK.read_bytes())
    points = tuple(point(h.name, i % 50 + 1, highlight=h.name == "Gower") for i, h in enumerate(made.areas))
    chart = drawn(*points, made=made)
    drawing, problems = record(chart, a_theme(), WIDTH)
    assert () == problems
    assert len(drawing.operations) < 60
    assert 650 == len(areas(lay_out(chart, a_theme(), WIDTH)))


@pytest.mark.parametrize("primary", ["#123c4a", "#c2185b", "#767676", "#000000"])
@pytest.mark.parametrize("count", [1, 2, 4, 5])
def test_shades_can_be_told_apart_and_read_on(count: int, primary: str) -> None:
    """Each is darker than the one before, the faintest than the paper; dark or light words can be read on each."""
    ink = ink_of(replace(a_theme(), colours=replace(a_theme().colours, primary=primary)), reverse=False)
    made = shades(count, ink)
    against = [1.0, *(contrast(ink.ground, shade) for shade in made)]
    assert all(darker / lighter > 1.2 for lighter, darker in pairwise(against))
    assert all(max(contrast(words, s) for words in (ink.ground, ink.label.colour)) >= 4.5 for s in made)


def test_two_hexagons_in_one_place_are_refused() -> None:
    """One would hide the other."""
    assert '"a" and "b" stand in the same place' == read_map(hexjson("odd-q", a=(1, 2), b=(1, 2)))
