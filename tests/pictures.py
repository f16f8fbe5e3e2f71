"""Small pictures, made where a test needs them."""

from __future__ import annotations

import io

from PIL import Image, ImageCms, ImageDraw

from report_builder.brand.theme import PAGES
from report_builder.document.blocks import Photo
from report_builder.project.photos import Refused, photo


def scene(width: int = 1200, height: int = 800, mode: str = "RGB") -> Image.Image:
    """A bus stop under a sky, so that one can tell what is up."""
    made = Image.new("RGB", (width, height), "#a8c8e0")
    draw = ImageDraw.Draw(made)
    draw.rectangle((0, height * 0.7, width, height), fill="#5a6e4b")
    draw.rectangle((width * 0.6, height * 0.3, width * 0.62, height * 0.75), fill="#333333")
    draw.ellipse((width * 0.56, height * 0.18, width * 0.66, height * 0.33), fill="#c03028")
    return made.convert(mode)


def jpeg(image: Image.Image | None = None, located: bool = True, orientation: int = 1) -> bytes:
    """The bytes of a JPEG as a telephone writes it: with the place where it was taken."""
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "A telephone"
    if located:
        exif.get_ifd(0x8825)[1] = "N"
        exif.get_ifd(0x8825)[2] = (51.0, 28.0, 38.0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    (image or scene()).save(out, "JPEG", exif=exif, icc_profile=profile, comment=b"a secret")
    return out.getvalue()


def png(image: Image.Image | None = None) -> bytes:
    """The bytes of a PNG."""
    out = io.BytesIO()
    (image or scene()).save(out, "PNG")
    return out.getvalue()


def photograph(width: int = 1200, height: int = 800) -> Photo:
    """A picture that is ready for print."""
    made = photo(jpeg(scene(width, height)), PAGES["A4"], "#ffffff")
    assert not isinstance(made, Refused)
    return made
