"""Faces measure text as a PDF sets it, and files that cannot be embedded are refused with the reason."""

from __future__ import annotations

import pickle
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import ttfonts

from report_builder.brand import shipped
from report_builder.brand.fonts import Face, Faces, face, nearest
from report_builder.brand.sfnt import FontFile, Refusal, read_font

from .made import make_font

SHIPPED = [*shipped.faces(shipped.SANS, (400, 600, 700)), *shipped.faces(shipped.SERIF, (400, 600, 700))]
REGULAR = SHIPPED[0]


@pytest.mark.parametrize("one", SHIPPED, ids=lambda one: one.path.stem)
def test_widths_and_characters_are_those_that_fonttools_reads(one: Face) -> None:
    """Both readers agree on every character of the shipped fonts, but that a no-break space is drawn as a space."""
    font = TTFont(one.path)
    cmap, advances = font.getBestCmap(), font["hmtx"]
    expected = {chr(code): advances[name][0] * 1000 / font["head"].unitsPerEm for code, name in cmap.items()}
    expected["\xa0"] = expected[" "]
    assert expected == {character: one.metrics.widths[character] for character in expected}
    every = set(map(chr, range(0x20, 0x3000)))
    assert every - set(expected) - {"\xa0"} == one.missing("".join(every))


@given(st.text(st.sampled_from("Offences 0123456789 £%–’ŵŷâ"), max_size=40), st.floats(1, 100))
def test_a_width_is_what_reportlab_advances(text: str, size: float) -> None:
    """The layout measures with a Face and ReportLab draws; they agree."""
    drawn = _REPORTLAB.stringWidth(text, size)
    assert pytest.approx(drawn, abs=1e-6) == REGULAR.width_pt(text, size)


_REPORTLAB = ttfonts.TTFont("Oracle", str(REGULAR.path))


def test_metrics_are_per_thousand() -> None:
    """Source Sans Pro's heights are those in its tables."""
    expected = (984.0, -273.0, 660.0, 486.0)
    assert expected == (REGULAR.ascent, REGULAR.descent, REGULAR.cap_height, REGULAR.x_height)


def test_a_no_break_space_is_never_missing() -> None:
    """It is drawn as a space."""
    assert {"漢"} == REGULAR.missing("a\xa0b漢")


def test_two_files_never_share_a_name() -> None:
    """The name is made from the content, not from the path."""
    one, other = (face(make_font(weight=w), Path("same.ttf")) for w in (400, 700))
    assert isinstance(one, Face)
    assert isinstance(other, Face)
    assert one.name != other.name


def test_a_face_goes_to_another_process() -> None:
    """Workers get faces by pickle and measure the same."""
    assert REGULAR.width_pt("Wales", 10) == pickle.loads(pickle.dumps(REGULAR)).width_pt("Wales", 10)


def test_a_face_made_without_a_file_has_no_characters() -> None:
    """Nothing is measured by guess."""
    assert {"a"} == Face("x", Path("x.ttf"), "X", 400, False).missing("a")


def test_every_names_each_file_once() -> None:
    """A family with one file has one face to embed."""
    assert (REGULAR,) == Faces(REGULAR, REGULAR, REGULAR, REGULAR, REGULAR).every()


def _variable() -> bytes:
    font = TTFont(BytesIO(make_font()))
    FontBuilder(font=font).setupFvar([("wght", 100, 400, 900, "Weight")], [])
    out = BytesIO()
    font.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (_variable(), "B032"),
        (REGULAR.path.with_suffix(".otf").read_bytes(), "B033"),
        (b"wOFF" + bytes(100), "B033"),
        (b"wOF2" + bytes(100), "B033"),
        (b"ttcf" + bytes(100), "B033"),
        (make_font(fs_type=2), "B035"),
        (make_font(fs_type=0x0100), "B035"),
        (make_font(fs_type=0x0200), "B035"),
        (b"", "B036"),
        (b"not a font", "B036"),
        (make_font()[:2000], "B036"),
    ],
    ids=["variable", "CFF", "WOFF", "WOFF2", "TTC", "restricted", "no subset", "bitmap", "empty", "text", "cut short"],
)
def test_refuses_what_cannot_be_embedded(data: bytes, code: str) -> None:
    """Each kind of file that ReportLab cannot embed, or may not, has its own reason."""
    found = read_font(data)
    assert isinstance(found, Refusal)
    assert code == found.code


@pytest.mark.parametrize("fs_type", [0, 4, 8, 0x000E])
def test_a_licence_that_allows_embedding_is_read(fs_type: int) -> None:
    """Print and preview, editable and installable embedding all allow a PDF."""
    assert isinstance(read_font(make_font(fs_type=fs_type)), FontFile)


@given(st.data())
def test_a_damaged_file_never_raises(data: st.DataObject) -> None:
    """Bytes changed anywhere give a font or a refusal."""
    whole = bytearray(_SMALL)
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    found = face(bytes(whole[: data.draw(st.integers(0, len(whole)))]), Path("x.ttf"))
    if isinstance(found, Face):
        found.width_pt("Abc ŵ", 10)
        found.missing("Abc ŵ")


_SMALL = make_font(characters="Abc ŵ")


@pytest.mark.parametrize(
    ("have", "wanted", "expected"),
    [
        ((400, 700), 600, 700),
        ((400, 500), 600, 500),
        ((300, 500), 400, 500),
        ((300, 600), 400, 300),
        ((200, 400), 300, 200),
        ((400, 900), 700, 900),
    ],
)
def test_the_nearest_weight_is_that_of_css(have: tuple[int, ...], wanted: int, expected: int) -> None:
    """CSS Fonts Level 4, 5.2, says which weight stands in for another."""
    faces = [Face(str(w), Path("x"), "X", w, False) for w in have]
    assert expected == nearest(faces, wanted, False).weight
