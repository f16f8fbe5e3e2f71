"""The brand's faces inside the page: each cut down to the characters of the page, as WOFF2, in a data: address."""

from __future__ import annotations

import base64
import string
from collections.abc import Iterable

from msgspec import Struct

from report_builder.brand.cut import for_web
from report_builder.brand.fonts import Face
from report_builder.brand.theme import Theme
from report_builder.cache import Cache, key_of
from report_builder.problems import Problem, problem
from report_builder.versions import installed

_ALWAYS = string.ascii_letters + string.digits + string.punctuation + " "  # so that editions share a subset


class Sheet(Struct, frozen=True):
    """The @font-face rules, and what is wrong with a font."""

    css: str
    problems: tuple[Problem, ...]


def family_of(face: Face, theme: Theme) -> str:
    """The name a face's family has in the page: "text", or "display" where it is only of that family."""
    return "text" if face in theme.text.every() else "display"


def font_faces(faces: Iterable[Face], text: str, theme: Theme, cache: Cache) -> Sheet:
    """Rules for these faces with the characters of `text`; one that cannot be cut down is carried whole."""
    characters = "".join(sorted({*text, *_ALWAYS}))
    rules: list[str] = []
    problems: list[Problem] = []
    for face in dict.fromkeys(faces):
        key = key_of("woff2", installed(), face.name, characters)
        data = cache.get(key)
        if data is None:
            data = for_web(face, characters)
            if data is not None:
                cache.put(key, data)
        if data is None:
            problems.append(_whole(face))
            source = _data("font/ttf", "truetype", face.path.read_bytes())
        else:
            source = _data("font/woff2", "woff2", data)
        style = "italic" if face.italic else "normal"
        rules.append(
            f"@font-face{{font-family:{family_of(face, theme)};font-weight:{face.weight};font-style:{style};"
            f"font-display:swap;src:{source}}}"
        )
    return Sheet("\n".join(rules), tuple(problems))


def _data(media_type: str, form: str, data: bytes) -> str:
    return f"url(data:{media_type};base64,{base64.b64encode(data).decode()}) format('{form}')"


def _whole(face: Face) -> Problem:
    return problem(
        "A010",
        f'the font "{face.path.name}" cannot be cut down to the letters of the web page',
        None,
        "the page carries the whole file instead, and is larger for it",
        help="ask for the font in a newer file, or leave it",
    )
