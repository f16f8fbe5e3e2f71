"""Colours by role, made from the brand's own so that each can be read where it stands (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import math

from msgspec import Struct, field

from report_builder.brand import colour
from report_builder.brand.colour import GRAPHIC, TEXT, contrast, mix, reach
from report_builder.brand.palette import Palette
from report_builder.brand.theme import Colours
from report_builder.problems import KeyPath, Problem, Where, problem

_PAPER, _INK, _PRIMARY, _ACCENT = "#ffffff", "#1b2329", "#1d4457", "#c2452d"
_LIGHT_PAPER = 0.7  # luminance under which a ground is no paper
_GREY = 0.04  # chroma under which a colour looks grey
_OTHER = 0.15  # distance from which two colours are plainly two
_MARGIN = 1.08  # what is left for the tint where a shade is made
_ACCENTS = ("secondary", "tertiary", "warning", "danger", "info", "success", "link")

Named = tuple[KeyPath, str]


def roles(palette: Palette, file: str, *, strict: bool = False) -> tuple[Colours, tuple[Problem, ...]]:
    """The colours of the report, and where the brand's own were too weak (errors when `strict`, else warnings).

    paper    `background` where it is light, else white
    ink      `foreground`
    primary  `primary`, else the palette's first colour that is no grey
    accent   `accent` in the palette, else the first of secondary, tertiary, warning, danger, info, success, link and
             the palette's others that is no grey and plainly not the primary; else the primary itself
    tint     `light` where it is light, else a little of the accent in the paper; lighter where words would be too weak
    The others are shades of these.
    """
    pick = _Pick(file, strict)
    paper, ink = _page(palette, pick)
    primary = pick.shade(_primary(palette), "headings", TEXT, paper)
    accent = pick.shade(_accent(palette, primary), "the highlights of charts", GRAPHIC, paper)
    accent_text = accent if contrast(accent, paper) >= TEXT else reach(accent, TEXT * _MARGIN, paper)
    tint = _tint(palette.uses.get("light", ""), paper, accent, (ink, primary, accent_text))
    made = Colours(
        ink=ink,
        muted=reach(mix(ink, paper, 0.32), TEXT + 0.3, paper, tint),
        paper=paper,
        primary=primary,
        on_primary=paper,
        on_primary_muted=reach(mix(paper, primary, 0.22), TEXT, primary),
        accent=accent,
        accent_text=accent_text,
        accent_on_primary=reach(accent, TEXT, primary),
        series=reach(mix(mix(primary, ink, 0.3), paper, 0.62), GRAPHIC + 0.1, paper, tint),
        tint=tint,
        rule=mix(ink, paper, 0.78),
    )
    return made, tuple(pick.problems)


class _Pick(Struct, frozen=True):
    file: str
    strict: bool
    problems: list[Problem] = field(default_factory=list)

    def shade(self, named: Named, use: str, ratio: float, ground: str) -> str:
        """The brand's colour, or the nearest shade that can be read on `ground`, and then a problem."""
        path, own = named
        if contrast(own, ground) >= ratio or not path:
            return reach(own, ratio, ground)
        shade = reach(own, ratio * _MARGIN, ground)
        weak = f"{_ratio(own, ground)} on {ground}, {ratio:g}:1 is needed"
        message = f'"{path[-1]}" ({own}) is too weak for {use}: {weak}'
        nearest = f"a shade that can be read is {shade}, {_ratio(shade, ground)}"
        help = f'write "{shade}" or a stronger colour' if self.strict else "to choose the shade yourself, write it here"
        code = "B013" if self.strict else "B012"
        note = nearest if self.strict else nearest + ", and is used"
        self.problems.append(problem(code, message, Where(self.file, key=path), note, help=help))
        return shade


def _page(palette: Palette, pick: _Pick) -> tuple[str, str]:
    """Paper and ink. A dark page is turned round: its ground is the ink, and the paper white."""
    ground, words = palette.uses.get("background", _PAPER), palette.uses.get("foreground", "")
    if colour.luminance(ground) >= _LIGHT_PAPER:
        return ground, pick.shade((("color", "foreground") if words else (), words or _INK), "text", TEXT, ground)
    help = "to choose the paper yourself, write a light colour here"
    where = Where(pick.file, key=("color", "background"))
    pick.problems.append(problem("B015", f'"background" ({ground}) is dark; the paper stays white', where, help=help))
    return _PAPER, reach(ground, TEXT, _PAPER)


def _primary(palette: Palette) -> Named:
    if "primary" in palette.uses:
        return ("color", "primary"), palette.uses["primary"]
    colourful = ((n, c) for n, c in palette.named.items() if colour.chroma(c) >= _GREY)
    return next(((("color", "palette", n), c) for n, c in colourful), ((), _PRIMARY))


def _accent(palette: Palette, primary: str) -> Named:
    candidates: list[Named] = [(("color", "palette", "accent"), palette.named.get("accent", ""))]
    candidates += [(("color", use), palette.uses.get(use, "")) for use in _ACCENTS]
    candidates += [(("color", "palette", name), hex) for name, hex in palette.named.items()]
    lone = _ACCENT if primary == _PRIMARY else primary
    return next((one for one in candidates if one[1] and _stands_out(one[1], primary)), ((), lone))


def _stands_out(candidate: str, primary: str) -> bool:
    return colour.chroma(candidate) >= _GREY and colour.distance(candidate, primary) >= _OTHER


def _tint(light: str, paper: str, accent: str, words: tuple[str, ...]) -> str:
    """A light ground on which `words` can be read as on paper."""
    usable = light and light != paper and colour.luminance(light) >= _LIGHT_PAPER
    ground = light if usable else mix(paper, accent, 0.08)
    lighter = (mix(paper, ground, share / 8) for share in range(8, 0, -1))
    return next((tint for tint in lighter if all(contrast(word, tint) >= TEXT for word in words)), paper)


def _ratio(one: str, other: str) -> str:
    return f"{math.floor(contrast(one, other) * 100) / 100:.2f}:1"
