"""What comes of calling the command line in a test."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct


class Outcome(Struct, frozen=True):
    """What a command came to: its exit code, and what it printed."""

    exit_code: int
    out: str
    err: str


Call = Callable[..., Outcome]
