"""Places as the report writes them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field


class Place(Struct, frozen=True):
    """`inside` is the name with its preposition ("in Wales"), `of` likewise; they are given, never made by mutation.

    `made` are the forms ("in", "of") that nobody gave, so that the tool put the bare name after words of its own.
    `columns` is text about it that the author keeps beside.
    """

    id: str
    name: str
    inside: str
    of: str
    made: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
