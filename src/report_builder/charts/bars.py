"""Bars: a figure for each category, lying, with names on the left and values at their ends."""

from __future__ import annotations

from msgspec import Struct

from report_builder.charts.chart import Chart, Panel, Point
from report_builder.charts.ink import Ink
from report_builder.charts.lettering import Align, Box, Words, broken, one_line
from report_builder.charts.piece import Bar, Desk, Kind, Line, Piece, Plot, Room, grouped, in_points
from report_builder.charts.scale import NARROW_PT, extent
from report_builder.charts.states import GAP_PT, bar, gap, gap_text

_NAMES = 0.4  # of the width at most goes to the names
_LEAST = 0.2  # of the width at least goes to the bars
_GAP = 5.0
_FEW, _MANY = 8, 16
_THIN_PT, _THICK_PT = 9.0, 34.0  # between these a bar may be as thick as its room asks
_PITCH = 1.45  # from bar to bar, of their thickness


class _Row(Struct, frozen=True):
    point: Point
    name: Words
    tail: tuple[Words, ...]  # value, mark or the words of a gap, along the bar's end
    room_pt: float


def _lay_out(chart: Chart, room: Room, ink: Ink) -> tuple[Piece, ...]:
    scale = extent(chart)
    return tuple(_panel(chart, panel, room, ink, scale) for panel in chart.panels)


KIND = Kind(_lay_out, abreast=2)


def _panel(chart: Chart, panel: Panel, room: Room, ink: Ink, scale: tuple[float, float]) -> Piece:
    width_pt = room.width_pt
    points = panel.series[0].points if panel.series else ()
    bold = bool(panel.series) and panel.series[0].highlight
    small = len(points) > _MANY or width_pt < NARROW_PT
    thick = 20.0 if len(points) <= _FEW and not small else 14.0 if len(points) <= _MANY else 9.0
    if room.plot_pt is not None and points:
        thick = min(max(room.plot_pt / len(points) / _PITCH, _THIN_PT), _THICK_PT)
    notes: list[str] = []
    rows = [_row(chart, p, width_pt, ink, thick, small, bold, notes) for p in points]
    names = max((row.name.width_pt for row in rows), default=0.0)
    left, right, crowded = _span(rows, scale, names + _GAP * 1.6 if names else 0.0, width_pt)
    height = sum(row.room_pt for row in rows)
    frame = Box(left, -height, right, 0)
    plot = Plot(frame, scale, (-height, 0), ())
    desk = Desk(0.0, width_pt)
    bars: list[Bar] = []
    lines: list[Line] = []
    middle = 0.0
    for row in rows:
        middle -= row.room_pt / 2
        value = row.point.drawn
        if value is not None:
            bars.append(bar(row.point, (min(value, 0), middle - thick / 2, abs(value), thick), ink, bold))
        lines += _write(row, plot, middle, ink, desk)
        middle -= row.room_pt / 2
    zero = plot.at(0, 0)[0]
    baseline = Line(((zero, -height), (zero, 0)), ink.baseline, 0.75)
    return Piece(
        height_pt=height,
        plots=(
            Plot(frame, plot.x, plot.y, grouped(bars)),
            in_points((*lines, baseline) if rows else ()),
        ),
        runs=tuple(desk.runs),
        notes=tuple(notes),
        unnamed=frozenset(p.gap for p in points if p.gap and not gap_text(p, chart.missing_mark)),
        crowded=crowded,
    )


def _row(
    chart: Chart, point: Point, width_pt: float, ink: Ink, thick: float, small: bool, bold: bool, notes: list[str]
) -> _Row:
    plain = ink.small_label if small else ink.label
    name = broken(point.label, ink.small_value if small and (point.highlight or bold) else plain, _names_pt(width_pt))
    text, style = point.text, ink.figure(point.highlight or bold, small)
    if point.gap:
        text, style = gap_text(point, chart.missing_mark), ink.small
    tail = [one_line(text, style)]
    if point.mark:
        tail.append(one_line(point.mark, ink.small))
        if sum(w.width_pt + _GAP for w in tail) > width_pt * (1 - _NAMES - _LEAST) - _GAP:
            tail.pop()
            notes.append(f"{point.label}: {point.mark}")
    return _Row(point, name, tuple(words for words in tail if words.lines), max(thick * _PITCH, name.height_pt + 2.5))


def _names_pt(width_pt: float) -> float:
    return width_pt * _NAMES - _GAP * 1.6


def _tail_pt(row: _Row) -> float:
    start = GAP_PT + _GAP if row.point.gap else _GAP
    return start + sum(w.width_pt for w in row.tail) + _GAP * (len(row.tail) - 1) if row.tail else start


def _span(rows: list[_Row], scale: tuple[float, float], left: float, right: float) -> tuple[float, float, int]:
    """Left and right end of the scale so that what stands at each bar's end is inside; how many rows are not."""
    low, high = scale
    room = right - left
    if low < 0:
        tails_left = max((_tail_pt(r) for r in rows if (r.point.drawn or 0) < 0), default=0.0)
        tails_right = max((_tail_pt(r) for r in rows if (r.point.drawn or 0) >= 0), default=0.0)
        long = room - tails_left - tails_right
        start = left + tails_left
    else:
        shares = [((r.point.drawn or 0.0) / high, _tail_pt(r)) for r in rows]
        long = min([room, *((room - tail) / share for share, tail in shares if share > 0)])
        start = left
    least = min(room * 0.3, right * _LEAST)
    crowded = sum(_tail_pt(r) > room - least for r in rows) if long < least else 0
    long = max(long, least)
    return start, start + long, crowded


def _write(row: _Row, plot: Plot, middle: float, ink: Ink, desk: Desk) -> tuple[Line, ...]:
    """Sets a row's name and what stands at the bar's end; the mark of a gap."""
    desk.write(row.name, 0.0, row.name.centred(middle))
    value = row.point.drawn or 0.0
    x, _ = plot.at(value, 0)
    marks: tuple[Line, ...] = ()
    if row.point.gap:
        marks = gap(row.point.gap, x + _GAP + GAP_PT / 2, middle, ink)
        x += GAP_PT + _GAP
    way, align = (1, Align.LEFT) if value >= 0 else (-1, Align.RIGHT)
    for words in row.tail:
        desk.write(words, x + way * _GAP, words.centred(middle), align)
        x += way * (words.width_pt + _GAP)
    return marks
