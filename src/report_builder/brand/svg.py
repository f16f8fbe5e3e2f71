"""An SVG file read into elements, with limits that no logo needs to pass, and nothing fetched from anywhere.

A tree that comes out of here is safe: small, not deep, made of shapes, and naming nothing outside itself.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from msgspec import Struct, field

LARGEST_BYTES = 512 * 1024
DEEPEST = 32
MOST_ELEMENTS = 2_000

SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
_GROUPS = frozenset({"svg", "g", "defs", "use", "clipPath", "style"})
_SILENT = frozenset({"title", "desc", "metadata"})
_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_NAMES = {
    "text": "text: convert it to outlines",
    "image": "a picture made of dots",
    "linearGradient": "a colour gradient",
    "radialGradient": "a colour gradient",
    "script": "a program (script)",
    "foreignObject": "a piece of another format (foreignObject)",
}


class Element(Struct):
    """An element and its attributes, presentation attributes and `style` merged, the latter stronger."""

    tag: str
    attributes: dict[str, str]
    children: list[Element] = field(default_factory=list)
    text: str = ""


class Refused(Exception):
    """The file is not safe or not readable: a diagnostic code and why."""

    def __init__(self, code: str, why: str) -> None:
        super().__init__(why)
        self.code, self.why = code, why


def scan(data: bytes) -> tuple[Element, list[str]]:
    """The root element, and the names of parts that cannot be drawn, each once. Raises Refused."""
    if len(data) > LARGEST_BYTES:
        raise Refused("B052", f"it is larger than {LARGEST_BYTES // 1024} kB")
    if b"<svg" not in data and "<svg".encode("utf-16-le") not in data and "<svg".encode("utf-16-be") not in data:
        raise Refused("B054", "it is not an SVG file")
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as found:
        raise Refused("B054", f"line {found.lineno}: {expat.ErrorString(found.code)}") from None
    except (UnicodeError, ValueError, LookupError) as found:
        raise Refused("B054", f"it cannot be read as text ({type(found).__name__})") from None
    if reader.root is None or reader.root.tag != "svg":
        raise Refused("B054", "it is not an SVG file")
    return reader.root, list(dict.fromkeys(reader.refused))


class _Reader:
    def __init__(self) -> None:
        self.root: Element | None = None
        self.refused: list[str] = []
        self.open: list[Element] = []
        self.skipped = 0
        self.count = self.depth = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._words

    def _doctype(self, *_: object) -> None:
        raise Refused("B052", "it has a DOCTYPE, through which a file can be made to unfold or to fetch others")

    def _instruction(self, target: str, _: str) -> None:
        if target.lower() == "xml-stylesheet":
            raise Refused("B052", "it fetches a style sheet")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.count += 1
        if self.depth > DEEPEST:
            raise Refused("B052", f"its parts are nested deeper than {DEEPEST}")
        if self.count > MOST_ELEMENTS:
            raise Refused("B052", f"it has more than {MOST_ELEMENTS:,} parts")
        space, _, tag = name.rpartition(" ")
        if self.skipped or space not in (_SVG, "") or tag in _SILENT:
            self.skipped += 1
            return
        if (tag not in SHAPES and tag not in _GROUPS) or (tag == "svg" and self.open):
            self.refused.append(_NAMES.get(tag, f"<{tag}>"))
            self.skipped += 1
            return
        element = Element(tag, self._attributes(tag, attributes))
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def _end(self, _: str) -> None:
        self.depth -= 1
        if self.skipped:
            self.skipped -= 1
        else:
            self.open.pop()

    def _words(self, text: str) -> None:
        if self.open and not self.skipped and self.open[-1].tag == "style":
            self.open[-1].text += text

    def _attributes(self, tag: str, attributes: dict[str, str]) -> dict[str, str]:
        kept = {}
        for name, value in attributes.items():
            space, _, local = name.rpartition(" ")
            if local.lower().startswith("on") and not space:
                self.refused.append(f"a program ({local} of <{tag}>)")
            elif local == "href" and space in ("", _XLINK):
                if not value.startswith("#"):
                    raise Refused("B052", f'<{tag}> refers to something outside the file, "{value[:60]}"')
                kept["href"] = value[1:]
            elif not space:
                refuse_outside(tag, value)
                kept[local] = value
        return kept


def refuse_outside(tag: str, value: str) -> None:
    """Raises Refused where a value refers to something outside the file."""
    for inside in re.findall(r"url\s*\(\s*['\"]?\s*([^)]*)", value, re.IGNORECASE):
        if not inside.startswith("#"):
            raise Refused("B052", f'<{tag}> refers to something outside the file, "{inside[:60]}"')
    if "@import" in value.lower():
        raise Refused("B052", f"<{tag}> fetches a style sheet")
