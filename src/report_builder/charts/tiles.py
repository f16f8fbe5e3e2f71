"""Tiles: a map on which every area is a hexagon of one size: a small crowded one is seen like a large empty one.

Where the map's file has outlines, each area has its own instead.

Areas are coloured by class, from light to dark. Without a figure they are hatched; one that is withheld has a cross.
"""

from __future__ import annotations

from functools import lru_cache
from math import cos, inf, pi, sin, sqrt

from msgspec.structs import replace

from report_builder.brand.colour import TEXT, contrast, mix
from report_builder.charts.area_map import Ring
from report_builder.charts.chart import Chart, Panel, Point, State, Tiles
from report_builder.charts.ink import Ink
from report_builder.charts.lettering import Align, Box, Style, Words, broken, one_line, whole_words
from report_builder.charts.piece import Area, Desk, Kind, Line, Mark, Piece, Plot, Room, in_points
from report_builder.charts.states import dot, gap

_CORNER = 1 / sqrt(3)  # from the middle, where neighbours are one apart
_HEIGHT_PT, _TILE_PT = 320.0, 76.0  # at most, unless a height is asked for
_BESIDE_PT = 120.0  # so much room beside a map holds its key
_GAP_PT = 14.0
_MARKED_PT, _CASING_PT = 2.4, 5.0  # the outline of the own area, and the ground it has at its sides
_THIN_PT, _THIN_CASING_PT, _LEAST_PT = 1.7, 3.4, 1.0  # the same for an area in its own shape
_HALVINGS = 16  # to a shade within what a screen shows
_SWATCH_PT = 11.0
_UNDER = 0.43  # where a mark stands below the words in a hexagon, neighbours being one apart
_CROSSED_PT = 7.0  # the least hexagon that holds a cross
_NAMED = 3  # so many areas without a figure at most are named in the key


def _lay_out(chart: Chart, room: Room, ink: Ink) -> tuple[Piece, ...]:
    tiles = chart.tiles or Tiles((), ())
    return tuple(_panel(chart, panel, tiles, room, ink) for panel in chart.panels)


KIND = Kind(_lay_out, abreast=2)


def _panel(chart: Chart, panel: Panel, tiles: Tiles, room: Room, ink: Ink) -> Piece:
    points = panel.series[0].points if panel.series else ()
    shapes = tiles.outlines or tuple((_hexagon(x, y, tiles.flat),) for x, y in tiles.at)
    rooms = tiles.rooms or (1.0,) * len(shapes)
    corners = [corner for shape in shapes for ring in shape for corner in ring] or [(0.0, 0.0), (1.0, 1.0)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    wide, high = max(xs) - min(xs) or 1.0, max(ys) - min(ys) or 1.0
    most = _TILE_PT if room.plot_pt is None and not tiles.outlines else inf
    unit = min((room.plot_pt or _HEIGHT_PT) / high, room.width_pt / wide, most)
    frame = Box(0.0, -high * unit, wide * unit, 0.0)
    plot = Plot(frame, (min(xs), max(xs)), (min(ys), max(ys)), ())
    desk = Desk(0.0, room.width_pt)
    marks: list[Mark] = []
    over: list[Mark] = []
    for point, shape in sorted(zip(points, shapes, strict=False), key=lambda pair: _colour(pair[0], tiles, ink)):
        marks += (_area(point, ring, tiles, ink) for ring in shape)
    words = [_words(p, unit * wide_at, tiles, ink) for p, wide_at in zip(points, rooms, strict=False)]
    if tiles.outlines and 2 * sum(w is not None for w in words) < len(points):
        words = [None] * len(points)  # a name here and there would pick out areas that are nothing but large
    for point, shape, at, wide_at, held in zip(points, shapes, tiles.at, rooms, words, strict=False):
        x, y = plot.at(*at)
        across = unit * wide_at
        if point.highlight:
            around = [(*(plot.at(*c) for c in ring), plot.at(*ring[0])) for ring in shape]
            casing, marked = (_THIN_CASING_PT, _THIN_PT) if tiles.outlines else (_CASING_PT, _MARKED_PT)
            over += (Line(line, ink.ground, min(casing, max(across * 0.4, _LEAST_PT))) for line in around)
            over += (Line(line, ink.accent, min(marked, max(across * 0.25, _LEAST_PT))) for line in around)
        if point.gap is State.SUPPRESSED and across > _CROSSED_PT:
            over += gap(State.SUPPRESSED, x, y, ink)
        if held:
            _write(*held, x, y, desk)
        under = y - across * _UNDER if held else y
        if point.state in (State.PARTIAL, State.DOUBTFUL):
            over.append(dot(point.state, x, under, min(across / 3, 6.0), ink.label.colour, ink))
    beside = room.width_pt - frame.right - _GAP_PT >= _BESIDE_PT
    left, top = (frame.right + _GAP_PT, 0.0) if beside else (0.0, frame.bottom - _GAP_PT)
    foot, swatches = _key(chart, points, tiles, ink, desk, left, top)
    return Piece(
        height_pt=-min(foot, frame.bottom),
        plots=(replace(plot, marks=tuple(marks)), in_points((*over, *swatches))),
        runs=tuple(desk.runs),
    )


def _hexagon(x: float, y: float, flat: bool, wide: float = 1.0) -> Ring:
    corner, turn = _CORNER * wide, 0.0 if flat else pi / 6
    return tuple((x + corner * cos(turn + k * pi / 3), y + corner * sin(turn + k * pi / 3)) for k in range(6))


def _colour(point: Point, tiles: Tiles, ink: Ink) -> str:
    """The colour of a point's class; the ground where it has no figure."""
    value = point.drawn
    if value is None:
        return ink.ground
    place = next((i for i, (most, _) in enumerate(tiles.classes) if value <= most), len(tiles.classes) - 1)
    return _shade(place, len(tiles.classes), ink)


def _shade(place: int, count: int, ink: Ink) -> str:
    return shades(count, ink)[place]


@lru_cache(maxsize=16)
def shades(count: int, ink: Ink) -> tuple[str, ...]:
    """The shades of so many classes from the faintest, in even ratios of contrast with the ground.

    None is one on which neither dark nor light words can be read, where the theme's ink is dark enough for that.
    """
    most = contrast(ink.contrast, ink.ground)
    low, high = contrast(ink.label.colour, ink.ground) / TEXT, TEXT
    out = []
    for i in range(1, count + 1):
        wanted = most ** (i / count)
        if most ** (1 / count) < low < wanted < high:
            wanted = low * 0.98 if wanted / low < high / wanted else min(high * 1.02, most)
        out.append(_mixed(wanted, ink))
    return tuple(out)


def _mixed(wanted: float, ink: Ink) -> str:
    """The shade between tint and strongest colour that has a contrast with the ground."""
    least, most = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (least + most) / 2
        if contrast(mix(ink.tint, ink.contrast, middle), ink.ground) < wanted:
            least = middle
        else:
            most = middle
    return mix(ink.tint, ink.contrast, most)


def _area(point: Point, ring: Ring, tiles: Tiles, ink: Ink) -> Area:
    missing = point.gap is State.MISSING
    return Area(ring, _colour(point, tiles, ink), ink.series if point.gap else ink.ground, 0.6, missing)


def _words(point: Point, unit: float, tiles: Tiles, ink: Ink) -> tuple[Words, Words] | None:
    """Name and value for inside an area, in whichever colour can be read on it; None where they have no room."""
    ground = _colour(point, tiles, ink)
    colour = max(ink.label.colour, ink.ground, key=lambda words: contrast(words, ground))
    name = whole_words(point.label, _in(ink.small_label, colour), unit * 0.86, 2)
    value = one_line(point.text, _in(ink.value, colour))
    if point.gap or name is None or contrast(colour, ground) < TEXT:
        return None
    if value.width_pt > unit * 0.8 or name.height_pt + value.height_pt > unit * 0.75:
        return None
    return name, value


def _write(name: Words, value: Words, x: float, y: float, desk: Desk) -> None:
    top = y + (name.height_pt + value.height_pt) / 2
    desk.write(name, x - name.width_pt / 2, name.under(top))
    desk.write(value, x, value.under(top - name.height_pt), Align.CENTRE)


def _in(style: Style, colour: str) -> Style:
    return replace(style, colour=colour)


def _key(
    chart: Chart, points: tuple[Point, ...], tiles: Tiles, ink: Ink, desk: Desk, left: float, top: float
) -> tuple[float, list[Mark]]:
    """Writes what the colours and marks stand for from `left` and `top` on; how far down it goes, and its samples."""
    x, row, marks = left, 0.0, []
    for entry, text in _entries(chart, points, tiles):
        words = broken(
            text, ink.small_strong if isinstance(entry, Point) else ink.small, desk.right - left - 2 * _SWATCH_PT
        )
        wide = 1.6 * _SWATCH_PT + words.width_pt
        if x > left and (x + wide > desk.right or left > 0):
            x, top, row = left, top - row - 4.0, 0.0
        marks += _sample(entry, x + _SWATCH_PT / 2, _middle(words, top), tiles, ink)
        desk.write(words, x + 1.6 * _SWATCH_PT, words.under(top))
        x += wide + _GAP_PT
        row = max(row, words.height_pt)
    return top - row, marks


def _middle(words: Words, top: float) -> float:
    return words.under(top) + words.style.face.cap_height / 1000 * words.style.size_pt / 2


def _entries(chart: Chart, points: tuple[Point, ...], tiles: Tiles) -> list[tuple[Point | int | State | None, str]]:
    """What the key says, the marked area first, then classes from the greatest down, then the states that occur."""
    occurring = {p.gap or p.state for p in points}
    words = {State.MISSING: chart.missing_mark, **dict(chart.legend)}
    marked = [
        (p, ": ".join(filter(None, (p.label, p.text or words.get(p.gap or p.state, "")))))
        for p in points
        if p.highlight
    ]
    classes = [(i, text) for i, (_, text) in reversed(list(enumerate(tiles.classes)))]
    states = [(s, _named(words[s], s, points)) for s in State if s in occurring and words.get(s)]
    rule = [(None, tiles.rule)] if tiles.rule else []
    return [*marked, *classes, *rule, *states]


def _named(text: str, state: State, points: tuple[Point, ...]) -> str:
    """What a mark means, with the areas that have it where no hexagon names them and they are few."""
    names = [p.label for p in points if p.gap is state and not p.highlight]
    return f"{text}: {', '.join(names)}" if 0 < len(names) <= _NAMED else text


def _sample(entry: Point | int | State | None, x: float, y: float, tiles: Tiles, ink: Ink) -> list[Mark]:
    half = _SWATCH_PT / 2
    shape = _hexagon(x, y, tiles.flat, _SWATCH_PT)
    if tiles.outlines:
        shape = ((x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half))
    if entry is None:
        return []
    if isinstance(entry, Point):
        return [Line((*shape, shape[0]), ink.accent, _MARKED_PT)]
    if isinstance(entry, int):
        return [Area(shape, _shade(entry, len(tiles.classes), ink), ink.series, 0.4)]
    outline = Area(shape, ink.ground, ink.series, 0.6, entry is State.MISSING)
    if entry is State.SUPPRESSED:
        return [outline, *gap(State.SUPPRESSED, x, y, ink)]
    return [outline] if entry is State.MISSING else [outline, dot(entry, x, y, 6.0, ink.label.colour, ink)]
