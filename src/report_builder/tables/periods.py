"""Periods: years and fiscal years in the spellings in which they arrive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """`id` is the canonical spelling ("2017/18", "2024", "2024-10"); `start` and `end` are its first and last day."""

    id: str
    start: date
    end: date
