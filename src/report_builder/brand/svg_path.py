"""Geometry of SVG (SVG 2, chapters 8 and 9): path data, arcs as curves, transforms."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from report_builder.drawing import Path, Segment

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_TOKEN = re.compile(rf"[MmLlHhVvCcSsQqTtAaZz]|{_NUMBER.pattern}")
_ARC = re.compile(r"([Aa])([^MmLlHhVvCcSsQqTtAaZz]*)")
_FLAG = re.compile(r"[01]")
_BETWEEN = " \t\r\n\f,"
_COUNTS = {**dict.fromkeys("MmLlTt", 2), **dict.fromkeys("HhVv", 1), **dict.fromkeys("SsQq", 4)}
_COUNTS |= {**dict.fromkeys("Cc", 6), **dict.fromkeys("Aa", 7), **dict.fromkeys("Zz", 0)}
_TRANSFORM = re.compile(r"\s*,?\s*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)")
_LARGEST = 1e6

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def number(text: str) -> float:
    """A finite number of sensible size. ValueError otherwise."""
    try:
        value = float(text)
    except ValueError:
        raise ValueError(f'"{text[:20]}" where a number should be') from None
    if not abs(value) <= _LARGEST:
        raise ValueError(f"{text[:20]} is too large")
    return value


def numbers(text: str) -> list[float]:
    """The numbers in a list with commas or spaces. ValueError where there is anything else."""
    return [number(part) for part in re.split(r"[\s,]+", text.strip()) if part]


def multiplied(outer: Matrix, inner: Matrix) -> Matrix:
    """The transform that does `inner` first, then `outer`."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f)


def transform(text: str) -> Matrix:
    """The matrix of a `transform` attribute. ValueError for what is none."""
    made, at = IDENTITY, 0
    while at < len(text.rstrip()):
        found = _TRANSFORM.match(text, at)
        if found is None:
            raise ValueError(f'"{text[:60]}" is no transform')
        made, at = multiplied(made, _matrix(found[1], numbers(found[2]))), found.end()
    return made


def moved(path: Path, matrix: Matrix) -> Path:
    """The path with every point transformed."""
    a, b, c, d, e, f = matrix

    def segment(one: Segment) -> Segment:
        match one:
            case (name, x, y):
                return (name, a * x + c * y + e, b * x + d * y + f)
            case (name, x1, y1, x2, y2, x, y):
                first, second = (a * x1 + c * y1 + e, b * x1 + d * y1 + f), (a * x2 + c * y2 + e, b * x2 + d * y2 + f)
                return (name, *first, *second, a * x + c * y + e, b * x + d * y + f)
        return one

    return tuple(map(segment, path))


def path_data(text: str) -> Path:
    """The path that a `d` attribute writes. ValueError where it is broken."""
    return tuple(_Pen().draw(_commands(text)))


def ellipse(x: float, y: float, rx: float, ry: float) -> Path:
    """A full ellipse around x, y."""
    ends = ((x, y + ry), (x - rx, y), (x, y - ry), (x + rx, y))
    out: list[Segment] = [("m", x + rx, y)]
    last = (x + rx, y)
    for end in ends:
        out += _arc(last, (rx, ry), 0.0, False, True, end)
        last = end
    return (*out, ("h",))


def rectangle(x: float, y: float, width: float, height: float, rx: float = 0.0, ry: float = 0.0) -> Path:
    """A rectangle, its corners rounded where rx and ry say so."""
    right, bottom, rx, ry = x + width, y + height, min(rx, width / 2), min(ry, height / 2)
    if not rx or not ry:
        return (("m", x, y), ("l", right, y), ("l", right, bottom), ("l", x, bottom), ("h",))
    out: list[Segment] = [("m", x + rx, y)]
    corners = (
        ((right - rx, y), (right, y + ry)),
        ((right, bottom - ry), (right - rx, bottom)),
        ((x + rx, bottom), (x, bottom - ry)),
        ((x, y + ry), (x + rx, y)),
    )
    for start, end in corners:
        out += [("l", *start), *_arc(start, (rx, ry), 0.0, False, True, end)]
    return (*out, ("h",))


def _matrix(name: str, n: list[float]) -> Matrix:
    match name, n:
        case "matrix", [a, b, c, d, e, f]:
            return (a, b, c, d, e, f)
        case "translate", [x, *rest] if len(rest) < 2:
            return (1, 0, 0, 1, x, rest[0] if rest else 0)
        case "scale", [x, *rest] if len(rest) < 2:
            return (x, 0, 0, rest[0] if rest else x, 0, 0)
        case "rotate", [angle, *centre] if len(centre) in (0, 2):
            cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            x, y = centre or (0.0, 0.0)
            return (cos, sin, -sin, cos, x - x * cos + y * sin, y - x * sin - y * cos)
        case "skewX", [angle]:
            return (1, 0, math.tan(math.radians(angle)), 1, 0, 0)
        case "skewY", [angle]:
            return (1, math.tan(math.radians(angle)), 0, 1, 0, 0)
    raise ValueError(f"{name} has the wrong numbers")


def _commands(text: str) -> Iterator[tuple[str, list[float]]]:
    """Each command letter with its numbers; a letter left out is repeated, after a move as a line."""
    text = _ARC.sub(lambda arc: arc[1] + " ".join(map(repr, _arc_numbers(arc[2]))), text)
    tokens = _TOKEN.findall(text)
    if _TOKEN.sub("", text).strip(_BETWEEN):
        raise ValueError("a path with something that is neither command nor number")
    at, letter = 0, ""
    while at < len(tokens):
        if tokens[at].isalpha():
            letter, at = tokens[at], at + 1
        elif letter in ("", "Z", "z"):
            raise ValueError("a path with numbers that belong to no command")
        end = at + _COUNTS[letter]
        if end > len(tokens):
            raise ValueError("a path with too few numbers")
        yield letter, [number(token) for token in tokens[at:end]]
        at, letter = end, {"M": "L", "m": "l"}.get(letter, letter)


def _arc_numbers(text: str) -> list[float]:
    """Groups of seven; the fourth and fifth are one digit, 0 or 1, and may stand without a space after them."""
    values: list[float] = []
    at, end = 0, len(text.rstrip(_BETWEEN))
    while at < end:
        while text[at] in _BETWEEN:
            at += 1
        found = (_FLAG if len(values) % 7 in (3, 4) else _NUMBER).match(text, at)
        if found is None:
            raise ValueError(f'"{text[at : at + 20]}" in a path')
        values.append(number(found[0]))
        at = found.end()
    return values


class _Pen:
    """Where the pen is, where the outline started, and the last control point that S and T mirror."""

    def __init__(self) -> None:
        self.x = self.y = self.start_x = self.start_y = 0.0
        self.mirror: tuple[str, float, float] | None = None
        self.open = self.started = False

    def draw(self, commands: Iterator[tuple[str, list[float]]]) -> Iterator[Segment]:
        for letter, values in commands:
            if not self.open and letter not in "Mm":
                if not self.started:
                    raise ValueError("a path that does not start with a move")
                yield ("m", self.x, self.y)
                self.open = True
            yield from self._step(letter.upper(), self._absolute(letter, values))

    def _absolute(self, letter: str, values: list[float]) -> list[float]:
        if letter.isupper():
            return values
        if letter == "h":
            return [values[0] + self.x]
        if letter == "v":
            return [values[0] + self.y]
        if letter == "a":
            return [*values[:5], values[5] + self.x, values[6] + self.y]
        return [value + (self.y if i % 2 else self.x) for i, value in enumerate(values)]

    def _step(self, letter: str, v: list[float]) -> Iterator[Segment]:
        old, mirror, self.mirror = (self.x, self.y), self.mirror, None
        if letter == "Z":
            self.x, self.y, self.open = self.start_x, self.start_y, False
            yield ("h",)
            return
        self.x = v[0] if letter == "H" else old[0] if letter == "V" else v[-2]
        self.y = old[1] if letter == "H" else v[-1]
        if letter == "M":
            self.start_x, self.start_y, self.open, self.started = self.x, self.y, True, True
            yield ("m", self.x, self.y)
        elif letter in "LHV":
            yield ("l", self.x, self.y)
        elif letter == "A":
            yield from _arc(old, (v[0], v[1]), v[2], bool(v[3]), bool(v[4]), (self.x, self.y))
        else:
            yield self._curve(letter, v, old, mirror)

    def _curve(self, letter: str, v: list[float], old: tuple[float, float], mirror: object) -> Segment:
        kind = "C" if letter in "CS" else "Q"
        if letter in "ST":
            match mirror:
                case (seen, float(x), float(y)) if seen == kind:
                    v = [2 * old[0] - x, 2 * old[1] - y, *v]
                case _:
                    v = [*old, *v]
        self.mirror = (kind, v[-4], v[-3])
        if kind == "C":
            return ("c", *v)
        first = (old[0] + (v[0] - old[0]) * 2 / 3, old[1] + (v[1] - old[1]) * 2 / 3)
        return ("c", *first, self.x + (v[0] - self.x) * 2 / 3, self.y + (v[1] - self.y) * 2 / 3, self.x, self.y)


def _arc(
    start: tuple[float, float],
    radii: tuple[float, float],
    angle: float,
    large: bool,
    sweep: bool,
    end: tuple[float, float],
) -> Iterator[Segment]:
    """An elliptical arc as curves of at most a quarter turn (SVG 2, appendix B.2.4)."""
    rx, ry = abs(radii[0]), abs(radii[1])
    if start == end:
        return
    if rx < 1e-9 or ry < 1e-9:
        yield ("l", *end)
        return
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x1, y1 = cos * half_x + sin * half_y, -sin * half_x + cos * half_y
    needed = (x1 / rx) ** 2 + (y1 / ry) ** 2
    if needed > 1:
        rx, ry = rx * math.sqrt(needed), ry * math.sqrt(needed)
    rest = max(0.0, 1 / max(needed, 1e-18) - 1) if needed < 1 else 0.0
    factor = math.sqrt(rest) * (-1 if large == sweep else 1)
    cx1, cy1 = factor * rx * y1 / ry, -factor * ry * x1 / rx
    cx = cos * cx1 - sin * cy1 + (start[0] + end[0]) / 2
    cy = sin * cx1 + cos * cy1 + (start[1] + end[1]) / 2
    first = math.atan2((y1 - cy1) / ry, (x1 - cx1) / rx)
    turn = math.atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx) - first
    turn += 2 * math.pi if sweep and turn < 0 else -2 * math.pi if not sweep and turn > 0 else 0.0
    count = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    reach = 4 / 3 * math.tan(turn / count / 4)
    for i in range(count):
        a, b = first + turn * i / count, first + turn * (i + 1) / count
        points = (
            (math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a)),
            (math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b)),
            (math.cos(b), math.sin(b)),
        )
        placed = [v for x, y in points for v in (cos * rx * x - sin * ry * y + cx, sin * rx * x + cos * ry * y + cy)]
        yield ("c", *placed)
