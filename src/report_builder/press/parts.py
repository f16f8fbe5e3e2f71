"""The parts of a pack that may be left out, and sizes as people write them."""

from __future__ import annotations

import re

# in the order in which they are missed least
PARTS = (
    "print",
    "square",
    "svg",
    "pictures",
    "web",
    "workbook",
    "wide",
    "notes",
    "places",
    "spokespeople",
    "quotes",
    "social",
)


def bytes_of(text: str) -> int | None:
    """The size that someone means by "10MB", "900 kB" or "5000000"; None for anything else."""
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*([kKmM]?)[bB]?\s*", text)
    if found is None:
        return None
    return int(float(found[1]) * {"": 1, "k": 1_000, "m": 1_000_000}[found[2].lower()])
