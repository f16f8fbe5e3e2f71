"""A browser to see pages in."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as the machine has it; nothing is fetched. Where CI lacks it, tests/conftest.py fails."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("chromium is not installed")
    sandbox = ["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []  # it refuses to start as root
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=sandbox)
        yield opened
        opened.close()
