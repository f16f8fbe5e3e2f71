"""A chart that stands alone: its title large, what it measures, what must stand beside it, source and brand."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from report_builder.brand.theme import Theme
from report_builder.charts.chart import Chart
from report_builder.charts.lettering import Align, Style, Words, broken
from report_builder.document.blocks import FigureBlock
from report_builder.document.printed import text_of
from report_builder.drawing import Drawing, Operation, Shape
from report_builder.press.placed import placed

Draw = Callable[[Chart, float, float], Drawing]  # the chart at a width and as near as may be to a height, in points

_MARGIN, _GAP, _WIDE_GAP = 24.0, 6.0, 14.0
_BAR = (46.0, 4.0)  # the short bar over the title, as on the pages
_TITLES = (1.0, 0.88, 0.76)  # of the size of a title, so that a long one takes no more than three lines
_WIDER = (1.0, 1.15, 1.3, 1.45)
_FITS = 0.97
_MARK = 0.8  # of the width at most
_LOGO_PT = 26.0
_LOGO_WIDTH = 0.34  # of the width, at most


class Format(Struct, frozen=True):
    """A shape of picture. `width_pt` is how wide it is in the points of the report's own type; pixels follow."""

    name: str
    width_pt: float
    height_pt: float
    width_px: int
    height_px: int

    @property
    def dpi(self) -> int:
        """Dots an inch at which its words are as large on paper as they were set."""
        return round(self.width_px / self.width_pt * 72)


# 2.4 pixels a point: the smallest words of a report, ten points, are 24 pixels high where a picture is 1,200 wide
WIDE = Format("1200x675", 500.0, 281.25, 1200, 675)
SQUARE = Format("1080x1080", 450.0, 450.0, 1080, 1080)
PRINT = Format("print", 500.0, 340.0, 2083, 1417)  # 300 dots an inch


class Imprint(Struct, frozen=True):
    """What stands at the foot and the head of every picture: whose it is, what a source is called, a draft's mark; and
    what the names of its files end in."""

    publisher: str
    source: str
    mark: str = ""
    suffix: str = ""


class _Foot(Struct, frozen=True):
    operations: tuple[Operation, ...]
    top: float


def poster(figure: FigureBlock, theme: Theme, imprint: Imprint, shape: Format, draw: Draw) -> Drawing:
    """The figure as a picture of its own, everything within its margins.

    A chart of many panels that finds no room has a wider ground, on which all words are that much smaller.
    """
    for wider in _WIDER:
        ground = replace(shape, width_pt=shape.width_pt * wider, height_pt=shape.height_pt * wider)
        made, fit = _on(ground, figure, theme, imprint, draw)
        if fit >= _FITS:
            break
    return made


def _on(shape: Format, figure: FigureBlock, theme: Theme, imprint: Imprint, draw: Draw) -> tuple[Drawing, float]:
    """The picture, and by how much its chart had to be made smaller."""
    left, width = _MARGIN, shape.width_pt - 2 * _MARGIN
    colours, scale, text = theme.colours, theme.scale, theme.text
    small = Style(text.regular, scale.small, colours.muted)
    top = shape.height_pt - _MARGIN
    out: list[Operation] = [_rectangle(0, 0, shape.width_pt, shape.height_pt, colours.paper)]
    out.append(_rectangle(left, top - _BAR[1], left + _BAR[0], top, colours.accent))
    if imprint.mark:
        mark = broken(imprint.mark, Style(text.bold, scale.small, colours.accent_text), width * _MARK)
        out += mark.runs(left + width, mark.under(top + 5), Align.RIGHT)
    top -= _BAR[1] + _GAP * 1.5
    for words in (_title(text_of(figure.title), theme, width), broken(figure.subtitle, small, width)):
        out += words.runs(left, words.under(top), Align.LEFT)
        top -= words.height_pt + (_GAP if words.lines else 0)
    foot = _foot(figure, theme, imprint, width, small)
    out += foot.operations
    height = top - _GAP - foot.top - _WIDE_GAP
    chart = draw(figure.chart, width, height)
    fit = min(1.0, height / chart.height_pt)
    out += placed(chart, left, foot.top + _WIDE_GAP + (height - chart.height_pt * fit), fit)
    return Drawing(shape.width_pt, shape.height_pt, tuple(out)), fit


def _title(title: str, theme: Theme, width: float) -> Words:
    for share in _TITLES:
        words = broken(title, Style(theme.display.bold, theme.scale.h1 * share, theme.colours.primary), width)
        if len(words.lines) <= 2:
            break
    return words


def _foot(figure: FigureBlock, theme: Theme, imprint: Imprint, width: float, small: Style) -> _Foot:
    """From the foot upwards: source and brand on one line, then what must stand beside the figures."""
    out: list[Operation] = []
    right = _MARGIN + width
    taken = 0.0
    if theme.logo is not None:
        drawing = theme.logo.drawing
        fit = min(_LOGO_PT / drawing.height_pt, width * _LOGO_WIDTH / drawing.width_pt)
        taken = drawing.width_pt * fit
        out += placed(drawing, right - taken, _MARGIN - 4, fit)
    else:
        style = Style(theme.text.semibold, theme.scale.small, theme.colours.primary)
        name = broken(imprint.publisher, style, width * _LOGO_WIDTH)
        taken = name.width_pt
        out += name.runs(right, name.over(_MARGIN - 2), Align.RIGHT)
    source = broken(f"{imprint.source}: {figure.source}" if figure.source else "", small, width - taken - _WIDE_GAP)
    out += source.runs(_MARGIN, source.over(_MARGIN - 2), Align.LEFT)
    top = _MARGIN + max(source.height_pt, _LOGO_PT) - 2
    out.append(_rectangle(_MARGIN, top + _GAP, right, top + _GAP + 0.6, theme.colours.rule))
    top += 2 * _GAP
    for caveat in reversed(figure.caveats):
        words = broken(caveat, Style(small.face, small.size_pt, theme.colours.ink), width)
        out += words.runs(_MARGIN, words.over(top), Align.LEFT)
        top += words.height_pt + _GAP / 2
    return _Foot(tuple(out), top)


def _rectangle(left: float, bottom: float, right: float, top: float, colour: str) -> Shape:
    path = (("m", left, bottom), ("l", right, bottom), ("l", right, top), ("l", left, top), ("h",))
    return Shape(path, fill=colour)
