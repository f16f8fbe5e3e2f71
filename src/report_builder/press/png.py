"""SVG to PNG, with its size on paper and the words for those who do not see it in the picture's own metadata."""

from __future__ import annotations

import struct
import zlib

from report_builder.press.xmp import Told, xmp

_SIGNATURE_AND_HEADER = 8 + 25  # the signature, then IHDR: length, name, 13 bytes, checksum
_INCH = 0.0254  # metres


def to_png(svg: str, width_px: int, height_px: int, dpi: int, told: Told) -> bytes:
    """The picture at a size in pixels, so many of them an inch where it is placed on a page."""
    import resvg_py  # an extra: only a press pack has pictures

    made = bytes(
        resvg_py.svg_to_bytes(svg_string=svg, width=width_px, height=height_px, dpi=72, skip_system_fonts=True)
    )
    texts = {"Title": told.title, "Description": told.alt, "Author": told.author, "XML:com.adobe.xmp": xmp(told)}
    about = _paper(dpi) + b"".join(_text(keyword, words, told.language) for keyword, words in texts.items())
    return made[:_SIGNATURE_AND_HEADER] + about + made[_SIGNATURE_AND_HEADER:]


def _paper(dpi: int) -> bytes:
    """A pHYs chunk: dots a metre, the same both ways (PNG, 11.3.4.3)."""
    metre = round(dpi / _INCH)
    return _chunk(b"pHYs", struct.pack(">IIB", metre, metre, 1))


def _text(keyword: str, words: str, language: str) -> bytes:
    """An iTXt chunk: international text, not compressed (PNG, 11.3.3.4); XMP has languages of its own in it."""
    tag = "" if ":" in keyword else language
    return _chunk(b"iTXt", keyword.encode("latin-1") + b"\0\0\0" + tag.encode("ascii") + b"\0\0" + words.encode())


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
