"""A brand folder in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from report_builder.brand.folder import Folder

FILE = "assets/brand/_brand.yml"


@pytest.fixture
def folder() -> Callable[[Mapping[str, bytes]], Folder]:
    """Makes a brand folder that holds the files given by path."""

    def make(files: Mapping[str, bytes]) -> Folder:
        return Folder(FILE, files.get, tuple(sorted(p for p in files if p.startswith("fonts/"))), Path("/brand"))

    return make
