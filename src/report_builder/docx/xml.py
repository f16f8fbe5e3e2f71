"""What python-docx has no words for: WordprocessingML (ECMA-376, part 1) put in by hand, in the order of its schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def element(tag: str, *children: Any, **attributes: str) -> Any:
    """An element as `w:tag`; attributes are those of the same namespace."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    made.extend(children)
    return made


def put(parent: Any, made: Any, before: tuple[str, ...] = ()) -> None:
    """Puts a child in its place, in that of an older one of its name; `before` are those it must stand before."""
    for old in parent.findall(made.tag):
        parent.remove(old)
    names = {qn(f"w:{name}") for name in before}
    at = next((i for i, child in enumerate(parent) if child.tag in names), len(parent))
    parent.insert(at, made)


# CT_PPr: what follows the frame of a paragraph, and its ground
AFTER_BORDER = ("shd", "tabs", "suppressAutoHyphens", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr")
AFTER_SHADE = AFTER_BORDER[1:]
# CT_RPr: what follows the language of a run
AFTER_LANGUAGE = ("eastAsianLayout", "specVanish", "oMath")


Edge = tuple[str, int, int]
"""A colour ("#rrggbb"), a width in eighths of a point, a distance in points."""


def framed(properties: Any, sides: Mapping[str, Edge], ground: str = "") -> None:
    """Frames a paragraph at some of its sides, and sets it on a ground."""
    edges = [
        element(side, val="single", sz=str(sides[side][1]), space=str(sides[side][2]), color=sides[side][0].lstrip("#"))
        for side in ("top", "left", "bottom", "right")
        if side in sides
    ]
    if edges:
        put(properties, element("pBdr", *edges), AFTER_BORDER)
    if ground:
        put(properties, element("shd", val="clear", color="auto", fill=ground.lstrip("#")), AFTER_SHADE)
