"""Columns: a figure over time, or for a few categories, upright from a common zero."""

from __future__ import annotations

from collections.abc import Sequence

from report_builder.charts.chart import Chart, Panel, Point, Series, State
from report_builder.charts.ink import Ink
from report_builder.charts.lettering import Align, Box, Words, one_line, whole_words
from report_builder.charts.names import names_under
from report_builder.charts.piece import Bar, Desk, Kind, Line, Piece, Plot, Room, grouped, in_points
from report_builder.charts.scale import extent, plot_height_pt, telling
from report_builder.charts.states import GAP_PT, bar, gap, gap_words

_SLOT_PT = 92.0  # the widest slot of a column, so that one column does not fill the page
_FILLED = 0.72  # of a slot
_ROOMY_PT = 44.0  # a slot that holds words of body size
_GAP = 3.0
_APART_PT = 2.0  # between values side by side
_NAMES = 5.0  # between the baseline and the names


def _lay_out(chart: Chart, room: Room, ink: Ink) -> tuple[Piece, ...]:
    width_pt = room.width_pt
    height = room.plot_pt or plot_height_pt(chart, width_pt)
    heads = [_heads(chart, panel, width_pt, ink) for panel in chart.panels]
    low, high = extent(chart)
    per_pt = height / (high - low)
    above = below = 0.0
    for panel, words in zip(chart.panels, heads, strict=True):
        for point, stack in zip(_points(panel), words, strict=True):
            value = point.drawn or 0.0
            tall = sum(w.height_pt + _GAP for w in stack)
            above = max(above, tall - (high - value) * per_pt if value >= 0 else 0.0)
            below = max(below, tall - (value - low) * per_pt if value < 0 else 0.0)
    top, bottom = -above, -above - height
    return tuple(
        _panel(chart, panel, ink, stack, Box(0, bottom, width_pt, top), (low, high), bottom - below)
        for panel, stack in zip(chart.panels, heads, strict=True)
    )


KIND = Kind(_lay_out, abreast=3)


def _points(panel: Panel) -> tuple[Point, ...]:
    return panel.series[0].points if panel.series else ()


def _slot(panel: Panel, width_pt: float) -> float:
    return min(width_pt / max(len(_points(panel)), 1), _SLOT_PT)


def _heads(chart: Chart, panel: Panel, width_pt: float, ink: Ink) -> list[tuple[Words, ...]]:
    """What stands at the end of each column: its value, then what marks it."""
    slot = _slot(panel, width_pt)
    small = slot < _ROOMY_PT or chart.compact
    bold = bool(panel.series) and panel.series[0].highlight
    heads: list[tuple[Words, ...]] = []
    for point in _points(panel):
        value = one_line(point.text if point.drawn is not None else "", ink.figure(point.highlight or bold, small))
        said = "" if chart.compact else point.mark
        mark = whole_words(said, ink.small, slot * 1.1, 4) or one_line(said, ink.small)
        heads.append(tuple(words for words in (value, mark) if words.lines))
    return heads


def _panel(
    chart: Chart,
    panel: Panel,
    ink: Ink,
    heads: list[tuple[Words, ...]],
    frame: Box,
    scale: tuple[float, float],
    names_top: float,
) -> Piece:
    points, slot = _points(panel), _slot(panel, frame.right)
    desk = Desk(0.0, frame.right)
    plot = Plot(frame, (0, frame.right / slot), scale, ())
    bars = _bars(panel, ink)
    desk.taken += [_box(plot, b) for b in bars]
    dropped, crowded, lines = _write_heads(chart, points, heads, plot, desk, ink)
    notes = tuple(f"{points[i].label}: {points[i].mark}" for i in crowded)
    zero = plot.at(0, 0)[1]
    unnamed: set[State] = set()
    for i, p in enumerate(points):
        if p.gap:
            x = (i + 0.5) * slot
            lines += gap(p.gap, x, zero + GAP_PT, ink)
            if not chart.compact and not _write_gap(chart, p, x, zero, slot, ink, desk):
                unnamed.add(p.gap)
    height, nameless = names_under(points, slot, names_top - _NAMES, ink, desk, ends_only=chart.compact)
    baseline = Line(((0, zero), (len(points) * slot, zero)), ink.baseline, 0.75)
    return Piece(
        height_pt=-height,
        plots=(
            Plot(frame, plot.x, plot.y, grouped(bars)),
            in_points((*lines, baseline)),
        ),
        runs=tuple(desk.runs),
        notes=() if chart.compact else notes,
        unnamed=frozenset(unnamed),
        dropped=0 if chart.compact else dropped,
        nameless=nameless,
    )


def _bars(panel: Panel, ink: Ink) -> tuple[Bar, ...]:
    """A column a point that has a value; a slot is one unit wide."""
    bold = bool(panel.series) and panel.series[0].highlight
    return tuple(
        bar(p, ((1 - _FILLED) / 2 + i, min(v, 0.0), _FILLED, abs(v)), ink, bold)
        for i, p in enumerate(_points(panel))
        if (v := p.drawn) is not None
    )


def _box(plot: Plot, mark: Bar) -> Box:
    return Box(*plot.at(mark.x, mark.y), *plot.at(mark.x + mark.width, mark.y + mark.height))


def _write_heads(
    chart: Chart, points: tuple[Point, ...], heads: list[tuple[Words, ...]], plot: Plot, desk: Desk, ink: Ink
) -> tuple[int, list[int], list[Line]]:
    """Values over their columns, all of them or else the telling ones; then the marks.

    How many values are left out, whose marks found no room, and lines from raised values down to their columns.
    """
    columns = tuple(desk.taken)
    drawn = [i for i, p in enumerate(points) if p.drawn is not None and p.text]
    leaders: list[Line] = []
    trial = desk.copy()
    if chart.compact or not all(_write_head(points[i], i, heads[i][:1], plot, trial) for i in drawn):
        trial = desk.copy()
        for i in telling(Series("", points)):
            if points[i].text:
                leaders += _write_raised(points[i], i, heads[i][0], plot, trial, columns, ink)
    dropped = len(drawn) - len(trial.runs)
    marked = [i for i, p in enumerate(points) if p.drawn is not None and p.mark and not chart.compact]
    crowded = [i for i in marked if not _write_head(points[i], i, heads[i], plot, trial, skip=len(heads[i]) - 1)]
    desk.taken, desk.runs = trial.taken, trial.runs
    return dropped, crowded, leaders


def _write_head(point: Point, i: int, stack: tuple[Words, ...], plot: Plot, desk: Desk, skip: int = 0) -> bool:
    """Stacks words away from zero at the end of a column, the first `skip` of them being there already."""
    value = point.drawn or 0.0
    x, y = plot.at(i + 0.5, value)
    for n, words in enumerate(stack):
        base = words.over(y + _GAP) if value >= 0 else words.under(y - _GAP)
        at = desk.inside(words, x)
        if n >= skip and not (
            _clear(words.box(at, base, Align.CENTRE), desk) and desk.try_write(words, at, base, Align.CENTRE)
        ):
            return False
        y += (words.height_pt + _GAP / 2) * (1 if value >= 0 else -1)
    return True


def _clear(box: Box, desk: Desk) -> bool:
    """Whether words there would not read on into those beside them."""
    left, right = max(box.left - _APART_PT, desk.left), min(box.right + _APART_PT, desk.right)
    return desk.free(Box(left, box.bottom, right, box.top))


def _write_raised(
    point: Point, i: int, words: Words, plot: Plot, desk: Desk, columns: Sequence[Box], ink: Ink
) -> list[Line]:
    """Sets a value over its column or, where it is wider, over the neighbours too; then a line leads down to its own.

    Nothing is set where there is no room.
    """
    value = point.drawn or 0.0
    if value < 0:
        _write_head(point, i, (words,), plot, desk)
        return []
    x, y = plot.at(i + 0.5, value)
    edge = plot.at(i + 0.5 + _FILLED / 2, value)[0]
    places = []
    for at, align in ((desk.inside(words, x), Align.CENTRE), (edge, Align.RIGHT), (2 * x - edge, Align.LEFT)):
        box = words.box(at, 0.0, align)
        under = [c.top for c in columns if c.left < box.right and box.left < c.right]
        places.append((max([y, *under]), at, align))
    for top, at, align in sorted(places, key=lambda place: place[0]):
        leader = Box(x - 0.4, y + 1.0, x + 0.4, top + _GAP)
        raised = top - y > _GAP
        if (not raised or desk.free(leader)) and desk.try_write(words, at, words.over(top + _GAP), align):
            if raised:
                desk.taken.append(leader)
                return [Line(((x, y + 1.0), (x, top + _GAP - 1.0)), ink.baseline, 0.5)]
            break
    return []


def _write_gap(chart: Chart, point: Point, x: float, zero: float, slot: float, ink: Ink, desk: Desk) -> bool:
    """Says over a gap's mark that there is no figure; whether there was room."""
    for width in (slot * 0.98, slot * 1.25):
        words = gap_words(point, chart.missing_mark, ink, width)
        if words is not None and words.lines:
            at = desk.inside(words, x)
            if desk.try_write(words, at, words.over(zero + 2 * GAP_PT), Align.CENTRE):
                return True
    return False
