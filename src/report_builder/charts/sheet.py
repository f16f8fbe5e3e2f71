"""A whole chart laid out: panels in a grid on one scale, titles over them, the key under them. No Matplotlib yet."""

from __future__ import annotations

from msgspec import Struct

from report_builder.brand.theme import Theme
from report_builder.charts.chart import Chart
from report_builder.charts.check import misfits, mistakes
from report_builder.charts.ink import Ink, ink_of
from report_builder.charts.key import key
from report_builder.charts.kinds import KINDS
from report_builder.charts.lettering import Align, broken
from report_builder.charts.piece import Piece, Plot
from report_builder.drawing import TextRun
from report_builder.problems import Problem, Where

_COLUMN_GAP_PT = 28.0
_ROW_GAP_PT = 20.0
_UNDER_TITLE_PT = 5.0
_OVER_KEY_PT = 10.0
_LEAST_PANEL_PT = 110.0
_EDGE_PT = 1.0


class Sheet(Struct, frozen=True):
    """Plots and words in points from the bottom left corner; `problems` say what is wrong with the chart or its fit."""

    width_pt: float
    height_pt: float
    plots: tuple[Plot, ...]
    runs: tuple[TextRun, ...]
    problems: tuple[Problem, ...]


def lay_out(chart: Chart, theme: Theme, width_pt: float, where: Where | None = None) -> Sheet:
    """The chart at a width in points; the height follows from what is in it."""
    ink = ink_of(theme, chart.reverse)
    kind = KINDS[chart.kind]
    abreast = _abreast(len(chart.panels), kind.abreast, width_pt)
    panels = kind.lay_out(chart, _cell_pt(width_pt, abreast), ink)
    while abreast > 1 and any(piece.crowded for piece in panels):
        abreast -= 1
        panels = kind.lay_out(chart, _cell_pt(width_pt, abreast), ink)
    grid = _grid(chart, panels, abreast, _cell_pt(width_pt, abreast), ink)
    foot = key(chart, panels, width_pt, ink) if not chart.compact else Piece(0.0)
    height = grid.height_pt + (foot.height_pt + _OVER_KEY_PT if foot.height_pt else 0.0) + 2 * _EDGE_PT
    placed = grid.moved(0.0, height - _EDGE_PT), foot.moved(0.0, foot.height_pt + _EDGE_PT)
    return Sheet(
        width_pt,
        height,
        tuple(plot for piece in placed for plot in piece.plots),
        tuple(run for piece in placed for run in piece.runs),
        (*mistakes(chart, where), *misfits(chart, panels, height, theme, where)),
    )


def _abreast(count: int, most: int, width_pt: float) -> int:
    """How many panels stand side by side: four as two by two, otherwise as many as the kind and the width allow."""
    wanted = 2 if count == 4 else count
    fitting = int((width_pt + _COLUMN_GAP_PT) // (_LEAST_PANEL_PT + _COLUMN_GAP_PT))
    return max(1, min(wanted, most, fitting))


def _cell_pt(width_pt: float, abreast: int) -> float:
    return (width_pt - _COLUMN_GAP_PT * (abreast - 1)) / abreast


def _grid(chart: Chart, panels: tuple[Piece, ...], abreast: int, cell: float, ink: Ink) -> Piece:
    """All panels as one piece, row by row, with their titles on one line."""
    plots: list[Plot] = []
    runs: list[TextRun] = []
    y = 0.0
    for start in range(0, len(panels), abreast):
        row = panels[start : start + abreast]
        titles = [broken(p.title, ink.title, cell) for p in chart.panels[start : start + abreast]]
        heading = max((t.height_pt for t in titles), default=0.0)
        heading += _UNDER_TITLE_PT if heading else 0.0
        y -= _ROW_GAP_PT if start else 0.0
        for i, (title, piece) in enumerate(zip(titles, row, strict=True)):
            x = i * (cell + _COLUMN_GAP_PT)
            runs += title.runs(x, title.under(y), Align.LEFT)
            placed = piece.moved(x, y - heading)
            plots += placed.plots
            runs += placed.runs
        y -= heading + max(piece.height_pt for piece in row)
    return Piece(-y, tuple(plots), tuple(runs))
