"""What cannot be read from a file is told, and what is described is no such thing."""

from __future__ import annotations

import io

import pikepdf
from PIL import Image

from pdf.brand import theme
from pdf.briefing import drawings, with_blocks
from pdf.hard import UPRIGHT, WIDE
from report_builder.pdf.write import write
from report_builder.verify.reading import read
from verify.tampering import changed

PICTURED = write(with_blocks(WIDE, UPRIGHT), drawings(theme()), theme()).data


def test_a_photograph_with_a_description_is_read() -> None:
    """By its words; of the dots it says nothing."""
    reading = read(PICTURED)
    assert () == reading.unread
    assert {WIDE.alt, UPRIGHT.alt} <= {p.alt for p in reading.passages}


def test_a_picture_without_a_description_is_told() -> None:
    """One laid over the page afterwards, and one whose description was taken out."""

    def covered(pdf: pikepdf.Pdf) -> None:
        dots = io.BytesIO()
        Image.new("RGB", (4, 4), "#ffffff").save(dots, "JPEG")
        image = pikepdf.Stream(pdf, dots.getvalue(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
        image.update({"/Filter": pikepdf.Name.DCTDecode, "/Width": 4, "/Height": 4, "/BitsPerComponent": 8})
        image.ColorSpace = pikepdf.Name.DeviceRGB
        page = pdf.pages[0]
        name = page.add_resource(image, pikepdf.Name.XObject)
        page.contents_add(f"q 90 0 0 90 100 600 cm {name} Do Q".encode())

    def silenced(pdf: pikepdf.Pdf) -> None:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and str(item.get("/Alt", "")) == WIDE.alt:
                del item["/Alt"]

    assert ("page 1: a picture",) == read(changed(PICTURED, covered)).unread
    (told,) = read(changed(PICTURED, silenced)).unread
    assert told.endswith("a picture")
