"""Lines: figures over time, each named at its end; broken where there is no figure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from report_builder.charts.apart import pushed_apart
from report_builder.charts.chart import Chart, Panel, Series, State
from report_builder.charts.ink import Ink
from report_builder.charts.lettering import Align, Box, Words, broken, one_line
from report_builder.charts.names import names_under
from report_builder.charts.piece import Desk, Kind, Line, Mark, Piece, Plot, Room, in_points
from report_builder.charts.scale import NARROW_PT, extent, plot_height_pt, telling
from report_builder.charts.states import GAP_PT, dot, gap, gap_text, gap_words

_ENDS = 0.3  # of the width at most goes to the names at the ends
_LEAST = 0.2  # of the width at least goes to the lines
_GAP = 5.0
_LEADER = 4.0
_ASTRAY_PT = 9.0  # so far from its line a nameless value could be another's
_ALL_VALUES = 8  # a line alone with so many points at most prints every value


def _lay_out(chart: Chart, room: Room, ink: Ink) -> tuple[Piece, ...]:
    width_pt = room.width_pt
    ends = [_ends(chart, panel, width_pt, ink) for panel in chart.panels]
    height = max(
        [room.plot_pt or plot_height_pt(chart, width_pt), *(sum(w.height_pt + 1.5 for w in panel) for panel in ends)]
    )
    return tuple(_panel(chart, p, width_pt, height, ink, e) for p, e in zip(chart.panels, ends, strict=True))


KIND = Kind(_lay_out, abreast=3)


def _ends(chart: Chart, panel: Panel, width_pt: float, ink: Ink) -> list[Words]:
    """What stands at the end of each line: its name, and the last value where that is its last point."""
    small = width_pt < NARROW_PT or len(panel.series) > 1 or chart.compact
    words = []
    for series in panel.series:
        last = series.points[-1] if series.points else None
        name = series.name if len(panel.series) > 1 else ""
        value = last.text if last is not None and last.drawn is not None else ""
        strong = series.highlight or (last is not None and last.highlight)
        words.append(broken(f"{name} {value}", ink.figure(strong, small), width_pt * _ENDS))
    return words


def _panel(chart: Chart, panel: Panel, width_pt: float, height: float, ink: Ink, ends: list[Words]) -> Piece:
    count = max((len(s.points) for s in panel.series), default=0)
    desk = Desk(0.0, width_pt)
    end_room = max((w.width_pt for w in ends), default=0.0) + _GAP + _LEADER
    above = ink.value.leading_pt + 6.0
    left = _start(panel, ink, single=len(panel.series) == 1)
    frame = Box(left, -above - height, max(width_pt - end_room, left + 1.0), -above)
    step = (frame.right - frame.left) / max(count - 1, 1)
    plot = Plot(frame, (0, max(count - 1, 1)), extent(chart), ())
    marks: list[Mark] = []
    for series in sorted(panel.series, key=lambda s: s.highlight):
        marks += _strokes(series, ink)
    points = panel.series[0].points if panel.series else ()
    foot, nameless = names_under(
        points, step, frame.bottom - 5.0, ink, desk, ends_only=chart.compact, start=frame.left / step
    )
    desk.bottom = foot
    zero = plot.at(0, 0)[1]
    baseline = [Line(((0.0, zero), (frame.right + 3.0, zero)), ink.baseline, 0.75)] if chart.zero else []
    if baseline:
        desk.taken.append(Box(0.0, zero - 0.5, frame.right + 3.0, zero + 0.5))
    absent, leaders = _write_ends(panel, ends, plot, ink, desk)
    _write_starts(panel, plot, ink, desk)
    crowded = _write_values(chart, panel, plot, ink, desk)
    lines, unnamed, notes = _gaps(chart, panel, plot, ink, desk)
    return Piece(
        height_pt=-foot,
        plots=(
            in_points((*baseline, *leaders, *lines)),
            Plot(frame, plot.x, plot.y, tuple(marks)),
        ),
        runs=tuple(desk.runs),
        notes=(*crowded, *notes, *(f"{name}: {chart.missing_mark}" for name in absent)),
        unnamed=frozenset(unnamed),
        nameless=nameless,
        crowded=int(frame.right - frame.left < width_pt * _LEAST),
    )


def _start(panel: Panel, ink: Ink, single: bool) -> float:
    """Room left of the first points: for a line alone half of its first value, otherwise the widest first value."""
    firsts = [s.points[0] for s in panel.series if s.points]
    widths = [ink.value.width_pt(p.text) for p in firsts if p.drawn is not None]
    name = max((ink.small.width_pt(p.label) for p in firsts), default=0.0) / 2
    return max([name, *(w / 2 if single else w + _GAP for w in widths)])


def _strokes(series: Series, ink: Ink) -> list[Mark]:
    """The line in unbroken stretches; a dot where a point stands alone, is marked by its state or is the last."""
    colour = ink.mark(series.highlight)
    width = 2.4 if series.highlight else 1.7
    marks: list[Mark] = []
    numbered = list(enumerate(series.points))
    last = max((i for i, p in numbered if p.drawn is not None), default=-1)
    for drawn, stretch in groupby(numbered, key=lambda ip: ip[1].drawn is not None):
        points = list(stretch)
        if drawn and len(points) > 1:
            marks.append(Line(tuple((float(i), p.drawn or 0.0) for i, p in points), colour, width))
    for i, p in numbered:
        alone = all(not 0 <= j < len(numbered) or numbered[j][1].drawn is None for j in (i - 1, i + 1))
        if p.drawn is not None and (alone or p.highlight or p.state is not State.FULL or i == last):
            shade = ink.accent if p.highlight else colour
            marks.append(dot(p.state, i, p.drawn, 6.5 if p.highlight or p.state is not State.FULL else 5.0, shade, ink))
    return marks


def _write_ends(panel: Panel, ends: Sequence[Words], plot: Plot, ink: Ink, desk: Desk) -> tuple[list[str], list[Line]]:
    """Names and last values beside the lines' ends; the names of series without any figure, and leaders to names
    that stand away from their line."""
    lasts = [max((i for i, p in enumerate(s.points) if p.drawn is not None), default=None) for s in panel.series]
    shown = [k for k, last in enumerate(lasts) if last is not None and ends[k].lines]
    ys = [plot.at(0, panel.series[k].points[lasts[k] or 0].drawn or 0.0)[1] for k in shown]
    x = plot.frame.right + _GAP
    leaders = []
    for k, y, middle in zip(shown, ys, _apart(ys, [ends[k] for k in shown], plot), strict=True):
        moved = abs(y - middle) > 4.0
        desk.write(ends[k], x + _LEADER, ends[k].under(middle + ends[k].height_pt / 2))
        if moved:
            colour = ink.mark(panel.series[k].highlight)
            leaders.append(Line(((x - 1.0, y), (x + _LEADER - 2.0, middle)), colour, 0.6))
    return [s.name for s, last in zip(panel.series, lasts, strict=True) if last is None and s.name], leaders


def _write_starts(panel: Panel, plot: Plot, ink: Ink, desk: Desk) -> None:
    """The first values of several lines, left of where they start; where they crowd, only the highlighted."""
    firsts = [(s, s.points[0]) for s in panel.series if len(s.points) > 1 and s.points[0].drawn is not None]
    if len(panel.series) < 2:
        return
    words = [one_line(p.text, ink.figure(s.highlight or p.highlight, small=True)) for s, p in firsts]
    ys = [plot.at(0, p.drawn or 0.0)[1] for _, p in firsts]
    middles = _apart(ys, words, plot)
    if any(abs(y - middle) > _ASTRAY_PT for y, middle in zip(ys, middles, strict=True)):
        kept = [k for k, (s, p) in enumerate(firsts) if s.highlight or p.highlight]
        words, ys = [words[k] for k in kept], [ys[k] for k in kept]
        middles = _apart(ys, words, plot)
    for text, middle in zip(words, middles, strict=True):
        desk.write(text, plot.frame.left - _GAP, text.under(middle + text.height_pt / 2), Align.RIGHT)


def _apart(ys: Sequence[float], words: Sequence[Words], plot: Plot) -> list[float]:
    return pushed_apart(ys, [w.height_pt + 1.5 for w in words], plot.frame.bottom - 2.0, plot.frame.top + 6.0)


def _write_values(chart: Chart, panel: Panel, plot: Plot, ink: Ink, desk: Desk) -> list[str]:
    """Values at their points: of a short line alone all, otherwise the telling ones that find room; then the marks.

    What comes back are the marks that found none.
    """
    single = len(panel.series) == 1
    obstacles = [(a, b) for s in panel.series for a, b in _segments(s, plot)]
    small = not single or chart.compact or plot.frame.right < NARROW_PT
    for series in sorted(panel.series, key=lambda s: not s.highlight):
        points = series.points
        order = telling(series) if single or series.highlight else [i for i in telling(series) if points[i].highlight]
        if chart.compact:
            order = [i for i in order if i == 0 or points[i].highlight]
        elif single and len(points) <= _ALL_VALUES:
            order = [*order, *(i for i, p in enumerate(points) if p.drawn is not None and i not in order)]
        for i in order:
            at_an_end = i == len(points) - 1 or (i == 0 and not single)
            if not at_an_end and points[i].text:
                value = one_line(points[i].text, ink.figure(points[i].highlight or series.highlight, small))
                _write_near(value, plot.at(i, points[i].drawn or 0.0), obstacles, desk)
    return [] if chart.compact else _write_marks(panel, plot, ink, obstacles, desk)


Spot = tuple[float, float]


def _segments(series: Series, plot: Plot) -> list[tuple[Spot, Spot]]:
    drawn = [(i, p.drawn) for i, p in enumerate(series.points)]
    return [(plot.at(i, a), plot.at(j, b)) for (i, a), (j, b) in pairwise(drawn) if a is not None and b is not None]


def _write_near(words: Words, spot: Spot, obstacles: Sequence[tuple[Spot, Spot]], desk: Desk) -> bool:
    """Sets words over, under or beside a point, the first place that is free of words and lines."""
    x, y = spot
    at = desk.inside(words, x)
    for place, base, align in (
        (at, words.over(y + _GAP), Align.CENTRE),
        (at, words.under(y - _GAP), Align.CENTRE),
        (x - _GAP, words.over(y + 2.0), Align.RIGHT),
        (x + _GAP, words.over(y + 2.0), Align.LEFT),
        (x + _GAP, words.under(y - 2.0), Align.LEFT),
        (x - _GAP, words.under(y - 2.0), Align.RIGHT),
    ):
        box = words.box(place, base, align)
        if not any(_crosses(box, a, b) for a, b in obstacles) and desk.try_write(words, place, base, align):
            return True
    return False


def _write_marks(panel: Panel, plot: Plot, ink: Ink, obstacles: Sequence[tuple[Spot, Spot]], desk: Desk) -> list[str]:
    crowded = []
    for series in panel.series:
        for i, p in enumerate(series.points):
            if p.mark and p.drawn is not None:
                words = broken(p.mark, ink.small, 60.0)
                if not _write_near(words, plot.at(i, p.drawn), obstacles, desk):
                    crowded.append(f"{series.name if len(panel.series) > 1 else ''} {p.label}: {p.mark}".strip())
    return crowded


def _gaps(chart: Chart, panel: Panel, plot: Plot, ink: Ink, desk: Desk) -> tuple[list[Line], set[State], list[str]]:
    """A mark on the baseline wherever a line has no figure, with its words where one line alone leaves room."""
    lines: list[Line] = []
    unnamed: set[State] = set()
    notes: list[str] = []
    y = plot.frame.bottom + GAP_PT
    count = max((len(s.points) for s in panel.series), default=0)
    for i in range(count):
        missing = [(s, s.points[i]) for s in panel.series if i < len(s.points) and s.points[i].gap]
        x = plot.at(i, 0)[0]
        for state in sorted({p.gap for _, p in missing if p.gap}):
            lines += gap(state, x, y, ink)
            point = next(p for _, p in missing if p.gap is state)
            words = gap_words(point, chart.missing_mark, ink, 70.0)
            named = (
                len(panel.series) == 1
                and not chart.compact
                and words is not None
                and bool(words.lines)
                and desk.try_write(words, desk.inside(words, x), words.over(y + GAP_PT), Align.CENTRE)
            )
            if not named:
                unnamed.add(state)
            if len(panel.series) > 1:
                some = [(s, p) for s, p in missing if p.gap is state and any(q.drawn is not None for q in s.points)]
                meaning = dict(chart.legend).get(state, chart.missing_mark)
                notes += [f"{s.name} {p.label}: {gap_text(p, '') or meaning}" for s, p in some]
    return lines, unnamed, notes


def _crosses(box: Box, a: Spot, b: Spot) -> bool:
    """Whether the line from a to b passes through the box (Liang and Barsky)."""
    enter, leave = 0.0, 1.0
    for start, way, low, high in (
        (a[0], b[0] - a[0], box.left, box.right),
        (a[1], b[1] - a[1], box.bottom, box.top),
    ):
        if way == 0:
            if not low <= start <= high:
                return False
            continue
        near, far = sorted(((low - start) / way, (high - start) / way))
        enter, leave = max(enter, near), min(leave, far)
    return enter < leave
