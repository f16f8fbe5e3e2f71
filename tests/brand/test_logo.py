"""Logos are drawn as their designer sees them, or refused with every reason."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_builder.brand.logo import logo
from report_builder.drawing import Drawing, Shape
from report_builder.drawing import Path as Outline

BRAND = Path(__file__).parents[2] / "assets/brand/logos"
SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inside: str, attributes: str = 'viewBox="0 0 100 80"') -> str:
    """An SVG file."""
    return f"<svg {SVG} {attributes}>{inside}</svg>"


def again(drawing: Drawing) -> str:
    """The drawing as SVG."""
    parts = []
    for i, one in enumerate(drawing.operations):
        assert isinstance(one, Shape)
        clip = f'<clipPath id="c{i}"><path d="{_data(one.clip)}"/></clipPath>' if one.clip else ""
        clipped = f'clip-path="url(#c{i})"' if one.clip else ""
        parts.append(
            f'{clip}<path d="{_data(one.path)}" fill="{one.fill or "none"}" stroke="{one.stroke or "none"}" '
            f'fill-rule="{"evenodd" if one.even_odd else "nonzero"}" stroke-width="{one.line_width}" '
            f'stroke-dasharray="{" ".join(map(str, one.dash)) or "none"}" stroke-dashoffset="{one.dash_offset}" '
            f'stroke-linecap="{("butt", "round", "square")[one.cap]}" opacity="{one.opacity}" '
            f'stroke-linejoin="{("miter", "round", "bevel")[one.join]}" {clipped}/>'
        )
    flip = f"matrix(1 0 0 -1 0 {drawing.height_pt})"
    box = f'viewBox="0 0 {drawing.width_pt} {drawing.height_pt}"'
    return svg(f'<g transform="{flip}">{"".join(parts)}</g>', box)


def _data(path: Outline) -> str:
    return "".join({"m": "M", "l": "L", "c": "C", "h": "Z"}[s[0]] + " ".join(map(repr, s[1:])) for s in path)


def differing(one: str, other: str) -> int:
    """How many pixels of two SVG files, drawn 400 wide on middle grey, differ by more than an edge's smoothing may."""
    resvg = pytest.importorskip("resvg_py")
    image, chops = pytest.importorskip("PIL.Image"), pytest.importorskip("PIL.ImageChops")
    drawn = [
        image.open(BytesIO(bytes(resvg.svg_to_bytes(svg_string=text, width=400, background="#999999")))).convert("RGB")
        for text in (one, other)
    ]
    return sum(chops.difference(*drawn).convert("L").histogram()[48:])


PICTURES = {
    "rect": '<rect x="10" y="10" width="50" height="30" fill="#c33"/>',
    "round rect": '<rect x="10" y="10" width="50" height="30" rx="10" ry="5" fill="teal"/>',
    "over-round rect": '<rect x="10" y="10" width="50" height="30" rx="40" fill="teal"/>',
    "ry only": '<rect x="10" y="10" width="50" height="30" ry="8"/>',
    "circle": '<circle cx="50" cy="40" r="30" fill="rgb(10,20,200)"/>',
    "ellipse": '<ellipse cx="50" cy="40" rx="30" ry="10" transform="rotate(30 50 40)"/>',
    "line": '<line x1="5" y1="5" x2="90" y2="70" stroke="black" stroke-width="4" stroke-linecap="round"/>',
    "polyline": '<polyline points="5,5 50,70 90,10" fill="none" stroke="#123" stroke-width="5"/>',
    "polygon": '<polygon points="5 5 50 70 90 10"/>',
    "even odd": '<path fill-rule="evenodd" d="M10 10h60v60h-60zM20 20h40v40h-40z"/>',
    "relative path": '<path d="m10 10l20 5 10 20h10v-5z"/>',
    "smooth curves": '<path d="M10 40C20 0 30 0 40 40S60 80 70 40q5-20 10 0t10 0v20H10z"/>',
    "arcs": '<path d="M20 40a20 20 0 1150 5A10 30 20 0 0 20 40zM5 5A20 20 0 012e1.5z"/>',
    "several outlines": '<path d="M10 10h20v20z m40 0h20v20z M50 50 60 60 50 70"/>',
    "groups": '<g transform="translate(10,5) scale(.5)" fill="green">'
    '<g transform="skewX(20)"><rect width="40" height="40"/></g><circle cx="100" cy="50" r="20" fill="inherit"/></g>',
    "use": '<defs><path id="a" d="M0 0h10v10z"/></defs><use href="#a" x="5" y="5"/>'
    '<use xlink:href="#a" x="30" fill="red"/>',
    "style sheet": "<style>.a,.b{fill:#c33}#c{fill:blue}path{stroke:#000}</style>"
    '<rect class="a" width="20" height="20"/><path id="c" class="b" d="M40 10h30v30z"/>',
    "inline style": '<rect style="fill:#3c3;fill-opacity:.5;stroke:navy;stroke-width:3px" x="9" y="9" '
    'width="40" height="20"/>',
    "opacity": '<rect width="60" height="60" opacity=".4"/><rect x="30" width="60" height="60" fill="#f00a"/>',
    "dashes": '<path d="M5 40H95" stroke="#000" stroke-width="6" stroke-dasharray="10 5 2" stroke-dashoffset="3"/>',
    "scaled stroke": '<g transform="scale(2)"><path d="M5 5H40" stroke="#000" stroke-width="3"/></g>',
    "outside": '<circle cx="100" cy="80" r="40" fill="purple"/>',
    "clip": '<clipPath id="k"><circle cx="50" cy="40" r="20"/></clipPath>'
    '<rect clip-path="url(#k)" width="100" height="80"/>',
    "hidden": '<rect width="50" height="50" display="none"/><g visibility="hidden"><rect width="9" height="9"/></g>'
    '<rect x="50" width="9" height="9"/>',
    "current colour": '<g color="#c0c"><rect width="50" height="50" fill="currentColor"/></g>',
    "per cent": '<rect width="50%" height="50%" fill="#089"/>',
    "editor's notes": '<metadata><x xmlns="y"/></metadata><title>t</title><desc>d</desc><rect width="9" height="9"/>',
}


@pytest.mark.parametrize("inside", PICTURES.values(), ids=PICTURES.keys())
def test_draws_what_resvg_draws(inside: str) -> None:
    """The drawing, written as SVG again, has the same pixels as the original but for the edges."""
    text = svg(inside)
    drawn, problems = logo(text.encode(), "logo.svg", "x")
    assert () == problems
    assert drawn is not None
    assert 0 == differing(text, again(drawn.drawing))


@pytest.mark.parametrize("name", ["example-campaign", "example-campaign-reverse", "mark", "mark-reverse"])
def test_draws_the_examples_own_logos(name: str) -> None:
    """The example brand's logos come out as drawn."""
    text = (BRAND / f"{name}.svg").read_text("utf-8")
    drawn, problems = logo(text.encode(), "logo.svg", "x")
    assert () == problems
    assert drawn is not None
    assert 0 == differing(text, again(drawn.drawing))


def test_a_view_box_gives_the_size_and_the_origin() -> None:
    """The drawing starts at 0, 0, with y up."""
    drawn, _ = logo(svg('<rect x="-5" y="10" width="10" height="10"/>', 'viewBox="-5 10 20 40"').encode(), "f", "x")
    assert drawn is not None
    assert (20.0, 40.0) == (drawn.drawing.width_pt, drawn.drawing.height_pt)
    (shape,) = drawn.drawing.operations
    assert isinstance(shape, Shape)
    assert ("m", 0.0, 40.0) == shape.path[0]


LAUGHS = '<!DOCTYPE svg [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {b} "' + f"&{a};" * 10 + '">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
)
COPIES = '<g id="g0"><rect width="1" height="1"/></g>' + "".join(
    f'<g id="g{i}">' + f'<use href="#g{i - 1}"/>' * 10 + "</g>" for i in range(1, 9)
)
HOSTILE = {
    "billion laughs": (f"{LAUGHS}]>" + svg("&j;"), "B052", "DOCTYPE"),
    "outside entity": ('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + svg("&x;"), "B052", "DOCTYPE"),
    "deep nesting": (svg("<g>" * 40_000), "B052", "nested"),
    "many parts": (svg("<g/>" * 2_001), "B052", "2,000 parts"),
    "many copies": (svg(COPIES), "B052", "2,000 parts, copies included"),
    "copy of itself": (svg('<g id="a"><use href="#a"/></g>'), "B052", "nested deeper"),
    "huge": (svg(" " * 600_000), "B052", "larger"),
    "file through use": (svg('<use xlink:href="file:///etc/passwd#a"/>'), "B052", "outside the file"),
    "web through fill": (svg('<rect fill="url(https://x.example/a#b)"/>'), "B052", "outside the file"),
    "web through style": (svg("<style>.a{fill:url(https://x.example)}</style>"), "B052", "outside the file"),
    "import": (svg("<style>@import 'x.css';</style>"), "B052", "style sheet"),
    "style sheet": ('<?xml-stylesheet href="x.css"?>' + svg("<g/>"), "B052", "style sheet"),
    "script": (svg("<script>alert(1)</script>"), "B053", "a program (script)"),
    "event": (svg('<rect onclick="x()" width="1" height="1"/>'), "B053", "a program (onclick of <rect>)"),
    "image": (svg('<image href="#a"/>'), "B053", "a picture made of dots"),
    "text": (svg("<text>Hi</text>"), "B053", "text: convert it to outlines"),
    "foreign": (svg("<foreignObject/>"), "B053", "foreignObject"),
    "gradient": (svg('<linearGradient id="a"/><rect width="9" height="9" fill="url(#a)"/>'), "B053", "gradient"),
    "filter": (svg('<rect filter="url(#a)" width="1" height="1"/>'), "B053", "a filter"),
    "mask": (svg('<rect style="mask:url(#a)" width="1" height="1"/>'), "B053", "a mask"),
    "animation": (svg("<rect width='1' height='1'><animate/></rect>"), "B053", "<animate>"),
    "stretched outline": (svg('<g transform="scale(1 9)"><path stroke="#000" d="M0 0h9v9"/></g>'), "B053", "stretched"),
    "unknown copy": (svg('<use href="#b"/>'), "B053", '"b", which is not there'),
    "rule": (svg("<style>a > b{fill:red}</style>"), "B053", "style sheet"),
    "empty": (svg(""), "B053", "nothing that could be drawn"),
    "not XML": ("<svg", "B054", "line 1"),
    "not SVG": ("<html/>", "B054", "not an SVG"),
    "no size": (svg("<g/>", ""), "B054", "viewBox"),
    "broken path": (svg('<path d="M0 0 L5"/>'), "B054", "path"),
    "path of words": (svg('<path d="M0 0 hello"/>'), "B054", "path"),
    "huge number": (svg('<rect width="1e300" height="1"/>'), "B054", "too large"),
    "no number": (svg('<rect width="nan" height="1"/>'), "B054", "nan"),
    "transform": (svg('<g transform="matrix(1 2)"/>'), "B054", "matrix"),
}


@pytest.mark.parametrize(("text", "code", "why"), HOSTILE.values(), ids=HOSTILE.keys())
def test_refuses_what_is_hostile_or_cannot_be_drawn(text: str, code: str, why: str) -> None:
    """Each refusal says what in the file is at fault; nothing is drawn in part."""
    drawn, problems = logo(text.encode(), "assets/brand/logo.svg", "x")
    assert drawn is None
    assert code in [p.code for p in problems]
    assert why in " ".join(p.message for p in problems)


def test_all_that_cannot_be_drawn_is_told_at_once_and_each_thing_once() -> None:
    """Two texts and a picture are two problems."""
    _, problems = logo(svg("<text/><text/><image/>").encode(), "f", "x")
    assert ["B053", "B053"] == [p.code for p in problems]


def test_a_see_through_group_is_told() -> None:
    """Its shapes may overlap, and then the logo would look different."""
    drawn, problems = logo(svg(f'<g opacity=".5">{PICTURES["rect"]}{PICTURES["circle"]}</g>').encode(), "f", "x")
    assert drawn is not None
    assert ["B056"] == [p.code for p in problems]


@given(
    st.lists(
        st.sampled_from([*PICTURES.values(), "<g", "</g>", "&", "<!--", "\0", "é", "<use href='#a'/>"]), max_size=4
    )
)
def test_nothing_makes_it_raise(parts: Iterable[str]) -> None:
    """Whatever the bytes, there is a logo or a problem."""
    drawn, problems = logo(svg("".join(parts)).encode(), "f", "x")
    assert drawn is not None or problems


@given(st.text("MmLlHhVvCcSsQqTtAaZz0123456789.-+eE, ", max_size=60))
def test_a_path_is_drawn_as_fonttools_draws_it(data: str) -> None:
    """Broken paths are refused, and the others end where fontTools' own parser ends."""
    drawn, problems = logo(svg(f'<path d="{data}"/><rect width="1" height="1"/>').encode(), "f", "x")
    assert drawn is not None or problems
