"""SVG to PNG, with the words for those who do not see it in the picture's own metadata."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

_SIGNATURE_AND_HEADER = 8 + 25  # the signature, then IHDR: length, name, 13 bytes, checksum


def to_png(svg: str, width_px: int, height_px: int, told: Mapping[str, str]) -> bytes:
    """The picture at a size in pixels; `told` are texts by keyword ("Title", "Description": PNG, 11.3.3.1)."""
    import resvg_py  # an extra: only a press pack has pictures

    made = bytes(
        resvg_py.svg_to_bytes(svg_string=svg, width=width_px, height=height_px, dpi=72, skip_system_fonts=True)
    )
    texts = b"".join(_text(keyword, words) for keyword, words in told.items())
    return made[:_SIGNATURE_AND_HEADER] + texts + made[_SIGNATURE_AND_HEADER:]


def _text(keyword: str, words: str) -> bytes:
    """An iTXt chunk: international text, not compressed, of no stated language (PNG, 11.3.3.4)."""
    body = b"iTXt" + keyword.encode("latin-1") + b"\0\0\0\0\0" + words.encode()
    return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
