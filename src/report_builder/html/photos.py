"""A photograph with its caption, what has to be known of it, and its credit."""

from __future__ import annotations

import base64

from report_builder.document.blocks import PictureBlock
from report_builder.html.markup import Element, element
from report_builder.html.setting import Setting


def photo(block: PictureBlock, setting: Setting) -> list[Element]:
    """The photograph inside the page, as wide as its column; its words under it."""
    of = block.photo
    shown = element("img", alt=block.alt, width=str(of.width_px), height=str(of.height_px))
    shown.set("src", f"data:image/jpeg;base64,{base64.b64encode(of.jpeg).decode()}")
    made = element("figure", shown, class_="photo wide")
    words = [setting.block("p", block.caption)] if block.caption else []
    words += [element("p", line, class_="small") for line in (block.model, block.credit) if line]
    if words:
        made.append(element("figcaption", *words))
    return [made, *setting.flagged(block.caption)]
