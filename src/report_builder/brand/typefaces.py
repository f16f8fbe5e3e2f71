"""Which font files set the report: the families that the brand names, found in its folder, or what stands in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from msgspec import Struct, field

from report_builder.brand import shipped
from report_builder.brand.folder import Folder
from report_builder.brand.fonts import BOLD, REGULAR, SEMIBOLD, Face, Faces, face, nearest
from report_builder.brand.model import Brand, Font, FontFileEntry
from report_builder.brand.sfnt import Refusal
from report_builder.problems import KeyPath, Problem, Where, problem

_FONTS = (".ttf", ".otf", ".ttc", ".woff", ".woff2")
_LETTERS = "".join(map(chr, range(0x21, 0x7F))) + "£€–—‘’“”…•×áàâäéèêëíìîïóòôöúùûüŵŷÁÂÉÊÎÔÛŴŶ"
_STATIC = 'download the family as static TrueType files (.ttf) and put them into the brand\'s folder "fonts"'


def typefaces(brand: Brand, folder: Folder) -> tuple[Faces, Faces, tuple[Problem, ...]]:
    """The faces of text and of display, and what is wrong with the brand's fonts.

    Text is `typography.base`, display `typography.headings`. Headings without a family take that of the text, as the
    format says; a brand that names neither has Source Sans Pro and Source Serif Pro. A family is looked for among its
    own files, then in the folder `fonts`, then among those that come with the package.
    """
    search = _Search(brand, folder)
    kinds = brand.typography
    base, headings = kinds.base.family, kinds.headings.family or kinds.base.family
    weight, heading = kinds.base.weight or REGULAR, kinds.headings.weight or SEMIBOLD
    text_path: KeyPath = ("typography", "base", "family")
    display_path: KeyPath = ("typography", "headings", "family") if kinds.headings.family else text_path
    text_faces = search.family(base or shipped.SANS.family, text_path)
    display_faces = search.family(headings or shipped.SERIF.family, display_path)
    text = _five(text_faces, weight, SEMIBOLD)
    display = _five(display_faces, REGULAR, heading)
    search.examine(text, display, text_path, display_path)
    return text, display, tuple(dict.fromkeys(search.problems))


def _five(faces: tuple[Face, ...], regular: int, semibold: int) -> Faces:
    return Faces(
        regular=nearest(faces, regular, False),
        bold=nearest(faces, BOLD, False),
        italic=nearest(faces, regular, True),
        bold_italic=nearest(faces, BOLD, True),
        semibold=nearest(faces, semibold, False),
    )


class _Search(Struct, frozen=True):
    brand: Brand
    folder: Folder
    problems: list[Problem] = field(default_factory=list)
    lying: dict[str, Face | Refusal] = field(default_factory=dict)  # what is in the folder "fonts", read when asked for

    def family(self, name: str, use: KeyPath) -> tuple[Face, ...]:
        """The faces of a family, at least one; `use` is where the brand file names it."""
        declared = [(i, font) for i, font in enumerate(self.brand.typography.fonts) if _same(font.family, name)]
        found = tuple(one for i, font in declared for one in self._files(i, font)) or self._lying(name)
        if found:
            return found
        weights = (REGULAR, SEMIBOLD, BOLD, self.brand.typography.headings.weight or SEMIBOLD)
        design = shipped.same_design(name)
        if design is None:
            design = shipped.stand_in(name)
            where = self._where(("typography", "fonts", declared[0][0], "family") if declared else use)
            message = f'the font family "{name}" is not in the brand\'s folder; {design.family} stands in for it'
            self.problems.append(problem("B030", message, where, help=_STATIC))
        return shipped.faces(design, weights)

    def examine(self, text: Faces, display: Faces, text_path: KeyPath, display_path: KeyPath) -> None:
        """Note what the faces chosen lack: styles and tabular figures of the text, letters of both."""
        bold, sloped = text.bold.weight >= SEMIBOLD, text.italic.italic
        lacking = [style for style, there in (("bold", bold), ("italic", sloped)) if not there]
        if lacking:
            message = f'the font family "{text.regular.family}" has no {" and no ".join(lacking)}'
            note = "the nearest style stands in"
            self.problems.append(problem("B040", message, self._where(text_path), note, help=_STATIC))
        if not all(one.metrics.tabular for one in (text.regular, text.bold, text.semibold)):
            message = f'the digits of "{text.regular.family}" are of different widths'
            help = "choose a family with tabular figures, such as Source Sans Pro"
            self.problems.append(problem("B039", message, self._where(text_path), help=help))
        upright = (display.regular, display.bold, display.semibold)
        for faces, path in ((text.every(), text_path), (upright, display_path)):
            for one in dict.fromkeys(faces):
                self._letters(one, path)

    def _letters(self, one: Face, path: KeyPath) -> None:
        lacking = sorted(one.missing(_LETTERS))
        if lacking:
            shown = " ".join(lacking[:12]) + (f" and {len(lacking) - 12} more" if len(lacking) > 12 else "")
            help = "use a fuller version of the font, or another family"
            self.problems.append(
                problem("B041", f'the font "{one.path.name}" has no {shown}', self._where(path), help=help)
            )

    def _files(self, index: int, font: Font) -> Iterable[Face]:
        """The faces that a `source: file` entry lists."""
        for i, entry in enumerate(font.files):
            where = self._where(("typography", "fonts", index, "files", i, "path"))
            got = self.folder.fetch(entry.path, where, "B031")
            if isinstance(got, Problem):
                self.problems.append(got)
            elif isinstance(read := self._face(*got, entry), Face):
                yield read
            else:
                self._refuse(entry.path, read, where)

    def _lying(self, name: str) -> tuple[Face, ...]:
        """The faces of a family that lie in the folder `fonts`, known by what the files say, else by their names."""
        found, refused = [], []
        for path in self.folder.fonts if not self.lying else ():
            data = self.folder.read(path) if PurePosixPath(path).suffix.lower() in _FONTS else None
            if data is not None:
                self.lying[path] = self._face(path, data)
        for path, read in self.lying.items():
            if isinstance(read, Refusal):
                if _same(PurePosixPath(path).stem.split("-")[0], name):
                    refused.append((path, read))
            elif any(_same(family, name) for family in read.families):
                found.append(read)
        if not found:
            for path, refusal in refused:
                self._refuse(path, refusal, Where(self.folder.named(path)))
        return tuple(found)

    def _face(self, path: str, data: bytes, entry: FontFileEntry | None = None) -> Face | Refusal:
        weight = entry.weight if entry and isinstance(entry.weight, int) else None
        italic = entry.style != "normal" if entry and entry.style else None
        return face(data, self.folder.path / path, weight, italic)

    def _refuse(self, path: str, refusal: Refusal, where: Where) -> None:
        self.problems.append(problem(refusal.code, f'"{path}" cannot be used: {refusal.why}', where, help=_STATIC))

    def _where(self, key: KeyPath) -> Where:
        return Where(self.folder.file, key=key)


def _same(one: str, other: str) -> bool:
    return shipped.plain(one) == shipped.plain(other)
