"""A chart in words: its alt text, written from its data, and its data as a table."""

from __future__ import annotations

from dataclasses import dataclass

from report_builder.charts.chart import Chart, Panel, Point, Series, State


@dataclass(frozen=True, slots=True)
class ChartWords:
    """The phrases a description is made of, in one language. Templates are filled by str.format."""

    kinds: dict[str, str]
    panels: str  # of {n}
    panel: str  # {name}, {text}
    every: str  # {values}
    value: str  # {label}, {value}
    runs: str  # {first_label}, {first}, {last_label}, {last}
    extremes: str  # {low}, {low_label}, {high}, {high_label}
    missing: str  # {labels}
    partial: str
    doubtful: str
    suppressed: str
    nothing: str
    listed: str  # between the last two items
    note: str
    states: dict[State, str]


ENGLISH = ChartWords(
    kinds={
        "columns": "Column chart",
        "bars": "Bar chart",
        "lines": "Line chart",
        "shares": "One bar divided into shares",
        "dots": "Chart of two periods as dots",
    },
    panels="{kind} in {n} panels of one scale",
    panel="{name}: {text}",
    every="{values}",
    value="{label} {value}",
    runs="from {first} in {first_label} to {last} in {last_label}",
    extremes="the highest is {high} ({high_label}), the lowest {low} ({low_label})",
    missing="no figure for {labels}",
    partial="part of the period only for {labels}",
    doubtful="in doubt: {labels}",
    suppressed="withheld: {labels}",
    nothing="no figures",
    listed=" and ",
    note="note",
    states={
        State.FULL: "",
        State.PARTIAL: "part of the period only",
        State.DOUBTFUL: "in doubt",
        State.MISSING: "no figure",
        State.SUPPRESSED: "withheld",
    },
)

MOST_LISTED = 8


def alt_text(chart: Chart, title: str, subtitle: str, words: ChartWords = ENGLISH) -> str:
    """What the chart shows, from its data: kind, every figure or the extremes, gaps and doubts."""
    kind = words.kinds[chart.kind]
    if len(chart.panels) > 1:
        kind = words.panels.format(kind=kind, n=len(chart.panels))
    about = f"{kind}: {subtitle or title}."
    told = [_panel(panel, words) for panel in chart.panels]
    return " ".join((about, *(f"{text[:1].upper()}{text[1:]}." for text in told)))


def _panel(panel: Panel, words: ChartWords) -> str:
    told = "; ".join(_series(series, len(panel.series) > 1, words) for series in panel.series)
    return words.panel.format(name=panel.title, text=told) if panel.title else told


def _series(series: Series, named: bool, words: ChartWords) -> str:
    present = [p for p in series.points if p.value is not None]
    if not present:
        told = words.nothing
    elif len(present) <= MOST_LISTED:
        told = words.every.format(values=", ".join(words.value.format(label=p.label, value=p.text) for p in present))
    else:
        told = _extremes(present, words)
    parts = [told]
    for state, template in (
        (State.PARTIAL, words.partial),
        (State.DOUBTFUL, words.doubtful),
        (State.MISSING, words.missing),
        (State.SUPPRESSED, words.suppressed),
    ):
        labels = [p.label for p in series.points if p.state is state]
        if labels and not (state is State.MISSING and not present):
            parts.append(template.format(labels=_listed(labels, words)))
    text = "; ".join(parts)
    return words.panel.format(name=series.name, text=text) if named else text


def _extremes(points: list[Point], words: ChartWords) -> str:
    low = min(points, key=lambda p: p.value or 0.0)
    high = max(points, key=lambda p: p.value or 0.0)
    runs = words.runs.format(
        first_label=points[0].label, first=points[0].text, last_label=points[-1].label, last=points[-1].text
    )
    return f"{runs}; " + words.extremes.format(low=low.text, low_label=low.label, high=high.text, high_label=high.label)


def _listed(items: list[str], words: ChartWords) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])}{words.listed}{items[-1]}"


def table_of(chart: Chart, words: ChartWords = ENGLISH) -> list[list[str]]:
    """The chart's data as rows of text, headings first: labels down, series across, a note where a figure has one."""
    columns = [(panel, series) for panel in chart.panels for series in panel.series]
    names = [
        panel.title or series.name if len(panel.series) == 1 else f"{panel.title} {series.name}".strip()
        for panel, series in columns
    ]
    noted = any(p.state is not State.FULL for _, s in columns for p in s.points)
    rows = [["", *names, *([words.note] if noted else [])]]
    labels = list(dict.fromkeys(p.label for _, s in columns for p in s.points))
    for label in labels:
        found = [next((p for p in s.points if p.label == label), None) for _, s in columns]
        notes = [
            f"{name}: {words.states[p.state]}"
            for name, p in zip(names, found, strict=True)
            if p is not None and p.state is not State.FULL
        ]
        rows.append([label, *(p.text if p else "" for p in found), *(["; ".join(notes)] if noted else [])])
    return rows
