"""A chart with its words, kept together."""

from __future__ import annotations

from report_builder.charts.chart import Chart
from report_builder.document.blocks import FigureBlock, Run
from report_builder.pdf.flowables import Item, Picture, items
from report_builder.pdf.setting import Setting, flags
from report_builder.pdf.structure import Element
from report_builder.pdf.text import flagged, small_print
from report_builder.problems import Where, problem


def figure(block: FigureBlock, parent: Element, setting: Setting) -> list[Item]:
    """Number and title, subtitle, the chart, its cautions and source: all on one page."""
    styles, wording = setting.styles, setting.document.wording
    group = parent.add("Div")
    caption = group.add("Caption")
    numbered = (Run(f"{wording.figure} {block.number}. "), *block.title)
    out = items(
        setting.text(numbered, styles.chart_title, caption.add("P"), styles.column, block.where),
        before=styles.space(1.5),
        whole=True,
        where=block.where,
    )
    if block.subtitle:
        text = setting.text(block.subtitle, styles.small, caption.add("P"), styles.column, block.where)
        out += items(text, keep=True, whole=True, where=block.where)
    chart = picture(block.chart, block.alt, group, setting, styles.column, block.where)
    if chart is not None:
        if block.data is not None:
            chart.element.files = (block.data,)
        out.append(Item(chart, before=styles.space(0.5), after=styles.space(0.25), keep=True, where=block.where))
    for caveat in block.caveats:
        out += small_print(caveat, group, setting, 0.0, block.where, caution=True)
    if block.source:
        out += small_print(f"{wording.source}: {block.source}", group, setting, 0.0, block.where)
    out += flagged(flags(block.title), group, setting, block.where)
    out[0].floats, out[-1].after = True, styles.space(1.5)
    return out


def picture(
    chart: Chart, alt: str, parent: Element, setting: Setting, width: float, where: Where | None
) -> Picture | None:
    """The chart's drawing, made smaller where it is wider than `width` points; None, and a problem, without one."""
    drawing = setting.drawings.get(chart)
    if drawing is None:
        setting.problems.append(
            problem("L009", "a chart has no drawing", where, help="this is a fault of the program; please report it")
        )
        return None
    scale = min(1.0, width / drawing.width_pt)
    facts = tuple(p.fact for panel in chart.panels for s in panel.series for p in s.points if p.fact)
    return Picture(parent.add("Figure", alt=alt), drawing, scale, facts)
