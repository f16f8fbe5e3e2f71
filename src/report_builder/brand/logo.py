"""A logo: an SVG file made into a Drawing, or every reason why it cannot be drawn as its designer sees it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from report_builder.brand.svg import DEEPEST, MOST_ELEMENTS, SHAPES, Element, Refused, refuse_outside, scan
from report_builder.brand.svg_path import Matrix, moved, multiplied, numbers, rectangle, transform
from report_builder.brand.svg_shape import Box, outline
from report_builder.brand.svg_style import Sheet, Style, length, sheet, styled
from report_builder.brand.theme import Logo
from report_builder.drawing import Drawing, Path, Shape
from report_builder.problems import Problem, Where, problem

_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_HELP = {
    "B052": "ask the designer to export the logo again as a plain SVG",
    "B053": "ask the designer for a plain SVG: text as outlines, no pictures, filters, masks or gradients",
    "B054": "export the logo again, or ask the designer for it",
}


def logo(data: bytes, file: str, alt: str) -> tuple[Logo | None, tuple[Problem, ...]]:
    """The logo in the SVG `data` of `file`, in the units of its view box; None with every reason why not."""
    where = Where(file)
    try:
        root, refused = scan(data)
        drawer = _Drawer(_identified(root), sheet(_style_text(root)), [*refused])
        drawing = drawer.drawing(root)
    except Refused as found:
        return None, (_refusal(found.code, found.why, where),)
    except (ValueError, OverflowError) as found:
        return None, (_refusal("B054", str(found), where),)
    problems = tuple(_refusal("B053", what, where) for what in dict.fromkeys(drawer.refused))
    if problems:
        return None, problems
    if drawer.faded_groups:
        message = "the logo has a see-through group of several shapes"
        help = "compare the logo in the report with the original"
        problems = (problem("B056", message, where, help=help),)
    return Logo(drawing, alt), problems


def _refusal(code: str, why: str, where: Where) -> Problem:
    message = {
        "B052": f"the logo is not safe to read: {why}",
        "B053": f"the logo holds {why}",
        "B054": f"the logo cannot be read: {why}",
    }[code]
    return problem(code, message, where, help=_HELP[code])


class _Drawer(Struct):
    """`count` of elements drawn so far, copies included."""

    named: Mapping[str, Element]
    rules: Sheet
    refused: list[str]
    count: int = 0
    faded_groups: int = 0
    box: Box = (0.0, 0.0, 0.0, 0.0)
    shapes: list[Shape] = field(default_factory=list)

    def drawing(self, root: Element) -> Drawing:
        """Everything under the root, clipped to its view box, with y up."""
        self.box = x, y, width, height = _view_box(root)
        flip: Matrix = (1.0, 0.0, 0.0, -1.0, -x, y + height)
        style = styled(root, Style({}), self.rules)
        for child in root.children:
            self._draw(child, style, flip, None, 1)
        if not self.shapes and not self.refused:
            raise Refused("B053", "nothing that could be drawn")
        return Drawing(width, height, tuple(self._inside(shape, width, height) for shape in self.shapes))

    def _draw(self, element: Element, outer: Style, matrix: Matrix, clip: Path | None, depth: int) -> None:
        self.count += 1
        if self.count > MOST_ELEMENTS:
            raise Refused("B052", f"it has more than {MOST_ELEMENTS:,} parts, copies included")
        if depth > DEEPEST:
            raise Refused("B052", f"its parts are nested deeper than {DEEPEST}, copies included")
        if element.tag in ("defs", "clipPath", "style"):
            return
        try:
            style = styled(element, outer, self.rules)
        except Refused as found:
            self._note(found)
            return
        if style.hidden:
            return
        matrix = multiplied(matrix, transform(element.attributes.get("transform", "")))
        if style.clip:
            clip = self._clip(style.clip, matrix, clip)
        if element.tag in SHAPES:
            self._shape(element, style, matrix, clip)
            return
        before = len(self.shapes)
        for child, moved_by in self._children(element, matrix):
            self._draw(child, style, moved_by, clip, depth + 1)
        if style.opacity < outer.opacity and len(self.shapes) - before > 1:
            self.faded_groups += 1

    def _children(self, element: Element, matrix: Matrix) -> Iterator[tuple[Element, Matrix]]:
        if element.tag != "use":
            yield from ((child, matrix) for child in element.children)
            return
        target = self.named.get(element.attributes.get("href", ""))
        if target is None or target.tag in ("svg", "defs", "clipPath", "style"):
            self.refused.append(f'a copy of "{element.attributes.get("href", "")[:40]}", which is not there')
            return
        x, y = (length(element.attributes.get(name, "0"), self.box[2 + i]) for i, name in enumerate("xy"))
        yield target, multiplied(matrix, (1.0, 0.0, 0.0, 1.0, x, y))

    def _shape(self, element: Element, style: Style, matrix: Matrix, clip: Path | None) -> None:
        if style.value("visibility", "visible") != "visible":
            return
        path = moved(outline(element, self.box), matrix)
        try:
            fill, stroke = style.paint("fill", "black"), style.paint("stroke", "none")
        except Refused as found:
            self._note(found)
            return
        if not path:
            return
        even_odd = style.value("fill-rule", "nonzero") == "evenodd"
        painted = Shape(path, even_odd=even_odd, clip=clip)
        if stroke:
            painted = self._stroked(painted, style, matrix)
        if fill and stroke and fill[1] == stroke[1]:
            self.shapes.append(replace(painted, fill=fill[0], stroke=stroke[0], opacity=fill[1]))
            return
        if fill:
            self.shapes.append(Shape(path, fill=fill[0], even_odd=even_odd, opacity=fill[1], clip=clip))
        if stroke:
            self.shapes.append(replace(painted, stroke=stroke[0], opacity=stroke[1]))

    def _stroked(self, shape: Shape, style: Style, matrix: Matrix) -> Shape:
        a, b, c, d, _, _ = matrix
        area = abs(a * d - b * c)
        even = math.isclose(math.hypot(a, b), math.hypot(c, d), rel_tol=0.01) and abs(a * c + b * d) <= 0.01 * area
        if not even:
            self.refused.append("an outline that is stretched")
        scale = math.sqrt(area)
        return replace(
            shape,
            line_width=length(style.value("stroke-width", "1")) * scale,
            dash=tuple(part * scale for part in style.dash),
            dash_offset=length(style.value("stroke-dashoffset", "0")) * scale,
            cap=_CAPS.get(style.value("stroke-linecap", "butt"), 0),
            join=_JOINS.get(style.value("stroke-linejoin", "miter"), 0),
        )

    def _clip(self, name: str, matrix: Matrix, outer: Path | None) -> Path | None:
        """The outline of a clip path with one shape."""
        found = self.named.get(name)
        if found is None or found.tag != "clipPath":
            return outer
        shapes = [child for child in found.children if child.tag in SHAPES]
        odd = any("evenodd" in value for child in shapes for value in child.attributes.values())
        whole = found.attributes.get("clipPathUnits", "userSpaceOnUse") == "userSpaceOnUse"
        if len(shapes) != 1 or len(found.children) != 1 or odd or not whole or outer is not None:
            self.refused.append("a clip path of more than one simple shape")
            return outer
        for holder in (found, shapes[0]):
            matrix = multiplied(matrix, transform(holder.attributes.get("transform", "")))
        return moved(outline(shapes[0], self.box), matrix)

    def _inside(self, shape: Shape, width: float, height: float) -> Shape:
        """The shape clipped to the picture where it reaches outside."""
        slack = 1e-3 * max(width, height)
        page = rectangle(0.0, 0.0, width, height)
        if _within(shape.path, shape.line_width * 2 if shape.stroke else 0.0, width, height, slack):
            return shape
        if shape.clip is None:
            return replace(shape, clip=page)
        if not _within(shape.clip, 0.0, width, height, slack):
            self.refused.append("a clip path that reaches outside the picture")
        return shape

    def _note(self, found: Refused) -> None:
        if found.code != "B053":
            raise found
        self.refused.append(found.why)


def _view_box(root: Element) -> Box:
    """Left, top, width and height of the picture. Refused where the file does not say."""
    written = root.attributes.get("viewBox")
    size = [length(root.attributes.get(name, "0"), 0.0) for name in ("width", "height")]
    box = numbers(written) if written else [0.0, 0.0, *size]
    if len(box) != 4 or box[2] <= 0 or box[3] <= 0:
        raise Refused("B054", "it does not say how wide and high it is (viewBox)")
    return box[0], box[1], box[2], box[3]


def _within(path: Path, margin: float, width: float, height: float, slack: float) -> bool:
    points = [float(value) for segment in path for value in segment[1:]]
    xs, ys = points[::2], points[1::2]
    return (
        min(xs) - margin >= -slack
        and max(xs) + margin <= width + slack
        and min(ys) - margin >= -slack
        and max(ys) + margin <= height + slack
    )


def _identified(root: Element) -> dict[str, Element]:
    found: dict[str, Element] = {}
    for element in _walk(root):
        found.setdefault(element.attributes.get("id", ""), element)
    return found


def _style_text(root: Element) -> str:
    text = "\n".join(element.text for element in _walk(root) if element.tag == "style")
    refuse_outside("style", text)
    return text


def _walk(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        yield from _walk(child)
