"""A Word file whose bytes depend on nothing but what is in it."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first date a zip can hold


def saved(word: Document) -> bytes:
    """The file, zipped again: python-docx stamps each part with the time of day."""
    written = io.BytesIO()
    word.save(written)
    out = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, _EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = 0  # not the system it was made on
            new.writestr(part, old.read(name), compresslevel=9)
    return out.getvalue()
