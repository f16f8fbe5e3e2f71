"""Settings of a brand file that a printed report does not follow, each named once so that nobody waits for them."""

from __future__ import annotations

from collections.abc import Iterator

from report_builder.brand.model import Brand, Shades
from report_builder.brand.palette import Palette
from report_builder.problems import KeyPath, Problem, Where, problem


def unused(brand: Brand, palette: Palette, file: str) -> tuple[Problem, ...]:
    """A note for each setting that is read and has no effect on the report."""
    return tuple(problem("B020", message, Where(file, key=key)) for key, message in _unused(brand, palette))


def _unused(brand: Brand, palette: Palette) -> Iterator[tuple[KeyPath, str]]:
    kinds = brand.typography
    colours: dict[KeyPath, Shades] = {("color", name): shades for name, shades in brand.color.semantic.items()}
    colours |= {("color", "palette", name): shades for name, shades in brand.color.palette.items()}
    dark = next((key for key, shades in colours.items() if shades.dark), None)
    if dark:
        yield dark, "dark colours are not used: the report is printed on a light page"
    if kinds.base.size or kinds.base.line_height:
        key = "size" if kinds.base.size else "line-height"
        yield ("typography", "base", key), "sizes and line heights are not used: the report has a scale of its own"
    elif kinds.headings.line_height:
        yield ("typography", "headings", "line-height"), "line heights are not used: the report has a scale of its own"
    heading = palette.styles.get(("typography", "headings", "color"))
    if heading and heading != palette.uses.get("primary"):
        yield ("typography", "headings", "color"), "the colour of headings is not used: they have the primary colour"
    if kinds.headings.style in ("italic", "oblique"):
        yield ("typography", "headings", "style"), "headings are set upright"
    if kinds.link.model_fields_set:
        yield ("typography", "link"), "the style of links is not used: the report has one of its own"
    if kinds.monospace or kinds.monospace_inline or kinds.monospace_block:
        names = ("monospace", "monospace-inline", "monospace-block")
        there = next(name for name in names if getattr(kinds, name.replace("-", "_")))
        yield ("typography", there), "monospace type is not used: a report has no program text"
    if brand.defaults:
        yield ("defaults",), "settings for other programs are not used"
    if brand.template is not None:
        yield ("template",), "templates are not used"
