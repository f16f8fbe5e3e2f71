"""A face cut down to some characters, with what makes its words look right."""

from __future__ import annotations

import io
import struct
from typing import Any

from report_builder.brand.fonts import Face

# kerning, marks above and below, figures of one width
_FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "tnum"]
# copyright and licence (OpenType, name table): a subset that is served must not carry a reserved font name
_NAMES = [0, 13, 14]


def for_web(face: Face, characters: str) -> bytes | None:
    """The face as WOFF2 without hints or its name; None where fontTools cannot read a table of it."""
    return _cut(face, characters, {"flavor": "woff2", "hinting": False, "name_IDs": _NAMES})


def for_word(face: Face, characters: str) -> bytes | None:
    """The face as TrueType, hinted, and under its own name, by which a document asks for it; None as above."""
    return _cut(face, characters, {"name_IDs": ["*"]})


def _cut(face: Face, characters: str, how: dict[str, Any]) -> bytes | None:
    from fontTools import subset  # 110 ms, and nothing but pages and Word files needs it
    from fontTools.ttLib import TTLibError

    options: Any = subset.Options(layout_features=_FEATURES, notdef_outline=True, **how)
    out = io.BytesIO()
    try:
        font = subset.load_font(io.BytesIO(face.path.read_bytes()), options)
        cutter = subset.Subsetter(options)
        cutter.populate(text=characters)
        cutter.subset(font)
        subset.save_font(font, out, options)
    except (TTLibError, ValueError, LookupError, AssertionError, AttributeError, OverflowError, struct.error):
        return None
    return out.getvalue()
