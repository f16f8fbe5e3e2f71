"""Draws the charts of a document, or takes them from the cache, where other editions may have put them."""

from __future__ import annotations

from collections.abc import Iterator

from report_builder.brand.theme import Theme
from report_builder.cache import Cache, key_of
from report_builder.charts.chart import Chart
from report_builder.document.blocks import Document, FigureBlock
from report_builder.drawing import Drawing
from report_builder.problems import Problem, Where
from report_builder.versions import installed


def draw(document: Document, theme: Theme, cache: Cache) -> tuple[dict[Chart, Drawing], tuple[Problem, ...]]:
    """Every chart of the document, drawn or taken from the cache; Matplotlib is imported only where one is new."""
    from report_builder.charts.stored import from_json, to_json

    out: dict[Chart, Drawing] = {}
    problems: list[Problem] = []
    for chart, width_pt, where in _charts(document, theme):
        key = _key(chart, theme, width_pt)
        stored = cache.get(key)
        drawing = from_json(stored) if stored else None
        if drawing is None:
            from report_builder.charts.record import record  # Matplotlib takes half a second to import

            drawing, found = record(chart, theme, width_pt, where)
            problems += found
            cache.put(key, to_json(drawing))
            if found:
                cache.put(key_of(key, "problems"), b"")
        elif cache.get(key_of(key, "problems")) is not None:
            from report_builder.charts.sheet import lay_out  # twenty modules that other drawings do without

            problems += lay_out(chart, theme, width_pt, where).problems
        out[chart] = drawing
    return out, tuple(problems)


def is_drawn(document: Document, theme: Theme, cache: Cache) -> bool:
    """Whether every chart of the document is in the cache."""
    return all(cache.get(_key(chart, theme, width_pt)) for chart, width_pt, _ in _charts(document, theme))


def _key(chart: Chart, theme: Theme, width_pt: float) -> str:
    return key_of("drawing", installed(), repr(chart), _look(theme), f"{width_pt:g}")


def _look(theme: Theme) -> str:
    """Everything of a theme that a chart is drawn with."""
    return repr((theme.colours, theme.text, theme.display, theme.scale, theme.page))


def _charts(document: Document, theme: Theme) -> Iterator[tuple[Chart, float, Where | None]]:
    from report_builder.pdf.cover import trend_width  # ReportLab takes 100 ms to import

    cover = document.cover
    if cover and cover.hero and cover.hero.trend:
        yield cover.hero.trend, trend_width(theme), cover.where
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, FigureBlock):
                yield block.chart, theme.page.column, block.where
