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
from report_builder.charts.piece import Piece, Plot, Room
from report_builder.drawing import TextRun
from report_builder.problems import Problem, Where

_COLUMN_GAP_PT = 28.0
_ROW_GAP_PT = 20.0
_UNDER_TITLE_PT = 5.0
_OVER_KEY_PT = 10.0
_LEAST_PANEL_PT = 110.0
_EDGE_PT = 1.0
_NEAR_PT = 0.5
_LEAST_PLOT_PT = 36.0


class Sheet(Struct, frozen=True):
    """Plots and words in points from the bottom left corner; `problems` say what is wrong with the chart or its fit."""

    width_pt: float
    height_pt: float
    plots: tuple[Plot, ...]
    runs: tuple[TextRun, ...]
    problems: tuple[Problem, ...]


def lay_out(
    chart: Chart, theme: Theme, width_pt: float, where: Where | None = None, height_pt: float | None = None
) -> Sheet:
    """The chart at a width in points; the height follows from what is in it.

    Where a height is given, the plots grow or shrink towards it, as far as their kind lets them; panels that are still
    too high then stand side by side, where they have the room.
    """
    sheet = _laid_out(chart, theme, width_pt, where)
    if height_pt is None:
        return sheet
    fitted = _fitted(sheet, chart, theme, where, height_pt)
    if fitted.height_pt > height_pt + _NEAR_PT and len(chart.panels) > 1:
        row = _laid_out(chart, theme, width_pt, where, in_row=True)
        beside = _fitted(row, chart, theme, where, height_pt, in_row=True)
        return min(fitted, beside, key=lambda s: (max(s.height_pt, height_pt), len(s.problems)))
    return fitted


def _fitted(
    sheet: Sheet, chart: Chart, theme: Theme, where: Where | None, height_pt: float, in_row: bool = False
) -> Sheet:
    if abs(sheet.height_pt - height_pt) < _NEAR_PT:
        return sheet
    plot = max((p.frame.top - p.frame.bottom for p in sheet.plots), default=0.0)
    rows = max(len({p.frame.top for p in sheet.plots if p.frame.top - p.frame.bottom == plot}), 1)
    wanted = max(plot + (height_pt - sheet.height_pt) / rows, _LEAST_PLOT_PT)
    return _laid_out(chart, theme, sheet.width_pt, where, wanted, in_row)


def _laid_out(
    chart: Chart,
    theme: Theme,
    width_pt: float,
    where: Where | None,
    plot_pt: float | None = None,
    in_row: bool = False,
) -> Sheet:
    ink = ink_of(theme, chart.reverse)
    kind = KINDS[chart.kind]
    abreast = len(chart.panels) if in_row else _abreast(len(chart.panels), kind.abreast, width_pt)
    panels = kind.lay_out(chart, Room(_cell_pt(width_pt, abreast), plot_pt), ink)
    while abreast > 1 and any(piece.crowded for piece in panels):
        abreast -= 1
        panels = kind.lay_out(chart, Room(_cell_pt(width_pt, abreast), plot_pt), ink)
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
