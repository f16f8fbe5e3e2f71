"""The map in a file: hexagons of a hexjson file, or outlines of a GeoJSON file; what is in it says which."""

from __future__ import annotations

import json

from report_builder.charts.area_map import AreaMap
from report_builder.charts.geojson import read_geojson
from report_builder.charts.hexjson import read_hexjson

MOST = 5_000


def read_map(data: bytes) -> AreaMap | str:
    """The map, or why there is none."""
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        return "it is not JSON"
    if not isinstance(content, dict) or not ("hexes" in content or "features" in content):
        return 'it has neither "hexes" nor "features"'
    made = read_hexjson(content) if "hexes" in content else read_geojson(content)
    if isinstance(made, AreaMap) and len(made.areas) > MOST:
        return f"it has {len(made.areas)} areas, more than {MOST}"
    return made
