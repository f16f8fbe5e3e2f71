"""A photograph with its caption, what has to be known of it, and its credit, kept together."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from msgspec import Struct

from report_builder.document.blocks import Photo, PictureBlock
from report_builder.pdf.canvas import TaggedCanvas
from report_builder.pdf.flowables import Item
from report_builder.pdf.objects import number, stream
from report_builder.pdf.setting import Setting, flags
from report_builder.pdf.structure import Element
from report_builder.pdf.text import flagged, small_print


class Dots(Struct, eq=False):
    """A photograph at a width in points; the content of `element`, a Figure."""

    element: Element
    photo: Photo
    width: float

    @property
    def height(self) -> float:
        return self.width / self.photo.shape

    def paint(self, canvas: TaggedCanvas, x: float, top: float, repeat: bool = False) -> None:
        name = _registered(canvas.pdf, self.photo)
        y = top - self.height
        canvas.boxes[self.element] = (x, y, x + self.width, top)
        with canvas.tagged(self.element) as pdf:
            place = " ".join(number(v) for v in (self.width, 0, 0, self.height, x, y))
            pdf._code.append(f"q {place} cm /{name} Do Q")


def photo(block: PictureBlock, parent: Element, setting: Setting) -> list[Item]:
    """The photograph, and its words under it."""
    styles = setting.styles
    group = parent.add("Div")
    width = styles.theme.page.photo_width(block.photo.shape)
    dots = Dots(group.add("Figure", alt=block.alt), block.photo, width)
    out = [Item(dots, before=styles.space(1.5), after=styles.space(0.375), where=block.where)]
    if block.caption:
        out += small_print(block.caption, group, setting, 0.0, block.where, caution=True)
    for words in (block.model, block.credit):
        if words:
            out += small_print(words, group, setting, 0.0, block.where)
    out += flagged(flags(block.caption), group, setting, block.where)
    out[0].floats, out[-1].after = True, styles.space(1.5)
    return out


def _registered(pdf: Any, photo: Photo) -> str:
    """The name under which pages show the picture; its bytes stand in the file once, as they are.

    ReportLab's own `drawImage` would read the picture with Pillow and write it in ASCII, a quarter longer.
    """
    name = sha256(photo.jpeg).hexdigest()[:32]
    listed: str = pdf._doc.getXObjectName(name)
    if listed not in pdf._doc.idToObject:
        entries: dict[str, str | int] = {"Type": "/XObject", "Subtype": "/Image", "Filter": "/DCTDecode"}
        entries |= {"Width": photo.width_px, "Height": photo.height_px}
        entries |= {"ColorSpace": "/DeviceRGB", "BitsPerComponent": 8}
        pdf._doc.Reference(stream(entries, photo.jpeg, compress=False), listed)
    pdf._currentPageHasImages = 1
    pdf._formsinuse.append(name)
    return listed
