"""How each state of a figure looks: hatched, hollow, or a gap with a small mark. Never by colour alone."""

from __future__ import annotations

from report_builder.charts.chart import Point, State
from report_builder.charts.ink import Ink
from report_builder.charts.lettering import Box, Words, one_line, whole_words
from report_builder.charts.piece import Bar, Dot, Line, Plot

GAP_PT = 6.0  # the size of a gap's mark
SWATCH_PT = (16.0, 9.0)


def bar(point: Point, box: tuple[float, float, float, float], ink: Ink, highlight: bool) -> Bar:
    """The bar of a point; `box` is x, y, width, height in data units."""
    colour = ink.mark(highlight or point.highlight)
    if point.state is State.PARTIAL:
        return Bar(*box, fill=ink.ground, outline=colour, hatch=True)
    if point.state is State.DOUBTFUL:
        return Bar(*box, fill=ink.ground, outline=colour)
    return Bar(*box, fill=colour)


def dot(state: State, x: float, y: float, size_pt: float, colour: str, ink: Ink) -> Dot:
    """The dot of a point in data units: hollow where in doubt, half filled where partial."""
    if state is State.PARTIAL:
        return Dot(x, y, size_pt, colour, colour, half=ink.ground)
    if state is State.DOUBTFUL:
        return Dot(x, y, size_pt, ink.ground, colour)
    return Dot(x, y, size_pt, colour)


def gap(state: State, x: float, y: float, ink: Ink) -> tuple[Line, ...]:
    """The mark of a gap centred on x, y, all in points: a dash for no figure, a cross for one that is withheld."""
    half, colour = GAP_PT / 2, ink.baseline
    if state is State.SUPPRESSED:
        return (
            Line(((x - half, y - half), (x + half, y + half)), colour, 1.2),
            Line(((x - half, y + half), (x + half, y - half)), colour, 1.2),
        )
    return (Line(((x - half, y), (x + half, y)), colour, 1.6),)


def gap_text(point: Point, missing_mark: str) -> str:
    """What a gap says of itself: its own text, or the chart's words for no figure; "" leaves it to the key."""
    return point.text or (missing_mark if point.gap is State.MISSING else "")


def gap_words(point: Point, missing_mark: str, ink: Ink, width_pt: float) -> Words | None:
    """`gap_text` in a few short lines; None where the width cannot hold it."""
    text = gap_text(point, missing_mark)
    return whole_words(text, ink.small, width_pt, 4) if text else one_line("", ink.small)


def swatch(state: State, ink: Ink, dots: bool) -> Plot:
    """The sample of a state in the key, in a frame of SWATCH_PT at 0, 0."""
    width, height = SWATCH_PT
    sample = Point("", 1.0, "", state)
    marks: tuple[Bar | Dot | Line, ...]
    if sample.gap:
        marks = gap(state, width / 2, height / 2, ink)
    elif dots:
        marks = (dot(state, width / 2, height / 2, height - 1, ink.series, ink),)
    else:
        marks = (bar(sample, (0.5, 0.5, width - 1, height - 1), ink, False),)
    return Plot(Box(0, 0, width, height), (0, width), (0, height), marks)
