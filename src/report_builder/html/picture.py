"""A Drawing as SVG inside the page: vectors and real text, in colours that follow the light or dark of the screen."""

from __future__ import annotations

from msgspec import Struct

from report_builder.brand.fonts import Face
from report_builder.brand.theme import Colours, Theme
from report_builder.drawing import Drawing, Shape, TextRun
from report_builder.html.fonts import family_of
from report_builder.html.markup import Element, element
from report_builder.path_data import number, path_data

_CAPS = ("butt", "round", "square")
_JOINS = ("miter", "round", "bevel")
_SHAPES = ("paper", "accent", "series", "primary", "rule", "muted", "ink")  # what marks of a chart are drawn in
_WORDS = ("ink", "accent_text", "muted", "primary")


class Picture(Struct, frozen=True):
    """What is needed to write one drawing. `id` begins the ids in it; `fixed` colours do not follow the screen."""

    id: str
    title: str
    description: str
    theme: Theme
    fixed: bool = False
    kind: str = ""

    def of(self, drawing: Drawing) -> Element:
        """The drawing as an <svg> with a name and a description (ARIA `img`; SVG 2, 5.7)."""
        width, height = number(drawing.width_pt), number(drawing.height_pt)
        svg = element("svg", role="img", class_=self.kind)
        svg.set("viewBox", f"0 0 {width} {height}")
        svg.set("width", width)
        svg.set("height", height)
        svg.append(element("title", self.title, id=f"{self.id}-title"))
        svg.set("aria-labelledby", f"{self.id}-title")
        if self.description:
            svg.append(element("desc", self.description, id=f"{self.id}-desc"))
            svg.set("aria-describedby", f"{self.id}-desc")
        faces = {face.name: face for face in (*self.theme.text.every(), *self.theme.display.every())}
        clips = 0
        for operation in drawing.operations:
            if isinstance(operation, TextRun):
                svg.append(self._text(operation, drawing.height_pt, faces))
                continue
            if not operation.path or (operation.fill is None and operation.stroke is None):
                continue
            shape = self._shape(operation, drawing.height_pt)
            if operation.clip is not None:
                clips += 1
                clip = f"{self.id}-clip-{clips}"
                inside = element("path", d=path_data(operation.clip, drawing.height_pt))
                svg.append(element("clipPath", inside, id=clip))
                shape.set("clip-path", f"url(#{clip})")
            svg.append(shape)
        return svg

    def _text(self, run: TextRun, height: float, faces: dict[str, Face]) -> Element:
        """Words of a run; their width is kept, so that marks stand where the chart has them."""
        face = faces[run.face]
        x, y = number(run.x), number(height - run.y)
        made = element("text", run.text, x=x, y=y, font_family=family_of(face, self.theme))
        made.set("font-weight", str(face.weight))
        made.set("font-size", number(run.size_pt))
        if face.italic:
            made.set("font-style", "italic")
        if run.angle:
            made.set("transform", f"rotate({number(-run.angle)} {x} {y})")
        made.set("textLength", number(face.width_pt(run.text, run.size_pt)))
        self._colour(made, "fill", run.colour, _WORDS)
        return made

    def _shape(self, shape: Shape, height: float) -> Element:
        made = element("path", d=path_data(shape.path, height))
        if shape.fill is None:
            made.set("fill", "none")
        else:
            self._colour(made, "fill", shape.fill, _SHAPES)
            if shape.even_odd:
                made.set("fill-rule", "evenodd")
        if shape.stroke is not None:
            self._colour(made, "stroke", shape.stroke, _SHAPES)
            made.set("stroke-width", number(shape.line_width))
            if shape.cap:
                made.set("stroke-linecap", _CAPS[shape.cap])
            if shape.join:
                made.set("stroke-linejoin", _JOINS[shape.join])
            if shape.dash:
                made.set("stroke-dasharray", " ".join(map(number, shape.dash)))
                made.set("stroke-dashoffset", number(shape.dash_offset))
        if shape.opacity < 1:
            made.set("opacity", number(shape.opacity))
        return made

    def _colour(self, made: Element, use: str, colour: str, roles: tuple[str, ...]) -> None:
        """A colour by its role where it has one, so that it follows the screen; else as it is."""
        role = "" if self.fixed else _role(self.theme.colours, colour, roles)
        if role:
            classes = f"{made.get('class', '')} {use}-{role.replace('_', '-')}".strip()
            made.set("class", classes)
        else:
            made.set(use, colour)


def classes() -> tuple[tuple[str, str, str], ...]:
    """Each class a picture may use, the property it sets and the name of the colour."""
    fills = tuple((f"fill-{role}", "fill", role) for role in dict.fromkeys((*_SHAPES, *_WORDS)))
    strokes = tuple((f"stroke-{role}", "stroke", role) for role in _SHAPES)
    return tuple((name.replace("_", "-"), use, role.replace("_", "-")) for name, use, role in (*fills, *strokes))


def _role(colours: Colours, colour: str, roles: tuple[str, ...]) -> str:
    return next((role for role in roles if getattr(colours, role) == colour), "")
