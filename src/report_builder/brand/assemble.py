"""A brand made ready for layout: its file, fonts and logos read and checked, its colours given roles."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import PurePosixPath

from msgspec import Struct, field
from msgspec.structs import replace

from report_builder.brand.folder import Folder
from report_builder.brand.logo import logo
from report_builder.brand.model import Brand, Image
from report_builder.brand.palette import palette
from report_builder.brand.read import known_path, read_brand
from report_builder.brand.roles import roles
from report_builder.brand.theme import PAGES, Logo, Page, Scale, Theme
from report_builder.brand.typefaces import typefaces
from report_builder.brand.unused import unused
from report_builder.problems import KeyPath, Problem, Where, problem

_SIZES = ("medium", "large", "small")  # the size for a page's width first


class Assembled(Struct, frozen=True):
    """The theme, complete even where the brand has faults (defaults stand in), and every problem found."""

    theme: Theme
    problems: tuple[Problem, ...]


def assemble(data: object, folder: Folder, *, page: Page = "A4", strict: bool = False) -> Assembled:
    """The theme of a brand file's parsed content (None where the file is empty or there is none).

    `strict` makes colours that are too weak errors; otherwise a stronger shade is used and a warning says so.
    """
    brand, problems = read_brand(data, folder.file)
    made, more = theme(brand or Brand(), folder, page=page, strict=strict)
    return Assembled(made, tuple(dict.fromkeys(_placed(one, data, folder.file) for one in (*problems, *more))))


def theme(
    brand: Brand, folder: Folder, *, page: Page = "A4", strict: bool = False
) -> tuple[Theme, tuple[Problem, ...]]:
    """What layout needs of a brand, and what is wrong with its colours, fonts and logos."""
    colours, wrong = palette(brand, folder.file)
    by_role, weak = roles(colours, folder.file, strict=strict)
    text, display, fonts = typefaces(brand, folder)
    logos = _Logos(brand, folder)
    made = Theme(
        name=brand.name,
        colours=by_role,
        text=text,
        display=display,
        scale=Scale(),
        page=PAGES[page],
        logo=logos.find("light"),
        logo_reverse=logos.find("dark"),
    )
    return made, (*wrong, *weak, *fonts, *logos.problems, *unused(brand, colours, folder.file))


class _Logos(Struct, frozen=True):
    brand: Brand
    folder: Folder
    problems: list[Problem] = field(default_factory=list)

    def find(self, variant: str) -> Logo | None:
        """The first SVG among medium, large and small for a "light" or a "dark" ground."""
        set_aside: list[Problem] = []
        for size in _SIZES:
            variants = getattr(self.brand.logo, size)
            written = variants and getattr(variants, variant)
            if not written:
                continue
            where = Where(self.folder.file, key=("logo", size, variant))
            image = self.brand.logo.images.get(written.path, written)
            if PurePosixPath(image.path).suffix.lower() in (".svg", ""):
                return self._read(image, where)
            help = "ask the designer for the logo as SVG"
            set_aside.append(problem("B051", f'the logo "{image.path}" is not an SVG file', where, help=help))
        self.problems.extend(set_aside[:1])
        return None

    def _read(self, image: Image, where: Where) -> Logo | None:
        got = self.folder.fetch(image.path, where, "B050")
        if isinstance(got, Problem):
            near = get_close_matches(image.path, self.brand.logo.images, 1)
            self.problems.append(replace(got, help=f'did you mean "{near[0]}"?') if near else got)
            return None
        path, data = got
        name = self.brand.name
        alt = image.alt or name
        if not alt:
            help = 'write the words under "alt", or the brand\'s name under "meta"'
            self.problems.append(problem("B055", f'the logo "{image.path}" has no alternative text', where, help=help))
        made, wrong = logo(data, self.folder.named(path), alt or "Logo")
        self.problems.extend(wrong)
        return made


def _placed(one: Problem, data: object, file: str) -> Problem:
    """The problem with a key path that is in the file, where shorthand leaves the last steps out."""
    if one.where is None or one.where.file != file or not one.where.key:
        return one
    key: KeyPath = known_path(one.where.key, data)
    return one.at(replace(one.where, key=key))
