"""Tests of painting drawings on a canvas."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import font_source_sans_pro
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from report_builder.drawing import Drawing, Operation, Shape, TextRun
from report_builder.pdf.drawing import replay

FACE = "drawing-test-face"
SQUARE = (("m", 0.0, 0.0), ("l", 10.0, 0.0), ("l", 10.0, 20.0), ("l", 0.0, 20.0), ("h",))
SLOPE = (("m", 0.0, 0.0), ("l", 10.0, 5.0))


@pytest.fixture(autouse=True, scope="module")
def registered() -> None:
    path = Path(font_source_sans_pro.__file__).parent / "files" / "SourceSansPro-Regular.ttf"
    pdfmetrics.registerFont(TTFont(FACE, str(path)))


def painted(*operations: Operation, x: float = 0.0, y: float = 0.0, scale: float = 1.0) -> list[str]:
    """The operators a drawing is painted with, each with its operands."""
    canvas: Any = Canvas(io.BytesIO(), pageCompression=0)
    before = len(canvas._code)
    replay(canvas, Drawing(100.0, 50.0, operations), x, y, scale)
    code = " ".join(canvas._code[before:])
    tokens = re.findall(r"\((?:\\.|[^\\)])*\)|\[[^\]]*\]|\S+", code)
    out, operands = [], []
    for token in tokens:
        operands.append(token)
        if re.fullmatch(r"[A-Za-z]+[0-9]?\*?|'|\"", token):
            out.append(" ".join(operands))
            operands = []
    return out


def words(x: float, text: str, colour: str = "#000000", size: float = 10.0) -> TextRun:
    return TextRun(x, 5.0, text, FACE, size, colour)


def test_a_rectangle_is_one_operator() -> None:
    """Upright rectangles are written as `re`, in device RGB, inside one pair of q and Q."""
    assert ["q", "1 0 0 rg", "n", "0 0 10 20 re", "f", "Q"] == painted(Shape(SQUARE, fill="#ff0000"))


def test_a_state_is_set_once() -> None:
    """Three shapes of one look set their colour once."""
    code = painted(*[Shape(SLOPE, stroke="#00ff00", line_width=2.0)] * 3)
    assert ["0 1 0 RG", "2 w"] == [c for c in code if c.split()[-1] in ("RG", "w", "J", "j", "d", "rg", "gs")]
    assert 3 == code.count("S")


def test_runs_in_a_row_share_one_text_object() -> None:
    """Words are text in one BT and ET, with font and colour set once; they may be copied and searched."""
    code = painted(words(0.0, "554"), words(30.0, "2023/24"))
    operators = [c.split()[-1] for c in code]
    assert (1, 1, 1, 1, 2) == tuple(operators.count(o) for o in ("BT", "ET", "Tf", "rg", "Tj"))
    assert ["1 0 0 1 0 5 Tm", "1 0 0 1 30 5 Tm"] == [c for c in code if c.endswith("Tm")]


def test_only_words_and_state_stand_in_a_text_object() -> None:
    """Shapes between words close the text object (ISO 32000-2, 8.2, figure 9)."""
    code = painted(words(0.0, "a"), Shape(SQUARE, fill="#000000"), words(9.0, "b"))
    operators = [c.split()[-1] for c in code]
    inside = False
    for operator in operators:
        inside = operator == "BT" or (inside and operator != "ET")
        assert not (inside and operator in ("re", "m", "f", "q", "Q", "W"))
    assert (2, 1) == (operators.count("BT"), operators.count("rg"))


def test_a_clip_is_undone_and_forgets_what_was_set_in_it() -> None:
    """The colour set inside a clip is set again after it."""
    code = painted(
        Shape(SLOPE, stroke="#000000"),
        Shape(SLOPE, stroke="#ff0000", clip=SQUARE),
        Shape(SLOPE, stroke="#000000"),
    )
    assert ["q", "q", "Q", "Q"] == [c for c in code if c in ("q", "Q")]
    assert ["0 0 0 RG", "1 0 0 RG"] == [c for c in code if c.endswith("RG")]


def test_place_and_scale_are_in_the_numbers() -> None:
    """No matrix is needed: points, widths and sizes are scaled as they are written."""
    code = painted(Shape(SQUARE, stroke="#000000", line_width=2.0), words(10.0, "a"), x=100.0, y=50.0, scale=0.5)
    assert "100 50 5 10 re" in code
    assert "1 w" in code
    assert "1 0 0 1 105 52.5 Tm" in code
    assert not [c for c in code if c.endswith(" cm")]
    assert any(c.endswith("5 Tf") for c in code)


def test_transparency_is_written_only_where_there_is_some() -> None:
    """No graphics state is used for opaque drawings."""
    assert not [c for c in painted(Shape(SQUARE, fill="#000000"), words(0.0, "a")) if c.endswith("gs")]
    assert [c for c in painted(Shape(SQUARE, fill="#000000", opacity=0.5)) if c.endswith("gs")]


def test_opacity_ends_with_its_shape() -> None:
    """What comes after a transparent shape is opaque again."""
    code = painted(Shape(SQUARE, fill="#000000", opacity=0.5), Shape(SQUARE, fill="#000000"))
    assert code.index("f") < max(i for i, c in enumerate(code) if c.endswith("gs")) < len(code) - 1


def test_dashes_caps_joins_and_curves_are_kept() -> None:
    """All that a shape may say reaches the page."""
    curve = (("m", 0.0, 0.0), ("c", 1.0, 2.0, 3.0, 4.0, 5.0, 6.0), ("h",))
    code = painted(
        Shape(curve, fill="#ffffff", stroke="#000000", dash=(3.0, 1.0), dash_offset=1.0, cap=1, join=2, even_odd=True)
    )
    assert {"[3 1] 1.0 d", "1 J", "2 j", "1 2 3 4 5 6 c", "h", "B*"} <= set(code)


def test_turned_words_turn_about_their_start() -> None:
    """An angle is a matrix of its own."""
    assert "0 1 -1 0 7 5 Tm" in painted(TextRun(7.0, 5.0, "up", FACE, 10.0, "#000000", angle=90.0))


def test_nothing_is_painted_for_nothing() -> None:
    """An empty drawing leaves no trace; a shape without paint neither."""
    assert [] == painted()
    assert ["q", "Q"] == painted(Shape(SQUARE), Shape((), fill="#000000"))


def test_the_canvas_is_as_before() -> None:
    """Colours and widths set by a drawing are not those of what follows."""
    canvas: Any = Canvas(io.BytesIO())
    canvas.setLineWidth(3.0)
    replay(canvas, Drawing(1.0, 1.0, (Shape(SLOPE, stroke="#ff0000", line_width=9.0),)))
    assert 3.0 == canvas._lineWidth
