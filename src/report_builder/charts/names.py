"""The names under upright marks: years thin out when they crowd, categories break into lines."""

from __future__ import annotations

from collections.abc import Sequence

from report_builder.charts.chart import Point
from report_builder.charts.ink import Ink
from report_builder.charts.lettering import Align, Words, broken, whole_words
from report_builder.charts.piece import Desk
from report_builder.charts.scale import are_periods, thinned

_BETWEEN_PT = 5.0
_MOST_LINES = 5


def names_under(
    points: Sequence[Point],
    step_pt: float,
    top: float,
    ink: Ink,
    desk: Desk,
    ends_only: bool = False,
    start: float = 0.5,
) -> tuple[float, int]:
    """Sets the names of points that stand `step_pt` apart; the lowest edge reached, how many categories went unnamed.

    The first stands `start` steps from the left. Years that are left out are no loss and are not counted.
    """
    styles = [ink.small_value if p.highlight else ink.small for p in points]
    periods = ends_only or are_periods(points)
    half = (desk.right - desk.left - _BETWEEN_PT) / 2
    names = [broken(p.label, style, half) for p, style in zip(points, styles, strict=True)]
    if not periods:
        wrapped = [whole_words(p.label, s, step_pt * 0.96, _MOST_LINES) for p, s in zip(points, styles, strict=True)]
        names = [w for w in wrapped if w is not None]
        if len(names) < len(points):
            names = [broken(p.label, s, min(half, 120.0)) for p, s in zip(points, styles, strict=True)]
    xs = [desk.inside(name, (i + start) * step_pt) for i, name in enumerate(names)]
    shown = _shown(names, xs, ends_only)
    for i in shown:
        desk.write(names[i], xs[i], names[i].under(top), Align.CENTRE)
    lowest = min((top - names[i].height_pt for i in shown), default=top)
    return lowest, 0 if periods else len(points) - len(shown)


def _shown(names: Sequence[Words], xs: Sequence[float], ends_only: bool) -> list[int]:
    spans = [(x - name.width_pt / 2, x + name.width_pt / 2) for x, name in zip(xs, names, strict=True)]
    shown = thinned(spans, _BETWEEN_PT)
    return [i for i in shown if i in (0, len(names) - 1)] if ends_only else shown
