"""Charts as pictures that stand alone."""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree

import pytest
from PIL import Image

from example import ROOT
from press.made import composed
from report_builder.brand.theme import Theme
from report_builder.build import load
from report_builder.charts.chart import Chart
from report_builder.charts.record import record
from report_builder.document.printed import figures, text_of
from report_builder.drawing import Drawing, Shape, TextRun
from report_builder.press.pictures import pictures
from report_builder.press.poster import PRINT, SQUARE, WIDE, Format, Imprint, poster

SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "iptc": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
}
IMPRINT = Imprint("Example Campaign", "Source", "DRAFT 1.0")


@pytest.fixture(scope="module")
def theme() -> Theme:
    return load(ROOT).theme


def _draw(theme: Theme, chart: Chart, width: float, height: float) -> Drawing:
    return record(chart, theme, width, None, height)[0]


def _words(drawing: Drawing) -> str:
    return " ".join(o.text for o in drawing.operations if isinstance(o, TextRun))


@pytest.mark.parametrize("shape", [WIDE, SQUARE, PRINT], ids=lambda s: str(s.name))
def test_a_picture_says_all_that_the_page_says(theme: Theme, shape: Format) -> None:
    """Title, what is measured, every value, what must stand beside it, source and mark."""
    for figure in figures(composed()[1].document):
        made = poster(figure, theme, IMPRINT, shape, lambda c, w, h: _draw(theme, c, w, h))
        said = " ".join(_words(made).split())
        for words in (text_of(figure.title), figure.subtitle, *figure.caveats, f"Source: {figure.source}", "DRAFT 1.0"):
            assert words in said
        highlighted = [p.text for p in figure.chart.points() if p.highlight]
        assert not [value for value in highlighted if value not in said]


@pytest.mark.parametrize("shape", [WIDE, SQUARE, PRINT], ids=lambda s: str(s.name))
def test_nothing_leaves_the_picture_and_words_can_be_read(theme: Theme, shape: Format) -> None:
    """All lies within the margins; the smallest words are 24 pixels high, 16 where a chart has many panels."""
    faces = {face.name: face for face in (*theme.text.every(), *theme.display.every())}
    for figure in figures(composed()[1].document):
        made = poster(figure, theme, IMPRINT, shape, lambda c, w, h: _draw(theme, c, w, h))
        scale = shape.width_px / made.width_pt
        for o in made.operations:
            if isinstance(o, TextRun):
                assert 20 < o.x
                assert o.x + faces[o.face].width_pt(o.text, o.size_pt) < made.width_pt - 20
                assert 15 < o.y < made.height_pt - 15
                assert o.size_pt * scale > (23.9 if len(figure.chart.panels) == 1 else 16)
            elif isinstance(o, Shape):
                xs = [x for name, *numbers in o.path for x in numbers[::2]]
                assert all(-0.01 <= x <= made.width_pt + 0.01 for x in xs)


def test_every_chart_comes_in_every_shape_with_its_words(theme: Theme) -> None:
    """PNG of the promised sizes, in dots and on paper, with title and alt text inside, in the chunks that programs show
    and in XMP; SVG with title and description; alt text as a file."""
    document = composed()[1].document
    made = list(pictures(document, theme, IMPRINT, lambda c, w, h: _draw(theme, c, w, h)))
    count = len(list(figures(document)))
    assert {"svg": count, "alt": count, "png": 3 * count} == {
        kind: sum(p.kind == kind for p in made) for kind in ("svg", "alt", "png")
    }
    sizes = {"1200x675": (1200, 675), "1080x1080": (1080, 1080), "print": (2083, 1417)}
    for one in made:
        assert re.fullmatch(r"charts/[a-z0-9-]+\.(png|svg|txt)", one.file.name)
        if one.kind == "png":
            image = Image.open(io.BytesIO(one.file.data))
            image.load()
            assert sizes[one.file.name.rpartition("-")[2].removesuffix(".png")] == image.size
            texts = image.text  # type: ignore[attr-defined]
            assert one.title == texts["Title"]
            assert one.title in texts["Description"]
            packet = ElementTree.fromstring(texts["XML:com.adobe.xmp"])
            assert [texts["Title"]] * 2 == [li.text for li in packet.iterfind(".//dc:title//rdf:li", SPACES)]
            for place in ("dc:description", "iptc:AltTextAccessibility"):
                said = packet.findall(f".//{place}//rdf:li", SPACES)
                assert {"x-default": texts["Description"], "en-GB": texts["Description"]} == {
                    li.get("{http://www.w3.org/XML/1998/namespace}lang"): li.text for li in said
                }
            print_size = one.file.name.endswith("-print.png")
            assert [300 if print_size else 173] * 2 == [round(dots) for dots in image.info["dpi"]]
        elif one.kind == "svg":
            assert b"<desc" in one.file.data
            assert b"<text" not in one.file.data


def test_the_same_charts_give_the_same_pictures(theme: Theme) -> None:
    """Whenever they are made."""
    document = composed()[1].document

    def again() -> list[bytes]:
        return [p.file.data for p in pictures(document, theme, IMPRINT, lambda c, w, h: _draw(theme, c, w, h))]

    assert again() == again()
