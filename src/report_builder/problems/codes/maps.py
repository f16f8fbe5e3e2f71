"""Codes G040 to G045: maps of hexagons."""

from __future__ import annotations

from report_builder.problems.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "G040",
        "a hexagon stands for no area of the data",
        "It is drawn as an area without a figure. Most often its id or name is spelt in another way than in the data.",
        "Use the data's id or name in the map's file, or take the hexagon out.",
        Severity.WARNING,
    ),
    Code(
        "G041",
        "an area has two hexagons",
        "Its figure would be seen twice, and count for twice as much to the eye.",
        "Take one of the two out of the map's file.",
    ),
    Code(
        "G043",
        "the map is no map of hexagons",
        "Tiles stand where a hexjson file says: a layout, and for each area a column `q` and a row `r`.",
        "Save the map as hexjson, put it into the data folder and name it under `map:`.",
    ),
    Code(
        "G044",
        "an area of the data has no hexagon on the map",
        "It would be left out of the map without a word, although the data have a figure for it.",
        "Call the areas in the map's file as the data do, or leave the area out with `only:`.",
    ),
    Code(
        "G045",
        "tiles without a map",
        "Nothing else says where the area of each figure stands.",
        "Name a hexjson file under `map:`.",
    ),
)
