"""English: what the tool says under a picture."""

from __future__ import annotations

PICTURES = {
    "picture credit": "Picture: {credit}",
    "picture model": "The child pictured is a model.",
}
