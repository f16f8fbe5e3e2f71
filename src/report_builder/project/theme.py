"""The theme of a report's brand, assembled or taken from the cache, which spares reading fonts' and colours' models.

Fonts stay files: a face is kept by its path, and its name, made from its content, says whether the file is still the
same. Only a brand without problems is kept, so that each build says what is wrong with one.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from msgspec.structs import asdict, replace

from report_builder.brand.folder import Folder
from report_builder.brand.fonts import Face, Faces, face
from report_builder.brand.theme import Colours, Geometry, Logo, Page, Scale, Theme
from report_builder.cache import Cache, key_of
from report_builder.charts import stored as drawings
from report_builder.problems import Problem
from report_builder.project.parsed import Data
from report_builder.versions import installed

FORM = "2"  # raise it when the form changes, or when the same brand comes to mean another theme

Read = dict[str, bytes | None]  # what was read of the brand's folder; None where no such file is


def theme(data: Data, text: str, folder: Folder, page: Page, cache: Cache) -> tuple[Theme, tuple[Problem, ...]]:
    """The theme of a brand file's parsed content, and every problem found. `text` is the file as it was typed."""
    key = key_of("theme", FORM, installed(), text, page, str(folder.path), *folder.fonts)
    stored = cache.get(key)
    kept = from_json(stored, folder.read) if stored else None
    if kept is not None:
        return kept, ()
    from report_builder.brand.assemble import assemble  # the models of a brand file are a twelfth of a warm build

    read: Read = {}

    def noted(path: str) -> bytes | None:
        read[path] = folder.read(path)
        return read[path]

    made = assemble(data, replace(folder, read=noted), page=page)
    if not made.problems:
        cache.put(key, to_json(made.theme, {str(folder.path / path): (path, found) for path, found in read.items()}))
    return made.theme, made.problems


def to_json(made: Theme, read: dict[str, tuple[str, bytes | None]]) -> bytes:
    """The theme, with digests of the files it was made of other than its faces."""
    faces = {str(one.path) for one in (*made.text.every(), *made.display.every())}
    content = {
        "read": {path: _digest(data) for full, (path, data) in read.items() if full not in faces},
        "name": made.name,
        "colours": asdict(made.colours),
        "scale": asdict(made.scale),
        "page": asdict(made.page),
        "text": _from_faces(made.text),
        "display": _from_faces(made.display),
        "logos": [_from_logo(made.logo), _from_logo(made.logo_reverse)],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def from_json(data: bytes, read: Callable[[str], bytes | None]) -> Theme | None:
    """The theme that `to_json` wrote; None for anything else and where a file it was made of has changed."""
    try:
        content = json.loads(data)
        if any(_digest(read(path)) != digest for path, digest in content["read"].items()):
            return None
        known: dict[str, Face] = {}
        logo, logo_reverse = (_to_logo(one) for one in content["logos"])
        return Theme(
            name=content["name"],
            colours=Colours(**content["colours"]),
            text=_to_faces(content["text"], known),
            display=_to_faces(content["display"], known),
            scale=Scale(**content["scale"]),
            page=Geometry(**content["page"]),
            logo=logo,
            logo_reverse=logo_reverse,
        )
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError, OSError):
        return None


def _from_faces(faces: Faces) -> list[list[object]]:
    five = (faces.regular, faces.bold, faces.italic, faces.bold_italic, faces.semibold)
    return [[one.name, str(one.path), one.weight, one.italic] for one in five]


def _to_faces(five: list[list[Any]], known: dict[str, Face]) -> Faces:
    for name, path, weight, italic in five:
        if name not in known:
            made = face(Path(path).read_bytes(), Path(path), weight, italic)
            if not isinstance(made, Face) or made.name != name:
                raise ValueError(path)
            known[name] = made
    return Faces(*(known[one[0]] for one in five))


def _from_logo(logo: Logo | None) -> list[str] | None:
    return None if logo is None else [drawings.to_json(logo.drawing).decode(), logo.alt]


def _to_logo(stored: list[str] | None) -> Logo | None:
    if stored is None:
        return None
    drawing = drawings.from_json(stored[0].encode())
    if drawing is None:
        raise ValueError("not a drawing")
    return Logo(drawing, stored[1])


def _digest(data: bytes | None) -> str:
    return "" if data is None else sha256(data).hexdigest()
