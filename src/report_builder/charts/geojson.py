"""Maps of outlines: GeoJSON (RFC 7946), in degrees, or on the British National Grid where its `crs` says so.

Coordinates are rounded to a grid as fine as print: neighbours keep their common border, and few points are drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import cos, hypot, radians

from report_builder.charts.area_map import AreaMap, MapArea, Ring

_ACROSS = 1000.0  # steps of the grid along the longer side: half a point on a page
_LEAST = 2.0  # a ring of fewer squares of the grid is left out, unless it is all there is of an area
_SCANS, _TRIED = 7, 3  # heights at which the place for an area's words is looked for, and of those the best ones
_DEGREES, _GRID = (-180.0, -90.0, 180.0, 90.0), (-200_000.0, -200_000.0, 900_000.0, 1_500_000.0)
_KNOWN = {"4326": _DEGREES, "CRS84": _DEGREES, "4258": _DEGREES, "27700": _GRID}

_FAR = 1e9

Polygon = list[list[tuple[float, float]]]  # the outer ring, then holes


def read_geojson(content: Mapping[str, object]) -> AreaMap | str:
    """The map in the content of a GeoJSON file, or why it is none."""
    within = _limits(content.get("crs"))
    if isinstance(within, str):
        return within
    features = content.get("features")
    if not isinstance(features, list) or not features:
        return 'it has no "features"'
    read: dict[str, tuple[str, list[Polygon]]] = {}
    for number, feature in enumerate(features, 1):
        found = _feature(feature, number, within)
        if isinstance(found, str):
            return found
        id_, name, polygons = found
        if id_ in read:
            return f'two areas have the id "{id_}"'
        read[id_] = (name, polygons)
    return _on_grid(read, within is _DEGREES)


def _limits(crs: object) -> tuple[float, float, float, float] | str:
    """The least and the greatest coordinates of a reference system; degrees where none is named."""
    if crs is None:
        return _DEGREES
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = str(properties.get("name")) if isinstance(properties, dict) else str(crs)
    code = name.rpartition(":")[2]
    return _KNOWN.get(code) or f'its coordinates are in "{name}"; save it in degrees (EPSG:4326) or in EPSG:27700'


def _feature(
    feature: object, number: int, within: tuple[float, float, float, float]
) -> tuple[str, str, list[Polygon]] | str:
    """An area's id, name and polygons, or what is wrong with it."""
    if not isinstance(feature, dict):
        return f"area {number} is no feature"
    properties = feature.get("properties")
    told = {str(k).casefold(): v for k, v in properties.items()} if isinstance(properties, dict) else {}
    id_ = _said([feature.get("id")], told, ("id", "code"), "cd")
    name = _said([], told, ("name",), "nm")
    if not id_ and not name:
        return f'area {number} has neither an id nor a name: "id", or a property "code" or "name"'
    geometry = feature.get("geometry")
    kind, given = (geometry.get("type"), geometry.get("coordinates")) if isinstance(geometry, dict) else (None, None)
    if kind not in ("Polygon", "MultiPolygon"):
        return f'"{id_ or name}" has no outline: its geometry is {kind or "missing"}, not a polygon'
    parts = [given] if kind == "Polygon" else given
    polygons = [_polygon(part) for part in parts] if isinstance(parts, list) else []
    if not polygons or None in polygons:
        return f'"{id_ or name}" has an outline that is none: rings of at least three points, each of two numbers'
    low_x, low_y, high_x, high_y = within
    for x, y in (p for polygon in polygons for ring in polygon or () for p in ring):
        if not (low_x <= x <= high_x and low_y <= y <= high_y):
            hint = "" if within is _GRID else '; "crs" has to say so where they are on the British National Grid'
            return f'"{id_ or name}" has a point at {x:g}, {y:g}, which is nowhere{hint}'
    return id_ or name, name or id_, [p for p in polygons if p]


def _said(first: list[object], told: Mapping[str, object], keys: Sequence[str], ending: str) -> str:
    """The first id or name there is: under one of the keys, or under one with an ending (LAD23CD, PFA23NM)."""
    values = [*first, *(told.get(key) for key in keys), *(v for k, v in told.items() if k.endswith(ending))]
    return next((str(v).strip() for v in values if isinstance(v, str | int) and str(v).strip()), "")


def _polygon(rings: object) -> Polygon | None:
    if not isinstance(rings, list) or not rings:
        return None
    made = [_ring(ring) for ring in rings]
    return None if None in made else [ring for ring in made if ring]


def _ring(points: object) -> list[tuple[float, float]] | None:
    if not isinstance(points, list):
        return None
    made = [(p[0], p[1]) for p in points if isinstance(p, list) and len(p) > 1 and _number(p[0]) and _number(p[1])]
    return made if len(made) == len(points) > 2 else None


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _FAR


def _on_grid(read: Mapping[str, tuple[str, list[Polygon]]], degrees: bool) -> AreaMap | str:
    """The areas on the grid; a degree of longitude is as wide as it is in the middle of the map."""
    points = [p for _, polygons in read.values() for polygon in polygons for ring in polygon for p in ring]
    low, high = min(y for _, y in points), max(y for _, y in points)
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    wide = cos(radians((low + high) / 2)) if degrees else 1.0
    extent = max((right - left) * wide, high - low)
    if not extent:
        return "all its areas lie on one point"
    step = _ACROSS / extent

    def placed(ring: Sequence[tuple[float, float]]) -> Ring:
        return _thinned([(round((x - left) * wide * step), round((y - low) * step)) for x, y in ring])

    return AreaMap(
        tuple(
            _area(id_, name, [[placed(ring) for ring in polygon] for polygon in polygons])
            for id_, (name, polygons) in read.items()
        )
    )


def _thinned(ring: Sequence[tuple[int, int]]) -> Ring:
    """The ring without points that repeat the one before or lie on the way to the next."""
    out: list[tuple[float, float]] = []
    for x, y in ring:
        while out and (out[-1] == (x, y) or (len(out) > 1 and not _turn(out[-2], out[-1], (x, y)))):
            out.pop()
        out.append((float(x), float(y)))
    return tuple(out[:-1] if len(out) > 1 and out[0] == out[-1] else out)


def _turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])


def _size(ring: Ring) -> float:
    """The area inside, below 0 for one that runs clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise((*ring, *ring[:1]))) / 2


def _area(id_: str, name: str, polygons: list[list[Ring]]) -> MapArea:
    """The area, its outer rings counter-clockwise and its holes clockwise, so that holes stay empty when filled."""
    polygons.sort(key=lambda polygon: -abs(_size(polygon[0])))
    kept = [p for n, p in enumerate(polygons) if n == 0 or abs(_size(p[0])) >= _LEAST]
    rings = [_wound(ring, n == 0) for polygon in kept for n, ring in enumerate(polygon) if n == 0 or _size(ring)]
    main = [_wound(ring, n == 0) for n, ring in enumerate(kept[0])]
    if not _size(main[0]):  # smaller than the grid
        x, y = main[0][0]
        rings = main = [((x - 1, y - 1), (x + 1, y - 1), (x + 1, y + 1), (x - 1, y + 1))]
    x, y, room = _roomiest(main)
    return MapArea(id_, name, x, y, room, tuple(rings))


def _wound(ring: Ring, outer: bool) -> Ring:
    return ring if (_size(ring) > 0) == outer else ring[::-1]


def _roomiest(rings: Sequence[Ring]) -> tuple[float, float, float]:
    """The middle and the width of the widest circle inside, of those around the middle of each height's longest way."""
    edges = [edge for ring in rings for edge in pairwise((*ring, *ring[:1]))]
    ys = [y for _, y in rings[0]]
    low, high = min(ys), max(ys)
    middles: list[tuple[float, float, float]] = []
    for scan in range(1, _SCANS + 1):
        y = low + (high - low) * scan / (_SCANS + 1) + 0.01  # between the points of the grid
        crossing = [(a, b) for a, b in edges if (a[1] > y) != (b[1] > y)]
        xs = sorted(a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) for a, b in crossing)
        ways = zip(xs[::2], xs[1::2], strict=False)
        middles += [(min(right - left, 2 * (y - low), 2 * (high - y)), (left + right) / 2, y) for left, right in ways]
    found = [(2 * min(_away(x, y, edge) for edge in edges), x, y) for _, x, y in sorted(middles, reverse=True)[:_TRIED]]
    room, x, y = max(found, default=(0.0, *rings[0][0]))
    return x, y, room


def _away(x: float, y: float, edge: tuple[tuple[float, float], tuple[float, float]]) -> float:
    """How far a point is from an edge."""
    (ax, ay), (bx, by) = edge
    wide, high = bx - ax, by - ay
    along = ((x - ax) * wide + (y - ay) * high) / (wide * wide + high * high or 1.0)
    along = min(max(along, 0.0), 1.0)
    return hypot(x - ax - along * wide, y - ay - along * high)
