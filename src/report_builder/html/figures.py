"""A chart with its words, and the figures behind it as a table that opens."""

from __future__ import annotations

import base64
from collections.abc import Iterable

from report_builder.charts.chart import Chart, Point, State
from report_builder.document.blocks import FigureBlock
from report_builder.html.markup import Element, add, element
from report_builder.html.picture import Picture
from report_builder.html.setting import Setting, plain
from report_builder.html.tables import framed
from report_builder.problems import Where, problem

# the width at which charts are drawn for a telephone: of 320 pixels, what the margins leave, at 1.17 pixels a point
TELEPHONE_PT = 240.0


def figure(block: FigureBlock, setting: Setting) -> list[Element]:
    """Number and title, subtitle, the chart, its cautions and source, its figures."""
    wording = setting.wording
    name = f"figure-{block.number}"
    title = setting.block("strong", block.title)
    title.text = f"{wording.figure} {block.number}. {title.text or ''}"
    caption = element("figcaption", element("p", title))
    if block.subtitle:
        caption.append(element("p", block.subtitle, class_="small"))
    made = element("figure", caption, id=name, class_="chart wide")
    add(made, pictures(block.chart, plain(block.title), block.alt, name, setting, block.where))
    add(made, (element("p", caveat, class_="caution") for caveat in block.caveats))
    if block.source:
        made.append(element("p", f"{wording.source}: {block.source}", class_="small"))
    made.append(_behind(block, setting))
    return [made, *setting.flagged(block.title)]


def pictures(
    chart: Chart, title: str, alt: str, name: str, setting: Setting, where: Where | None, fixed: bool = False
) -> list[Element]:
    """The chart's drawing, and the one for a telephone; of the two, one is shown and heard. A problem without one."""
    drawing = setting.drawings.get(chart)
    if drawing is None:
        hint = "this is a fault of the program; please report it"
        setting.problems.append(problem("L009", "a chart has no drawing", where, help=hint))
        return []
    narrow = setting.narrow.get(chart)
    kind = "broad" if narrow is not None else ""
    out = [Picture(name, title, alt, setting.theme, fixed, kind).of(drawing)]
    if narrow is not None:
        out.append(Picture(f"{name}-narrow", title, alt, setting.theme, fixed, "narrow").of(narrow))
    return out


def _behind(block: FigureBlock, setting: Setting) -> Element:
    wording = setting.wording
    name = f"figure-{block.number}-data"
    details = element("details", element("summary", wording.behind))
    columns = _columns(block.chart)
    labels = list(dict.fromkeys(p.label for _, points in columns for p in points))
    caption = element("caption", plain(block.title), id=name, class_="heard")
    heads = [name or wording.printed for name, _ in columns]
    head = element("tr", element("th", wording.item, scope="col"))
    add(head, (element("th", words, scope="col", class_="figure") for words in heads))
    body = element("tbody")
    for label in labels:
        row = element("tr", element("th", label, scope="row"))
        add(row, (_cell((p for p in points if p.label == label), block.chart) for _, points in columns))
        body.append(row)
    table = element("table", caption, element("thead", head), body)
    details.append(framed(table, len(columns) + 1, name))
    if (file := block.data) is not None:
        details.append(element("p", download(file.name, file.media_type, file.data, wording.download)))
    return details


def _columns(chart: Chart) -> list[tuple[str, tuple[Point, ...]]]:
    """The name and points of each line of the chart; "" where it is the only one."""
    many_panels = len(chart.panels) > 1
    named = []
    for panel in chart.panels:
        for series in panel.series:
            parts = (panel.title if many_panels else "", series.name if len(panel.series) > 1 else "")
            named.append((", ".join(filter(None, parts)), series.points))
    return named


def _cell(points: Iterable[Point], chart: Chart) -> Element:
    """What the chart prints of a point, and how far it can be trusted."""
    made = element("td", class_="figure")
    legend = dict(chart.legend)
    for point in points:
        state = point.gap or point.state
        note = point.mark or legend.get(state, chart.missing_mark if state is State.MISSING else "")
        if point.drawn is None:
            add(made, [note])
            continue
        add(made, [element("span", point.text or f"{point.drawn:.12g}", data_fact=point.fact)])
        if note:
            add(made, (" ", element("span", f"({note})", class_="small")))
    return made


def download(name: str, media_type: str, data: bytes, words: str) -> Element:
    """A link that saves a file out of the page."""
    return element("a", words, href=f"data:{media_type};base64,{base64.b64encode(data).decode()}", download=name)
