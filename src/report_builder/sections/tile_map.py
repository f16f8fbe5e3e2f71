"""The points of a chart put on a map, and the classes that colour them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from report_builder.charts.area_map import AreaMap
from report_builder.charts.chart import Panel, Point, State, Tiles
from report_builder.facts.family import Axis
from report_builder.sections.composition import Composition
from report_builder.sections.fences import ChartFence, Placed
from report_builder.tables.dataset import Member
from report_builder.words.language import Language

_SHOWN = 3  # of so many places that are not on the map the names are said


def on_map(
    placed: Placed, fence: ChartFence, panels: tuple[Panel, ...], axis: Axis | None, c: Composition
) -> tuple[tuple[Panel, ...], Tiles | None]:
    """The panels with a point for each area of the map, and where these stand; no tiles where that cannot be."""
    if not fence.map:
        help = "map: data/areas.geojson or areas.hexjson, a file that says where each area stands"
        c.report("G045", "tiles need a map to stand on", placed.at("draw"), help=help)
        return panels, None
    if fence.map not in c.view.maps or axis is None:
        return panels, None  # the file is missing or is no map, which has been said
    made = c.view.maps[fence.map]
    known = [axis.find(h.id) or axis.find(h.name) for h in made.areas]
    names = {m.name for m in known if m is not None}
    stray = [p.label for panel in panels for s in panel.series for p in s.points if p.label not in names]
    if stray:
        help = "call the areas in the file as the data do, by their names or ids"
        c.report("G044", f"{_listed(stray)} has no place on the map", placed.at("map"), help=help)
        return panels, None
    if not _each_once(known, made, placed, fence, c):
        return panels, None
    labels = [m.name if m is not None else h.name for h, m in zip(made.areas, known, strict=True)]
    panels = tuple(
        replace(p, series=tuple(replace(s, points=_each(s.points, labels)) for s in p.series)) for p in panels
    )
    return panels, _tiles(made, [p for panel in panels for s in panel.series for p in s.points], fence, c.view.language)


def _each_once(
    known: Sequence[Member | None], made: AreaMap, placed: Placed, fence: ChartFence, c: Composition
) -> bool:
    """Whether no area stands there twice; places that stand for no area are only warned of."""
    counts = Counter(m.id for m in known if m is not None)
    twice = dict.fromkeys(m.name for m in known if m is not None and counts[m.id] > 1)
    if twice:
        help = "keep one of the two; an area is found by its id or by its name"
        c.report("G041", f"{_listed(list(twice))} stands on the map twice", placed.at("map"), help=help)
        return False
    nobody = [h.name for h, m in zip(made.areas, known, strict=True) if m is None]
    if nobody and not fence.only:
        help = "call the area as the data do, or take it out of the file"
        c.report("G040", f"the data have no area {_listed(nobody)}", placed.at("map"), help=help)
    return True


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(f'"{name}"' for name in names[:_SHOWN]) + more


def _each(points: Sequence[Point], labels: Sequence[str]) -> tuple[Point, ...]:
    """The point of each label, one without a figure where there is none."""
    found = {p.label: p for p in points}
    return tuple(found.get(label) or Point(label, None, "", State.MISSING) for label in labels)


def _tiles(made: AreaMap, points: Sequence[Point], fence: ChartFence, language: Language) -> Tiles:
    """The areas and the classes of their figures, each named by the least and the greatest figure in it."""
    texts = {p.drawn: p.text for p in points if p.drawn is not None}
    classes = []
    for inside in grouped([p.drawn for p in points if p.drawn is not None], fence.classes, fence.classes_of):
        start, end = texts[inside[0]], texts[inside[-1]]
        classes.append((inside[-1], start if start == end else language.say("from to", start=start, end=end)))
    rule = language.say(f"tiles {fence.classes_of}") if len(classes) < len(texts) else ""
    outlines = tuple(h.rings for h in made.areas if h.rings)
    rooms = tuple(h.room for h in made.areas) if outlines else ()
    return Tiles(tuple((h.x, h.y) for h in made.areas), tuple(classes), made.flat, rule, outlines, rooms)


def grouped(figures: Sequence[float], count: int, of: str) -> list[list[float]]:
    """The figures in order, in at most so many classes; equal ones are in one class, and no class is empty."""
    ordered = sorted(figures)
    low, width = (ordered[0], (ordered[-1] - ordered[0]) / count) if ordered else (0.0, 0.0)
    place: dict[float, int] = {}
    for rank, value in enumerate(ordered):
        step = min(int((value - low) / width), count - 1) if width else 0
        place.setdefault(value, step if of == "equal steps" else rank * count // len(ordered))
    return [[v for v in ordered if place[v] == k] for k in sorted(set(place.values()))]
