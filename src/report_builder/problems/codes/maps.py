"""Codes G040 to G045: maps."""

from __future__ import annotations

from report_builder.problems.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "G040",
        "a place on the map stands for no area of the data",
        "It is drawn as an area without a figure. Most often its id or name is spelt in another way than in the data.",
        "Use the data's id or name in the map's file, or take the area out of it.",
        Severity.WARNING,
    ),
    Code(
        "G041",
        "an area stands on the map twice",
        "Its figure would be seen twice, and count for twice as much to the eye.",
        "Take one of the two out of the map's file.",
    ),
    Code(
        "G043",
        "the map is none",
        "Tiles stand where a file says: hexjson (a layout, and for each area a column `q` and a row `r`), or GeoJSON (for each "
        "area an id or a name, and its outline; in degrees, or on the British National Grid where `crs` says so).",
        "Save the map as hexjson or GeoJSON, put it into the data folder and name it under `map:`.",
    ),
    Code(
        "G044",
        "an area of the data has no place on the map",
        "It would be left out of the map without a word, although the data have a figure for it.",
        "Call the areas in the map's file as the data do, or leave the area out with `only:`.",
    ),
    Code(
        "G045",
        "tiles without a map",
        "Nothing else says where the area of each figure stands.",
        "Name a hexjson or GeoJSON file under `map:`.",
    ),
)
