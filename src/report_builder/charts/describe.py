"""What a chart shows, in sentences for those who do not see it, and as rows of a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from report_builder.charts.chart import Chart, ChartKind, Panel, Point, Series, State
from report_builder.charts.scale import are_periods

_ALL_VALUES = 8  # of so many points at most every value is told
_MOST_PANELS = 6  # of so many panels at most each is told


class ChartWords(Struct, frozen=True):
    """Phrases of one language, each a template for str.format. `listed` joins a list ("a, b and c").

    Sentences end with their full stop. {what} is the chart's subtitle or title, {first} and {last} its ends.
    """

    listed: Callable[[Sequence[str]], str]
    columns: str
    bars: str
    lines: str
    shares: str
    dots: str
    opening: str  # {kind} {what}
    span: str  # {first} {last}: what the points run over
    panels: str  # {count} {names}
    one: str  # {label} {value}: a figure in a list
    dated: str  # the same where the label is a year
    values: str  # {values}: a chart alone
    named_values: str  # {name} {values}: a panel or series
    ends: str  # {first} {first_value} {last} {last_value}
    named_ends: str  # the same with {name}
    named_high: str  # the same, and {high} {high_value} in between
    extremes: str  # {high} {high_value} {low} {low_value}
    peak: str  # {name} {high} {high_value} {low} {low_value}
    pair: str  # {name} {first} {first_value} {last} {last_value}: one row of dots
    marked: str  # {label} {value}: the highlighted point among many
    same: str  # {value}: all figures are equal
    missing: str  # {where} {mark}
    suppressed: str
    partial: str  # {where}
    doubtful: str
    noted: str  # {label} {mark}
    many: str  # {count} {total}: in place of {where}
    nothing: str
    table_label: str
    table_panel: str
    table_series: str
    table_text: str
    table_value: str
    table_note: str

    def kind(self, kind: ChartKind) -> str:
        return {
            "columns": self.columns,
            "bars": self.bars,
            "lines": self.lines,
            "shares": self.shares,
            "dots": self.dots,
        }[kind]

    def state(self, state: State) -> str:
        return {
            State.FULL: "",
            State.PARTIAL: self.partial,
            State.DOUBTFUL: self.doubtful,
            State.MISSING: self.missing,
            State.SUPPRESSED: self.suppressed,
        }[state]


def _english_list(items: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))


ENGLISH = ChartWords(
    listed=_english_list,
    columns="Column chart",
    bars="Bar chart",
    lines="Line chart",
    shares="Bar divided into shares",
    dots="Dot chart comparing two periods",
    opening="{kind}: {what}.",
    span="It runs from {first} to {last}.",
    panels="It has {count} panels on one scale: {names}.",
    one="{label} {value}",
    dated="{value} in {label}",
    values="It shows {values}.",
    named_values="{name}: {values}.",
    ends="The figure goes from {first_value} in {first} to {last_value} in {last}.",
    named_ends="{name} goes from {first_value} in {first} to {last_value} in {last}.",
    named_high="{name} goes from {first_value} in {first} to {last_value} in {last}, its high {high_value} in {high}.",
    extremes="The highest is {high} with {high_value}, the lowest {low} with {low_value}.",
    peak="{name} is highest at {high} with {high_value}, lowest at {low} with {low_value}.",
    pair="{name} goes from {first_value} in {first} to {last_value} in {last}.",
    marked="Marked out is {label} with {value}.",
    same="Every figure is {value}.",
    missing="There is no figure for {where}.",
    suppressed="The figure is withheld for {where}.",
    partial="The figure is partial for {where}.",
    doubtful="The figure is in doubt for {where}.",
    noted="{label} ({mark})",
    many="{count} of its {total} points",
    nothing="It shows no figures.",
    table_label="Item",
    table_panel="Group",
    table_series="Series",
    table_text="Figure as printed",
    table_value="Figure",
    table_note="Note",
)


def alt_text(chart: Chart, title: str, subtitle: str, words: ChartWords = ENGLISH) -> str:
    """What the chart shows, in a few sentences written from its data; never the same as its title or subtitle.

    Every value where there are eight or fewer, otherwise ends and extremes; gaps and doubts always (Web Content
    Accessibility Guidelines 2.2, 1.1.1: the equivalent purpose, not the looks).
    """
    what = (subtitle or title).strip().rstrip(".")
    sentences = [words.opening.format(kind=words.kind(chart.kind), what=what) if what else f"{words.kind(chart.kind)}."]
    points = list(chart.points())
    if not any(p.drawn is not None for p in points):
        return " ".join([*sentences, words.nothing, *_states(chart, words)])
    if len(chart.panels) > 1:
        names = words.listed([p.title for p in chart.panels if p.title])
        sentences.append(words.panels.format(count=len(chart.panels), names=names))
    if chart.kind == "dots":
        sentences += _dots(chart, words)
    elif len(points) <= _ALL_VALUES:
        sentences += _all_values(chart, words)
    else:
        sentences += _shapes(chart, words)
    return " ".join(filter(None, [*sentences, *_states(chart, words)]))


def table_of(chart: Chart, words: ChartWords = ENGLISH) -> list[list[str]]:
    """The chart's data as rows of text, the first of them the headings; a row a point, with what its state means.

    Columns: group and series where there are several, item, figure as printed, figure, note.
    """
    panels = len(chart.panels) > 1
    several = any(len(panel.series) > 1 for panel in chart.panels)
    head = [words.table_panel] * panels + [words.table_series] * several
    rows = [[*head, words.table_label, words.table_text, words.table_value, words.table_note]]
    for panel, series, point in _every(chart):
        where = [panel.title] * panels + [series.name] * several
        value = "" if point.drawn is None else f"{point.drawn:.12g}"
        rows.append([*where, point.label, point.text, value, _note(chart, point)])
    return rows


def _note(chart: Chart, point: Point) -> str:
    meaning = dict(chart.legend).get(point.gap or point.state, chart.missing_mark if point.gap is State.MISSING else "")
    return "; ".join(filter(None, (point.mark if point.mark not in meaning else "", meaning)))


def _every(chart: Chart) -> Iterable[tuple[Panel, Series, Point]]:
    return ((panel, series, point) for panel in chart.panels for series in panel.series for point in series.points)


def _figures(points: Iterable[Point]) -> list[Point]:
    return [p for p in points if p.drawn is not None]


def _name(chart: Chart, panel: Panel, series: Series) -> str:
    """How a line of the chart is told from the others; "" where it is the only one."""
    several = len(panel.series) > 1
    return ", ".join(filter(None, (panel.title if len(chart.panels) > 1 else "", series.name if several else "")))


def _all_values(chart: Chart, words: ChartWords) -> list[str]:
    sentences = []
    for panel in chart.panels:
        for series in panel.series:
            values = words.listed([_one(p, words) for p in _figures(series.points)])
            if values:
                name = _name(chart, panel, series)
                form = words.named_values if name else words.values
                sentences.append(form.format(name=name, values=values))
    return sentences


def _shapes(chart: Chart, words: ChartWords) -> list[str]:
    """Ends and extremes: of each line where these are few, otherwise of the whole."""
    lines = [(panel, series) for panel in chart.panels for series in panel.series]
    over_time = chart.kind in ("lines", "columns")
    sentences = []
    if over_time and (span := [p for _, s in lines for p in s.points]):
        sentences.append(words.span.format(first=span[0].label, last=span[-1].label))
    if len(lines) > _MOST_PANELS:
        named = [(_name(chart, panel, s), p) for panel, s in lines for p in _figures(s.points)]
        return [*sentences, _extremes([(f"{name}, {p.label}" if name else p.label, p) for name, p in named], words)]
    for panel, series in lines:
        name, figures = _name(chart, panel, series), _figures(series.points)
        if figures and over_time:
            sentences.append(_ends(name, figures, words))
        if figures and (not over_time or len(lines) == 1):
            sentences.append(_extremes([(p.label, p) for p in figures], words, name))
        sentences += [words.marked.format(label=p.label, value=p.text) for p in _marked(figures, over_time)]
    return sentences


def _one(point: Point, words: ChartWords) -> str:
    form = words.dated if are_periods([point]) else words.one
    return form.format(label=point.label, value=point.text)


def _ends(name: str, figures: Sequence[Point], words: ChartWords) -> str:
    first, last = figures[0], figures[-1]
    if first is last:
        return (words.named_values if name else words.values).format(name=name, values=_one(first, words))
    ends = {"first": first.label, "first_value": first.text, "last": last.label, "last_value": last.text}
    high = max(figures, key=lambda p: p.drawn or 0.0)
    if name and (high.drawn or 0.0) > max(first.drawn or 0.0, last.drawn or 0.0):
        return words.named_high.format(name=name, **ends, high=high.label, high_value=high.text)
    return (words.named_ends if name else words.ends).format(name=name, **ends)


def _extremes(named: Sequence[tuple[str, Point]], words: ChartWords, name: str = "") -> str:
    high = max(named, key=lambda n: n[1].drawn or 0.0)
    low = min(named, key=lambda n: n[1].drawn or 0.0)
    if high[1].drawn == low[1].drawn:
        return words.same.format(value=high[1].text)
    return (words.peak if name else words.extremes).format(
        name=name, high=high[0], high_value=high[1].text, low=low[0], low_value=low[1].text
    )


def _marked(figures: Sequence[Point], over_time: bool) -> list[Point]:
    """Highlighted points that no other sentence tells: neither an extreme nor an end."""
    values = [p.drawn or 0.0 for p in figures]
    told = {values.index(max(values)), values.index(min(values))} if values else set()
    told |= {0, len(figures) - 1} if over_time else set()
    return [p for i, p in enumerate(figures) if p.highlight and i not in told]


def _dots(chart: Chart, words: ChartWords) -> list[str]:
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
                sentences.append(_extremes([(p.label, p) for p in _figures(series.points)], words, series.name))
            continue
        for a, b in pairs:
            name = f"{panel.title}, {a.label}" if len(chart.panels) > 1 else a.label
            sentences.append(
                words.pair.format(name=name, first=one.name, first_value=a.text, last=other.name, last_value=b.text)
            )
    return sentences


def _states(chart: Chart, words: ChartWords) -> list[str]:
    """Which points are missing, withheld, partial or in doubt: nobody may take a gap for a zero."""
    sentences = []
    for state in (State.MISSING, State.SUPPRESSED, State.PARTIAL, State.DOUBTFUL):
        where = []
        for panel, series, point in _every(chart):
            if (point.gap or point.state) is state:
                name = _name(chart, panel, series)
                order = (point.label, name) if chart.kind == "dots" else (name, point.label)
                label = " ".join(filter(None, order))
                where.append(words.noted.format(label=label, mark=point.mark) if point.mark else label)
        if len(where) > _ALL_VALUES:
            total = sum(1 for _ in chart.points())
            where = [words.many.format(count=len(where), total=total)]
        if where:
            sentences.append(words.state(state).format(where=words.listed(where)))
    return sentences
