"""Where the areas of a map stand, however it is drawn."""

from __future__ import annotations

from msgspec import Struct

Ring = tuple[tuple[float, float], ...]


class MapArea(Struct, frozen=True):
    """An area: its id, its name, the middle of its hexagon or where its words stand, y running up.

    `rings` are its outline, those around holes the other way round; none for a hexagon. `room` is how wide the area is
    where its words stand. Neighbouring hexagons are one apart; a map of outlines is some hundreds wide or high.
    """

    id: str
    name: str
    x: float
    y: float
    room: float = 1.0
    rings: tuple[Ring, ...] = ()


class AreaMap(Struct, frozen=True):
    """`flat` hexagons have a side on top instead of a corner."""

    areas: tuple[MapArea, ...]
    flat: bool = False
