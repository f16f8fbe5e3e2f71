"""The outline of each kind of SVG shape (SVG 2, chapter 10) as a path in the shape's own units."""

from __future__ import annotations

import math

from report_builder.brand.svg import Element
from report_builder.brand.svg_path import ellipse, numbers, path_data, rectangle
from report_builder.brand.svg_style import length
from report_builder.drawing import Path

Box = tuple[float, float, float, float]  # left, top, width, height of the picture

_ACROSS = frozenset({"x", "cx", "x1", "x2", "width", "rx"})
_DOWN = frozenset({"y", "cy", "y1", "y2", "height", "ry"})


def outline(element: Element, box: Box) -> Path:
    """The path of a shape; empty where it has no size. Per cent are of `box`. ValueError for broken numbers."""

    def at(name: str, default: str = "0") -> float:
        diagonal = math.hypot(box[2], box[3]) / math.sqrt(2)
        whole = box[2] if name in _ACROSS else box[3] if name in _DOWN else diagonal
        return length(element.attributes.get(name, default), whole)

    match element.tag:
        case "path":
            return path_data(element.attributes.get("d", ""))
        case "rect":
            rx, ry = ("rx", "ry") if "ry" in element.attributes else ("rx", "rx")
            rx = rx if "rx" in element.attributes else ry
            width, height = at("width"), at("height")
            return rectangle(at("x"), at("y"), width, height, at(rx), at(ry)) if width > 0 and height > 0 else ()
        case "circle":
            radius = at("r")
            return ellipse(at("cx"), at("cy"), radius, radius) if radius > 0 else ()
        case "ellipse":
            radius_x, radius_y = at("rx"), at("ry")
            return ellipse(at("cx"), at("cy"), radius_x, radius_y) if radius_x > 0 and radius_y > 0 else ()
        case "line":
            return (("m", at("x1"), at("y1")), ("l", at("x2"), at("y2")))
        case _:
            return _points(element)


def _points(element: Element) -> Path:
    values = numbers(element.attributes.get("points", ""))
    pairs = list(zip(values[::2], values[1::2], strict=False))
    if not pairs:
        return ()
    lines: Path = (("m", *pairs[0]), *(("l", *pair) for pair in pairs[1:]))
    return (*lines, ("h",)) if element.tag == "polygon" else lines
