"""The brand every test of this room lays out with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from report_builder.brand.theme import Theme

from . import brand


@pytest.fixture(scope="session")
def theme() -> Theme:
    """The example brand."""
    return brand.theme()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--regenerate` writes golden files anew; read their diff."""
    try:
        parser.addoption("--regenerate", action="store_true", help="write golden text files anew")
    except ValueError:  # another room has added it
        return


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares text with a golden file of this room."""

    def compare(name: str, text: str) -> None:
        path = Path(__file__).parent / "golden" / name
        if request.config.getoption("--regenerate", default=False):
            path.write_text(text, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == text

    return compare
