"""A Drawing as an SVG document, or as an element that stands inside an HTML page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal
from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct

from report_builder.brand.theme import Theme
from report_builder.drawing import Drawing, Shape, TextRun
from report_builder.path_data import number, path_data
from report_builder.svg.lettering import Lettering, Outlined, Real

if TYPE_CHECKING:
    from report_builder.svg.outlines import Fonts

_CAPS = ("butt", "round", "square")
_JOINS = ("miter", "round", "bevel")
_MITRE_LIMIT = 10  # what PDF draws with; SVG on its own has 4


class About(Struct, frozen=True):
    """What a picture says to those who do not see it. `id` begins the ids in it: a page's pictures need one each."""

    id: str
    title: str
    description: str
    language: str


def svg_of(
    drawing: Drawing,
    theme: Theme,
    about: About,
    text: Literal["outlined", "real"] = "outlined",
    fonts: Fonts | None = None,
) -> str:
    """The drawing as SVG, the same for the same input, with title and description (SVG 2, 5.7; ARIA `img`).

    "outlined" words need no font where they are seen; `fonts` may serve many drawings. "real" words can be searched
    and copied; they name the families of the brand's faces, which the page has to bring.
    """
    faces = (*theme.text.every(), *theme.display.every())
    if text == "real":
        return _written(drawing, Real(faces), about)
    from report_builder.svg.outlines import Fonts  # fontTools, an extra that real text does without

    return _written(drawing, Outlined(faces, fonts or Fonts(), about.id), about)


def _written(drawing: Drawing, lettering: Lettering, about: About) -> str:
    width, height = number(drawing.width_pt), number(drawing.height_pt)
    language = quoteattr(about.language)
    title, description = f"{about.id}-title", f"{about.id}-desc"
    body: list[str] = []
    clips: list[str] = []
    for operation in drawing.operations:
        if isinstance(operation, TextRun):
            body.append(lettering.element(operation, drawing.height_pt))
            continue
        clip = ""
        if operation.clip is not None:
            clip = f"{about.id}-clip-{len(clips) + 1}"
            clips.append(f'<clipPath id="{clip}"><path d="{path_data(operation.clip, drawing.height_pt)}"/></clipPath>')
        body.append(_shape(operation, drawing.height_pt, clip))
    definitions = [*clips, *lettering.definitions()]
    linked = ' xmlns:xlink="http://www.w3.org/1999/xlink"' if lettering.definitions() else ""
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg"{linked} xml:lang={language} lang={language} role="img"'
        f' aria-labelledby="{title} {description}" width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}"'
        f' stroke-miterlimit="{_MITRE_LIMIT}">',
        f'<title id="{title}">{escape(about.title)}</title>',
        f'<desc id="{description}">{escape(about.description)}</desc>',
        *(["<defs>", *definitions, "</defs>"] if definitions else []),
        *filter(None, body),
        "</svg>",
    ]
    return "\n".join(out) + "\n"


def _shape(shape: Shape, height: float, clip: str) -> str:
    if not shape.path or (shape.fill is None and shape.stroke is None):
        return ""
    look = {"fill": shape.fill or "none"}
    if shape.fill and shape.even_odd:
        look["fill-rule"] = "evenodd"
    if shape.stroke:
        look |= _stroke(shape)
    if shape.opacity < 1:
        look |= {"fill-opacity": number(shape.opacity), "stroke-opacity": number(shape.opacity)}
    if clip:
        look["clip-path"] = f"url(#{clip})"
    attributes = "".join(f' {name}="{value}"' for name, value in look.items())
    return f'<path{attributes} d="{path_data(shape.path, height)}"/>'


def _stroke(shape: Shape) -> dict[str, str]:
    look = {"stroke": shape.stroke or "none", "stroke-width": number(shape.line_width)}
    if shape.cap:
        look["stroke-linecap"] = _CAPS[shape.cap]
    if shape.join:
        look["stroke-linejoin"] = _JOINS[shape.join]
    if shape.dash:
        look["stroke-dasharray"] = " ".join(map(number, shape.dash))
        look["stroke-dashoffset"] = number(shape.dash_offset)
    return look
