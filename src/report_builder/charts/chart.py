"""What to draw, as data: points, series, panels, and the chart kinds as one closed union.

Text is final here (labels are formatted by `words`); charts hold no colour, font or size.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from math import isfinite
from typing import Literal

from msgspec import Struct

from report_builder.charts.area_map import Ring

ChartKind = Literal["columns", "bars", "lines", "shares", "dots", "tiles"]


class State(StrEnum):
    """How far a point's figure can be trusted, and so how it is marked."""

    FULL = "full"
    PARTIAL = "partial"  # part of the period or of the places: hatched
    DOUBTFUL = "doubtful"  # in doubt, revised, another definition: hollow
    MISSING = "missing"  # no figure: a gap with a mark, never zero
    SUPPRESSED = "suppressed"  # withheld to protect people: a gap with its own mark


class Point(Struct, frozen=True):
    """`value` places the mark, `text` is its direct label ("554", "48%"), `mark` explains a state ("six months")."""

    label: str
    value: float | None
    text: str
    state: State = State.FULL
    mark: str = ""
    highlight: bool = False
    fact: str = ""

    @property
    def drawn(self) -> float | None:
        """The value where there is one to draw: never that of a point without a figure, or of a withheld one."""
        if self.value is None or self.state in (State.MISSING, State.SUPPRESSED) or not isfinite(self.value):
            return None
        return float(self.value)

    @property
    def gap(self) -> State | None:
        """Why nothing is drawn; None where a value is."""
        if self.drawn is not None:
            return None
        return State.SUPPRESSED if self.state is State.SUPPRESSED else State.MISSING


class Series(Struct, frozen=True):
    """`points` stand in the same order and number in every series of a panel."""

    name: str
    points: tuple[Point, ...]
    highlight: bool = False


class Panel(Struct, frozen=True):
    """One set of axes; `title` is empty in a chart of a single panel."""

    title: str
    series: tuple[Series, ...]


class Tiles(Struct, frozen=True):
    """Where the areas of a map stand and how they are classed.

    `at` is the middle of each point's hexagon, in order; neighbours are one apart, y runs up. `flat` hexagons have a
    side on top instead of a corner. `classes` run from the least to the greatest: the most that one holds, its words.
    `rule` says how they were made. `outlines` are the rings of each area, and `rooms` how wide it is at `at`, where it
    has its own shape instead of a hexagon's.
    """

    at: tuple[tuple[float, float], ...]
    classes: tuple[tuple[float, str], ...]
    flat: bool = False
    rule: str = ""
    outlines: tuple[tuple[Ring, ...], ...] = ()
    rooms: tuple[float, ...] = ()


class Chart(Struct, frozen=True):
    """A chart of one kind; `charts.kinds` lists how each is laid out.

    Every panel is drawn to one scale, from zero (lines too, unless `zero` is False).

    columns  a figure over time or for few categories, upright; one series a panel
    bars     a figure for categories, lying; one series a panel
    lines    several series over time, named at their ends
    shares   parts of a known whole, one bar a panel, its points adding up to the whole
    dots     two periods for each category (two series), joined by a line
    tiles    a map: each area in its outline, or all as hexagons of one size, coloured by class; one series a panel
    """

    kind: ChartKind
    panels: tuple[Panel, ...]
    missing_mark: str = "no figure"
    legend: tuple[tuple[State, str], ...] = ()  # the states that occur and what they mean, in words
    zero: bool = True
    compact: bool = False  # a trend without its own words, as on the cover
    reverse: bool = False  # on the brand's own colour rather than on paper
    tiles: Tiles | None = None  # of a map only

    def points(self) -> Iterator[Point]:
        """Every point, panel by panel and series by series."""
        return (point for panel in self.panels for series in panel.series for point in series.points)
