"""Shares: parts of a known whole, one bar. Small parts step down, a line each, to be named beside their own."""

from __future__ import annotations

from report_builder.charts.chart import Chart, Panel, Point
from report_builder.charts.ink import Ink
from report_builder.charts.lettering import Box, Words, broken, one_line, whole_words
from report_builder.charts.piece import Bar, Desk, Kind, Line, Piece, Plot, Room, grouped, in_points
from report_builder.charts.states import bar, gap, gap_text

_BAR_PT = 34.0
_STEP_PT = 12.0
_PAPER_PT = 1.5  # of paper between two parts
_GAP = 5.0
_NAMES = 0.4


def _lay_out(chart: Chart, room: Room, ink: Ink) -> tuple[Piece, ...]:
    return tuple(_panel(chart, panel, room.width_pt, ink) for panel in chart.panels)


KIND = Kind(_lay_out, abreast=1)


def _panel(chart: Chart, panel: Panel, width_pt: float, ink: Ink) -> Piece:
    points = panel.series[0].points if panel.series else ()
    parts = [max(p.drawn or 0.0, 0.0) for p in points]
    whole = sum(parts)
    widths = [part / (whole or 1.0) * width_pt - _GAP for part in parts]
    under = [_words(point, width, ink) for point, width in zip(points, widths, strict=True)]
    named = [words for words in under if words is not None]
    if named and len(named) == len(points):
        return _one_bar(points, parts, whole, named, width_pt, ink)
    return _steps(chart, points, parts, whole or 1.0, width_pt, ink)


def _words(point: Point, width_pt: float, ink: Ink) -> tuple[Words, Words] | None:
    """The value and the name that stand under a part, or None where the part is too narrow for them."""
    value = one_line(point.text, ink.figure(point.highlight, small=False))
    name = whole_words(" ".join(filter(None, (point.label, point.mark))), ink.small, width_pt, 3)
    return (value, name) if name is not None and value.width_pt <= width_pt else None


def _one_bar(
    points: tuple[Point, ...],
    parts: list[float],
    whole: float,
    under: list[tuple[Words, Words]],
    width_pt: float,
    ink: Ink,
) -> Piece:
    """The whole as one bar with value and name under each part."""
    frame = Box(0, -_BAR_PT, width_pt, 0)
    paper = _PAPER_PT / width_pt * whole
    desk = Desk(0.0, width_pt)
    bars: list[Bar] = []
    ticks: list[Line] = []
    foot = start = 0.0
    for point, part, (value, name) in zip(points, parts, under, strict=True):
        x = start / whole * width_pt
        end = 0.0 if point is points[-1] else paper
        bars.append(bar(point, (start, 0, max(part - end, 0.0), 1), ink, False))
        ticks.append(Line(((x + 0.4, -_BAR_PT), (x + 0.4, -_BAR_PT - 4.0)), ink.baseline, 0.75))
        top = -_BAR_PT - _GAP - 2.0
        desk.write(value, x, value.under(top))
        desk.write(name, x, name.under(top - value.height_pt - 1.5))
        foot = min(foot, top - value.height_pt - 1.5 - name.height_pt)
        start += part
    return Piece(
        height_pt=-foot,
        plots=(Plot(frame, (0, whole), (0, 1), tuple(bars)), in_points(ticks)),
        runs=tuple(desk.runs),
    )


def _steps(
    chart: Chart, points: tuple[Point, ...], parts: list[float], whole: float, width_pt: float, ink: Ink
) -> Piece:
    """The whole as steps: each part on a line of its own, starting where the one before it ended."""
    names = [broken(" ".join(filter(None, (p.label, p.mark))), ink.label, width_pt * _NAMES) for p in points]
    values = [_value(p, chart.missing_mark, ink) for p in points]
    left = max((n.width_pt for n in names), default=0.0) + 2 * _GAP
    tail = max((v.width_pt for v in values), default=0.0) + _GAP
    right = max(width_pt - tail, left + width_pt * 0.1)
    rows = [max(_STEP_PT * 1.7, n.height_pt + 3.0) for n in names]
    desk = Desk(0.0, width_pt)
    tracks: list[Bar] = []
    bars: list[Bar] = []
    marks: list[Line] = []
    start = middle = 0.0
    for point, part, name, value, row in zip(points, parts, names, values, rows, strict=True):
        middle -= row / 2
        low = middle - _STEP_PT / 2
        tracks.append(Bar(0, middle - 0.4, whole, 0.8, ink.rule))
        bars.append(bar(point, (start, low, part, _STEP_PT), ink, False))
        start += part
        x = left + start / whole * (right - left)
        if point.gap:
            marks += gap(point.gap, left + 3.0, middle, ink)
        desk.write(name, 0.0, name.centred(middle))
        desk.write(value, x + _GAP if not point.gap else left + 12.0, value.centred(middle))
        middle -= row / 2
    frame = Box(left, middle, right, 0)
    drawn = grouped(b for b in bars if b.width)
    return Piece(
        height_pt=-middle,
        plots=(
            Plot(frame, (0, whole), (middle or -1.0, 0), (*tracks, *drawn)),
            in_points(marks),
        ),
        runs=tuple(desk.runs),
        crowded=int(width_pt - tail < left + width_pt * 0.1),
    )


def _value(point: Point, missing_mark: str, ink: Ink) -> Words:
    if point.gap:
        return one_line(gap_text(point, missing_mark), ink.small)
    return one_line(point.text, ink.figure(point.highlight, small=False))
