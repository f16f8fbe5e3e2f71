"""Maps of hexagons as they are handed on: hexjson (open-innovations.org/projects/hexmaps/hexjson)."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

from report_builder.charts.area_map import AreaMap, MapArea

_LAYOUTS = ("odd-r", "even-r", "odd-q", "even-q")
_FAR = 10_000
_STEP = sqrt(3) / 2  # from row to row, where neighbours are one apart


def read_hexjson(content: Mapping[str, object]) -> AreaMap | str:
    """The map in the content of a hexjson file, or why it is none."""
    hexes, layout = content.get("hexes"), content.get("layout")
    if not isinstance(hexes, dict) or not hexes:
        return 'it has no "hexes"'
    if not isinstance(layout, str) or layout not in _LAYOUTS:
        return f'its layout is "{layout}", not one of {", ".join(_LAYOUTS)}'
    made = [_hex(id_, told, layout) for id_, told in hexes.items()]
    at: dict[tuple[float, float], str] = {}
    for one in made:
        if isinstance(one, MapArea) and at.setdefault((one.x, one.y), one.id) != one.id:
            return f'"{at[one.x, one.y]}" and "{one.id}" stand in the same place'
    wrong = next((one for one in made if isinstance(one, str)), None)
    return wrong or AreaMap(tuple(one for one in made if isinstance(one, MapArea)), layout.endswith("q"))


def _hex(id_: str, told: object, layout: str) -> MapArea | str:
    q, r = (told.get("q"), told.get("r")) if isinstance(told, dict) else (None, None)
    if not isinstance(told, dict) or type(q) is not int or type(r) is not int or max(abs(q), abs(r)) > _FAR:
        return f'"{id_}" has no place: "q" and "r" are whole numbers'
    name = told.get("n")
    odd = layout.startswith("odd")
    if layout.endswith("r"):
        x, y = q + 0.5 * (bool(r % 2) == odd), r * _STEP
    else:
        x, y = q * _STEP, r + 0.5 * (bool(q % 2) == odd)
    return MapArea(id_, name if isinstance(name, str) and name else id_, x, y)
