"""How a shape of an SVG is painted: attributes, simple style sheets and inline style, with what children inherit."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from report_builder.brand import colour
from report_builder.brand.svg import Element, Refused
from report_builder.brand.svg_path import number, numbers

_OUTLINE = {f"stroke-{part}" for part in ("width", "opacity", "linecap", "linejoin", "dasharray", "dashoffset")}
_INHERITED = {"fill", "fill-rule", "fill-opacity", "stroke", "color", "visibility", "clip-rule"} | _OUTLINE
_CANNOT = {
    "mask": "a mask",
    "filter": "a filter",
    "marker": "a marker",
    "marker-start": "a marker",
    "marker-mid": "a marker",
    "marker-end": "a marker",
    "mix-blend-mode": "a blend of colours",
    "paint-order": "an outline under its area",
    "vector-effect": "an outline that does not scale",
}
_PLAIN = frozenset({"", "none", "normal", "inherit", "initial"})
_SHEET_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SELECTOR = re.compile(r"[.#]?-?[A-Za-z_][\w-]*")
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}

Sheet = Mapping[str, Mapping[str, str]]


class Style(Struct, frozen=True):
    """What is inherited, as written, and the opacity of all groups around times the element's own."""

    inherited: Mapping[str, str]
    opacity: float = 1.0
    clip: str = ""  # id of the element's own clip path
    hidden: bool = False  # neither the element nor its children are drawn

    def value(self, name: str, default: str) -> str:
        return self.inherited.get(name, default).strip()

    def paint(self, name: str, default: str) -> tuple[str, float] | None:
        """Colour and opacity of "fill" or "stroke"; None where there is none. Refused for what is no plain colour."""
        text = self.value(name, default)
        if text.lower() == "none":
            return None
        if text.lower() == "currentcolor":
            text = self.value("color", "black")
        found = colour.parse(text)
        if found is None:
            raise Refused("B053", f'a {name} that is no plain colour, "{text[:40]}"')
        alpha = found.alpha * _share(self.value(f"{name}-opacity", "1")) * self.opacity
        return (found.hex, alpha) if alpha > 0 else None

    @property
    def dash(self) -> tuple[float, ...]:
        text = self.value("stroke-dasharray", "none")
        lengths = () if text == "none" else tuple(length(part) for part in re.split(r"[\s,]+", text) if part)
        return (lengths * (1 + len(lengths) % 2)) if any(lengths) else ()


def sheet(text: str) -> Sheet:
    """The rules of a style element by selector (tag, .class or #id). Refused for any other selector."""
    found: dict[str, dict[str, str]] = {}
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    if _SHEET_RULE.sub("", text).strip():
        raise Refused("B053", "a style sheet with more than simple rules")
    for selectors, body in _SHEET_RULE.findall(text):
        for selector in (part.strip() for part in selectors.split(",")):
            if not _SELECTOR.fullmatch(selector):
                raise Refused("B053", f'a style sheet with the rule "{selector[:40]}"')
            found.setdefault(selector, {}).update(_declarations(body))
    return found


def styled(element: Element, outer: Style, rules: Sheet) -> Style:
    """The style of an element inside `outer`: attributes, then rules for tag, class and id, then its own `style`."""
    own = {name: value for name, value in element.attributes.items() if name not in ("style", "class", "id")}
    selectors = [element.tag, *("." + name for name in element.attributes.get("class", "").split())]
    for selector in (*selectors, "#" + element.attributes.get("id", "")):
        own |= rules.get(selector, {})
    own |= _declarations(element.attributes.get("style", ""))
    for name, what in _CANNOT.items():
        if own.get(name, "").strip() not in _PLAIN:
            raise Refused("B053", what)
    kept = {name: value for name, value in own.items() if name in _INHERITED and value.strip() != "inherit"}
    clip = own.get("clip-path", "").strip()
    if clip not in _PLAIN and not (found := re.fullmatch(r"url\(\s*['\"]?#([^)'\"]+)['\"]?\s*\)", clip)):
        raise Refused("B053", f'a clip path written as "{clip[:40]}"')
    return replace(
        outer,
        inherited={**outer.inherited, **kept},
        opacity=outer.opacity * _share(own.get("opacity", "1")),
        clip="" if clip in _PLAIN else found[1] if found else "",
        hidden=own.get("display", "").strip() == "none",
    )


def length(text: str, whole: float | None = None) -> float:
    """A length in user units; per cent are of `whole`. ValueError for what is none."""
    found = re.fullmatch(r"([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(%|[a-z]*)", text.strip())
    if found is None or (found[2] not in _UNITS and (found[2] != "%" or whole is None)):
        raise ValueError(f'"{text[:40]}" is no length')
    return number(found[1]) * ((whole or 0.0) / 100 if found[2] == "%" else _UNITS[found[2]])


def _share(text: str) -> float:
    text = text.strip()
    share = numbers(text.removesuffix("%"))
    if len(share) != 1:
        raise ValueError(f'"{text[:40]}" is no opacity')
    return min(1.0, max(0.0, share[0] / (100 if text.endswith("%") else 1)))


def _declarations(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in text.split(";") if ":" in part)
    return {name.strip().lower(): value.replace("!important", "").strip() for name, _, value in pairs}
