"""Pictures are read within limits and carry nothing out of the camera."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from pictures import jpeg, png, scene
from report_builder.brand.theme import PAGES
from report_builder.document.blocks import Photo
from report_builder.project.photos import DOTS_PER_INCH, PIXELS, Refused, photo


def printed(data: bytes) -> Photo:
    """What is printed of a file."""
    made = photo(data, PAGES["A4"], "#fafafa")
    assert isinstance(made, Photo)
    return made


def refused(data: bytes) -> str:
    """The code of the problem with a file."""
    made = photo(data, PAGES["A4"], "#fafafa")
    assert isinstance(made, Refused)
    return made.code


def opened(made: Photo) -> Image.Image:
    return Image.open(io.BytesIO(made.jpeg))


def test_nothing_of_the_camera_is_left() -> None:
    """No place, no maker, no remark, no profile: the segments of the file are those a picture needs."""
    data = jpeg()
    assert b"A telephone" in data
    made = printed(data)
    left = opened(made)
    assert ({}, set()) == (dict(left.getexif()), set(left.info) & {"exif", "icc_profile", "comment", "xmp"})
    assert not any(word in made.jpeg for word in (b"Exif", b"A telephone", b"a secret", b"ICC_PROFILE"))


def test_no_more_dots_than_are_seen_in_print() -> None:
    """A wide picture is made smaller in proportion; a small one stays as it is."""
    made = printed(jpeg(scene(3000, 2000)))
    assert (round(170 / 25.4 * DOTS_PER_INCH), 981) == (made.width_px, made.height_px)
    upright = printed(jpeg(scene(2000, 3000)))
    assert (round(249 / 2 / 1.5 / 25.4 * DOTS_PER_INCH), 1078) == (upright.width_px, upright.height_px)
    assert (made.width_px, made.height_px) == opened(made).size
    assert (600, 400) == (printed(jpeg(scene(600, 400))).width_px, printed(jpeg(scene(600, 400))).height_px)


def test_a_picture_taken_sideways_stands_upright() -> None:
    """What the camera says of how it was held is done, not kept."""
    turned = scene(600, 400).transpose(Image.Transpose.ROTATE_90)
    made = printed(jpeg(turned, orientation=6))
    assert (600, 400) == (made.width_px, made.height_px)
    sky, grass = opened(made).getpixel((5, 5)), opened(made).getpixel((5, 395))
    assert isinstance(sky, tuple)
    assert isinstance(grass, tuple)
    assert (True, True) == (sky[2] > 180, grass[2] < 120)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1", "I;16", "CMYK"])
def test_every_mode_is_printed_in_rgb(mode: str) -> None:
    """Grey, indexed, transparent and four-colour pictures too."""
    data = jpeg(scene(60, 40, mode)) if mode == "CMYK" else png(scene(60, 40, mode))
    assert "RGB" == opened(printed(data)).mode


def test_what_is_transparent_shows_the_paper() -> None:
    """And not the black that lies under it."""
    made = printed(png(Image.new("RGBA", (20, 20), (0, 0, 0, 0))))
    assert (250, 250, 250) == opened(made).getpixel((10, 10))


def test_the_same_picture_gives_the_same_bytes() -> None:
    """Made twice."""
    assert printed(jpeg()) == printed(jpeg())


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "I010"),
        (b"GIF89a" + bytes(100), "I010"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "I010"),
        (jpeg()[:2000], "I012"),
        (png()[:-200], "I012"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "I010"),
    ],
)
def test_what_is_no_picture_is_refused(data: bytes, code: str) -> None:
    """Another format, nothing at all, or the first half of one."""
    assert code == refused(data)


@pytest.mark.parametrize("side", [9_000, 11_000, 30_000])
def test_a_bomb_is_refused_before_it_is_unpacked(side: int) -> None:
    """A few kilobytes that say they unfold to more dots than a camera takes."""
    data = png(Image.new("1", (side, side)))
    assert side * side > PIXELS
    assert len(data) < 200_000
    assert "I011" == refused(data)
