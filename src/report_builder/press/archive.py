"""Files as one zip, the same bytes for the same files: in the order given, under plain names, with fixed dates."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Sequence
from datetime import date as Date

from report_builder.output import File

_STORED = (".png", ".pdf", ".docx", ".xlsx", ".zip")  # packed already
_LONGEST = 60
_HEADERS = 30 + 46  # bytes without the names (APPNOTE.TXT, 4.3.7 and 4.3.12)


def zipped(files: Sequence[File], folder: str, day: Date) -> bytes:
    """The zip of files under one folder, each dated `day`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for file in files:
            entry = zipfile.ZipInfo(f"{folder}/{file.name}", (day.year, day.month, day.day, 0, 0, 0))
            packed = file.name.endswith(_STORED)
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # Unix, whatever machine it is made on
            archive.writestr(entry, file.data)
    return out.getvalue()


def weights(archive: bytes) -> dict[str, int]:
    """What each file takes of the zip, its two headers among it, by its name without the folder; bytes."""
    with zipfile.ZipFile(io.BytesIO(archive)) as zipped:
        return {
            entry.filename.partition("/")[2]: entry.compress_size + _HEADERS + 2 * len(entry.filename)
            for entry in zipped.infolist()
        }


def short_name(words: str) -> str:
    """The words as part of a file name: ASCII letters, digits and hyphens, at most 60 of them, "file" for none."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    parts = re.findall(r"[a-z0-9]+", plain)
    out = ""
    for part in parts:
        if out and len(out) + 1 + len(part) > _LONGEST:
            break
        out = f"{out}-{part}" if out else part[:_LONGEST]
    return out or "file"
