"""A brand to lay documents out with, and stand-ins for charts."""

from __future__ import annotations

from pathlib import Path

import font_source_sans_pro
import font_source_serif_pro
from msgspec.structs import replace

from report_builder.brand.fonts import Face, Faces
from report_builder.brand.fonts import face as read_face
from report_builder.brand.theme import Colours, Geometry, Logo, Scale, Theme
from report_builder.drawing import Drawing, Operation, Shape, TextRun

MM = 72 / 25.4


def family(package: str, stem: str, folder: Path) -> Faces:
    """A family of static faces as PyPI carries them."""

    def face(style: str, weight: int, italic: bool = False) -> Face:
        path = folder / f"{stem}-{style}.ttf"
        made = read_face(path.read_bytes(), path, weight, italic)
        assert isinstance(made, Face)
        return replace(made, name=f"{stem}-{style}", family=package)

    return Faces(
        face("Regular", 400), face("Bold", 700), face("It", 400, True), face("BoldIt", 700, True), face("Semibold", 600)
    )


def logo(colour: str, ground: str) -> Logo:
    """A round mark with a bar across it."""
    k = 11.046
    ring: tuple[tuple[str, *tuple[float, ...]], ...] = (
        ("m", 40, 20),
        ("c", 40, 20 + k, 20 + k, 40, 20, 40),
        ("c", 20 - k, 40, 0, 20 + k, 0, 20),
        ("c", 0, 20 - k, 20 - k, 0, 20, 0),
        ("c", 20 + k, 0, 40, 20 - k, 40, 20),
        ("h",),
    )
    bar = (("m", 9.0, 14.0), ("l", 31.0, 14.0), ("l", 31.0, 19.0), ("l", 9.0, 19.0), ("h",))
    dot = (("m", 17.0, 23.0), ("l", 23.0, 23.0), ("l", 23.0, 31.0), ("l", 17.0, 31.0), ("h",))
    return Logo(Drawing(40, 40, (Shape(ring, colour), Shape(bar, ground), Shape(dot, ground))), "Example Campaign")


def theme() -> Theme:
    """Deep teal and ink, one warm accent; Source Sans and Source Serif; A4 with margins of 20 mm."""
    text = family("Source Sans Pro", "SourceSansPro", Path(font_source_sans_pro.__file__).parent / "files")
    display = family("Source Serif Pro", "SourceSerifPro", Path(font_source_serif_pro.__file__).parent / "files")
    colours = Colours(
        ink="#1c2326",
        muted="#566064",
        paper="#ffffff",
        primary="#0b4a52",
        on_primary="#ffffff",
        on_primary_muted="#c5dcdc",
        accent="#e0672e",
        accent_text="#b0440f",
        accent_on_primary="#ffb27a",
        series="#7f979b",
        tint="#eef3f2",
        rule="#d3dbdb",
    )
    page = Geometry(210 * MM, 297 * MM, 20 * MM, 20 * MM, 20 * MM, 20 * MM)
    return Theme(
        "example", colours, text, display, Scale(), page, logo("#0b4a52", "#ffffff"), logo("#ffffff", "#0b4a52")
    )


def columns(
    values: list[float | None], labels: list[str], width: float, height: float, theme: Theme, *, reverse: bool = False
) -> Drawing:
    """Columns with their labels, the last of them in the accent colour; a missing one is a gap."""
    colours = theme.colours
    plain = colours.on_primary_muted if reverse else colours.series
    accent = colours.accent_on_primary if reverse else colours.accent
    words = colours.on_primary if reverse else colours.ink
    operations: list[Operation] = []
    step = width / len(values)
    top = max((v for v in values if v is not None), default=1) or 1
    face = theme.text.regular.name
    for n, (value, label) in enumerate(zip(values, labels, strict=True)):
        x = n * step + step * 0.15
        if value is not None:
            high = (height - 34) * value / top
            box = (
                ("m", x, 18.0),
                ("l", x + step * 0.7, 18.0),
                ("l", x + step * 0.7, 18.0 + high),
                ("l", x, 18.0 + high),
            )
            operations.append(Shape((*box, ("h",)), accent if n == len(values) - 1 else plain))
            operations.append(TextRun(x, 22 + high, f"{value:,.0f}", face, 10, words))
        operations.append(TextRun(x, 4, label, face, 10, words))
    return Drawing(width, height, tuple(operations))
