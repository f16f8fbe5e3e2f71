"""Which characters the codes of a font draw, from its map to Unicode (ISO 32000-1, 9.10.3)."""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct

_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
_RANGE = 65_536


class Glyphs(Struct, frozen=True):
    """`characters` by code; `size` is how many bytes make a code."""

    characters: dict[int, str]
    size: int

    def words(self, codes: bytes) -> str:
        """The text of some codes; a code without a character is U+FFFD."""
        if self.size == 1:
            return "".join(self.characters.get(code, "\ufffd") for code in codes)
        pairs = (int.from_bytes(codes[i : i + 2], "big") for i in range(0, len(codes), 2))
        return "".join(self.characters.get(code, "\ufffd") for code in pairs)


def glyphs_of(font: Any) -> Glyphs:
    """The characters of a font; none where it has no map."""
    if font is None:
        return Glyphs({}, 1)
    size = 2 if font.get("/Subtype") == "/Type0" else 1
    stream = font.get("/ToUnicode")
    return Glyphs(_map(stream.read_bytes()) if hasattr(stream, "read_bytes") else {}, size)


def _map(cmap: bytes) -> dict[int, str]:
    out: dict[int, str] = {}
    for kind, body in _BLOCK.findall(cmap):
        words = [(bytes.fromhex(h.decode()), bool(a), bool(b)) for h, a, b in _HEX.findall(body)]
        if kind == b"bfchar":
            codes = [w for w, _, _ in words]
            for code, point in zip(codes[::2], codes[1::2], strict=False):
                out[int.from_bytes(code, "big")] = point.decode("utf-16-be", "replace")
        else:
            _ranges(words, out)
    return out


def _ranges(words: list[tuple[bytes, bool, bool]], out: dict[int, str]) -> None:
    at = 0
    while at + 2 < len(words):
        first, last = (int.from_bytes(words[at + n][0], "big") for n in (0, 1))
        if words[at + 2][1]:  # a list: one text for each code
            end = next((n for n in range(at + 3, len(words)) if words[n][2]), len(words))
            for each, (point, _, _) in zip(range(first, last + 1), words[at + 3 : end], strict=False):
                out[each] = point.decode("utf-16-be", "replace")
            at = end + 1
            continue
        text = words[at + 2][0].decode("utf-16-be", "replace")
        for n, code in enumerate(range(first, min(last, first + _RANGE) + 1)):
            out[code] = text[:-1] + chr(ord(text[-1]) + n) if text else ""
        at += 3
