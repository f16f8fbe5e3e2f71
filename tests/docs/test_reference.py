"""The reference pages are what the code says."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _pages() -> dict[str, str]:
    spec = importlib.util.spec_from_file_location("write_reference", ROOT / "docs" / "write_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    pages: dict[str, str] = module.pages()
    return pages


PAGES = ["codes.md", "claims.md", "styles.md", "keys.md", "forms.md", "verbs.md", "ledger.schema.json"]


@pytest.mark.parametrize("name", PAGES)
def test_page_is_current(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each page of docs/reference is what `make docs` writes today."""
    monkeypatch.setenv("COLUMNS", "80")
    assert (ROOT / "docs" / "reference" / name).read_text("utf-8") == _pages()[name]
