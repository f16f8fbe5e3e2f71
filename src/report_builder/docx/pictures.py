"""Pictures in a Word file, each with the words for those who do not see it."""

from __future__ import annotations

import io

from docx.shared import Pt

from report_builder.document.blocks import Photo
from report_builder.docx.setting import Picture, Setting


def picture(shown: Picture, alt: str, setting: Setting, style: str = "Picture") -> None:
    """A paragraph that holds the picture, no wider than the text."""
    column = setting.theme.page.column
    scale = min(1.0, column / shown.width_pt)
    run = setting.place.add_paragraph(style=style).add_run()
    made = run.add_picture(io.BytesIO(shown.data), Pt(shown.width_pt * scale), Pt(shown.height_pt * scale))
    for side in ("distT", "distB", "distL", "distR"):  # where it is not said, LibreOffice keeps an eighth of an inch
        made._inline.set(side, "0")
    described = made._inline.docPr
    described.set("descr", alt)
    described.set("name", f"Picture {described.id}")


def of_photo(photo: Photo, setting: Setting) -> Picture:
    """A photograph in the size it is printed in."""
    width = setting.theme.page.photo_width(photo.shape)
    return Picture(photo.jpeg, width, width / photo.shape)
