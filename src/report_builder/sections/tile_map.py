"""The points of a chart put on a map of hexagons, and the classes that colour them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from report_builder.charts.chart import Panel, Point, State, Tiles
from report_builder.charts.hexjson import HexMap
from report_builder.facts.family import Axis
from report_builder.sections.composition import Composition
from report_builder.sections.fences import ChartFence, Placed
from report_builder.words.language import Language

_CLASSES = 5
_SHOWN = 3  # of so many places that are not on the map the names are said


def on_map(
    placed: Placed, fence: ChartFence, panels: tuple[Panel, ...], axis: Axis | None, c: Composition
) -> tuple[tuple[Panel, ...], Tiles | None]:
    """The panels with a point for each hexagon, and where these stand; no tiles where that cannot be."""
    if not fence.map:
        help = "map: data/areas.hexjson, a file that says where each area stands"
        c.report("G045", "tiles need a map to stand on", placed.at("draw"), help=help)
        return panels, None
    if fence.map not in c.view.maps or axis is None:
        return panels, None  # the file is missing or is no map, which has been said
    made = c.view.maps[fence.map]
    known = [axis.find(h.id) or axis.find(h.name) for h in made.hexes]
    names = {m.name for m in known if m is not None}
    stray = [p.label for panel in panels for s in panel.series for p in s.points if p.label not in names]
    if stray:
        said = ", ".join(f'"{name}"' for name in stray[:_SHOWN]) + (" and others" if len(stray) > _SHOWN else "")
        help = 'call the areas in the file ("n", or their ids) as the data do'
        c.report("G044", f"{said} has no hexagon on the map", placed.at("map"), help=help)
        return panels, None
    labels = [m.name if m is not None else h.name for h, m in zip(made.hexes, known, strict=True)]
    panels = tuple(
        replace(p, series=tuple(replace(s, points=_each(s.points, labels)) for s in p.series)) for p in panels
    )
    return panels, _tiles(made, [p for panel in panels for s in panel.series for p in s.points], c.view.language)


def _each(points: Sequence[Point], labels: Sequence[str]) -> tuple[Point, ...]:
    """The point of each label, one without a figure where there is none."""
    found = {p.label: p for p in points}
    return tuple(found.get(label) or Point(label, None, "", State.MISSING) for label in labels)


def _tiles(made: HexMap, points: Sequence[Point], language: Language) -> Tiles:
    """The hexagons, and classes of about as many areas each, named by the least and the greatest figure in them."""
    values = dict(sorted((p.drawn, p.text) for p in points if p.drawn is not None))
    count = min(_CLASSES, len(values))
    classes = []
    for k in range(count):
        inside = list(values.items())[k * len(values) // count : (k + 1) * len(values) // count]
        (_, start), (most, end) = inside[0], inside[-1]
        classes.append((most, start if start == end else language.say("from to", start=start, end=end)))
    return Tiles(tuple((h.x, h.y) for h in made.hexes), tuple(classes), made.flat)
