"""The charts of the briefing as SVG by Matplotlib, as a competent analyst writes them: pyplot, constrained layout."""

from __future__ import annotations

import io
from pathlib import Path

import matplotlib.pyplot as plt
from matplotlib import font_manager

PRIMARY, ACCENT, INK, SLATE, LIGHT = "#123b4a", "#bf3f28", "#17252d", "#7f8a90", "#c9d3d7"
MM = 1 / 25.4
COLUMN = 170 * MM


def set_up(fonts: Path) -> None:
    """The brand's fonts and the house style of a chart."""
    for name in ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf", "SourceSansPro-Bold.ttf"):
        font_manager.fontManager.addfont(fonts / name)
    plt.switch_backend("svg")
    plt.rcParams.update(
        {
            "font.family": "Source Sans Pro", "font.size": 10, "svg.fonttype": "none", "svg.hashsalt": "briefing",
            "text.color": INK, "axes.spines.top": False, "axes.spines.right": False, "axes.spines.left": False,
            "ytick.left": False, "ytick.labelleft": False, "hatch.linewidth": 0.8,
        }
    )  # fmt: skip


def charts_of(document: dict) -> list[dict]:
    """The trend of the cover, then the charts in reading order."""
    blocks = [b for section in document["sections"] for b in section["blocks"]]
    return [document["cover"]["hero"]["trend"], *(b["chart"] for b in blocks if b["type"] == "FigureBlock")]


def drawn(chart: dict) -> bytes:
    """One chart as SVG: the kinds that the example has."""
    panels = chart["panels"]
    columns = 2 if len(panels) > 1 else 1
    rows = -(-len(panels) // columns)
    small = chart["compact"]
    height = {"bars": 9 * len(panels[0]["series"][0]["points"]) + 6, "lines": 70}.get(chart["kind"], 62) * MM
    size = (80 * MM, 26 * MM) if small else (COLUMN, height * rows)
    made, every = plt.subplots(rows, columns, figsize=size, layout="constrained", squeeze=False, sharey=True)
    for axes, panel in zip(every.flat, panels, strict=True):
        {"columns": _columns, "bars": _bars, "lines": _lines}[chart["kind"]](axes, panel, chart)
        if panel["title"]:
            axes.set_title(panel["title"], loc="left", fontweight="bold", fontsize=11)
        if small:
            axes.tick_params(labelbottom=False)
    if chart["legend"]:
        made.supxlabel("   ".join(f"{state}: {words}" for state, words in chart["legend"]), fontsize=10, x=0, ha="left")
    out = io.BytesIO()
    made.savefig(out, format="svg", transparent=True)
    plt.close(made)
    return out.getvalue()


def _columns(axes: plt.Axes, panel: dict, chart: dict) -> None:
    points = panel["series"][0]["points"]
    plain = LIGHT if chart["reverse"] else SLATE
    bars = axes.bar([p["label"] for p in points], [p["value"] or 0 for p in points], width=0.7)
    for bar, point in zip(bars, points, strict=True):
        colour = ACCENT if point["highlight"] else plain
        partial, doubtful = point["state"] == "partial", point["state"] == "doubtful"
        bar.set(
            facecolor="none" if partial or doubtful else colour, edgecolor=colour, hatch="////" if partial else None
        )
        note = f"{point['mark']}\n{point['text']}" if point["mark"] else point["text"]
        if point["value"] is None:
            note = chart["missing_mark"].replace(" ", "\n")
        if not chart["compact"]:
            spot = (bar.get_x() + bar.get_width() / 2, point["value"] or 0)
            axes.annotate(note, spot, (0, 2), textcoords="offset points", ha="center", va="bottom", fontweight=600)
    axes.set_xticks(range(0, len(points), 2))
    axes.margins(y=0.16)


def _bars(axes: plt.Axes, panel: dict, chart: dict) -> None:
    points = panel["series"][0]["points"][::-1]
    colours = [ACCENT if p["highlight"] else SLATE for p in points]
    bars = axes.barh([p["label"] for p in points], [p["value"] or 0 for p in points], color=colours, height=0.65)
    axes.bar_label(bars, [p["text"] for p in points], padding=3, fontweight=600)
    axes.tick_params(labelleft=True, labelbottom=False, bottom=False)
    axes.spines["bottom"].set_visible(False)
    axes.margins(x=0.08)


def _lines(axes: plt.Axes, panel: dict, chart: dict) -> None:
    for series in panel["series"]:
        points = series["points"]
        values = [p["value"] for p in points]
        axes.plot(
            [p["label"] for p in points], values, color=ACCENT if series["highlight"] else SLATE, marker="o", lw=2
        )
        for i, point in enumerate(points):
            axes.annotate(
                point["text"], (i, values[i]), (0, 6), textcoords="offset points", ha="center", fontweight=600
            )
    axes.set_ylim(0)
    axes.margins(y=0.12)
