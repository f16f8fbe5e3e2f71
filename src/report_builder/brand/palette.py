"""The brand's colours with their names looked up: "#rrggbb" by use and by name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from msgspec import Struct, field

from report_builder.brand import colour
from report_builder.brand.css_colours import NAMES
from report_builder.brand.model import Brand, Shades
from report_builder.problems import KeyPath, Problem, Where, problem

_WHITE = "#ffffff"
_PALETTE: KeyPath = ("color", "palette")
_USE: KeyPath = ("color",)


class Palette(Struct, frozen=True):
    """`uses` by what a colour is for (primary, foreground ...), `named` by the palette's names, `styles` by the key
    path of a colour in `typography`. All are for a light page and solid; what could not be read is left out."""

    uses: Mapping[str, str] = field(default_factory=dict)
    named: Mapping[str, str] = field(default_factory=dict)
    styles: Mapping[KeyPath, str] = field(default_factory=dict)


def palette(brand: Brand, file: str) -> tuple[Palette, tuple[Problem, ...]]:
    """The brand's colours, and what is wrong with them: no colour, circles of names, see-through colours.

    A name is looked up as the format says: in `color` first, then in `color.palette`, then among CSS names; within the
    palette in the palette only, then among CSS names. A colour that is named like itself is looked up in the next.
    """
    written = {(*_PALETTE, name): shades for name, shades in brand.color.palette.items()}
    written |= {(*_USE, name): shades for name, shades in brand.color.semantic.items()}
    finder = _Finder(written)
    styles = _styles(brand)
    found: dict[KeyPath, str] = {}
    problems: list[Problem] = []
    for path, shades in (written | styles).items():
        if not shades.light:
            continue
        paint, wrong = finder.find(path, shades)
        if wrong:
            problems.append(wrong.at(Where(file, key=path)))
        if paint:
            if paint.alpha < 1:
                problems.append(_solid(shades.light, colour.over(paint, _WHITE), Where(file, key=path)))
            found[path] = colour.over(paint, _WHITE)
    uses = {str(p[-1]): c for p, c in found.items() if p in written and p[:-1] == _USE}
    named = {str(p[-1]): c for p, c in found.items() if p[:-1] == _PALETTE}
    return Palette(uses, named, {p: c for p, c in found.items() if p in styles}), tuple(problems)


class _Finder(Struct, frozen=True):
    written: Mapping[KeyPath, Shades]

    def find(self, start: KeyPath, shades: Shades) -> tuple[colour.Paint | None, Problem | None]:
        """The colour that `shades` at `start` comes to; a problem only where `start` itself is at fault."""
        text, path, chain = shades.light, start, [start]
        while True:
            target = self._target(text, path)
            if target is None:
                paint = colour.parse(text)
                return paint, None if paint or path != start else self._unknown(text)
            if target in chain:
                return None, _circle(chain[chain.index(target) :]) if target == start else None
            chain.append(target)
            path, text = target, self.written[target].light

    def _target(self, text: str, path: KeyPath) -> KeyPath | None:
        places = (_PALETTE,) if path[:-1] == _PALETTE else (_USE, _PALETTE)
        targets = ((*place, text) for place in places)
        return next((t for t in targets if t != path and t in self.written and self.written[t].light), None)

    def _unknown(self, text: str) -> Problem:
        if re.fullmatch(r"[0-9a-fA-F]{3}|[0-9a-fA-F]{6}", text):
            return problem("B010", f'"{text}" is not a colour', help=f'did you mean "#{text}", in quotes?')
        own = [str(path[-1]) for path in self.written]
        near = get_close_matches(text, own, 1, 0.6) or get_close_matches(text.lower(), NAMES, 1, 0.7)
        help = f'did you mean "{near[0]}"?' if near else 'write it as "#1f3a4d", or as a name in the palette'
        return problem("B010", f'"{text}" is not a colour', help=help)


def _circle(chain: list[KeyPath]) -> Problem:
    names = [str(path[-1]) for path in chain]
    help = 'give one of them a colour of its own, such as "#1f3a4d"'
    return problem("B011", f'"{names[0]}" is named after itself: {" -> ".join([*names, names[0]])}', help=help)


def _solid(text: str, solid: str, where: Where) -> Problem:
    help = f'to choose the colour yourself, write it solid; on white it is "{solid}"'
    return problem("B014", f'"{text}" is see-through; it is printed as {solid}', where, help=help)


def _styles(brand: Brand) -> dict[KeyPath, Shades]:
    """Every colour in `typography`."""
    found: dict[KeyPath, Shades] = {}
    kinds = brand.typography
    for name, style in (
        ("headings", kinds.headings),
        ("link", kinds.link),
        ("monospace", kinds.monospace),
        ("monospace-inline", kinds.monospace_inline),
        ("monospace-block", kinds.monospace_block),
    ):
        for key in ("color", "background-color"):
            shades = getattr(style, key.replace("-", "_"), None)
            if shades is not None:
                found["typography", name, key] = shades
    return found
