"""Font faces: which file, which characters, how wide."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Face:
    """One static TrueType file. `name` is made from its content, so two files never share one; metrics are per 1000."""

    name: str
    path: Path
    family: str
    weight: int
    italic: bool


@dataclass(frozen=True, slots=True)
class Faces:
    """The four faces of a family as used for running text, and one for emphasis in headings and labels."""

    regular: Face
    bold: Face
    italic: Face
    bold_italic: Face
    semibold: Face
