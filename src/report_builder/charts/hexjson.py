"""Maps of hexagons as they are handed on: hexjson (open-innovations.org/projects/hexmaps/hexjson)."""

from __future__ import annotations

import json
from math import sqrt

from msgspec import Struct

_LAYOUTS = ("odd-r", "even-r", "odd-q", "even-q")
_MOST, _FAR = 5_000, 10_000
_STEP = sqrt(3) / 2  # from row to row, where neighbours are one apart


class Hex(Struct, frozen=True):
    """An area of a map: its id, its name, and the middle of its hexagon; neighbours are one apart, y runs up."""

    id: str
    name: str
    x: float
    y: float


class HexMap(Struct, frozen=True):
    """`flat` hexagons have a side on top instead of a corner."""

    hexes: tuple[Hex, ...]
    flat: bool = False


def read_hexjson(data: bytes) -> HexMap | str:
    """The map in a hexjson file, or why it is none."""
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        return "it is not JSON"
    hexes = content.get("hexes") if isinstance(content, dict) else None
    layout = content.get("layout") if isinstance(content, dict) else None
    if not isinstance(hexes, dict) or not hexes:
        return 'it has no "hexes"'
    if layout not in _LAYOUTS:
        return f'its layout is "{layout}", not one of {", ".join(_LAYOUTS)}'
    if len(hexes) > _MOST:
        return f"it has {len(hexes)} hexagons, more than {_MOST}"
    made = [_hex(id_, told, layout) for id_, told in hexes.items()]
    at: dict[tuple[float, float], str] = {}
    for one in made:
        if isinstance(one, Hex) and at.setdefault((one.x, one.y), one.id) != one.id:
            return f'"{at[one.x, one.y]}" and "{one.id}" stand in the same place'
    wrong = next((one for one in made if isinstance(one, str)), None)
    return wrong or HexMap(tuple(one for one in made if isinstance(one, Hex)), layout.endswith("q"))


def _hex(id_: str, told: object, layout: str) -> Hex | str:
    q, r = (told.get("q"), told.get("r")) if isinstance(told, dict) else (None, None)
    if not isinstance(told, dict) or type(q) is not int or type(r) is not int or max(abs(q), abs(r)) > _FAR:
        return f'"{id_}" has no place: "q" and "r" are whole numbers'
    name = told.get("n")
    odd = layout.startswith("odd")
    if layout.endswith("r"):
        x, y = q + 0.5 * (bool(r % 2) == odd), r * _STEP
    else:
        x, y = q * _STEP, r + 0.5 * (bool(q % 2) == odd)
    return Hex(id_, name if isinstance(name, str) and name else id_, x, y)
