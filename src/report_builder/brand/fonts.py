"""Font faces: which file, which characters, how wide."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from msgspec import Struct, field

from report_builder.brand.sfnt import NO_BREAK_SPACE, FontFile, Glyphs, Refusal, Widths, read_font

REGULAR, SEMIBOLD, BOLD = 400, 600, 700


class Metrics(Struct, frozen=True):
    """Lengths per 1000 of the size, `descent` negative; `glyphs` and `widths` by character."""

    ascent: float = 0.0
    descent: float = 0.0
    cap_height: float = 0.0
    x_height: float = 0.0
    glyphs: Glyphs = field(default_factory=Glyphs)
    widths: Widths = field(default_factory=lambda: Widths(Glyphs()))

    @property
    def tabular(self) -> bool:
        """Whether all digits are of one width."""
        return len({self.widths[digit] for digit in "0123456789"}) == 1


class Face(Struct, frozen=True, eq=False):
    """One static TrueType file. `name` is made from its content, so two files never share one; metrics are per 1000.

    The same content at another path, or called by another weight, is the same face: it is loaded once in a process.
    """

    name: str
    path: Path
    family: str
    weight: int
    italic: bool
    metrics: Metrics = field(default_factory=Metrics)
    families: tuple[str, ...] = ()  # every name the file gives its family

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Face) and self.name == other.name

    def __hash__(self) -> int:
        return hash(self.name)

    def __repr__(self) -> str:
        return f"Face({self.name!r}, {str(self.path)!r}, {self.family!r}, {self.weight}, {self.italic})"

    def width_pt(self, text: str, size_pt: float) -> float:
        """The width in points of `text` on one line, without kerning, as PDF readers advance it."""
        return sum(map(self.metrics.widths.__getitem__, text)) * size_pt / 1000

    def missing(self, text: str) -> set[str]:
        """The characters of `text` that the font has no glyph for."""
        return {c for c in set(text) if not self.metrics.glyphs.of(ord(c)) and c != NO_BREAK_SPACE}

    @property
    def ascent(self) -> float:
        return self.metrics.ascent

    @property
    def descent(self) -> float:
        return self.metrics.descent

    @property
    def cap_height(self) -> float:
        return self.metrics.cap_height

    @property
    def x_height(self) -> float:
        return self.metrics.x_height


class Faces(Struct, frozen=True):
    """The four faces of a family as used for running text, and one for emphasis in headings and labels."""

    regular: Face
    bold: Face
    italic: Face
    bold_italic: Face
    semibold: Face

    def every(self) -> tuple[Face, ...]:
        """Each file once, in the order of the fields."""
        return tuple(dict.fromkeys((self.regular, self.bold, self.italic, self.bold_italic, self.semibold)))


def face(data: bytes, path: Path, weight: int | None = None, italic: bool | None = None) -> Face | Refusal:
    """The face in a font file that lies at `path`, or why it is refused.

    `weight` and `italic` are what the brand file says of it; the file itself says where the brand file does not.
    """
    font = read_font(data)
    if isinstance(font, Refusal):
        return font
    return Face(
        name=f"{_plain(path.stem)}-{sha256(data).hexdigest()[:12]}",
        path=path,
        family=font.families[0] if font.families else path.stem,
        weight=font.weight if weight is None else weight,
        italic=font.italic if italic is None else italic,
        metrics=_metrics(font),
        families=font.families,
    )


def nearest(faces: Iterable[Face], weight: int, italic: bool) -> Face:
    """The face nearest to a weight, italic or not (CSS Fonts Level 4, 5.2); slope goes before weight.

    Above 500 any heavier is nearer than a lighter one, below 400 any lighter; between, up to 500, lighter, heavier.
    ValueError where there is no face.
    """

    def far(one: Face) -> tuple[bool, int, int]:
        gap = one.weight - weight
        if REGULAR <= weight <= 500:
            rank = 0 if 0 <= gap <= 500 - weight else 1 if gap < 0 else 2
        else:
            rank = int(gap < 0 if weight > 500 else gap > 0)
        return one.italic != italic, rank, abs(gap)

    return min(faces, key=far)


def _metrics(font: FontFile) -> Metrics:
    return Metrics(font.ascent, font.descent, font.cap_height, font.x_height, font.glyphs, font.widths)


def _plain(stem: str) -> str:
    """Letters, digits and hyphens only: the name goes into PDF as a name object."""
    return "".join(c for c in stem if c.isascii() and (c.isalnum() or c == "-")) or "Face"
