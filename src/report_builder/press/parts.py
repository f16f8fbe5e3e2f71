"""What a pack may be made without and how large it may be; sizes as people write them."""

from __future__ import annotations

import re

from msgspec import Struct

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


class Packing(Struct, frozen=True):
    """The parts that a pack is made without, and the most bytes it may have; None for any."""

    without: tuple[str, ...] = ()
    most: int | None = None


def bytes_of(text: str) -> int | None:
    """The size that someone means by "10MB", "900 kB" or "5000000"; None for anything else."""
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*([kKmM]?)[bB]?\s*", text)
    if found is None:
        return None
    return int(float(found[1]) * {"": 1, "k": 1_000, "m": 1_000_000}[found[2].lower()])
