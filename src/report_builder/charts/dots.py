"""Dots: two periods for each category, joined by a line; the earlier small, the later large."""

from __future__ import annotations

from msgspec.structs import replace

from report_builder.charts.apart import pushed_apart
from report_builder.charts.chart import Chart, Panel, Point
from report_builder.charts.ink import Ink
from report_builder.charts.lettering import Align, Box, Words, broken, one_line
from report_builder.charts.piece import Desk, Dot, Kind, Line, Piece, Plot, Room, in_points
from report_builder.charts.scale import NARROW_PT, extent
from report_builder.charts.states import GAP_PT, dot, gap

_NAMES = 0.34  # of the width at most goes to the names
_HEAD = 0.45  # of the width at most goes to the name of a period
_ROW_PT = 30.0
_CLOSE_ROW_PT = 20.0
_FAR_ROW_PT = 48.0
_FEW = 12
_SIZES_PT = (7.0, 11.0)
_GAP = 9.0


def _lay_out(chart: Chart, room: Room, ink: Ink) -> tuple[Piece, ...]:
    return tuple(_panel(chart, panel, room, ink) for panel in chart.panels)


KIND = Kind(_lay_out, abreast=2)


def _pairs(panel: Panel) -> list[tuple[Point, Point]]:
    if len(panel.series) < 2:
        return []
    return list(zip(panel.series[0].points, panel.series[1].points, strict=False))


def _panel(chart: Chart, panel: Panel, room: Room, ink: Ink) -> Piece:
    width_pt = room.width_pt
    pairs = _pairs(panel)
    small = len(pairs) > _FEW or width_pt < NARROW_PT
    names = [broken(a.label, ink.small_label if small else ink.label, width_pt * _NAMES - _GAP) for a, _ in pairs]
    tails = [_tails(pair, panel, ink, small) for pair in pairs]
    styles = ink.small, ink.small_value
    head = [broken(s.name, style, width_pt * _HEAD) for s, style in zip(panel.series, styles, strict=False)]
    left = max((n.width_pt for n in names), default=0.0) + _GAP
    margins = [max((t[side].width_pt for t in tails), default=0.0) + _GAP for side in (0, 1)]
    frame_left, frame_right = left + margins[0], width_pt - margins[1]
    crowded = int(frame_right - frame_left < width_pt * 0.15)
    frame_right = max(frame_right, frame_left + width_pt * 0.15)
    top = -(max((h.height_pt for h in head), default=0.0) + 4.0)
    row_pt = _CLOSE_ROW_PT if small else _ROW_PT
    if room.plot_pt is not None and names:
        row_pt = min(max(room.plot_pt / len(names), _CLOSE_ROW_PT), _FAR_ROW_PT)
    rows = [max(row_pt, n.height_pt + 4.0) for n in names]
    foot = top - sum(rows)
    plot = Plot(Box(frame_left, foot, frame_right, top), extent(chart), (foot, top), ())
    desk = Desk(0.0, width_pt)
    lines: list[Line] = []
    dots: list[Dot] = []
    middle = top
    for n, (pair, name, ends, row) in enumerate(zip(pairs, names, tails, rows, strict=True)):
        if n:
            lines.append(Line(((0.0, middle), (width_pt, middle)), ink.rule, 0.5))
        middle -= row / 2
        desk.write(name, 0.0, name.centred(middle))
        lines += _row(pair, ends, middle, plot, panel, ink, desk, dots, left)
        middle -= row / 2
    _write_head(head, pairs, plot, top, desk)
    return Piece(
        height_pt=-foot,
        plots=(
            in_points(lines),
            Plot(plot.frame, plot.x, plot.y, tuple(dots)),
        ),
        runs=tuple(desk.runs),
        notes=tuple(_notes(panel)),
        unnamed=frozenset(p.gap for pair in pairs for p in pair if p.gap),
        crowded=crowded,
    )


def _tails(pair: tuple[Point, Point], panel: Panel, ink: Ink, small: bool) -> tuple[Words, Words]:
    """The values left and right of a pair of dots, the lesser on the left."""
    bold = panel.series[1].highlight or any(p.highlight for p in pair)
    earlier = replace(ink.small if small else ink.label, colour=ink.small.colour)
    styles = (earlier, ink.figure(bold, small))
    words = [one_line(p.text if p.drawn is not None else "", s) for p, s in zip(pair, styles, strict=True)]
    return (words[1], words[0]) if _falls(pair) else (words[0], words[1])


def _falls(pair: tuple[Point, Point]) -> bool:
    first, second = pair[0].drawn, pair[1].drawn
    return first is not None and second is not None and second < first


def _row(
    pair: tuple[Point, Point],
    ends: tuple[Words, Words],
    middle: float,
    plot: Plot,
    panel: Panel,
    ink: Ink,
    desk: Desk,
    dots: list[Dot],
    left: float,
) -> list[Line]:
    """Adds the dots of a row and writes its values; its joining line, or the marks of its gaps."""
    colour = _colour(pair, panel, ink)
    shown = [
        (v, dot(p.state, v, middle, size, shade, ink))
        for p, size, shade in zip(pair, _SIZES_PT, (ink.series, colour), strict=True)
        if (v := p.drawn) is not None
    ]
    dots += [mark for _, mark in shown]
    lines: list[Line] = []
    xs = sorted(plot.at(v, 0)[0] for v, _ in shown)
    if len(xs) == 2:
        lines.append(Line(((xs[0], middle), (xs[1], middle)), colour if colour == ink.accent else ink.series, 2.0))
    for words, x, way, align in zip(ends, (xs[:1], xs[-1:]), (-1, 1), (Align.RIGHT, Align.LEFT), strict=True):
        if x:
            desk.write(words, x[0] + way * _GAP, words.centred(middle), align)
    if not xs and pair:
        x0 = max(plot.frame.left, left + GAP_PT)
        lines += gap(pair[0].gap or pair[1].gap or pair[0].state, x0, middle, ink)
    return lines


def _colour(pair: tuple[Point, Point], panel: Panel, ink: Ink) -> str:
    return ink.accent if panel.series[1].highlight or any(p.highlight for p in pair) else ink.contrast


def _notes(panel: Panel) -> list[str]:
    """Marks of points and the gaps, as lines of the key: "Gwent 2020/21: no figure"."""
    return [f"{p.label} {s.name}: {p.mark}" for s in panel.series[:2] for p in s.points if p.mark]


def _write_head(head: list[Words], pairs: list[tuple[Point, Point]], plot: Plot, top: float, desk: Desk) -> None:
    """The names of the two periods over the first pair of dots, pushed apart where these are close."""
    pair = next((pair for pair in pairs if all(p.drawn is not None for p in pair)), None)
    if pair is None or len(head) < 2:
        wanted = [plot.frame.left, plot.frame.right]
    else:
        wanted = [plot.at(p.drawn or 0.0, 0)[0] for p in pair]
    sizes = [h.width_pt + 8.0 for h in head]
    for words, x in zip(head, pushed_apart(wanted[: len(head)], sizes, desk.left, desk.right), strict=True):
        desk.write(words, x, words.under(0.0), Align.CENTRE)
