"""The brand every test of this room lays out with."""

from __future__ import annotations

import pytest

from report_builder.brand.theme import Theme

from . import brand


@pytest.fixture(scope="session")
def theme() -> Theme:
    """The example brand."""
    return brand.theme()
