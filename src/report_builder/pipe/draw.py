"""Draws the charts of a document, or takes them from the cache, where other editions may have put them."""

from __future__ import annotations

from collections.abc import Iterator

from report_builder.brand.theme import Theme
from report_builder.cache import Cache, key_of
from report_builder.charts.chart import Chart
from report_builder.document.blocks import Document
from report_builder.document.printed import figures
from report_builder.drawing import Drawing
from report_builder.problems import Problem, Where
from report_builder.versions import installed

_TOO_HIGH = "G010"  # for a printed page; a screen is as long as it has to be


def draw(document: Document, theme: Theme, cache: Cache) -> tuple[dict[Chart, Drawing], tuple[Problem, ...]]:
    """Every chart of the document, drawn or taken from the cache; Matplotlib is imported only where one is new."""
    out: dict[Chart, Drawing] = {}
    problems: list[Problem] = []
    for chart, width_pt, height_pt, where in _charts(document, theme):
        out[chart], found = _drawn(chart, theme, width_pt, where, cache, height_pt)
        problems += found
    return out, tuple(problems)


def draw_narrow(document: Document, theme: Theme, width_pt: float, cache: Cache) -> dict[Chart, Drawing]:
    """The charts of the sections once more for a screen of that width; those left out that it cannot hold."""
    out: dict[Chart, Drawing] = {}
    for figure in figures(document):
        drawing, found = _drawn(figure.chart, theme, width_pt, figure.where, cache)
        if all(problem.code == _TOO_HIGH for problem in found):
            out[figure.chart] = drawing
    return out


def draw_to_size(chart: Chart, theme: Theme, width_pt: float, height_pt: float, cache: Cache) -> Drawing:
    """A chart drawn anew for a picture of its own, as near to a height as its kind can."""
    from report_builder.charts.stored import from_json, to_json

    key = _key(chart, theme, width_pt, height_pt)
    stored = cache.get(key)
    drawing = from_json(stored) if stored else None
    if drawing is None:
        from report_builder.charts.record import record  # with Matplotlib, as below

        drawing, _ = record(chart, theme, width_pt, None, height_pt)
        cache.put(key, to_json(drawing))
    return drawing


def _drawn(
    chart: Chart, theme: Theme, width_pt: float, where: Where | None, cache: Cache, height_pt: float | None = None
) -> tuple[Drawing, tuple[Problem, ...]]:
    from report_builder.charts.stored import from_json, to_json

    key = _key(chart, theme, width_pt, height_pt)
    stored = cache.get(key)
    drawing = from_json(stored) if stored else None
    if drawing is None:
        from report_builder.charts.record import record  # Matplotlib takes half a second to import

        drawing, found = record(chart, theme, width_pt, where, height_pt)
        cache.put(key, to_json(drawing))
        if found:
            cache.put(key_of(key, "problems"), b"")
        return drawing, found
    if cache.get(key_of(key, "problems")) is None:
        return drawing, ()
    from report_builder.charts.sheet import lay_out  # twenty modules that other drawings do without

    return drawing, lay_out(chart, theme, width_pt, where, height_pt).problems


def is_drawn(document: Document, theme: Theme, cache: Cache) -> bool:
    """Whether every chart of the document is in the cache."""
    return all(cache.get(_key(chart, theme, width, height)) for chart, width, height, _ in _charts(document, theme))


def _key(chart: Chart, theme: Theme, width_pt: float, height_pt: float | None = None) -> str:
    size = f"{width_pt:g}" if height_pt is None else f"{width_pt:g} {height_pt:g}"
    return key_of("drawing", installed(), repr(chart), _look(theme), size)


def _look(theme: Theme) -> str:
    """Everything of a theme that a chart is drawn with."""
    return repr((theme.colours, theme.text, theme.display, theme.scale, theme.page))


def _charts(document: Document, theme: Theme) -> Iterator[tuple[Chart, float, float | None, Where | None]]:
    from report_builder.pdf.cover import trend_width  # ReportLab takes 100 ms to import

    cover = document.cover
    if cover and cover.hero and cover.hero.trend:
        yield cover.hero.trend, trend_width(theme), None, cover.where
    for figure in figures(document):
        yield figure.chart, theme.page.column, figure.height_pt, figure.where
