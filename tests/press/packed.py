"""Packs of the example, made once each, and what their numbers are compared with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from example import ROOT
from report_builder.build import Edition, check_edition, editions_of, load, prepare
from report_builder.cache import Cache
from report_builder.charts.chart import Chart
from report_builder.document.printed import figures
from report_builder.drawing import Drawing, TextRun
from report_builder.facts.ledger import Ledger, read
from report_builder.output import File
from report_builder.pipe.draw import draw_to_size
from report_builder.pipe.prepare import Prepared
from report_builder.pipe.press import pack_of
from report_builder.pipe.writers import Work
from report_builder.press.parts import Packing
from report_builder.press.pictures import FOLDER, described
from report_builder.press.png import to_png
from report_builder.press.poster import PRINT, SQUARE, WIDE, Imprint, poster
from report_builder.press.xmp import Told
from report_builder.svg.drawing import About, svg_of


class Shown(Struct, frozen=True):
    """A picture drawn anew: its bytes, the words around its chart, the words in its chart; the chart's place."""

    data: bytes
    around: tuple[str, ...]
    inside: tuple[str, ...]
    number: int


class Read(Struct, frozen=True):
    """The files of a pack by name, and what they are compared with: project, ledger, pictures drawn anew."""

    files: Mapping[str, File]
    ledger: Ledger
    work: Work
    pictures: Mapping[str, Shown]


@cache
def prepared() -> Prepared:
    """The example's project with its facts."""
    return prepare(load(ROOT, Cache()), Cache())


@cache
def packed(area: str, language: str) -> Read:
    """The pack of an edition of the example."""
    return made(next(e for e in editions_of(prepared().project) if (e.area, e.language) == (area, language)))


def made(edition: Edition) -> Read:
    """The pack of an edition, its pictures drawn a second time."""
    work = check_edition(prepared(), edition, Cache()).work
    assert work is not None
    pack, _ = pack_of(work, Packing())
    ledger = read(next(one.file.data for one in pack.packed if one.file.name.endswith("facts.json")))
    assert isinstance(ledger, Ledger), ledger
    return Read({one.file.name: one.file for one in pack.packed}, ledger, work, dict(drawn(work)))


def drawn(work: Work) -> Iterator[tuple[str, Shown]]:
    """Every picture of a report by the end of its name, from the drawing of its chart."""
    document = work.document
    imprint = Imprint(work.view.report.publisher.name, work.view.language.say("source"), document.furniture.mark)
    for figure in figures(document):
        title = "".join(run.text for run in figure.title)
        told = described(figure, imprint)
        xmp = Told(title, told, imprint.publisher, document.language)
        for shape in (WIDE, SQUARE, PRINT):
            charts: list[Drawing] = []

            def draw(chart: Chart, width_pt: float, height_pt: float, charts: list[Drawing] = charts) -> Drawing:
                charts.append(draw_to_size(chart, work.theme, width_pt, height_pt, work.cache))
                return charts[-1]

            whole = poster(figure, work.theme, imprint, shape, draw)
            inside = texts(charts[-1])
            around = [text for text in texts(whole) if text not in inside or inside.remove(text)]  # type: ignore[func-returns-value]
            about = About(f"chart-{figure.number}", title, told, document.language)
            svg = svg_of(whole, work.theme, about)
            said = (tuple(around), tuple(texts(charts[-1])), figure.number)
            png = to_png(svg, shape.width_px, shape.height_px, shape.dpi, xmp)
            yield f"{FOLDER}/{figure.number}-*-{shape.name}.png", Shown(png, *said)
        yield f"{FOLDER}/{figure.number}-*.svg", Shown(svg.encode(), *said)


def texts(drawing: Drawing) -> list[str]:
    """The words of a drawing, run by run."""
    return [operation.text for operation in drawing.operations if isinstance(operation, TextRun)]
