"""What a chart shows, in sentences for those who do not see it, and as rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from report_builder.charts.chart import Chart, Panel, Point, Series, State
from report_builder.charts.scale import are_periods
from report_builder.words.language import Language

_ALL_VALUES = 8  # of so many points at most every value is told
_MOST_PANELS = 6  # of so many panels at most each is told


def alt_text(chart: Chart, title: str, subtitle: str, language: Language) -> str:
    """What the chart shows, in a few sentences written from its data; never the same as its title or subtitle.

    Every value where there are eight or fewer, otherwise ends and extremes; gaps and doubts always (Web Content
    Accessibility Guidelines 2.2, 1.1.1: the equivalent purpose, not the looks).
    """
    what = (subtitle or title).strip().rstrip(".")
    kind = language.say("alt outlines" if chart.tiles and chart.tiles.outlines else f"alt {chart.kind}")
    sentences = [language.say("alt opening" if what else "alt opening, bare", kind=kind, what=what)]
    points = list(chart.points())
    if not any(p.drawn is not None for p in points):
        return " ".join([*sentences, language.say("alt nothing"), *_states(chart, language)])
    if len(chart.panels) > 1:
        names = language.listed(tuple(p.title for p in chart.panels if p.title))
        sentences.append(language.count("alt panels", len(chart.panels), names=names))
    if chart.kind == "tiles":
        sentences.append(language.count("alt areas", len(points)))
    if chart.kind == "dots":
        sentences += _dots(chart, language)
    elif len(points) <= _ALL_VALUES:
        sentences += _all_values(chart, language)
    else:
        sentences += _shapes(chart, language)
    if chart.kind == "tiles":
        sentences += [
            language.say("alt outlined", label=p.label, value=p.text) for p in _figures(points) if p.highlight
        ]
    return " ".join(filter(None, [*sentences, *_states(chart, language)]))


def table_of(chart: Chart, language: Language) -> list[list[str]]:
    """The chart's data as rows of text, the first of them the headings; a row a point, with what its state means.

    Columns: group and series where there are several, item, figure as printed, figure, note.
    """
    panels = len(chart.panels) > 1
    several = any(len(panel.series) > 1 for panel in chart.panels)
    head = ["data panel"] * panels + ["data series"] * several
    rows = [[language.say(name) for name in (*head, "data label", "data text", "data value", "data note")]]
    for panel, series, point in _every(chart):
        where = [panel.title] * panels + [series.name] * several
        value = "" if point.drawn is None else f"{point.drawn:.12g}"
        rows.append([*where, point.label, point.text, value, _note(chart, point)])
    return rows


def _note(chart: Chart, point: Point) -> str:
    meaning = dict(chart.legend).get(point.gap or point.state, chart.missing_mark if point.gap is State.MISSING else "")
    return "; ".join(filter(None, (point.mark if point.mark.casefold() not in meaning.casefold() else "", meaning)))


def _every(chart: Chart) -> Iterable[tuple[Panel, Series, Point]]:
    return ((panel, series, point) for panel in chart.panels for series in panel.series for point in series.points)


def _figures(points: Iterable[Point]) -> list[Point]:
    return [p for p in points if p.drawn is not None]


def _name(chart: Chart, panel: Panel, series: Series) -> str:
    """How a line of the chart is told from the others; "" where it is the only one."""
    several = len(panel.series) > 1
    return ", ".join(filter(None, (panel.title if len(chart.panels) > 1 else "", series.name if several else "")))


def _all_values(chart: Chart, language: Language) -> list[str]:
    sentences = []
    for panel in chart.panels:
        for series in panel.series:
            values = language.listed(tuple(_one(p, language) for p in _figures(series.points)))
            if values:
                name = _name(chart, panel, series)
                form = "alt values, named" if name else "alt values"
                sentences.append(language.say(form, name=name, values=values))
    return sentences


def _shapes(chart: Chart, language: Language) -> list[str]:
    """Ends and extremes: of each line where these are few, otherwise of the whole."""
    lines = [(panel, series) for panel in chart.panels for series in panel.series]
    over_time = chart.kind in ("lines", "columns")
    sentences = []
    if over_time and (span := [p for _, s in lines for p in s.points]):
        sentences.append(language.say("alt span", first=span[0].label, last=span[-1].label))
    if len(lines) > _MOST_PANELS:
        named = [(_name(chart, panel, s), p) for panel, s in lines for p in _figures(s.points)]
        return [*sentences, _extremes([(f"{name}, {p.label}" if name else p.label, p) for name, p in named], language)]
    for panel, series in lines:
        name, figures = _name(chart, panel, series), _figures(series.points)
        if figures and over_time:
            sentences.append(_ends(name, figures, language))
        if figures and (not over_time or len(lines) == 1):
            sentences.append(_extremes([(p.label, p) for p in figures], language, name))
        marked = _marked(figures, over_time) if chart.kind != "tiles" else []
        sentences += [language.say("alt marked", label=p.label, value=p.text) for p in marked]
    return sentences


def _one(point: Point, language: Language) -> str:
    form = "alt dated" if are_periods([point]) else "alt one"
    return language.say(form, label=point.label, value=point.text)


def _ends(name: str, figures: Sequence[Point], language: Language) -> str:
    first, last = figures[0], figures[-1]
    if first is last:
        return language.say("alt values, named" if name else "alt values", name=name, values=_one(first, language))
    ends = {"first": first.label, "first_value": first.text, "last": last.label, "last_value": last.text}
    high = max(figures, key=lambda p: p.drawn or 0.0)
    if name and (high.drawn or 0.0) > max(first.drawn or 0.0, last.drawn or 0.0):
        return language.say("alt ends, high", name=name, **ends, high=high.label, high_value=high.text)
    return language.say("alt ends, named" if name else "alt ends", name=name, **ends)


def _extremes(named: Sequence[tuple[str, Point]], language: Language, name: str = "") -> str:
    high = max(named, key=lambda n: n[1].drawn or 0.0)
    low = min(named, key=lambda n: n[1].drawn or 0.0)
    if high[1].drawn == low[1].drawn:
        return language.say("alt same", value=high[1].text)
    return language.say(
        "alt extremes, named" if name else "alt extremes",
        name=name,
        high=high[0],
        high_value=high[1].text,
        low=low[0],
        low_value=low[1].text,
    )


def _marked(figures: Sequence[Point], over_time: bool) -> list[Point]:
    """Highlighted points that no other sentence tells: neither an extreme nor an end."""
    values = [p.drawn or 0.0 for p in figures]
    told = {values.index(max(values)), values.index(min(values))} if values else set()
    told |= {0, len(figures) - 1} if over_time else set()
    return [p for i, p in enumerate(figures) if p.highlight and i not in told]


def _dots(chart: Chart, language: Language) -> list[str]:
    sentences = []
    for panel in chart.panels:
        if len(panel.series) != 2:
            continue
        one, other = panel.series
        pairs = [
            (a, b)
            for a, b in zip(one.points, other.points, strict=False)
            if a.drawn is not None and b.drawn is not None
        ]
        if len(pairs) > _ALL_VALUES:
            for series in (one, other):
                sentences.append(_extremes([(p.label, p) for p in _figures(series.points)], language, series.name))
            continue
        for a, b in pairs:
            name = f"{panel.title}, {a.label}" if len(chart.panels) > 1 else a.label
            sentences.append(
                language.say(
                    "alt pair", name=name, first=one.name, first_value=a.text, last=other.name, last_value=b.text
                )
            )
    return sentences


def _states(chart: Chart, language: Language) -> list[str]:
    """Which points are missing, withheld, partial or in doubt: nobody may take a gap for a zero."""
    sentences = []
    for state in (State.MISSING, State.SUPPRESSED, State.PARTIAL, State.DOUBTFUL):
        where = []
        for panel, series, point in _every(chart):
            if (point.gap or point.state) is state:
                name = _name(chart, panel, series)
                order = (point.label, name) if chart.kind == "dots" else (name, point.label)
                label = " ".join(filter(None, order))
                where.append(language.say("alt noted", label=label, mark=point.mark) if point.mark else label)
        if len(where) > _ALL_VALUES:
            total = sum(1 for _ in chart.points())
            where = [language.say("alt many", n=len(where), total=total)]
        if where:
            sentences.append(language.say(f"alt {state}", where=language.listed(tuple(where))))
    return sentences
