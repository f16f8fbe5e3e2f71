"""The small line under a chart that says what its marks mean; only for what occurs in it."""

from __future__ import annotations

from collections.abc import Sequence

from report_builder.charts.chart import Chart, State
from report_builder.charts.ink import Ink
from report_builder.charts.lettering import Align, Words, broken
from report_builder.charts.piece import Piece, Plot
from report_builder.charts.states import SWATCH_PT, swatch
from report_builder.drawing import TextRun

_AFTER_SWATCH = 5.0
_BETWEEN = 16.0


def entries(chart: Chart, pieces: Sequence[Piece]) -> list[tuple[State | None, str]]:
    """What the key says: a state with its words, or words alone for a mark that found no room at its point."""
    occurring = {point.gap or point.state for point in chart.points()}
    unnamed: frozenset[State] = frozenset().union(*(piece.unnamed for piece in pieces))
    words = dict(chart.legend)
    if State.MISSING in unnamed:
        words.setdefault(State.MISSING, chart.missing_mark)
    said: list[tuple[State | None, str]] = [(s, words[s]) for s in State if s in occurring and words.get(s)]
    if chart.kind == "tiles":  # a map has its own
        said = []
    for panel, piece in zip(chart.panels, pieces, strict=True):
        said += [(None, f"{panel.title}, {note}" if panel.title else note) for note in piece.notes]
    return said


def key(chart: Chart, pieces: Sequence[Piece], width_pt: float, ink: Ink) -> Piece:
    """The key as a piece, its entries in lines; of no height where there is nothing to say."""
    x = top = row = 0.0
    plots: list[Plot] = []
    runs: list[TextRun] = []
    for state, text in entries(chart, pieces):
        lead = SWATCH_PT[0] + _AFTER_SWATCH if state else 0.0
        words = broken(text, ink.small, width_pt - lead)
        if x and x + lead + words.width_pt > width_pt:
            x, top, row = 0.0, top - row - 3.0, 0.0
        if state:
            plots += _placed(state, x, top, words, ink, chart.kind in ("dots", "lines"))
        runs += words.runs(x + lead, words.under(top), Align.LEFT)
        x += lead + words.width_pt + _BETWEEN
        row = max(row, words.height_pt)
    return Piece(row - top, tuple(plots), tuple(runs))


def _placed(state: State, x: float, top: float, words: Words, ink: Ink, dots: bool) -> tuple[Plot, ...]:
    cap = words.style.face.cap_height / 1000 * words.style.size_pt
    middle = words.under(top) + cap / 2
    return Piece(0.0, (swatch(state, ink, dots),)).moved(x, middle - SWATCH_PT[1] / 2).plots
