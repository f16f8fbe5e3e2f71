"""Every chart of a report as pictures that stand alone: SVG and PNG in each shape, with their alt text beside them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from report_builder.brand.theme import Theme
from report_builder.document.blocks import Document, FigureBlock
from report_builder.document.printed import figures, text_of
from report_builder.output import File
from report_builder.press.archive import short_name
from report_builder.press.png import to_png
from report_builder.press.poster import PRINT, SQUARE, WIDE, Draw, Format, Imprint, poster
from report_builder.press.xmp import Told
from report_builder.svg.drawing import About, svg_of

FOLDER = "charts"


class Picture(Struct, frozen=True):
    """One file of a chart, and which of them it is: "svg", "png" with its shape, or "alt"."""

    file: File
    kind: str
    title: str
    shape: str = ""


def pictures(document: Document, theme: Theme, imprint: Imprint, draw: Draw) -> Iterator[Picture]:
    """The files of every chart, in reading order."""
    for figure in figures(document):
        yield from _of(figure, document.language, theme, imprint, draw)


def _of(figure: FigureBlock, language: str, theme: Theme, imprint: Imprint, draw: Draw) -> Iterator[Picture]:
    title = text_of(figure.title)
    name = f"{FOLDER}/{figure.number}-{short_name(title)}{imprint.suffix}"
    alt = described(figure, imprint)
    told = Told(title, alt, imprint.publisher, language)
    for shape in (WIDE, SQUARE, PRINT):
        about = About(f"chart-{figure.number}", title, alt, language)
        svg = svg_of(poster(figure, theme, imprint, shape, draw), theme, about)
        if shape is PRINT:
            yield Picture(File(f"{name}.svg", svg.encode(), "image/svg+xml"), "svg", title)
        png = to_png(svg, shape.width_px, shape.height_px, shape.dpi, told)
        yield Picture(File(f"{name}-{shape.name}.png", png, "image/png"), "png", title, size(shape))
    yield Picture(File(f"{name}.txt", f"{alt}\r\n".encode(), "text/plain"), "alt", title)


def described(figure: FigureBlock, imprint: Imprint) -> str:
    """What the picture shows, for those who do not see it: its mark, its alt text, what stands beside the figures, the
    source."""
    mark = f"{imprint.mark}." if imprint.mark else ""
    source = f"{imprint.source}: {figure.source}." if figure.source else ""
    said = (mark, text_of(figure.title).rstrip(".") + ".", figure.alt, *figure.caveats, source)
    return " ".join(one for one in said if one)


def size(shape: Format) -> str:
    """The size of a shape in words of any language: "1200 × 675"."""
    return f"{shape.width_px} × {shape.height_px}"
