"""The two families that come with the package: Source Sans Pro and Source Serif Pro (SIL Open Font License 1.1)."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct

from report_builder.brand.fonts import Face, face

_STYLES = {
    200: "ExtraLight",
    300: "Light",
    400: "Regular",
    600: "Semibold",
    700: "Bold",
    900: "Black",
}


class Shipped(Struct, frozen=True):
    """`also` are other names that the same design goes by, in small letters without spaces; `italics` by weight."""

    family: str
    package: str
    also: tuple[str, ...]
    italics: tuple[tuple[int, str], ...]


SANS = Shipped("Source Sans Pro", "font_source_sans_pro", ("sourcesans", "sourcesans3"), ((400, "It"), (700, "BoldIt")))
# Its italics lack the Welsh w and y with circumflex, and headlines and quotes are set upright.
SERIF = Shipped("Source Serif Pro", "font_source_serif_pro", ("sourceserif", "sourceserif4"), ())


def plain(family: str) -> str:
    """A family's name for comparison: small letters, no spaces."""
    return "".join(family.lower().split())


def same_design(family: str) -> Shipped | None:
    """The shipped family that `family` names, if it does."""
    return next((one for one in (SANS, SERIF) if plain(family) in (plain(one.family), *one.also)), None)


def stand_in(family: str) -> Shipped:
    """The shipped family that stands in for one that is not there: the serif for names with "serif" or "slab"."""
    name = plain(family)
    return SERIF if "sans" not in name and ("serif" in name or "slab" in name) else SANS


def faces(shipped: Shipped, weights: tuple[int, ...]) -> tuple[Face, ...]:
    """The faces of a shipped family nearest to `weights`, and its italics. FileNotFoundError: broken installation."""
    spec = find_spec(shipped.package)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(shipped.package)
    folder = Path(spec.submodule_search_locations[0]) / "files"
    wanted = {min(_STYLES, key=lambda have: (abs(have - weight), -have)) for weight in weights}
    stems = [_STYLES[weight] for weight in sorted(wanted)] + [style for _, style in shipped.italics]
    paths = [folder / f"{shipped.family.replace(' ', '')}-{stem}.ttf" for stem in stems]
    return tuple(one for path in paths if isinstance(one := face(path.read_bytes(), path), Face))
