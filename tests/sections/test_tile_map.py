"""Facts on a map: each hexagon has its point, classes are named by figures that occur, the own area is marked."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from charts.test_geojson import area, geojson
from charts.test_tiles import hexjson, read
from report_builder.charts.chart import Chart, State
from report_builder.sections.compose import Composed, compose
from report_builder.sections.tile_map import grouped
from sections.made import figure, section, told, view

FILE = "data/areas.hexjson"
FORCES = {"north-wales": (1, 1), "dyfed-powys": (0, 0), "gwent": (1, 0), "south-wales": (1, -1), "powys": (2, 0)}


def mapped(here: str = "wales", areas: Mapping[str, tuple[int, int]] | None = None, **keys: str) -> Composed:
    """A section with a map of the four Welsh forces and one area more, in the edition of a place."""
    typed = {"draw": "tiles", "fact": "offences", "map": FILE, "title": "A title", **keys}
    body = "\n".join(f"{key}: {value}" for key, value in typed.items() if value)
    made = view(section(f"# A\n\n```chart\n{body}\n```\n"))
    return compose(
        replace(made, maps={FILE: read(hexjson("odd-r", **(areas or FORCES)))}, facts=replace(made.facts, here=here))
    )


def chart(here: str = "wales", **keys: str) -> Chart:
    made = mapped(here, None, **keys)
    assert ["G040"] == told(made)  # Powys is no police force
    return figure(made).chart


def test_every_hexagon_has_its_point() -> None:
    """Facts stand in the order of the hexagons, whatever theirs is; a hexagon that has none is without a figure."""
    made = chart()
    points = made.panels[0].series[0].points
    assert ["North Wales", "Dyfed-Powys", "Gwent", "South Wales", "Powys"] == [p.label for p in points]
    assert ["97", "67", "67", "333", ""] == [p.text for p in points]
    assert State.MISSING is points[-1].state
    assert made.tiles is not None
    assert 5 == len(made.tiles.at)


def test_classes_are_named_by_figures_that_occur() -> None:
    """The words of each class are printed figures: nothing in the key is a number of its own."""
    made = chart()
    assert made.tiles is not None
    assert ((67.0, "67"), (97.0, "97"), (333.0, "333")) == made.tiles.classes


def test_the_own_area_is_marked_unless_another_is() -> None:
    """An edition's map shows where it is about; `highlight:` names another."""

    def marked(made: Chart) -> list[str]:
        return [p.label for p in made.points() if p.highlight]

    assert [] == marked(chart())
    assert ["Gwent"] == marked(chart("gwent"))
    assert ["Gwent"] == marked(chart("gwent", highlight="here"))
    assert ["South Wales"] == marked(chart("gwent", highlight="south-wales"))


def test_another_year_can_be_shown() -> None:
    """A reference that fixes the year draws that year."""
    assert ["53", "19", "44", "158", ""] == [p.text for p in chart(fact="offences[2017/18]").points()]


def test_the_description_tells_every_figure_and_every_gap() -> None:
    """Those who do not see the map hear what it shows; its data lie beside it."""
    block = figure(mapped("gwent"))
    assert all(
        words in block.alt
        for words in ("5 areas", "South Wales 333", "Outlined is Gwent with 67.", "no figure for Powys")
    )
    assert block.data is not None
    assert b"South Wales,333" in block.data.data


def test_areas_in_their_own_shape() -> None:
    """A file of outlines gives the same chart and the same words, but for what kind of map it is."""
    body = f"draw: tiles\nfact: offences\nmap: {FILE}\ntitle: A title"
    made = view(section(f"# A\n\n```chart\n{body}\n```\n"))
    names = ["North Wales", "Dyfed-Powys", "gwent", "South Wales"]
    squares = [area(name, [[n, 51], [n + 1, 51], [n + 1, 52], [n, 52]]) for n, name in enumerate(names)]
    block = figure(compose(replace(made, maps={FILE: read(geojson(*squares))})))
    assert block.chart.tiles is not None
    assert 4 == len(block.chart.tiles.outlines) == len(block.chart.tiles.rooms)
    assert block.alt.startswith("Map of areas in their own shape")
    assert "South Wales 333" in block.alt


def test_some_areas_alone() -> None:
    """With `only` nobody misses the others: there is no warning."""
    assert [] == told(mapped(only="[gwent, South Wales]"))


def test_an_area_has_one_hexagon() -> None:
    """Two of them, one by its id and one by its name, are refused."""
    assert ["G041"] == told(mapped(areas={**FORCES, "Gwent": (5, 5)}))


def test_how_the_classes_are_made_is_chosen_and_said() -> None:
    """Four classes of equal steps leave the one high figure alone, and the key says so."""
    made = chart(classes="4", classes_of="equal steps")
    assert made.tiles is not None
    assert ["67 to 97", "333"] == [words for _, words in made.tiles.classes]
    assert "Each shade covers an equal part of the scale" == made.tiles.rule


def test_classes_hold_equal_numbers_or_equal_steps() -> None:
    """Equal figures are never parted, and no class is empty."""
    eight = [1.0, 2, 3, 4, 5, 6, 7, 80]
    assert [[1, 2], [3, 4], [5, 6], [7, 80]] == grouped(eight, 4, "equal numbers")
    assert [[1, 2, 3, 4, 5, 6, 7], [80]] == grouped(eight, 4, "equal steps")
    assert [[1, 1, 1], [9]] == grouped([1, 9, 1, 1], 4, "equal numbers")
    assert [[3, 3]] == grouped([3, 3], 5, "equal steps")
    assert [] == grouped([], 5, "equal numbers")
