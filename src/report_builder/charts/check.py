"""What is wrong with a chart before and after it is laid out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import isfinite

from report_builder.brand.theme import Theme
from report_builder.charts.chart import Chart, State
from report_builder.charts.piece import Piece
from report_builder.problems import Problem, Where, problem

_WORDS_AROUND = 8  # lines of body text a chart's title, caption and source take on its page


def mistakes(chart: Chart, where: Where | None) -> Iterator[Problem]:
    """Charts that would show something other than their figures."""
    if not any(True for _ in chart.points()):
        yield problem("G001", f"this {chart.kind} chart has nothing to show", where, help="choose a fact with figures")
    elif all(point.drawn is None for point in chart.points()):
        yield problem("G002", f"this {chart.kind} chart has no figure at all", where, help="leave the chart out")
    for point in chart.points():
        if point.value is not None and not isfinite(point.value):
            yield problem("G003", f'"{point.label}" is "{point.value}", which is not a number', where)
    yield from _of_its_kind(chart, where)


def _of_its_kind(chart: Chart, where: Where | None) -> Iterator[Problem]:
    for panel in chart.panels:
        name = f'panel "{panel.title}"' if panel.title else "the chart"
        count = len(panel.series)
        if len({len(series.points) for series in panel.series}) > 1:
            yield problem("G004", f"the series of {name} differ in length", where)
        if chart.kind in ("columns", "bars", "shares", "tiles") and count > 1:
            yield problem(
                "G005",
                f"{chart.kind} show one series a panel, {name} has {count}",
                where,
                help='"lines", or one panel for each series',
            )
        if chart.kind == "dots" and count != 2:
            yield problem("G006", f"dots compare two periods, {name} has {count}", where, help='"bars" for one period')
        if chart.kind == "shares":
            for point in (p for series in panel.series for p in series.points):
                if point.drawn is None or point.drawn < 0:
                    said = point.text or "no figure"
                    yield problem(
                        "G007",
                        f'"{point.label}" is "{said}", so the parts do not make up the whole',
                        where,
                        help='"bars" show what is known of each part',
                    )


def misfits(
    chart: Chart, panels: Sequence[Piece], height_pt: float, theme: Theme, where: Where | None
) -> Iterator[Problem]:
    """What does not fit in the width or on the page, and states that are drawn but never explained."""
    room = theme.page.height - theme.page.top - theme.page.bottom - _WORDS_AROUND * theme.scale.baseline
    if height_pt > room:
        yield problem(
            "G010",
            f"this chart is {height_pt / 72 * 25.4:.0f} mm high, the page holds {room / 72 * 25.4:.0f} mm",
            where,
            help="show fewer rows or panels, or make two charts of it",
        )
    dropped = sum(piece.dropped for piece in panels) if len(panels) == 1 else 0  # panels are compared by their shape
    if dropped:
        yield problem("G011", f"{dropped} values find no room over their columns", where, help='draw "bars"')
    if nameless := sum(piece.nameless for piece in panels):
        yield problem("G012", f"{nameless} names find no room under the {chart.kind}", where, help='draw "bars"')
    if any(piece.crowded for piece in panels):
        yield problem("G013", "the names and values leave too little room for the marks", where, help="shorten them")
    for word in _divided(chart, panels):
        yield problem("G015", f'"{word}" is wider than its room in the chart and was divided', where, help="shorten it")
    if not chart.compact:
        yield from _unexplained(chart, panels, where)


def _divided(chart: Chart, panels: Sequence[Piece]) -> list[str]:
    """The words of names that stand on two lines: nowhere whole, and begun by a line that goes on in the next."""
    lines = [run.text for piece in panels for run in piece.runs]
    whole = {word for line in lines for word in line.split()}
    begun = {one + next(iter(other.split()), "") for one, other in pairwise(lines)}
    names = [*(p.label for p in chart.points()), *(s.name for panel in chart.panels for s in panel.series)]
    words = dict.fromkeys(word for name in names for word in name.split() if word not in whole)
    return [word for word in words if any(word.startswith(start) for start in begun)]


def _unexplained(chart: Chart, panels: Sequence[Piece], where: Where | None) -> Iterator[Problem]:
    said = {state for state, words in chart.legend if words}
    unnamed: frozenset[State] = frozenset().union(*(piece.unnamed for piece in panels))
    for state in (State.PARTIAL, State.DOUBTFUL, State.SUPPRESSED):
        points = [p for p in chart.points() if p.state is state]
        silent = state in unnamed if state is State.SUPPRESSED else any(not p.mark for p in points)
        if points and silent and state not in said:
            yield problem(
                "G014",
                f'nothing says what the mark of "{points[0].label}" means ({state})',
                where,
                help="give it a legend",
            )
