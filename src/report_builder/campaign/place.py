"""Places as the report writes them."""

from __future__ import annotations

from msgspec import Struct


class Place(Struct, frozen=True):
    """`inside` is the name with its preposition ("in Wales"), `of` likewise; they are given, never made by mutation."""

    id: str
    name: str
    inside: str
    of: str
