"""The numbers an axis runs between, one scale for all panels, and which labels of a crowd are shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from report_builder.charts.chart import Chart, Point, Series

NARROW_PT = 300.0  # a panel narrower than this has words of the small size
_YEAR = re.compile(r"\b\d{4}\b")
_ROOM = 0.08  # of the range, above and below a line that does not start at zero


def extent(chart: Chart) -> tuple[float, float]:
    """The least and the greatest value of all panels, zero among them unless the chart leaves it out."""
    values = [v for p in chart.points() if (v := p.drawn) is not None]
    if chart.zero or chart.kind != "lines" or not values:
        low, high = min([0.0, *values]), max([0.0, *values])
    else:
        room = (max(values) - min(values)) * _ROOM
        low, high = min(values) - room, max(values) + room
    return (low, high) if high - low > 0 else (low, low + 1.0)


def plot_height_pt(chart: Chart, width_pt: float) -> float:
    """The height of an upright plot: lower than wide, and never so flat that a doubling does not show."""
    if chart.compact:
        return min(max(width_pt * 0.3, 48.0), 110.0)
    return min(max(width_pt * 0.45, 72.0), 104.0) if width_pt < NARROW_PT else min(width_pt * 0.37, 180.0)


def are_periods(points: Iterable[Point]) -> bool:
    """Whether every label names a year, so that a few of them tell the rest."""
    return all(_YEAR.search(p.label) for p in points)


def telling(series: Series) -> list[int]:
    """Positions by how much they tell: the highlighted, the last, the first, the greatest, the least.

    Of equals the one that is told anyway.
    """
    points = series.points
    drawn = [i for i, p in enumerate(points) if p.drawn is not None]
    if not drawn:
        return []
    first = [*(i for i in drawn if points[i].highlight), drawn[-1], drawn[0]]
    greatest = max(drawn, key=lambda i: (points[i].drawn or 0.0, i in first))
    least = min(drawn, key=lambda i: (points[i].drawn or 0.0, i not in first))
    return list(dict.fromkeys([*first, greatest, least]))


def thinned(spans: Sequence[tuple[float, float]], gap: float) -> list[int]:
    """Positions of the labels to print so that none touch: both ends, and as many as go at even steps from the last.

    `spans` are the labels' left and right edges, in order; `gap` is the least room between two.
    """
    last = len(spans) - 1
    for step in range(1, last + 1):
        chosen = list(range(last, 0, -step))[::-1]
        while len(chosen) > 1 and not _clear(spans, [0, chosen[0]], gap):
            chosen = chosen[1:]
        if _clear(spans, [0, *chosen], gap):
            return [0, *chosen]
    return [last] if spans else []


def _clear(spans: Sequence[tuple[float, float]], positions: Sequence[int], gap: float) -> bool:
    return all(spans[i][1] + gap <= spans[j][0] for i, j in pairwise(positions))
