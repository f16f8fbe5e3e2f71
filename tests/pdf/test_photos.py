"""Photographs stand in the file as they are, once, inside a Figure."""

from __future__ import annotations

import io

import pikepdf

from report_builder.brand.theme import Theme
from report_builder.pdf.write import write

from .briefing import drawings, with_blocks
from .hard import UPRIGHT, WIDE
from .reading import read, tree


def test_the_bytes_of_the_jpeg_stand_in_the_file_once(theme: Theme) -> None:
    """However often the picture is shown; in device RGB, as PDF/A asks of what is not interpolated."""
    data = write(with_blocks(WIDE, UPRIGHT, UPRIGHT), drawings(theme), theme).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        images = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]
        assert {WIDE.photo.jpeg, UPRIGHT.photo.jpeg} == {o.read_raw_bytes() for o in images}
        assert [("/DeviceRGB", "/DCTDecode")] * 2 == [(str(o.ColorSpace), str(o.Filter)) for o in images]
    assert 3 == tree(read(data)).count("Figure Alt=A ")


def test_the_same_picture_gives_the_same_file(theme: Theme) -> None:
    """Its name in the file is made from its bytes."""
    document = with_blocks(WIDE)
    assert write(document, drawings(theme), theme).data == write(document, drawings(theme), theme).data


def test_an_upright_picture_leaves_half_the_page(theme: Theme) -> None:
    """And a wide one takes the whole column."""
    page = theme.page
    assert page.column == page.photo_width(1.5)
    assert (page.height - page.top - page.bottom) / 2 == page.photo_width(1 / 3) * 3
