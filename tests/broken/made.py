"""Cases that no text file can hold: broken, hostile or binary files, made when the test runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

MADE: dict[str, Callable[[Path], None]] = {}
