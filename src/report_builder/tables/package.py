"""The parts of a workbook file, taken out of its zip within limits.

XLSX and ODS files are zip archives, in which a few kilobytes can unfold into gigabytes. Nothing is unfolded before the
sizes that the archive states are within the limits, and none unfolds further than stated.
"""

from __future__ import annotations

import io
import zipfile

MAX_FILE_BYTES = 50_000_000
MAX_UNPACKED_BYTES = 200_000_000
MAX_RATIO = 300  # real sheets reach 20 to 60
RATIO_MATTERS_FROM_BYTES = 1_000_000
MAX_PARTS = 5_000


class PackageError(Exception):
    """The archive is refused; `code` is the problem's code and the text its message."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        super().__init__(message)


def unpack(data: bytes) -> dict[str, bytes]:
    """The XML parts of the archive by name; pictures and the like are left out. PackageError where it is refused."""
    if len(data) > MAX_FILE_BYTES:
        raise PackageError("D002", f"the file has {len(data):,} bytes; at most {MAX_FILE_BYTES:,} are read")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _within_limits(entries)
            return {entry.filename: archive.read(entry) for entry in entries if _is_needed(entry.filename)}
    except PackageError:
        raise
    except Exception as error:  # zipfile raises eight kinds of its own and others' on damaged archives
        raise PackageError("D003", "the file is not a workbook, or is damaged") from error


def pack(parts: dict[str, bytes]) -> bytes:
    """An archive of these parts and nothing else, uncompressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def _within_limits(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_PARTS:
        raise PackageError("D002", f"the workbook has {len(entries):,} parts; at most {MAX_PARTS:,} are read")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MAX_UNPACKED_BYTES:
        raise PackageError("D002", f"the workbook unfolds to {unpacked:,} bytes; the limit is {MAX_UNPACKED_BYTES:,}")
    for entry in entries:
        if entry.flag_bits & 1:
            raise PackageError("D003", "the workbook is protected by a password")
        if entry.file_size > max(RATIO_MATTERS_FROM_BYTES, MAX_RATIO * entry.compress_size):
            raise PackageError("D002", f'"{entry.filename}" in the workbook unfolds to over {MAX_RATIO} times its size')
    if len({entry.filename for entry in entries}) != len(entries):
        raise PackageError("D003", "the workbook holds two parts of one name")


def _is_needed(name: str) -> bool:
    return name.endswith((".xml", ".rels")) or name == "mimetype"
