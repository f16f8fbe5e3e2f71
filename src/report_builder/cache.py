"""A store of bytes under keys made from content: it can be deleted at any time, and what is corrupt is not there.

A cache is a value handed to `build`. Entries are JSON or raw bytes, never pickle: a stranger's project folder must not
be able to execute anything. Each entry carries its own checksum.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from msgspec import Struct

_DIGEST = 32


class Cache(Struct, frozen=True):
    """Entries live in files under `folder`; None keeps nothing."""

    folder: Path | None = None

    def get(self, key: str) -> bytes | None:
        """The bytes put under `key`; None where there are none or they are damaged."""
        if self.folder is None:
            return None
        try:
            stored = (self.folder / key[:2] / key).read_bytes()
        except OSError:
            return None
        digest, data = stored[:_DIGEST], stored[_DIGEST:]
        return data if hashlib.sha256(data).digest() == digest else None

    def put(self, key: str, data: bytes) -> None:
        """Keeps `data` under `key`. A disk that cannot be written is no error: the next build computes it again."""
        if self.folder is None:
            return
        path = self.folder / key[:2] / key
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(data).digest() + data)
            os.replace(name, path)
        except OSError:
            return


def key_of(*parts: str | bytes) -> str:
    """A key from everything an entry depends on, hexadecimal."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


def user_cache() -> Cache:
    """The cache in the user's cache directory (XDG, LOCALAPPDATA on Windows), or where REPORT_BUILDER_CACHE says."""
    named = os.environ.get("REPORT_BUILDER_CACHE")
    if named is not None:
        return Cache(Path(named) if named else None)
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return Cache((Path(base) if base else Path.home() / ".cache") / "report_builder")
