"""Colours: reading CSS notations, luminance and contrast (WCAG 2.2), mixing, and the nearest shade that can be read.

A colour is "#rrggbb" everywhere outside this module. Shades are made in Oklch (Ottosson 2020; CSS Color 4), where a
change of lightness keeps the hue.
"""

from __future__ import annotations

import colorsys
import math
import re
from bisect import bisect_left
from collections.abc import Callable

from msgspec import Struct

from report_builder.brand.css_colours import NAMES

TEXT = 4.5  # WCAG 2.2, 1.4.3
GRAPHIC = 3.0  # WCAG 2.2, 1.4.11

_STEPS = 256
_HEX = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_FUNCTION = re.compile(r"(rgb|hsl)a?\(([^()]*)\)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?")
_ANGLES = {"": 1.0, "deg": 1.0, "grad": 0.9, "rad": 180 / math.pi, "turn": 360.0}


class Paint(Struct, frozen=True):
    """A colour as written: "#rrggbb" and how solid it is, 0 to 1."""

    hex: str
    alpha: float = 1.0


def parse(text: str) -> Paint | None:
    """The colour that `text` writes in CSS (#rgb, #rgba, #rrggbb, #rrggbbaa, a name, rgb(), hsl()); None if none."""
    text = text.strip().lower()
    if _HEX.fullmatch(text):
        digits = text[1:] if len(text) > 5 else "".join(c * 2 for c in text[1:])
        return Paint("#" + digits[:6], int(digits[6:] or "ff", 16) / 255)
    if text == "transparent":
        return Paint("#000000", 0.0)
    if text in NAMES:
        return Paint(NAMES[text])
    found = _FUNCTION.fullmatch(text)
    return _function(found[1], found[2]) if found else None


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, definition of relative luminance)."""
    red, green, blue = (_linear(c) for c in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """`share` (0 to 1) of `other` in `one`, mixed in Oklab."""
    return _hex(*(a + (b - a) * share for a, b in zip(_oklab(one), _oklab(other), strict=True)))


def chroma(colour: str) -> float:
    """How far from grey, 0 to about 0.32; below 0.04 it looks grey."""
    _, a, b = _oklab(colour)
    return math.hypot(a, b)


def distance(one: str, other: str) -> float:
    """How different two colours look: distance in Oklab, 0 to about 1; above 0.1 they are plainly two colours."""
    return math.dist(_oklab(one), _oklab(other))


def shade(colour: str, lightness: float) -> str:
    """The colour with another Oklab lightness (0 to 1), as colourful as the screen can show it."""
    _, a, b = _oklab(colour)
    for keep in range(32, -1, -1):
        rgb = _srgb(lightness, a * keep / 32, b * keep / 32)
        if all(-1e-3 <= c <= 1 + 1e-3 for c in rgb):
            break
    return _join(rgb)


def reach(colour: str, ratio: float, *grounds: str) -> str:
    """The shade of `colour` nearest in lightness that has at least `ratio` to every ground.

    Where no shade of any lightness has it, black or white, whichever stands out more.
    """

    def passes(candidate: str) -> bool:
        return all(contrast(candidate, ground) >= ratio for ground in grounds)

    if passes(colour):
        return colour
    start = _oklab(colour)[0]
    nearest = min(filter(None, (_first(colour, start, goal, passes) for goal in (0.0, 1.0))), default=None)
    if nearest:
        return nearest[1]
    return max(("#000000", "#ffffff"), key=lambda end: min(contrast(end, ground) for ground in grounds))


def channels(colour: str) -> tuple[float, float, float]:
    """Red, green and blue of "#rrggbb", 0 to 1."""
    value = int(colour[1:], 16)
    return (value >> 16) / 255, (value >> 8 & 255) / 255, (value & 255) / 255


def over(paint: Paint, ground: str) -> str:
    """The solid colour that is seen where `paint` lies over `ground`."""
    pairs = zip(channels(paint.hex), channels(ground), strict=True)
    red, green, blue = (top * paint.alpha + under * (1 - paint.alpha) for top, under in pairs)
    return _join((red, green, blue))


def _first(colour: str, start: float, goal: float, passes: Callable[[str], bool]) -> tuple[float, str] | None:
    """How far the lightness moves from `start` towards `goal` until a shade passes, and that shade."""
    steps = [(goal - start) * i / _STEPS for i in range(_STEPS + 1)]
    at = bisect_left(range(len(steps)), True, key=lambda i: passes(shade(colour, start + steps[i])))
    shades = ((abs(step), shade(colour, start + step)) for step in steps[at:])
    return next((one for one in shades if passes(one[1])), None)


def _function(name: str, inside: str) -> Paint | None:
    parts = [p for p in re.split(r"[\s,/]+", inside.strip()) if p]
    if len(parts) not in (3, 4):
        return None
    alpha = _scaled(parts[3], 1.0) if len(parts) == 4 else 1.0
    if name == "rgb":
        values = [_scaled(p, 255.0) for p in parts[:3]]
        if any(v is None for v in values) or alpha is None:
            return None
        red, green, blue = (_unit((v or 0.0) / 255) for v in values)
        return Paint(_join((red, green, blue)), _unit(alpha))
    hue = re.fullmatch(rf"({_NUMBER.pattern})(deg|grad|rad|turn|)", parts[0])
    saturation, lightness = (_scaled(p, 100.0) for p in parts[1:3])
    if hue is None or saturation is None or lightness is None or alpha is None:
        return None
    turn = float(hue[1]) * _ANGLES[hue[2]] / 360 % 1
    return Paint(_join(colorsys.hls_to_rgb(turn, _unit(lightness / 100), _unit(saturation / 100))), _unit(alpha))


def _scaled(text: str, whole: float) -> float | None:
    number, percent = text.removesuffix("%"), text.endswith("%")
    if not _NUMBER.fullmatch(number):
        return None
    return float(number) * whole / 100 if percent else float(number)


def _unit(value: float) -> float:
    return min(1.0, max(0.0, value))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _encoded(light: float) -> float:
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def _oklab(colour: str) -> tuple[float, float, float]:
    red, green, blue = (_linear(c) for c in channels(colour))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _srgb(lightness: float, a: float, b: float) -> tuple[float, float, float]:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _encoded(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _encoded(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _encoded(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )


def _hex(lightness: float, a: float, b: float) -> str:
    return _join(_srgb(lightness, a, b))


def _join(rgb: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(_unit(c) * 255):02x}" for c in rgb)
