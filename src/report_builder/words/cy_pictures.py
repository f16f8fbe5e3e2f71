"""Welsh: what the tool says under a picture."""

from __future__ import annotations

PICTURES = {
    "picture credit": "Llun: {credit}",
    "picture model": "Model yw’r plentyn yn y llun.",
}
