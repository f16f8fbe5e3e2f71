"""The whole of the `_brand.yml` format as models (github.com/posit-dev/brand-yml, schema of November 2025).

Shorthand is written out before it is read ("Open Sans" becomes `family: Open Sans`), so each key has one type.
Colours stay as written here; `palette` resolves their names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

WEIGHTS = {
    "thin": 100,
    "extra-light": 200,
    "ultra-light": 200,
    "light": 300,
    "normal": 400,
    "regular": 400,
    "medium": 500,
    "semi-bold": 600,
    "demi-bold": 600,
    "bold": 700,
    "extra-bold": 800,
    "ultra-bold": 800,
    "black": 900,
}
SEMANTIC = (
    "foreground",
    "background",
    "primary",
    "secondary",
    "tertiary",
    "success",
    "info",
    "warning",
    "danger",
    "light",
    "dark",
    "link",
)


def _named(key: str, model: type[BaseModel]) -> BeforeValidator:
    """A reader of shorthand: a lone string becomes the value of `key` of `model`."""
    return _short(lambda value: {key: value} if isinstance(value, str) else value, model | str)


def _short(reader: Callable[[object], object], written: object) -> BeforeValidator:
    """A reader whose JSON Schema, for editors, is that of what may be written."""
    return BeforeValidator(reader, json_schema_input_type=written)


def _weight(value: object) -> object:
    """A font weight as a number from 1 to 1000; "auto" is None: the font file says it."""
    if value in (None, "auto"):
        return None
    text = str(value).strip().lower()
    found = WEIGHTS.get(text, int(text) if re.fullmatch(r"\d{1,4}", text) else 0)
    if isinstance(value, bool) or not 1 <= found <= 1000:
        names = ", ".join(WEIGHTS)
        raise PydanticCustomError("weight", "write a number such as 400, or one of: {names}", {"names": names})
    return found


def _weights(value: object) -> object:
    """Several weights; a range "600..900" is every hundred in it."""
    if isinstance(value, str) and (ends := re.fullmatch(r"(\d{3})\.\.(\d{3})", value.strip())):
        return tuple(range(int(ends[1]), int(ends[2]) + 1, 100))
    return value if isinstance(value, list | tuple) else (value,)


def _file_weight(value: object) -> object:
    """One weight, or those of a variable font."""
    weights = _weights(value)
    read = tuple(_weight(one) for one in weights) if isinstance(weights, tuple | list) else ()
    return read[0] if len(read) == 1 else read


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _filled(value: object) -> object:
    """A colour that is there; a # without quotes leaves nothing behind."""
    if value is None:
        raise PydanticCustomError("empty_colour", "there is no colour here")
    return value


Weight = Annotated[int | None, _short(_weight, int | str)]
Style = Literal["normal", "italic", "oblique"]
Text = Annotated[str, Field(max_length=2_000)]


class _Part(BaseModel):
    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        coerce_numbers_to_str=True,
        str_strip_whitespace=True,
        alias_generator=lambda name: name.replace("_", "-"),
    )

    _must_be_filled: ClassVar[frozenset[str]] = frozenset()

    @model_validator(mode="before")
    @classmethod
    def _skip_empty(cls, value: object) -> object:
        """A key of the format with nothing after it is as if left out; a colour is not, see `_filled`."""
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            return value
        known = {field.alias for field in cls.model_fields.values()} - cls._must_be_filled
        return {key: item for key, item in value.items() if item is not None or key not in known}


class Name(_Part):
    full: Text = ""
    short: Text = ""


class Link(_Part):
    """Web addresses by what they are: home, mastodon, github ..."""

    model_config = ConfigDict(extra="allow")

    home: Text = ""


class Meta(_Part):
    """Who the brand is. The format leaves this part open: other keys are kept and not used."""

    model_config = ConfigDict(extra="allow")

    name: Annotated[Name, _named("full", Name)] = Name()
    link: Annotated[Link, _named("home", Link)] = Link()


class Image(_Part):
    """`path` from the brand file's folder, the name of another image, or a web address."""

    path: Text
    alt: Text = ""
    attrs: dict[str, Any] = {}


NamedImage = Annotated[Image, _named("path", Image)]


class Variants(_Part):
    """`light` stands on a light page, `dark` on a dark one."""

    light: NamedImage | None = None
    dark: NamedImage | None = None


def _variants(value: object) -> object:
    """One image is the one for a light page."""
    if isinstance(value, str) or (isinstance(value, Mapping) and "path" in value):
        return {"light": value}
    return value


LogoVariants = Annotated[Variants, _short(_variants, Variants | Image | str)]


class Logos(_Part):
    images: dict[str, NamedImage] = {}
    small: LogoVariants | None = None
    medium: LogoVariants | None = None
    large: LogoVariants | None = None


def _logos(value: object) -> object:
    """A lone file is the medium logo."""
    if isinstance(value, str) or (isinstance(value, Mapping) and "path" in value):
        return {"medium": value}
    return value


class Shades(_Part):
    """A colour for a light page and one for a dark page, as written."""

    light: Text = ""
    dark: Text = ""


def _shades(value: object) -> object:
    value = _filled(value)
    return {"light": str(value)} if isinstance(value, str | int) else value


ColourText = Annotated[Shades, _short(_shades, Shades | str)]
MaybeColour = Annotated[Shades | None, _short(_shades, Shades | str)]


class Colour(_Part):
    """The palette by name, and colours by what they are for (`SEMANTIC`)."""

    _must_be_filled = frozenset(SEMANTIC)

    palette: dict[str, ColourText] = {}
    foreground: MaybeColour = None
    background: MaybeColour = None
    primary: MaybeColour = None
    secondary: MaybeColour = None
    tertiary: MaybeColour = None
    success: MaybeColour = None
    info: MaybeColour = None
    warning: MaybeColour = None
    danger: MaybeColour = None
    light: MaybeColour = None
    dark: MaybeColour = None
    link: MaybeColour = None

    @property
    def semantic(self) -> dict[str, Shades]:
        """The colours by use that the file gives."""
        return {name: value for name in SEMANTIC if (value := getattr(self, name)) is not None}


class FontFileEntry(_Part):
    path: Text
    weight: Annotated[int | tuple[int, ...] | None, _short(_file_weight, int | str | list[int | str])] = None
    style: Style | None = None


class Font(_Part):
    """A family and where it comes from; without `source`, as if installed."""

    family: Text
    source: Literal["file", "google", "bunny", "system"] = "system"
    files: tuple[Annotated[FontFileEntry, _named("path", FontFileEntry)], ...] = ()
    weight: Annotated[tuple[Weight, ...], _short(_weights, int | str | list[int | str])] = (400, 700)
    style: Annotated[tuple[Style, ...], _short(_listed, Style | list[Style])] = ("normal", "italic")
    display: Literal["auto", "block", "swap", "fallback", "optional"] = "swap"
    version: int | None = None
    url: Text = ""

    @model_validator(mode="after")
    def _files_where_due(self) -> Font:
        if self.source == "file" and not self.files:
            raise PydanticCustomError("files", "`source: file` needs `files:` with the path of each font file")
        if self.source != "file" and self.files:
            raise PydanticCustomError("files", "`files:` goes with `source: file`")
        return self


def _line_height(value: object) -> object:
    return None if value is None else str(value)


Height = Annotated[str | None, _short(_line_height, float | str)]


class Base(_Part):
    family: Text = ""
    size: Text = ""
    weight: Weight = None
    line_height: Height = None


_COLOURS = frozenset({"color", "background-color"})


class Headings(_Part):
    _must_be_filled = _COLOURS

    family: Text = ""
    weight: Weight = None
    style: Style | None = None
    color: MaybeColour = None
    line_height: Height = None


class Monospace(_Part):
    _must_be_filled = _COLOURS

    family: Text = ""
    size: Text = ""
    weight: Weight = None
    color: MaybeColour = None
    background_color: MaybeColour = None
    line_height: Height = None


class LinkStyle(_Part):
    _must_be_filled = _COLOURS

    weight: Weight = None
    color: MaybeColour = None
    background_color: MaybeColour = None
    decoration: Text = ""


class Typography(_Part):
    fonts: tuple[Font, ...] = ()
    base: Annotated[Base, _named("family", Base)] = Base()
    headings: Annotated[Headings, _named("family", Headings)] = Headings()
    monospace: Annotated[Monospace, _named("family", Monospace)] | None = None
    monospace_inline: Annotated[Monospace, _named("family", Monospace)] | None = None
    monospace_block: Annotated[Monospace, _named("family", Monospace)] | None = None
    link: Annotated[LinkStyle, _named("color", LinkStyle)] = LinkStyle()


class Brand(_Part):
    """A brand file, read; every part may be missing."""

    meta: Meta = Meta()
    logo: Annotated[Logos, _short(_logos, Logos | Image | str)] = Logos()
    color: Colour = Colour()
    typography: Typography = Typography()
    defaults: dict[str, Any] = {}
    template: Any = None

    @property
    def name(self) -> str:
        """The name to print: short where there is one; "" where the file gives none."""
        return self.meta.name.short or self.meta.name.full
