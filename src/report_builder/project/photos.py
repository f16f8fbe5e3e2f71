"""The pictures that sections show: read within limits, made small enough to send, and rid of all that a camera adds."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import DecodeError, Struct, json

from report_builder.brand.theme import Geometry, Theme
from report_builder.cache import key_of
from report_builder.document.blocks import Photo
from report_builder.problems import Where, problem
from report_builder.project.loading import Loading
from report_builder.sections.fences import Part, PictureFence, Placed
from report_builder.versions import installed

if TYPE_CHECKING:
    from PIL.Image import Image

FOLDER = "assets/pictures"
BYTES = 40_000_000
PIXELS = 80_000_000  # the largest cameras; decoded, three bytes each
DOTS_PER_INCH = 220  # as printed; more is not seen, and doubles what is sent
TOO_COARSE = 100
_QUALITY = 85
_POINTS = 72


class Refused(Struct, frozen=True):
    """Why a file is not taken: the code of the problem, what is wrong and what to do."""

    code: str
    message: str
    help: str


def load_photos(parts: Iterable[Part], theme: Theme | None, loading: Loading) -> dict[str, Photo]:
    """The pictures of these parts by the names of their files; problems noted of those that cannot be shown."""
    out: dict[str, Photo] = {}
    seen: set[str] = set()
    for part in parts:
        if theme is None or not isinstance(part, Placed) or not isinstance(part.fence, PictureFence):
            continue
        name = part.fence.file
        if name not in seen:
            seen.add(name)
            made = _photo(name, part.at("file"), theme, loading)
            out |= {name: made} if made is not None else {}
    return out


def _photo(name: str, where: Where, theme: Theme, loading: Loading) -> Photo | None:
    data = _data(name, where, loading)
    if data is None:
        return None
    key = key_of("photo", installed(), repr(theme.page), theme.colours.paper, data)
    stored = loading.cache.get(key)
    made = _kept(stored) if stored else None
    if made is None:
        found = photo(data, theme.page, theme.colours.paper)
        if isinstance(found, Refused):
            loading.problems.append(problem(found.code, f'"{name}" {found.message}', where, help=found.help))
            return None
        made = found
        loading.cache.put(key, json.encode(made))
    inches = theme.page.photo_width(made.shape) / _POINTS
    if made.width_px < inches * TOO_COARSE:
        wanted = round(inches * DOTS_PER_INCH)
        message = f'"{name}" is {made.width_px} dots wide, which looks coarse in print'
        hint = f"ask for the picture at {wanted} dots or more, as the camera took it"
        loading.problems.append(problem("I014", message, where, help=hint))
    return made


def _data(name: str, where: Where, loading: Loading) -> bytes | None:
    """The bytes of a file in the folder of pictures, refused before they are read where there are too many."""
    if set(name) & set("/\\:") or name in (".", ".."):
        hint = "copy the picture into that folder and write the file's name alone, as in school-gate.jpg"
        loading.problems.append(problem("P051", f'"{name}" is no file in {FOLDER}', where, help=hint))
        return None
    file = f"{FOLDER}/{name}"
    path = loading.folder.inside(file, where)
    if path is None:
        return None
    if path.is_file() and path.stat().st_size > BYTES:
        hint = "save it as a JPEG, which is a tenth of that and looks the same in print"
        message = f'"{name}" is larger than {BYTES // 1_000_000} MB'
        loading.problems.append(problem("I011", message, where, help=hint))
        return None
    return loading.folder.data(file, where)


def photo(data: bytes, page: Geometry, paper: str) -> Photo | Refused:
    """A JPEG or PNG as it is printed on this page: upright, RGB, opaque on paper of that colour, without metadata.

    The same bytes give the same picture, with the same versions of the libraries.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError  # 18 ms that a report without pictures does without

    try:
        with _no_bombs(), Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as opened:
            across, down = opened.size
            if across * down > PIXELS:
                hint = f"{PIXELS // 1_000_000} million are enough for a poster; save it smaller"
                return Refused("I011", f"has {across * down / 1e6:,.0f} million dots", hint)
            opened.load()
            upright = ImageOps.exif_transpose(opened)
            made = _opaque(_in_srgb(upright), paper)
    except UnidentifiedImageError:
        hint = "save it as JPEG (photographs) or PNG (drawings) from the program that opens it"
        return Refused("I010", "is no JPEG or PNG picture", hint)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        hint = f"{PIXELS // 1_000_000} million are enough for a poster; save it smaller"
        return Refused("I011", "has more dots than any camera takes", hint)
    except (OSError, ValueError, SyntaxError, MemoryError):
        return Refused("I012", "cannot be read to its end", "copy it again from where it came; it may be cut short")
    widest = round(page.photo_width(made.width / made.height) / _POINTS * DOTS_PER_INCH)
    if made.width > widest:
        made = made.resize((widest, max(1, round(made.height * widest / made.width))), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    made.save(out, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
    return Photo(out.getvalue(), made.width, made.height)


@contextmanager
def _no_bombs() -> Iterator[None]:
    """What Pillow only warns of, a picture of twice as many dots as it thinks sound, is refused."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield


def _kept(stored: bytes) -> Photo | None:
    """A picture out of the cache; None where what was kept is none."""
    try:
        return json.decode(stored, type=Photo)
    except DecodeError:
        return None


def _in_srgb(image: Image) -> Image:
    """The picture in sRGB, by its own colour profile where it has one."""
    from PIL import Image as images
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    transparent = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    plain = image if image.mode in ("RGB", "CMYK") else image.convert("RGBA" if transparent else "RGB")
    if profile and plain.mode == image.mode:
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            changed = ImageCms.profileToProfile(plain, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except ImageCms.PyCMSError:
            changed = None
        if isinstance(changed, images.Image):
            return changed
    return plain.convert("RGB") if plain.mode == "CMYK" else plain


def _opaque(image: Image, paper: str) -> Image:
    from PIL import Image as images

    ground = images.new("RGB", image.size, paper)
    ground.paste(image, mask=image.getchannel("A") if image.mode == "RGBA" else None)
    return ground
