"""Files appear whole or not at all: written beside their place, synced, renamed; and are read whole."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from report_builder.problems import ReportError, problem


class File(Struct, frozen=True):
    """A finished file: its name within the output folder, its bytes, its media type, and its pages where it has any."""

    name: str
    data: bytes
    media_type: str
    pages: int = 0

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def write_whole(folder: Path, name: str, data: bytes) -> Path:
    """Puts `data` at `folder/name` atomically; ReportError X002 where it cannot be written, the old file untouched."""
    return write_together(folder, {name: data})[0]


def write_together(
    folder: Path, files: Mapping[str, bytes], folders: Mapping[str, Mapping[str, bytes]] | None = None
) -> tuple[Path, ...]:
    """Puts each file at its name in `folder`, none of them before all are written in full beside their places.

    `folders` are put there too, each whole, when all files are written and none is at its place. ReportError X002 where
    one cannot be written: what is not renamed yet stays as it was, the first name above all.
    """
    staged: list[tuple[str, Path]] = []
    try:
        for name, data in files.items():
            staged.append((_staged(folder, name, data), folder / name))
        for name, inside in (folders or {}).items():
            _write_folder(folder, name, inside)
        for temporary, path in staged:
            try:
                os.replace(temporary, path)
            except OSError as error:
                raise refused(path, error) from error
    finally:
        for temporary, _ in staged:
            Path(temporary).unlink(missing_ok=True)
    return tuple(path for _, path in staged)


def _write_folder(folder: Path, name: str, files: Mapping[str, bytes]) -> None:
    """Puts a folder `name` with just these files (names may hold "/") into `folder`, whole or not at all.

    ReportError X002 where it cannot be written; the folder that was there stays then.
    """
    place, old = folder / name, folder / f".{name}.old"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=folder, prefix=f".{name}."))
    except OSError as error:
        raise refused(folder, error) from error
    try:
        for file, data in files.items():
            target = made / file
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as opened:
                _on_disk(opened, data)
        made.chmod(0o755)
        shutil.rmtree(old, ignore_errors=True)
        if place.exists():
            place.rename(old)
        made.rename(place)
    except OSError as error:
        if old.exists() and not place.exists():
            old.rename(place)
        raise refused(place, error) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _staged(folder: Path, name: str, data: bytes) -> str:
    """The name of a temporary file in `folder` that holds `data`, on the disk."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=f".{name}.")
    except OSError as error:
        raise refused(folder, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            _on_disk(file, data)
        os.chmod(temporary, 0o644)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise refused(folder / name, error) from error
    return temporary


def _on_disk(file: BinaryIO, data: bytes) -> None:
    file.write(data)
    file.flush()
    os.fsync(file.fileno())


def read_whole(path: Path) -> bytes:
    """The bytes of a file named on the command line; ReportError X003 where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        reason = "there is no such file" if isinstance(error, FileNotFoundError) else (error.strerror or "").lower()
        hint = "check the name and the folder, and close it in other programs"
        raise ReportError([problem("X003", f'"{path}" cannot be read: {reason}', None, help=hint)]) from error


def refused(path: Path, error: OSError) -> ReportError:
    """The X002 of a file that could not be written."""
    hint = "close the file in other programs, make room on the disk, or choose another folder with -o"
    return ReportError(
        [problem("X002", f'"{path}" cannot be written: {(error.strerror or str(error)).lower()}', None, help=hint)]
    )
