"""What the stories of sign-off and embargo begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from calling import Call
from clock import SetClock, setter
from example import copy_of_example
from stories.signed import SIGNED


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    return setter(monkeypatch)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example under an embargo."""
    copy_of_example(tmp_path)
    report = tmp_path / "report/report.yml"
    text = report.read_text("utf-8").replace("embargo: none", "embargo: 2024-11-01 00:01 Europe/London")
    report.write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def approved(example: Path, call: Call) -> Path:
    """The same, signed."""
    for what in ("figures", "report"):
        assert 0 == call("approve", what, example, *SIGNED).exit_code
    return example
