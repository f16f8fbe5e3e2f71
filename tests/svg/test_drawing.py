"""Tests of drawings written as SVG: well formed, described, the same picture as in the PDF, the same each time."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image, ImageChops, ImageFilter, ImageStat
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from charts.story import a_theme, first_and_last, forces, girls, platforms, uk
from report_builder.charts.chart import Chart
from report_builder.charts.record import record
from report_builder.drawing import Drawing, Operation, Shape, TextRun
from report_builder.path_data import number
from report_builder.pdf.drawing import replay
from report_builder.svg.drawing import About, svg_of

SVG = "{http://www.w3.org/2000/svg}"
ABOUT = About("chart-1", "Rose & rose <again>", 'Column chart: "offences".', "cy")
SQUARE = (("m", 0.0, 0.0), ("l", 10.0, 0.0), ("l", 10.0, 20.0), ("l", 0.0, 20.0), ("h",))
CHARTS = (forces("columns"), uk("lines"), platforms(), girls(), first_and_last())
ZOOM = 2


def drawn(chart: Chart) -> Drawing:
    return record(chart, a_theme(), 482.0)[0]


def of(*operations: Operation) -> Drawing:
    return Drawing(100.0, 50.0, operations)


def parsed(drawing: Drawing, real: bool = False) -> etree._Element:
    return etree.fromstring(svg_of(drawing, a_theme(), ABOUT, "real" if real else "outlined").encode())


def words(text: str, angle: float = 0.0) -> TextRun:
    return TextRun(5.0, 20.0, text, a_theme().text.regular.name, 10.0, "#123456", angle)


@pytest.mark.parametrize("real", [False, True])
def test_says_what_it_is_and_what_it_shows(real: bool) -> None:
    """Title and description come first and name the picture; its language is told; lxml reads all of it."""
    root = parsed(drawn(forces("columns")), real)
    title, description = root[0], root[1]
    assert (f"{SVG}title", ABOUT.title) == (title.tag, title.text)
    assert (f"{SVG}desc", ABOUT.description) == (description.tag, description.text)
    assert f"{title.get('id')} {description.get('id')}" == root.get("aria-labelledby")
    assert ("img", "cy", "cy") == (
        root.get("role"),
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang"),
    )


@pytest.mark.parametrize("chart", CHARTS, ids=lambda c: c.kind)
def test_needs_no_font_and_refers_only_to_itself(chart: Chart) -> None:
    """Outlined words are paths; every reference leads to an id of the same file that occurs once."""
    root = parsed(drawn(chart))
    assert not root.findall(f".//{SVG}text")
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    used = {e.get("{http://www.w3.org/1999/xlink}href", "#")[1:] for e in root.iter(f"{SVG}use")}
    used |= {e.get("clip-path", "")[5:-1] for e in root.iter() if e.get("clip-path")}
    assert used <= set(ids)
    assert used


def test_real_words_stay_words() -> None:
    """As text, every run of the drawing is there word for word, with its family, weight and width."""
    drawing = drawn(uk("lines"))
    root = parsed(drawing, real=True)
    runs = [o for o in drawing.operations if isinstance(o, TextRun)]
    texts = root.findall(f"{SVG}text")
    assert [run.text for run in runs] == [t.text for t in texts]
    assert {"'Source Sans Pro',sans-serif"} == {t.get("font-family") for t in texts}
    face = a_theme().text.regular
    wide = next(t for t in texts if t.get("font-weight") == "400")
    assert number(face.width_pt(wide.text or "", float(wide.get("font-size", "")))) == wide.get("textLength")


@pytest.mark.parametrize("chart", CHARTS, ids=lambda c: c.kind)
def test_draws_what_the_pdf_draws(chart: Chart) -> None:
    """resvg's picture of the SVG and poppler's of the PDF differ only along edges."""
    resvg = pytest.importorskip("resvg_py")
    if shutil.which("pdftoppm") is None:
        pytest.skip("pdftoppm is not installed")
    drawing = drawn(chart)
    svg = svg_of(drawing, a_theme(), ABOUT)
    size = round(drawing.width_pt * ZOOM), round(drawing.height_pt * ZOOM)
    made = resvg.svg_to_bytes(
        svg_string=svg, width=size[0], height=size[1], dpi=96, background="#ffffff", skip_system_fonts=True
    )
    difference = ImageChops.difference(_softened(bytes(made)), _softened(_of_pdf(drawing, size)))
    assert ImageStat.Stat(difference).mean[0] < 1.5
    assert 0 == sum(difference.histogram()[128:])


def _softened(png: bytes) -> Image.Image:
    """A picture in grey, blurred by a pixel: the two smooth edges each in their own way."""
    return Image.open(io.BytesIO(png)).convert("L").filter(ImageFilter.GaussianBlur(1.0))


def _of_pdf(drawing: Drawing, size: tuple[int, int]) -> bytes:
    """The drawing as the PDF writer paints it, rendered by poppler."""
    for face in (*a_theme().text.every(), *a_theme().display.every()):
        pdfmetrics.registerFont(TTFont(face.name, str(face.path)))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(drawing.width_pt, drawing.height_pt))
    replay(canvas, drawing)
    canvas.save()
    command = ["pdftoppm", "-scale-to-x", str(size[0]), "-scale-to-y", str(size[1]), "-png", "-"]
    return subprocess.run(command, input=out.getvalue(), capture_output=True, check=True).stdout


def test_the_same_drawing_is_the_same_bytes() -> None:
    """Nothing of the machine or the moment gets in."""
    drawing = drawn(platforms())
    assert svg_of(drawing, a_theme(), ABOUT) == svg_of(drawing, a_theme(), ABOUT)


def test_a_glyph_is_drawn_once() -> None:
    """However often a letter occurs, its outline is written a single time; a space has none."""
    root = parsed(of(words("a a a"), words("aa")))
    assert 1 == len(root.findall(f"{SVG}defs/{SVG}path"))
    assert 5 == len(root.findall(f".//{SVG}use"))


def test_turns_words_about_their_own_beginning() -> None:
    """An angle counts against the clock, as in the drawing, where SVG counts with it."""
    outlined = parsed(of(words("up", 90.0))).find(f"{SVG}g")
    assert outlined is not None
    assert (outlined.get("transform") or "").startswith("translate(5 30)rotate(-90)")
    real = parsed(of(words("up", 90.0)), real=True).find(f"{SVG}text")
    assert real is not None
    assert "rotate(-90 5 30)" == real.get("transform")


def test_writes_every_part_of_a_look() -> None:
    """Fill rule, dashes, caps, joins, opacity and clip of a shape."""
    shape = Shape(SQUARE, "#ff0000", "#00ff00", 2.0, (3.0, 1.5), 1.0, 1, 2, True, 0.5, SQUARE)
    path = parsed(of(shape)).find(f"{SVG}path")
    assert path is not None
    assert {
        "fill": "#ff0000",
        "fill-rule": "evenodd",
        "stroke": "#00ff00",
        "stroke-width": "2",
        "stroke-linecap": "round",
        "stroke-linejoin": "bevel",
        "stroke-dasharray": "3 1.5",
        "stroke-dashoffset": "1",
        "fill-opacity": "0.5",
        "stroke-opacity": "0.5",
        "clip-path": "url(#chart-1-clip-1)",
        "d": "M0 50H10V30H0Z",
    } == dict(path.attrib)


def test_leaves_out_what_nobody_sees() -> None:
    """A shape without fill and stroke, and words of spaces only, are not written."""
    root = parsed(of(Shape(SQUARE), words("  ")))
    assert [f"{SVG}title", f"{SVG}desc"] == [e.tag for e in root]


@given(st.floats(-1e6, 1e6))
def test_numbers_are_short_and_true(value: float) -> None:
    """A number in a path is within half of its last digit, without zeros that say nothing."""
    text = number(value)
    assert abs(float(text) - value) <= 0.005 + 1e-9
    assert text == "0" or not text.startswith("-0") or "." in text
    assert "." not in text or not text.endswith(("0", "."))


def test_real_text_needs_no_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page with words as text is made where fontTools is not installed."""
    monkeypatch.setitem(sys.modules, "report_builder.svg.outlines", None)
    assert ">554</text>" in svg_of(of(words("554")), a_theme(), ABOUT, "real")
    with pytest.raises(ImportError):
        svg_of(of(words("554")), a_theme(), ABOUT)
